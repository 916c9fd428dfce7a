package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"growthportal/generator/diag"
)

// A text pays for its parsing. goldmark's inline parsers look ahead, for the closing bracket, quote or backtick, and
// back, for the opening delimiter; each look is cheap, but a text can be made so that every character looks over all
// the others. So each parser is charged what its look may cost at worst, before it looks, in steps of about a
// nanosecond. A text begins with enough for anything that is written by hand, plus a fixed share for each byte; one
// that runs out is refused, and the rest of it read as plain words. The cost of any text is thus proportional to its
// size, whatever goldmark's parsers do in between.
const (
	fuelAtStart = 64 << 20
	fuelPerByte = 64
	costOfNode  = 512 // what a node of the tree costs from here to the page
)

// meter is what a text may still spend.
type meter struct {
	left  int
	empty bool     // it has run out, and that has been reported
	block ast.Node // the block that is being read
	runs  int      // the delimiter runs that it has shown so far
	marks bool     // whether it holds "]{"
	plain bool     // whether it is free of backslashes
}

func newMeter(size int) meter { return meter{left: fuelAtStart + fuelPerByte*size} }

// pay charges for a look from an offset on, and tells whether it may be made.
func (d *draft) pay(cost, offset int) bool {
	if d.meter.empty {
		return false
	}
	if d.meter.left -= cost; d.meter.left >= 0 {
		return true
	}
	d.refuse(offset, offset+1)
	return false
}

// refuse reports that a text is beyond what is read, once, and takes what is left of its fuel.
func (d *draft) refuse(start, end int) {
	if !d.meter.empty {
		d.meter.empty = true
		d.report(diag.TooComplex, start, end)
	}
}

// enter tells the meter which block is being read.
func (d *draft) enter(block ast.Node) {
	if d.meter.block == block {
		return
	}
	from, to := extent(block)
	d.meter.block, d.meter.runs = block, 0
	d.meter.marks = bytes.Contains(d.src[from:to], []byte("]{"))
	d.meter.plain = bytes.IndexByte(d.src[from:to], '\\') < 0
}

// extent is where the lines of a block begin and end.
func extent(block ast.Node) (from, to int) {
	lines := block.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0, 0
	}
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}

// metered is an inline parser that is charged for each look.
type metered struct {
	parser.InlineParser
	cost func(look) int
}

// look is what a parser is about to look at.
type look struct {
	d     *draft
	block ast.Node
	line  []byte // the rest of the line
	at    int    // its offset
}

// Parse charges for the look, and makes it.
func (m metered) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := newLook(parent, block, pc)
	if l.d.meter.empty || !l.d.pay(m.cost(l), l.at) {
		return nil
	}
	return m.InlineParser.Parse(parent, block, pc)
}

func newLook(parent ast.Node, block text.Reader, pc parser.Context) look {
	line, segment := block.PeekLine()
	d := draftOf(pc)
	d.enter(parent)
	return look{d, parent, line, segment.Start}
}

// rest is how much of the block lies ahead.
func (l look) rest() int {
	_, to := extent(l.block)
	return max(0, to-l.at)
}

// whole is how long the block is.
func (l look) whole() int {
	from, to := extent(l.block)
	return to - from
}

// A code span looks for its end.
func costOfCode(l look) int { return l.rest() }

// An address in angle brackets begins with a short scheme or with an e-mail address, and ends before the next space.
func costOfAutoLink(l look) int {
	if bytes.IndexByte(l.line[:min(len(l.line), 35)], ':') > 0 {
		return costOfNode + unbroken(l.line)
	}
	return costOfNode
}

// A delimiter run may look back over all that came before it in the block.
func costOfDelimiter(l look) int {
	l.d.meter.runs++
	return costOfNode + l.d.meter.runs
}

// A bare address is matched by a regular expression, an e-mail address by one with long bounded repetitions.
func costOfBareLink(l look) int {
	line := l.line
	if len(line) > 1 && bytes.IndexByte([]byte(" *_~("), line[0]) >= 0 {
		line = line[1:]
	}
	switch {
	case bytes.HasPrefix(line, []byte("http")), bytes.HasPrefix(line, []byte("www.")):
		return 16 * unbroken(line)
	case bytes.IndexByte(line[:min(len(line), 66)], '@') > 0:
		return 4096
	}
	return 1
}

// unbroken is the length of what comes before the next space.
func unbroken(line []byte) int {
	for i, c := range line {
		if i > 0 && (c == ' ' || c == '\t' || c == '\n') {
			return i
		}
	}
	return len(line)
}
