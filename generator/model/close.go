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
	c := closing{w, b.Refs, link, image}
	if b.Each != nil {
		return b.Each(b, func(html []byte, ref int) error {
			if _, err := w.Write(html); err != nil {
				return err
			}
			return c.fill(ref)
		})
	}
	b, err := b.Whole()
	if err != nil {
		return err
	}
	for _, s := range b.Segments {
		if _, err := io.WriteString(w, s.HTML); err != nil {
			return err
		}
		if err := c.fill(s.Ref); err != nil {
			return err
		}
	}
	return nil
}

// closing is a text that is being closed.
type closing struct {
	w     io.Writer
	refs  []BodyRef
	link  func(i int) (address, lang string)
	image func(i int) string
}

// fill writes what a reference, which is counted from 1, leads to; nothing for none.
func (c *closing) fill(ref int) error {
	if ref == 0 {
		return nil
	}
	filled := ""
	if i := ref - 1; c.refs[i].Kind != LinkRef {
		filled = c.image(i)
	} else {
		address, lang := c.link(i)
		filled = html.EscapeString(address)
		if lang != "" {
			filled += `" hreflang="` + html.EscapeString(lang) // the reference stands inside the quotes of its href
		}
	}
	_, err := io.WriteString(c.w, filled)
	return err
}

// Encoded is the URL as it is written in an address (RFC 3986, 3.3): whatever would end the path, or may be no part of it,
// is percent-encoded, and so are percent signs, since no URL is encoded already.
func (u URL) Encoded() string {
	return encoded(string(u), func(rest string) bool { return outside(rest[0]) || strings.IndexByte("%?#[]", rest[0]) >= 0 })
}

// EncodeAddress writes an address as it goes into an href or src: what may not stand in a URL is percent-encoded, what
// is encoded already stays (RFC 3986, 2.1).
func EncodeAddress(address string) string {
	return encoded(address, func(rest string) bool { return outside(rest[0]) || rest[0] == '%' && !isEncoded(rest) })
}

// outside tells whether a byte may stand nowhere in an address.
func outside(c byte) bool { return c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 }

// plain are the bytes that nowhere in an address need to be encoded: nearly all that there are.
var plain = func() (is [256]bool) {
	for c := range is {
		is[c] = !outside(byte(c)) && strings.IndexByte("%?#[]", byte(c)) < 0
	}
	return is
}()

// encoded percent-encodes each byte of a text whose rest, from there on, must be.
func encoded(text string, must func(rest string) bool) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	done := 0
	for i := range len(text) {
		if !plain[text[i]] && must(text[i:]) {
			b.WriteString(text[done:i])
			b.Write([]byte{'%', hex[text[i]>>4], hex[text[i]&15]})
			done = i + 1
		}
	}
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// isEncoded tells whether a text begins with a percent sign and two hexadecimal digits.
func isEncoded(s string) bool {
	return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}
