package policy

import (
	"bytes"
	"html"
	"strings"
)

// tag is a start tag, or an end tag. It is overwritten by the next one.
type tag struct {
	name  []byte // in small letters
	end   bool
	attrs []attr
}

// attr is an attribute: its name in small letters, and its value as it is written.
type attr struct{ name, raw []byte }

func (a attr) value() string {
	if bytes.IndexByte(a.raw, '&') < 0 {
		return string(a.raw)
	}
	return html.UnescapeString(string(a.raw))
}

func (t *tag) attr(name string) (string, bool) {
	for _, a := range t.attrs {
		if string(a.name) == name { // the first counts, as in browsers
			return a.value(), true
		}
	}
	return "", false
}

// value is an attribute in small letters without space around it; "" where there is none.
func (t *tag) value(name string) string {
	v, _ := t.attr(name)
	return strings.ToLower(strings.TrimSpace(v))
}

// markup walks over the tags of HTML or SVG, in the manner of the tokenization of https://html.spec.whatwg.org/#tokenization. It
// is here, rather than a library's, because every page that is made is looked at: text is passed over at the speed of memory,
// and tags without attributes cost nothing. What browsers would take for text only after a repair is looked at as well.
type markup struct {
	src []byte
	at  int
	tag tag // the last one that next has found
}

// next finds the next tag; false at the end.
func (m *markup) next() bool {
	for {
		i := bytes.IndexByte(m.src[m.at:], '<')
		if i < 0 || m.at+i+1 >= len(m.src) {
			m.at = len(m.src)
			return false
		}
		m.at += i + 1
		c := m.src[m.at]
		switch {
		case isLetter(c):
			m.read(false)
			return true
		case c == '/' && m.at+1 < len(m.src) && isLetter(m.src[m.at+1]):
			m.at++
			m.read(true)
			return true
		case bytes.HasPrefix(m.src[m.at:], []byte("!--")):
			m.comment()
		case c == '!' || c == '?' || c == '/':
			m.skipPast(">")
		}
	}
}

// comment passes over a comment, as browsers end it: also at "<!-->", "<!--->" and "--!>".
func (m *markup) comment() {
	rest := m.src[m.at+1:] // begins with the two hyphens, which may be those of the end
	for _, short := range []string{"-->", "--->"} {
		if bytes.HasPrefix(rest, []byte(short)) {
			m.at += 1 + len(short)
			return
		}
	}
	m.at += 3
	end := len(m.src)
	for _, mark := range []string{"-->", "--!>"} {
		if i := bytes.Index(m.src[m.at:], []byte(mark)); i >= 0 {
			end = min(end, m.at+i+len(mark))
		}
	}
	m.at = end
}

func (m *markup) skipPast(mark string) {
	i := bytes.Index(m.src[m.at:], []byte(mark))
	if i < 0 {
		m.at = len(m.src)
		return
	}
	m.at += i + len(mark)
}

// read takes a tag from its name on.
func (m *markup) read(end bool) {
	from := m.at
	for m.at < len(m.src) && !isSpace(m.src[m.at]) && m.src[m.at] != '/' && m.src[m.at] != '>' {
		m.at++
	}
	m.tag = tag{name: lower(m.src[from:m.at]), end: end, attrs: m.tag.attrs[:0]}
	for m.at < len(m.src) {
		switch c := m.src[m.at]; {
		case c == '>':
			m.at++
			return
		case isSpace(c) || c == '/':
			m.at++
		default:
			m.attribute()
		}
	}
}

// attribute takes an attribute from its name on.
func (m *markup) attribute() {
	from := m.at
	m.at++ // even "=", which begins a name here
	for m.at < len(m.src) && !endsName[m.src[m.at]] {
		m.at++
	}
	a := attr{name: lower(m.src[from:m.at])}
	next := m.at
	for next < len(m.src) && isSpace(m.src[next]) {
		next++
	}
	if next < len(m.src) && m.src[next] == '=' {
		m.at = next + 1
		a.raw = m.attributeValue()
	}
	m.tag.attrs = append(m.tag.attrs, a)
}

// endsName are the bytes at which the name of an attribute ends.
var endsName = [256]bool{' ': true, '\t': true, '\n': true, '\f': true, '\r': true, '=': true, '/': true, '>': true}

// attributeValue takes what follows "=".
func (m *markup) attributeValue() []byte {
	for m.at < len(m.src) && isSpace(m.src[m.at]) {
		m.at++
	}
	if m.at == len(m.src) {
		return nil
	}
	if quote := m.src[m.at]; quote == '"' || quote == '\'' {
		m.at++
		i := bytes.IndexByte(m.src[m.at:], quote)
		if i < 0 {
			i = len(m.src) - m.at
		}
		raw := m.src[m.at : m.at+i]
		m.at = min(m.at+i+1, len(m.src))
		return raw
	}
	from := m.at
	for m.at < len(m.src) && !isSpace(m.src[m.at]) && m.src[m.at] != '>' {
		m.at++
	}
	return m.src[from:m.at]
}

// text passes over the raw text of an element, up to its end tag, and gives it.
func (m *markup) text(name string) []byte {
	from := m.at
	for {
		i := bytes.Index(m.src[m.at:], []byte("</"))
		if i < 0 {
			m.at = len(m.src)
			return m.src[from:]
		}
		m.at += i + 2
		rest := m.src[m.at:]
		if len(rest) > len(name) && strings.EqualFold(string(rest[:len(name)]), name) && (isSpace(rest[len(name)]) || rest[len(name)] == '/' || rest[len(name)] == '>') {
			m.at -= 2 // the end tag is the next
			return m.src[from:m.at]
		}
	}
}

// lower is a name in small letters, which it nearly always is already.
func lower(name []byte) []byte {
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			return bytes.ToLower(name)
		}
	}
	return name
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }
