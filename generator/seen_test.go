package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"html"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A canary is a word that stands in one place of what must not be published: zq, its number in three digits, k. Letters and
// digits alone, so that it outlives every escaping that leaves those as they are; seen undoes those that do not.
var canary = regexp.MustCompile(`zq\d{3}k`)

// canariesIn are the canaries in a file, however it hides them.
func canariesIn(content []byte) []string {
	var found []string
	for _, view := range seen(content, 2) {
		for _, c := range canary.FindAllString(strings.ToLower(view), -1) {
			if !slices.Contains(found, c) {
				found = append(found, c)
			}
		}
	}
	return found
}

// seen are the bytes of a file as they are and as those who look closer read them: unescaped as HTML, as JSON and as an
// address, unfolded as calendars and mail are, from base64, and out of every compressed stream; and each of these once
// more, to a depth.
func seen(content []byte, depth int) []string {
	text := string(content)
	views := []string{text}
	if strings.Contains(text, "\x00") {
		views = append(views, strings.ReplaceAll(text, "\x00", "")) // letters of UTF-16
	}
	if depth == 0 {
		return views
	}
	more := func(s string) {
		if s != text && s != "" {
			views = append(views, seen([]byte(s), depth-1)...)
		}
	}
	for _, s := range inflated(content) {
		more(s)
	}
	if !utf8.ValidString(text) {
		return views
	}
	more(html.UnescapeString(text))
	more(joined.ReplaceAllString(text, ""))
	more(jsonEscape.ReplaceAllStringFunc(text, func(m string) string {
		n, _ := strconv.ParseUint(m[len(m)-4:], 16, 32)
		return string(rune(n))
	}))
	more(percents.ReplaceAllStringFunc(text, func(m string) string {
		s, _ := url.PathUnescape(m)
		return s
	}))
	for _, run := range base64Run.FindAllString(text, -1) {
		clean := strings.TrimRight(strings.NewReplacer("-", "+", "_", "/", "\n", "", "\r", "").Replace(run), "=")
		for skip := range min(4, len(clean)) { // it may be part of a longer word
			b, _ := base64.RawStdEncoding.DecodeString(clean[skip : skip+(len(clean)-skip)/4*4])
			if s := string(b); canary.MatchString(strings.ToLower(s)) {
				more(s)
			}
		}
	}
	return views
}

var (
	joined     = regexp.MustCompile("\r?\n[ \t]|=\r?\n|\u00ad|\u200b|</?wbr>") // folded lines, and where a word may be broken
	jsonEscape = regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)
	percents   = regexp.MustCompile(`(%[0-9a-fA-F]{2})+`)
	base64Run  = regexp.MustCompile(`[A-Za-z0-9+/_\r\n-]{8,}={0,2}`)
)

// inflated is what comes out of the compressed streams in a file: those of zlib and gzip wherever they begin, the data of a
// PNG, which its chunks cut up, and the files of an archive.
func inflated(content []byte) []string {
	var list []string
	read := func(r io.Reader, err error) {
		if err == nil {
			b, _ := io.ReadAll(io.LimitReader(r, 8<<20)) // what came before an error counts
			list = append(list, string(b))
		}
	}
	for _, magic := range []string{"x\x01", "x\x5e", "x\x9c", "x\xda"} {
		for rest := content; !utf8.Valid(content); {
			i := bytes.Index(rest, []byte(magic))
			if i < 0 {
				break
			}
			read(zlib.NewReader(bytes.NewReader(rest[i:])))
			rest = rest[i+2:]
		}
	}
	if i := bytes.Index(content, []byte("\x1f\x8b\x08")); i >= 0 {
		read(gzip.NewReader(bytes.NewReader(content[i:])))
	}
	if bytes.HasPrefix(content, []byte("\x89PNG")) {
		read(zlib.NewReader(bytes.NewReader(pngData(content))))
	}
	if archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content))); err == nil {
		for _, f := range archive.File {
			read(f.Open())
		}
	} else if i := bytes.Index(content, []byte("PK\x03\x04")); i >= 0 && len(content) > i+30 {
		read(flate.NewReader(bytes.NewReader(content[i+30:])), nil)
	}
	return list
}

// pngData is what the IDAT chunks of a PNG hold together.
func pngData(content []byte) []byte {
	var data []byte
	for rest := content[8:]; len(rest) >= 12; {
		size := int(rest[0])<<24 | int(rest[1])<<16 | int(rest[2])<<8 | int(rest[3])
		if size < 0 || size+12 > len(rest) {
			break
		}
		if string(rest[4:8]) == "IDAT" {
			data = append(data, rest[8:8+size]...)
		}
		rest = rest[12+size:]
	}
	return data
}
