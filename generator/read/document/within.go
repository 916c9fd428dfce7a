package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// within tells where in the file a place in a field's text is. Markdown counts the lines and characters of the text from
// the field's first line on; in the file the text is indented, or stands in quotes behind its key. Where the lines of the
// text are not those of the file (folded texts, escapes), a place in it is the place of the field.
func (d *decoder) within(n *yaml.Node, text string) func(diag.Place) diag.Place {
	whole := func(diag.Place) diag.Place { return n.Place }
	lines := bytes.Split(d.front, []byte("\n"))
	at := n.Place.Line - frontLine
	if at < 0 || at >= len(lines) {
		return whole
	}
	rest := afterColumns(string(lines[at]), n.Place.Column-1)
	switch {
	case n.Block && strings.HasPrefix(rest, "|"):
		return indented(lines[at+1:])
	case n.Block || strings.Contains(strings.TrimRight(text, "\n"), "\n"):
		return whole
	case strings.HasPrefix(rest, text):
		return shifted(n.Place.Column - 1)
	case len(rest) > 0 && strings.HasPrefix(rest[1:], text): // behind a quotation mark
		return shifted(n.Place.Column)
	}
	return whole
}

// frontLine is the line of the file on which its front matter begins.
const frontLine = 2

func afterColumns(line string, columns int) string {
	for range columns {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	return line
}

// indented shifts by the indentation of a literal block: that of its first line that is not blank.
func indented(lines [][]byte) func(diag.Place) diag.Place {
	for _, line := range lines {
		if text := bytes.TrimLeft(line, " "); len(text) > 0 {
			return shifted(len(line) - len(text))
		}
	}
	return shifted(0)
}

func shifted(by int) func(diag.Place) diag.Place {
	return func(p diag.Place) diag.Place {
		p.Column += by
		if p.EndColumn > 0 {
			p.EndColumn += by
		}
		return p
	}
}

// relocate puts everything that is told of a field's text in its place in the file.
func relocate(body *model.Body, found []diag.Diagnostic, to func(diag.Place) diag.Place) {
	for i := range found {
		found[i].Place = to(found[i].Place)
	}
	for i := range body.Refs {
		body.Refs[i].Spot = model.SpotOf(to(body.Refs[i].Spot.In("")))
	}
	for i := range body.Headings {
		body.Headings[i].Spot = model.SpotOf(to(body.Headings[i].Spot.In("")))
	}
}
