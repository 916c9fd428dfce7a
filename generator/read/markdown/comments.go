package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"growthportal/generator/diag"
)

// Comments are the author's own: they are dropped, whatever is said of raw HTML. What stands beside one on its last
// line is the author's text and is read as such, where CommonMark would take it as a part of the HTML.

var commentStart, commentEnd = []byte("<!--"), []byte("-->")

// htmlBlockParser reads blocks of raw HTML (CommonMark 4.6), and comments that are paragraphs of their own.
type htmlBlockParser struct{ parser.BlockParser }

// Open begins a block of raw HTML or a comment.
func (p htmlBlockParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	trimmed := bytes.TrimLeft(line, " ")
	if end := commentLength(trimmed); end > 0 && !util.IsBlank(trimmed[end:]) {
		return nil, parser.NoChildren // text follows on the same line: it is a paragraph with a comment in it
	}
	return p.BlockParser.Open(parent, r, pc)
}

// Continue takes a line into the block, up to its end.
func (p htmlBlockParser) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	block := node.(*ast.HTMLBlock)
	if block.HTMLBlockType != ast.HTMLBlockType2 {
		return p.BlockParser.Continue(node, r, pc)
	}
	if _, closed := commentClosure(block); closed {
		return parser.Close
	}
	line, segment := r.PeekLine()
	end := bytes.Index(line, commentEnd)
	if end < 0 {
		return p.BlockParser.Continue(node, r, pc)
	}
	end += len(commentEnd)
	block.SetAttributeString(closedComment, true)
	if util.IsBlank(line[end:]) {
		block.ClosureLine = segment
		r.AdvanceToEOL()
		return parser.Close
	}
	r.Advance(end) // the parsers go on with what follows the comment
	return parser.Close
}

// closedComment marks a comment whose end has been seen beyond its first line.
const closedComment = "closed"

func commentClosure(block *ast.HTMLBlock) (any, bool) { return block.AttributeString(closedComment) }

// commentLength is the length of the comment that a text begins with, or 0 where it begins with none or does not end.
func commentLength(s []byte) int {
	if !bytes.HasPrefix(s, commentStart) {
		return 0
	}
	for _, short := range []string{"<!-->", "<!--->"} {
		if bytes.HasPrefix(s, []byte(short)) {
			return len(short)
		}
	}
	if end := bytes.Index(s[len(commentStart):], commentEnd); end >= 0 {
		return len(commentStart) + end + len(commentEnd)
	}
	return 0
}

// dropComments takes the comments out of the tree, and reports those that never end: all that follows would go with
// them.
func (d *draft) dropComments() {
	if !d.has(ast.KindHTMLBlock, ast.KindRawHTML) {
		return
	}
	var comments []ast.Node
	d.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			if n.HTMLBlockType == ast.HTMLBlockType2 {
				comments = append(comments, n)
				d.checkClosed(n)
			}
		case *ast.RawHTML:
			first := n.Segments.At(0)
			if bytes.HasPrefix(first.Value(d.src), commentStart) {
				comments = append(comments, n)
			}
		}
	})
	for _, n := range comments {
		parent := n.Parent()
		if next, ok := n.NextSibling().(*ast.Text); ok && n.PreviousSibling() == nil {
			next.Segment = next.Segment.TrimLeftSpace(d.src)
		}
		parent.RemoveChild(parent, n)
		if parent.FirstChild() == nil && parent.Kind() == ast.KindParagraph && parent.Parent() != nil {
			parent.Parent().RemoveChild(parent.Parent(), parent)
		}
	}
}

func (d *draft) checkClosed(block *ast.HTMLBlock) {
	first := block.Lines().At(0)
	written := first.Value(d.src)
	_, closed := commentClosure(block)
	indent := len(written) - len(bytes.TrimLeft(written, " "))
	if at := first.Start + indent - first.Padding; !closed && commentLength(written[indent:]) == 0 {
		d.report(diag.UnclosedComment, at, at+len(commentStart))
	}
}

// rawHTMLParser reads raw HTML in running text (CommonMark 6.6). A comment that does not end within its paragraph
// would stand in the text, brackets and all.
type rawHTMLParser struct{ parser.InlineParser }

// Parse reads a tag or a comment.
func (p rawHTMLParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := newLook(parent, block, pc)
	if len(l.line) < 2 || !isASCIILetter(l.line[1]) && bytes.IndexByte([]byte("/!?"), l.line[1]) < 0 {
		return nil
	}
	cost := 8 * l.rest()
	if bytes.HasPrefix(l.line, commentStart) {
		cost = l.rest()
	}
	if !l.d.pay(cost, l.at) {
		return nil
	}
	node := p.InlineParser.Parse(parent, block, pc)
	if node == nil && bytes.HasPrefix(l.line, commentStart) {
		l.d.report(diag.UnclosedComment, l.at, l.at+len(commentStart))
	}
	return node
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
