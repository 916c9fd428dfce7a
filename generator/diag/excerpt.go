package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// The bounds of a line that is shown, in columns of a terminal.
const (
	windowWidth = 100
	windowLead  = 30 // how much is shown before the place, of a line that is cut
	tabWidth    = 4
)

// cell is one character of a line as it is shown.
type cell struct {
	text  string
	width int // columns
}

// window gives the part of a line around a place as it can be shown, how many columns of it stand before the place,
// and how many the place takes, at least one. Columns count from 1 in characters; end is exclusive, 0 for unknown.
func window(line string, column, end int) (shown string, before, marked int) {
	cells, skipped := cellsAround(line, column-1)
	from := min(max(column-1-skipped, 0), len(cells))
	to := min(max(end-1-skipped, from+1), len(cells))
	first, last := bounds(cells, from)
	var b strings.Builder
	if skipped+first > 0 {
		b.WriteString("…")
		before = 1
	}
	for i, c := range cells[first:last] {
		b.WriteString(c.text)
		switch at := first + i; {
		case at < from:
			before += c.width
		case at < to:
			marked += c.width
		}
	}
	if last < len(cells) {
		b.WriteString("…")
	}
	return b.String(), before, max(marked, 1)
}

// cellsAround are the cells of a line that can be shown with its character at index from, and how many come before them. Of
// a line of 20,000 characters the most need not be looked at for each of its mistakes.
func cellsAround(line string, from int) (cells []cell, skipped int) {
	const reach = 4 * windowWidth // accents take no column
	for _, r := range line {
		if skipped < from-reach {
			skipped++
			continue
		}
		if cells = append(cells, cellOf(r)); len(cells) > 2*reach {
			break
		}
	}
	return cells, skipped
}

// bounds tells which cells of a line are shown so that the one at index from is among them.
func bounds(cells []cell, from int) (first, last int) {
	total := 0
	for _, c := range cells {
		total += c.width
	}
	if total <= windowWidth {
		return 0, len(cells)
	}
	for lead := columns(cells[:from]); lead > windowLead; first++ {
		lead -= cells[first].width
	}
	for wide := 0; last < len(cells); last++ {
		if last >= first {
			wide += cells[last].width
		}
		if wide > windowWidth {
			break
		}
	}
	return first, last
}

func columns(cells []cell) (n int) {
	for _, c := range cells {
		n += c.width
	}
	return n
}

func cellOf(r rune) cell {
	switch {
	case r == '\t':
		return cell{strings.Repeat(" ", tabWidth), tabWidth}
	case unicode.In(r, unicode.Mn, unicode.Me):
		return cell{string(r), 0}
	case hidden(r):
		return cell{string(visible(r)), 1}
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return cell{string(r), 2}
	}
	return cell{string(r), 1}
}

// hidden tells whether a character is none that can be seen: a control character, one that changes the direction of
// writing, a line end, or what has no meaning.
func hidden(r rune) bool {
	return r != ' ' && !unicode.IsPrint(r) && r != '\u00A0' && r != '\u202F' && r != '\u2009'
}

// visible is a character to look at in the place of a hidden one: of the block Control Pictures where it has one.
func visible(r rune) rune {
	switch {
	case r < ' ':
		return '␀' + r
	case r == 0x7F:
		return '␡'
	}
	return utf8.RuneError
}

// harmless is a text with nothing hidden in it.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case hidden(r):
			return visible(r)
		}
		return r
	}, s)
}
