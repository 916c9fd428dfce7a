package markdown

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"

	"growthportal/generator/locale"
)

// scratch is the memory that a text is put together in. It is used again for the next text: what leaves Parse is a copy.
type scratch struct {
	out   bytes.Buffer // the HTML, with marks for open references
	plain plainText
	runs  []locale.Run // of the paragraph that is being set
	nodes []ast.Node   // of each run; nil for what is not text
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// mostKept is how much of a scratch is kept, in bytes of HTML: a text that needs more is rare.
const mostKept = 256 << 10

// release lets go of what a text was put together in.
func (d *draft) release() {
	s := d.scratch
	d.scratch = nil
	if s.out.Cap() > mostKept || cap(s.plain.b) > mostKept || cap(s.runs) > mostKept/64 {
		return
	}
	s.out.Reset()
	s.plain = plainText{b: s.plain.b[:0]}
	clear(s.runs[:cap(s.runs)])
	clear(s.nodes[:cap(s.nodes)])
	scratches.Put(s)
}
