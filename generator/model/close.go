package model

import (
	"html"
	"io"
	"strings"
)

// Close writes the body's HTML with its references filled in. Both functions are given an index in b.Refs: link returns
// the address, which is escaped here, and the language of what is there, where it is not that of the text; image returns
// a whole img element, which is written as it is, and for a term what stands for its word. Errors are those of w, and of fetching the text.
func (b *Body) Close(w io.Writer, link func(i int) (address, lang string), image func(i int) string) error {
	b, err := b.Whole()
	if err != nil {
		return err
	}
	for _, s := range b.Segments {
		if _, err := io.WriteString(w, s.HTML); err != nil {
			return err
		}
		if s.Ref == 0 {
			continue
		}
		filled := ""
		if i := s.Ref - 1; b.Refs[i].Kind != LinkRef {
			filled = image(i)
		} else {
			address, lang := link(i)
			filled = html.EscapeString(address)
			if lang != "" {
				filled += `" hreflang="` + html.EscapeString(lang) // the reference stands inside the quotes of its href
			}
		}
		if _, err := io.WriteString(w, filled); err != nil {
			return err
		}
	}
	return nil
}

// EncodeAddress writes an address as it goes into an href or src: what may not stand in a URL is percent-encoded, what
// is encoded already stays (RFC 3986, 2.1).
func EncodeAddress(address string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(address) {
		c := address[i]
		switch {
		case c <= ' ', c >= 0x7F, strings.IndexByte("\"<>\\^`{|}", c) >= 0, c == '%' && !isEncoded(address[i:]):
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// isEncoded tells whether a text begins with a percent sign and two hexadecimal digits.
func isEncoded(s string) bool {
	return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}
