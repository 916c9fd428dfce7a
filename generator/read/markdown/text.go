package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// unescape resolves backslash escapes and character references in one pass (CommonMark 0.31.2, 2.4 and 2.5): "\&amp;"
// is "&amp;" and not "&".
func unescape(written []byte) string {
	if bytes.IndexByte(written, '\\') < 0 && bytes.IndexByte(written, '&') < 0 {
		return string(written)
	}
	var b strings.Builder
	b.Grow(len(written))
	for len(written) > 0 {
		switch c := written[0]; {
		case c == '\\' && len(written) > 1 && util.IsPunct(written[1]):
			b.WriteByte(written[1])
			written = written[2:]
		case c == '&':
			value, size := reference(written)
			b.WriteString(value)
			written = written[size:]
		default:
			b.WriteByte(c)
			written = written[1:]
		}
	}
	return b.String()
}

// reference reads the character reference that a text begins with: what it stands for, and its length. An ampersand
// that begins none stands for itself.
func reference(s []byte) (string, int) {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';') // the longest name has 32 characters
	if end < 2 {
		return "&", 1
	}
	name := string(s[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "&", 1
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "&", 1
	}
	if n == 0 {
		return string(utf8.RuneError), end + 1
	}
	return string(allowed(rune(n))), end + 1
}

// escape makes text fit for HTML, between tags and within the quotes of an attribute.
func escape(text string) string { return escaper.Replace(text) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// write puts text into the HTML and into the plain text.
func (d *draft) write(text string) {
	d.html(escape(text))
	d.plain.add(text)
}

// noBreakSpace is a space at which no line breaks.
const noBreakSpace = "\u00A0"

// html puts finished HTML into the body.
func (d *draft) html(s string) { d.out.WriteString(s) }

// textOf is what a text node says: set, where typesetting has been here, else as written and unescaped. The line end
// within a paragraph is a part of it.
func (d *draft) textOf(n ast.Node) string {
	if s, ok := d.set[n]; ok {
		return s
	}
	switch n := n.(type) {
	case *ast.Text:
		if n.IsRaw() {
			return string(n.Value(d.src))
		}
		if n.SoftLineBreak() && !n.HardLineBreak() {
			return unescape(n.Value(d.src)) + "\n"
		}
		return unescape(n.Value(d.src))
	case *ast.String:
		if n.IsRaw() || n.IsCode() {
			return string(n.Value)
		}
		return unescape(n.Value)
	}
	return ""
}

// said is the text of a node and all within it, with spaces for line breaks: a heading's text, an image's
// alternative.
func (d *draft) said(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(d.textOf(n))
			if n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.WriteString(d.textOf(n))
		case *ast.AutoLink:
			b.Write(n.Label(d.src))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "\n", " "))
}

// plainText gathers the words of a text, a paragraph a line.
type plainText struct {
	b      strings.Builder
	parted bool // a space or a line end is due before the next word
	broken bool // it is a line end
}

// add puts text at the end; white space becomes single spaces, soft hyphens and no-break spaces stay.
func (p *plainText) add(text string) {
	for _, c := range text {
		switch c {
		case ' ', '\t', '\n':
			p.parted = true
			continue
		}
		if p.parted && p.b.Len() > 0 {
			if p.broken {
				p.b.WriteByte('\n')
			} else {
				p.b.WriteByte(' ')
			}
		}
		p.parted, p.broken = false, false
		p.b.WriteRune(c)
	}
}

// space parts two words, as the cells of a table.
func (p *plainText) space() { p.parted = true }

// end ends a paragraph.
func (p *plainText) end() { p.parted, p.broken = true, true }

// countWords counts what stands between white space and holds a letter or a digit.
func countWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
