package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"growthportal/generator/diag"
)

// balance makes what has been written since start into well-formed HTML: every element that is opened is closed, none
// is closed that was not opened, all as a browser would understand it inside the element of the block.
func (d *draft) balance(start int, block ast.Node) {
	balanced, err := balanced(string(d.out.Bytes()[start:]), contextOf(block))
	if err != nil { // elements in one another beyond what the parser takes
		at := max(0, block.Pos())
		d.report(diag.TooComplex, at, at+1)
		balanced = ""
	}
	d.out.Truncate(start)
	d.html(balanced)
}

// balanceAll does the same for the whole, once every block is balanced: a block in a paragraph ends it.
func (d *draft) balanceAll() {
	if d.mixed {
		d.balance(0, d.tree)
	}
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

// balanced parses HTML as the content of an element and writes it anew.
func balanced(fragment, context string) (string, error) {
	parent := &xhtml.Node{Type: xhtml.ElementNode, Data: context, DataAtom: atom.Lookup([]byte(context))}
	nodes, err := xhtml.ParseFragment(strings.NewReader(fragment), parent)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, n := range nodes {
		writeNode(&b, n)
	}
	return b.String(), nil
}

// writeNode writes a parsed element the way that we write all others, and turns the references that came through the
// cleaning into marks. The parser bounds its depth.
func writeNode(b *strings.Builder, n *xhtml.Node) {
	switch n.Type {
	case xhtml.TextNode:
		b.WriteString(escape(n.Data))
	case xhtml.ElementNode:
		ref := attributeOf(n, openRef)
		if n.Data == "img" {
			if ref != "" {
				b.WriteString(string(markOpen) + ref + string(markClose))
			}
			return
		}
		b.WriteString("<" + n.Data)
		for _, a := range n.Attr {
			switch {
			case a.Key == openRef:
				b.WriteString(` href="` + string(markOpen) + ref + string(markClose) + `"`)
			case a.Val == "" && isFlag(a.Key):
				b.WriteString(" " + a.Key)
			default:
				b.WriteString(" " + a.Key + `="` + escape(a.Val) + `"`)
			}
		}
		b.WriteString(">")
		if isVoid(n.Data) {
			return
		}
		if first := n.FirstChild; n.Data == "pre" && first != nil && strings.HasPrefix(first.Data, "\n") {
			b.WriteString("\n") // a parser drops the first line end of a pre
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			writeNode(b, c)
		}
		b.WriteString("</" + n.Data + ">")
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
