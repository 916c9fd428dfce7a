package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"growthportal/generator/diag"
)

// ground is the text that is being read, with the way back from an offset in it to a place in the author's file.
type ground struct {
	src   []byte
	text  string // the same, to cut pieces out of; what stays of a body is a copy, so that it does not hold all of it
	file  string
	first int   // the file's line on which the text begins
	lines []int // the offset at which each line begins

	lastOffset, lastColumn int // of the place that was asked for last; the next is most often further on in its line
}

func newGround(src []byte, file string, first int) ground {
	g := ground{src: src, text: string(src), file: file, first: max(first, 1)}
	g.lines = append(make([]int, 0, 1+bytes.Count(src, []byte("\n"))), 0)
	for at := 0; ; {
		next := bytes.IndexByte(src[at:], '\n') + 1
		if next == 0 {
			return g
		}
		at += next
		g.lines = append(g.lines, at)
	}
}

// line is the number in the text, from 0, of the line that holds the offset.
func (g *ground) line(offset int) int {
	return sort.SearchInts(g.lines, offset+1) - 1
}

// lineEnd is the offset of the end of the line that holds the offset, without its line end.
func (g *ground) lineEnd(offset int) int {
	if n := g.line(offset) + 1; n < len(g.lines) {
		return g.lines[n] - 1
	}
	return len(g.src)
}

// place is the range from start to end, cut off at the end of the line on which it begins. An end that is not beyond
// the start gives a place without EndColumn.
func (g *ground) place(start, end int) diag.Place {
	start = min(max(start, 0), len(g.src))
	n := g.line(start)
	p := diag.Place{File: g.file, Line: g.first + n, Column: g.column(n, start)}
	if end = min(end, g.lineEnd(start)); end > start {
		p.EndColumn = p.Column + utf8.RuneCountInString(g.text[start:end])
	}
	return p
}

// column counts the characters of line n before an offset in it.
func (g *ground) column(n, offset int) int {
	from, before := g.lines[n], 1
	if g.lastColumn > 0 && g.lastOffset >= from && g.lastOffset <= offset {
		from, before = g.lastOffset, g.lastColumn
	}
	g.lastOffset, g.lastColumn = offset, before+utf8.RuneCountInString(g.text[from:offset])
	return g.lastColumn
}

// offsetOf tells where in the text a part of it begins. goldmark hands destinations and titles out as slices of the
// source without saying where they stand; two slices of one array share its end, so the capacities tell.
func (g *ground) offsetOf(part []byte) (int, bool) {
	at := cap(g.src) - cap(part)
	if len(part) == 0 || at < 0 || at+len(part) > len(g.src) || &g.src[at] != &part[0] {
		return 0, false
	}
	return at, true
}

// trimmed narrows a range to what stands in it without spaces at the ends.
func (g *ground) trimmed(start, end int) (int, int) {
	part := g.src[start:end]
	start += len(part) - len(bytes.TrimLeft(part, " \t\n"))
	return start, max(start, end-(len(part)-len(bytes.TrimRight(part, " \t\n"))))
}
