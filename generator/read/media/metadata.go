package media

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// metadata is what a photograph says of itself, as far as it matters here.
type metadata struct {
	orientation int    // 1 to 8, as Exif has it: how to turn the stored picture; 0 where it is not told
	artist      string // who took it
	copyright   string
	position    bool // it says where it was taken
}

// turned tells whether the shown picture lies across the stored one.
func (m metadata) turned() bool { return m.orientation >= 5 && m.orientation <= 8 }

// metadataParts holds the three places in which cameras and agencies write, until all are read.
type metadataParts struct {
	exif, iptc, xmp metadata
	inflated        int // how many bytes of compressed text have been read, of all that a file may have
}

// merge takes each fact from the best place that has it: Exif, then IPTC, then XMP. Browsers turn a picture as Exif says and
// heed no other.
func (p *metadataParts) merge() metadata {
	m := metadata{orientation: p.exif.orientation, position: p.exif.position || p.iptc.position || p.xmp.position}
	for _, from := range []metadata{p.exif, p.iptc, p.xmp} {
		if m.artist == "" {
			m.artist = from.artist
		}
		if m.copyright == "" {
			m.copyright = from.copyright
		}
	}
	return m
}

// fill completes m with what a second segment of the same kind says.
func (m *metadata) fill(more metadata) {
	if m.orientation == 0 {
		m.orientation = more.orientation
	}
	if m.artist == "" {
		m.artist = more.artist
	}
	if m.copyright == "" {
		m.copyright = more.copyright
	}
	m.position = m.position || more.position
}

// The beginnings of JPEG's application segments.
const (
	exifHeader      = "Exif\x00\x00"
	xmpHeader       = "http://ns.adobe.com/xap/1.0/\x00"
	xmpMoreHeader   = "http://ns.adobe.com/xmp/extension/\x00"
	photoshopHeader = "Photoshop 3.0\x00"
)

// addJPEG reads an application segment.
func (p *metadataParts) addJPEG(marker byte, body []byte) {
	switch {
	case marker == 0xe1 && bytes.HasPrefix(body, []byte(exifHeader)):
		p.addEXIF(body)
	case marker == 0xe1 && bytes.HasPrefix(body, []byte(xmpHeader)):
		p.addXMP(body[len(xmpHeader):])
	case marker == 0xe1 && bytes.HasPrefix(body, []byte(xmpMoreHeader)):
		p.xmp.position = p.xmp.position || xmpPosition(body) // a part of a packet: no document of its own
	case marker == 0xed && bytes.HasPrefix(body, []byte(photoshopHeader)):
		p.iptc.fill(readPhotoshop(body[len(photoshopHeader):]))
	}
}

// addEXIF reads Exif data, with or without JPEG's header before it.
func (p *metadataParts) addEXIF(data []byte) {
	p.exif.fill(readEXIF(bytes.TrimPrefix(data, []byte(exifHeader))))
}

func (p *metadataParts) addXMP(packet []byte) { p.xmp.fill(readXMP(packet).metadata()) }

// maxCredit is how long a name or a copyright notice may be, in bytes.
const maxCredit = 1000

// credit makes a text from metadata fit to be written again: UTF-8 (what is not is taken for Windows-1252), one line, no control
// characters. Doing it twice changes nothing.
func credit(raw []byte) string {
	raw = beginning(raw, 4*maxCredit)
	if !utf8.Valid(raw) {
		raw, _ = charmap.Windows1252.NewDecoder().Bytes(raw)
	}
	var parts []string
	for part := range strings.SplitSeq(string(raw), "\x00") { // Exif parts photographer and editor so
		part = strings.Join(strings.FieldsFunc(part, func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError
		}), " ")
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.TrimSpace(string(beginning([]byte(strings.Join(parts, "; ")), maxCredit)))
}

// beginning is at most the first limit bytes, and whole characters of what is UTF-8.
func beginning(raw []byte, limit int) []byte {
	if len(raw) <= limit {
		return raw
	}
	for end := limit; end > limit-utf8.UTFMax; end-- {
		if utf8.RuneStart(raw[end]) {
			return raw[:end]
		}
	}
	return raw[:limit]
}
