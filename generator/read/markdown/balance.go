package markdown

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// balance makes what has been written since start into well-formed HTML: every element that is opened is closed, none
// is closed that was not opened, all as a browser would understand it inside the element of the block.
func (d *draft) balance(start int, block ast.Node) {
	written, _, err := balanced(string(d.out.Bytes()[start:]), contextOf(block))
	if err != nil { // elements in one another beyond what the parser takes
		at := max(0, block.Pos())
		d.refuse(at, at+1)
	}
	d.out.Truncate(start)
	d.html(written)
}

// balanceAll does the same for the whole, once every block is balanced: a block in a paragraph ends it.
func (d *draft) balanceAll() {
	if !d.mixed {
		return
	}
	written, ids, err := balanced(d.out.String(), contextOf(d.tree))
	if err != nil {
		d.refuse(0, 1)
	}
	d.out.Reset()
	d.html(written)
	d.ids = ids
}

// contextOf is the element that a block is written in.
func contextOf(block ast.Node) string {
	switch block.Kind() {
	case ast.KindListItem, east.KindFootnote:
		return "li"
	case ast.KindBlockquote:
		return "blockquote"
	case ast.KindParagraph:
		return "p"
	case ast.KindHeading:
		return "h" + strconv.Itoa(block.(*ast.Heading).Level)
	case east.KindTable:
		return "table"
	case east.KindTableHeader, east.KindTableRow:
		return "tr"
	case east.KindTableCell:
		return "td"
	case east.KindDefinitionList:
		return "dl"
	case east.KindDefinitionTerm:
		return "dt"
	case east.KindDefinitionDescription:
		return "dd"
	case ast.KindList:
		return "ul"
	}
	return "div"
}

// balanced parses HTML as the content of an element and writes it anew. It gives the ids in it as well.
func balanced(fragment, context string) (written string, ids []string, err error) {
	parent := &xhtml.Node{Type: xhtml.ElementNode, Data: context, DataAtom: atom.Lookup([]byte(context))}
	nodes, err := xhtml.ParseFragment(strings.NewReader(fragment), parent)
	if err != nil {
		return "", nil, err
	}
	w := nodeWriter{ids: map[string]bool{}}
	for _, n := range nodes {
		w.write(n)
	}
	return w.b.String(), slices.Collect(maps.Keys(w.ids)), nil
}

// nodeWriter writes parsed elements the way that we write all others. The parser bounds their depth.
type nodeWriter struct {
	b   strings.Builder
	ids map[string]bool
}

func (w *nodeWriter) write(n *xhtml.Node) {
	if n.Type == xhtml.TextNode {
		w.b.WriteString(escape(n.Data))
	}
	if n.Type != xhtml.ElementNode {
		return
	}
	if n.Data == "img" {
		if ref := attributeOf(n, openRef); ref != "" {
			w.b.WriteString(mark(ref))
		}
		return
	}
	w.b.WriteString("<" + n.Data)
	for _, a := range n.Attr {
		w.attribute(a)
	}
	w.b.WriteString(">")
	if isVoid(n.Data) {
		return
	}
	if first := n.FirstChild; n.Data == "pre" && first != nil && strings.HasPrefix(first.Data, "\n") {
		w.b.WriteString("\n") // a parser drops the first line end of a pre
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.write(c)
	}
	w.b.WriteString("</" + n.Data + ">")
}

// attribute writes an attribute; a reference that came through the cleaning becomes a link. An element that the parser
// has cloned, to balance tags that overlap, keeps its id once.
func (w *nodeWriter) attribute(a xhtml.Attribute) {
	switch {
	case a.Key == openRef:
		w.b.WriteString(` href="` + mark(a.Val) + `"`)
	case a.Key == "id" && w.ids[a.Val]:
	case a.Val == "" && isFlag(a.Key):
		w.b.WriteString(" " + a.Key)
	default:
		if a.Key == "id" {
			w.ids[a.Val] = true
		}
		w.b.WriteString(" " + a.Key + `="` + escape(a.Val) + `"`)
	}
}

func attributeOf(n *xhtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// isFlag tells whether an attribute is written without a value.
func isFlag(name string) bool {
	switch name {
	case "checked", "disabled", "open", "reversed":
		return true
	}
	return false
}

// isVoid tells whether an element has no content and no end tag (HTML 13.1.2), among those that are kept.
func isVoid(name string) bool {
	switch name {
	case "br", "col", "hr", "img", "input", "wbr":
		return true
	}
	return false
}
