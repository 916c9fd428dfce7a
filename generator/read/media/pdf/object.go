package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// object is a value in a file: nil, bool, number, name, text, array, dict, ref or stream.
type object any

type (
	number float64
	name   string
	text   []byte // a string, not yet decoded
	array  []object
	dict   map[name]object
	ref    struct{ num, gen int }
	stream struct {
		dict dict
		data []byte // as it stands in the file
	}
	keyword string // anything else: "obj", "endobj", "R" ...
)

// decode gives a text string: UTF-16 or UTF-8 with a mark, else PDFDocEncoding (ISO 32000-1, 7.9.2.2).
func (t text) decode() string {
	switch {
	case len(t) >= 2 && t[0] == 0xfe && t[1] == 0xff:
		return decodeUTF16(t[2:], 1, 0)
	case len(t) >= 2 && t[0] == 0xff && t[1] == 0xfe: // not allowed, but written
		return decodeUTF16(t[2:], 0, 1)
	case len(t) >= 3 && t[0] == 0xef && t[1] == 0xbb && t[2] == 0xbf && utf8.Valid(t[3:]):
		return string(t[3:])
	}
	var b strings.Builder
	for _, c := range t {
		b.WriteRune(docEncoding(c))
	}
	return b.String()
}

func decodeUTF16(b []byte, low, high int) string {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[high])<<8|uint16(b[low]))
	}
	runes := utf16.Decode(units)
	var out []rune
	for i := 0; i < len(runes); i++ {
		if runes[i] == 0x1b { // a language escape: to the next one
			for i++; i < len(runes) && runes[i] != 0x1b; i++ {
			}
			continue
		}
		out = append(out, runes[i])
	}
	return string(out)
}

// docEncoding is a character of PDFDocEncoding (ISO 32000-1, annex D): Latin-1 but for two ranges.
func docEncoding(c byte) rune {
	const low, high = "˘ˇˆ˙˝˛˚˜", "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
	switch {
	case c >= 0x18 && c <= 0x1f:
		return []rune(low)[c-0x18]
	case c >= 0x80 && c <= 0x9e:
		return []rune(high)[c-0x80]
	case c == 0xa0:
		return '€'
	}
	return rune(c)
}
