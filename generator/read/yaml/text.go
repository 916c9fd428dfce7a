package yaml

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	yamlv3 "gopkg.in/yaml.v3"

	"growthportal/generator/diag"
)

// text is a source by its lines, so that places can be told in characters.
type text struct {
	file  string
	first int // the number of the first line
	lines [][]rune
}

func newText(file string, src []byte, firstLine int) *text {
	t := &text{file: file, first: firstLine}
	for line := range bytes.Lines(src) {
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		t.lines = append(t.lines, runes(line))
	}
	return t
}

// runes gives the characters of a line; a byte that is not UTF-8 becomes a surrogate, which no sound line can hold.
func runes(line []byte) []rune {
	list := make([]rune, 0, len(line))
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		if r == utf8.RuneError && size == 1 {
			r = notUTF8
		}
		list = append(list, r)
		line = line[size:]
	}
	return list
}

const notUTF8 = 0xD800

// place is the range on the line with that index, from column index i to before column index end.
func (t *text) place(line, i, end int) diag.Place {
	p := diag.Place{File: t.file, Line: line + t.first, Column: i + 1}
	if end > i {
		p.EndColumn = end + 1
	}
	return p
}

// at gives the character at the beginning of a place, or 0.
func (t *text) at(p diag.Place) rune {
	if line := t.line(p.Line - t.first); p.Column <= len(line) {
		return line[p.Column-1]
	}
	return 0
}

func (t *text) line(i int) []rune {
	if i < 0 || i >= len(t.lines) {
		return nil
	}
	return t.lines[i]
}

// word narrows a place to the characters before the next space.
func (t *text) word(p diag.Place) diag.Place {
	line := t.line(p.Line - t.first)
	end := p.Column - 1
	for end < len(line) && line[end] != ' ' && line[end] != '\t' {
		end++
	}
	return t.place(p.Line-t.first, p.Column-1, end)
}

// placeOf is where a node of the library's stands: up to its end, or to the end of its first line.
func (t *text) placeOf(n *yamlv3.Node) diag.Place {
	i, start := n.Line-1, n.Column-1
	line := t.line(i)
	if start >= len(line) {
		return t.place(i, start, start)
	}
	end := trimmedEnd(line)
	switch {
	case n.Kind == yamlv3.ScalarNode && n.Style&(yamlv3.SingleQuotedStyle|yamlv3.DoubleQuotedStyle) != 0:
		if closed, ok := quoteEnd(line, start); ok {
			end = closed
		}
	case n.Kind == yamlv3.ScalarNode && n.Style&(yamlv3.LiteralStyle|yamlv3.FoldedStyle) != 0:
		return t.word(t.place(i, start, start))
	case n.Kind == yamlv3.ScalarNode && n.Style == 0:
		if value := []rune(n.Value); len(value) == 0 {
			end = start
		} else if len(value) <= len(line)-start && string(line[start:start+len(value)]) == n.Value {
			end = start + len(value)
		}
	case n.Style&yamlv3.FlowStyle != 0:
		if closed, ok := flowEnd(line, start); ok {
			end = closed
		}
	}
	return t.place(i, start, max(end, start))
}

// afterColon is where the value of a key would stand that has none: behind its colon. The library tells the place where
// it stopped looking instead.
func (t *text) afterColon(key diag.Place) diag.Place {
	i := key.Line - t.first
	line := t.line(i)
	end := max(key.EndColumn, key.Column) - 1
	for c := end; c < len(line); c++ {
		if line[c] == ':' {
			return t.place(i, c+1, 0)
		}
	}
	return t.place(i, min(end, len(line)), 0)
}

// trimmedEnd is the length of a line without the spaces at its end.
func trimmedEnd(line []rune) int {
	end := len(line)
	for end > 0 && (line[end-1] == ' ' || line[end-1] == '\t') {
		end--
	}
	return end
}

// quoteEnd finds the end of what begins at a quotation mark, after the closing one; ok is false where the line ends
// before.
func quoteEnd(line []rune, start int) (end int, ok bool) {
	quote := line[start]
	return quoteClose(line, start+1, quote)
}

// quoteClose looks for the closing quotation mark from i on; it gives the index after it.
func quoteClose(line []rune, i int, quote rune) (end int, ok bool) {
	for ; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\':
			i++
		case line[i] != quote:
		case quote == '\'' && i+1 < len(line) && line[i+1] == '\'':
			i++
		default:
			return i + 1, true
		}
	}
	return len(line), false
}

// flowEnd finds the end of a list or mapping in brackets, after the closing one, if it stands on the line.
func flowEnd(line []rune, start int) (end int, ok bool) {
	depth := 0
	for i := start; i < len(line); i++ {
		switch line[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case '"', '\'':
			if opensQuote(line, i) {
				after, closed := quoteEnd(line, i)
				if !closed {
					return len(line), false
				}
				i = after - 1
			}
		}
	}
	return len(line), false
}

// opensQuote tells whether the quotation mark at i inside brackets begins a text, rather than standing inside one.
func opensQuote(line []rune, i int) bool {
	for i--; i >= 0; i-- {
		if line[i] != ' ' && line[i] != '\t' {
			return strings.ContainsRune("[{,:", line[i])
		}
	}
	return true
}

// forbidden reports characters that must not stand in a source: what is not text, and what changes the order in which
// text is shown (Unicode TR #36 and #55, "Trojan Source"). One finding a line is enough.
func (t *text) forbidden() []diag.Diagnostic {
	var found []diag.Diagnostic
	for i, line := range t.lines {
		for c, r := range line {
			if r == notUTF8 {
				return []diag.Diagnostic{diag.NotUTF8.At(diag.Whole(t.file)).With(diag.SaveAsUTF8)}
			}
			if isForbidden(r) {
				found = append(found, forbiddenCode(r).At(t.place(i, c, c+1), runeName(r)).With(diag.Remove, runeName(r)))
				break
			}
		}
	}
	return found
}

func isForbidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\uFEFF', r == '\uFFFE', r == '\uFFFF':
		return true
	}
	return isOverride(r)
}

func isOverride(r rune) bool { return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' }

func forbiddenCode(r rune) diag.Code {
	if isOverride(r) {
		return diag.BidiOverride
	}
	return diag.ControlCharacter
}

// runeName is how a character that cannot be seen is spoken of.
func runeName(r rune) string { return fmt.Sprintf("U+%04X", r) }
