package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"growthportal/generator/diag"
)

// The bounds of a text. They lie far above anything that is written by hand, and keep goldmark's block parsers, whose
// cost is the number of lines times the number of blocks that are open in one another, and our own recursion small.
const (
	maxSize        = 2 << 20 // bytes
	maxLines       = 100_000
	maxNesting     = 32      // quotes, lists and the like in one another
	maxPassages    = 4       // ::: in one another
	maxDepth       = 100     // of the tree: blocks, emphasis, links in one another
	maxCells       = 200_000 // of a table, with those that are missing in its rows
	maxDefinitions = 1000    // of links, in one paragraph
	maxNotes       = 2000    // footnotes
	maxAddress     = 4096    // bytes of a link's destination or title
)

// withinBounds looks at a text before it is parsed, and reports the bound that it breaks.
func (d *draft) withinBounds() bool {
	if len(d.src) > maxSize {
		d.report(diag.TextTooLarge, 0, 0, strconv.Itoa(maxSize>>20), strconv.Itoa(maxLines))
		return false
	}
	if len(d.lines) > maxLines {
		at := d.lines[maxLines]
		d.report(diag.TextTooLarge, at, at, strconv.Itoa(maxSize>>20), strconv.Itoa(maxLines))
		return false
	}
	return d.nestsWithinBounds()
}

// nestsWithinBounds follows from above how many blocks can be open in one another at each line.
func (d *draft) nestsWithinBounds() bool {
	open, blank := 0, true
	for _, start := range d.lines {
		end := d.lineEnd(start)
		line := d.src[start:end]
		if len(bytes.TrimSpace(line)) == 0 {
			blank = true
			continue
		}
		opened, indent := leaders(line)
		depth := opened + min(open, indent/2)
		if depth > maxNesting {
			d.refuse(start, end)
			return false
		}
		// A line that continues a paragraph may stand further out and close nothing.
		if blank || depth > open {
			open = depth
		}
		blank = false
	}
	return true
}

// leaders counts the markers of quotes, lists and definitions that a line begins with, and the columns of space among
// them, each two of which may continue a list. Both are upper bounds: in a code block they are characters like others.
func leaders(line []byte) (markers, indent int) {
	for i := 0; i < len(line) && markers <= maxNesting; {
		switch c := line[i]; c {
		case ' ':
			indent++
		case '\t':
			indent += 4
		case '>':
			markers++
		default:
			size := itemMarker(line[i:])
			if size == 0 || isRule(line[i:]) {
				return markers, indent
			}
			markers, i = markers+1, i+size-1
		}
		i++
	}
	return markers, indent
}

// itemMarker is the length of the marker of a list item or a definition that a line begins with, or 0.
func itemMarker(line []byte) int {
	size := 0
	switch c := line[0]; {
	case c == '-', c == '+', c == '*', c == ':':
		size = 1
	case c >= '0' && c <= '9':
		for size < len(line) && line[size] >= '0' && line[size] <= '9' {
			size++
		}
		if size > 9 || size == len(line) || line[size] != '.' && line[size] != ')' {
			return 0
		}
		size++
	}
	if size > 0 && size < len(line) && line[size] != ' ' && line[size] != '\t' {
		return 0
	}
	return size
}

// isRule tells whether a line is a thematic break, as "- - -" is, and no list.
func isRule(line []byte) bool {
	c, count := line[0], 0
	for _, b := range line {
		switch {
		case b == c:
			count++
		case b != ' ' && b != '\t':
			return false
		}
	}
	return count >= 3 && (c == '-' || c == '*' || c == '_')
}

// tooDeep tells whether the tree is deeper than recursion is allowed to go, and reports where. It does not recurse.
func (d *draft) tooDeep() bool {
	depth := 0
	for n := d.tree; n != nil; {
		if n.FirstChild() != nil {
			if depth++; depth > maxDepth {
				at := max(0, n.Pos())
				d.refuse(at, at+1)
				return true
			}
			n = n.FirstChild()
			continue
		}
		for n != nil && n.NextSibling() == nil {
			n = n.Parent()
			depth--
		}
		if n != nil {
			n = n.NextSibling()
		}
	}
	return false
}

// boundedDefinitions refuses a paragraph with so many link definitions that cutting them out one by one costs much.
type boundedDefinitions struct{ parser.ParagraphTransformer }

// Transform takes the definitions out of a paragraph.
func (b boundedDefinitions) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	d, count := draftOf(pc), 0
	for i := range p.Lines().Len() {
		line := p.Lines().At(i)
		if bytes.Contains(line.Value(d.src), []byte("]:")) {
			count++
		}
	}
	if count > maxDefinitions {
		from, _ := extent(p)
		d.refuse(from, d.lineEnd(from))
		return
	}
	if count > 0 { // without that mark there is none to be found
		b.ParagraphTransformer.Transform(p, r, pc)
	}
}

// boundedTables refuses a table whose missing cells, which are filled in, would outweigh its text.
type boundedTables struct{ parser.ParagraphTransformer }

// Transform makes a table of a paragraph that is one.
func (b boundedTables) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	d, columns := draftOf(pc), 0
	for i := range p.Lines().Len() {
		line := p.Lines().At(i)
		if written := line.Value(d.src); bytes.IndexByte(written, '-') >= 0 && len(bytes.Trim(written, " \t\n|:-")) == 0 {
			columns = max(columns, 1+bytes.Count(written, []byte("|")))
		}
	}
	if columns*p.Lines().Len() > maxCells {
		from, _ := extent(p)
		d.refuse(from, d.lineEnd(from))
		return
	}
	b.ParagraphTransformer.Transform(p, r, pc)
}
