package markdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// unescape resolves backslash escapes and character references in one pass (CommonMark 0.31.2, 2.4 and 2.5): "\&amp;"
// is "&amp;" and not "&".
func unescape(written string) string {
	if strings.IndexByte(written, '\\') < 0 && strings.IndexByte(written, '&') < 0 {
		return written
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
func reference(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), 40)], ';') // the longest name has 32 characters
	if end < 2 {
		return "&", 1
	}
	name := s[1:end]
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
	d.escaped(text)
	d.plain.add(text)
}

// escaped puts text into the HTML, as escape has it.
func (d *draft) escaped(text string) {
	from := 0
	for i := range len(text) {
		if isEscaped[text[i]] {
			d.html(text[from:i])
			d.html(escape(text[i : i+1]))
			from = i + 1
		}
	}
	d.html(text[from:])
}

// isEscaped are the bytes that escape replaces.
var isEscaped = [256]bool{'&': true, '<': true, '>': true, '"': true}

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
		written := d.written(n.Segment)
		switch {
		case n.IsRaw():
			return written
		case n.SoftLineBreak() && !n.HardLineBreak():
			return d.withLineEnd(n.Segment, unescape(written))
		}
		return unescape(written)
	case *ast.String:
		if n.IsRaw() || n.IsCode() {
			return string(n.Value)
		}
		return unescape(string(n.Value))
	}
	return ""
}

// written is a piece of the source, as goldmark's Segment.Value has it, of which most is the text itself.
func (d *draft) written(s text.Segment) string {
	if s.Padding > 0 || s.ForceNewline {
		return string(s.Value(d.src))
	}
	return d.text[s.Start:s.Stop]
}

// withLineEnd is what a piece says and the line end after it, which most often stands there.
func (d *draft) withLineEnd(s text.Segment, says string) string {
	if whole := d.text[s.Start:min(s.Stop+1, len(d.text))]; len(whole) == len(says)+1 && whole[len(says)] == '\n' && whole[:len(says)] == says {
		return whole
	}
	return says + "\n"
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
	b      []byte
	parted bool // a space or a line end is due before the next word
	broken bool // it is a line end
}

// add puts text at the end; white space becomes single spaces, soft hyphens and no-break spaces stay.
func (p *plainText) add(text string) {
	from := 0 // where a word begins
	for i := range len(text) {
		switch text[i] {
		case ' ':
			if i > from && i+1 < len(text) && text[i+1] > ' ' {
				continue // between two words, and as it is to be
			}
			fallthrough
		case '\t', '\n':
			p.word(text[from:i])
			p.parted, from = true, i+1
		}
	}
	p.word(text[from:])
}

// word puts words at the end, or the rest of one.
func (p *plainText) word(w string) {
	if w == "" {
		return
	}
	if p.parted && len(p.b) > 0 {
		if p.broken {
			p.b = append(p.b, '\n')
		} else {
			p.b = append(p.b, ' ')
		}
	}
	p.parted, p.broken = false, false
	p.b = append(p.b, w...)
}

// space parts two words, as the cells of a table.
func (p *plainText) space() { p.parted = true }

// end ends a paragraph.
func (p *plainText) end() { p.parted, p.broken = true, true }

// countWords counts what stands between white space and holds a letter or a digit.
func countWords(text string) int {
	n, counted := 0, false // whether the word has been
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == 0xC3 && i+1 < len(text) && text[i+1]&^0x20 != 0x97: // U+00C0 to U+00FF are letters, but for × and ÷
			if i += 2; !counted {
				n, counted = n+1, true
			}
			continue
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size
			if unicode.IsSpace(r) {
				counted = false
			} else if !counted && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				n, counted = n+1, true
			}
			continue
		case c == ' ' || c >= '\t' && c <= '\r':
			counted = false
		case !counted && (isASCIILetter(c) || c >= '0' && c <= '9'):
			n, counted = n+1, true
		}
		for i++; counted && i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf; i++ {
		}
	}
	return n
}
