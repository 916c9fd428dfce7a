package markdown

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"growthportal/generator/locale"
)

// scratch is the memory that a text is put together in. It is used again for the next text: what leaves Parse is a copy.
type scratch struct {
	out   bytes.Buffer // the HTML, with marks for open references
	plain plainText
	runs  []locale.Run // of the paragraph that is being set
	nodes []ast.Node   // of each run; nil for what is not text
	says  []string     // what each run says when it is set

	texts [256]ast.Text // nodes of the tree, as far as they go
	taken int           // how many of them are in use
}

// textNode is a new node for a piece of the source. Most texts have fewer than there is room for, and their tree is forgotten with them.
func (s *scratch) textNode(piece text.Segment) *ast.Text {
	if s.taken == len(s.texts) {
		return ast.NewTextSegment(piece)
	}
	n := &s.texts[s.taken]
	s.taken++
	n.Segment = piece
	return n
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// mostKept is how much of a scratch is kept, in bytes of HTML: a text that needs more is rare.
const mostKept = 256 << 10

// release lets go of what a text was put together in.
func (d *draft) release() {
	s := d.scratch
	d.scratch = nil
	clear(s.texts[:s.taken])
	s.taken = 0
	if s.out.Cap() > mostKept || cap(s.plain.b) > mostKept || cap(s.runs) > mostKept/64 {
		return
	}
	s.out.Reset()
	s.plain = plainText{b: s.plain.b[:0]}
	clear(s.runs[:cap(s.runs)])
	clear(s.nodes[:cap(s.nodes)])
	clear(s.says[:cap(s.says)])
	scratches.Put(s)
}
