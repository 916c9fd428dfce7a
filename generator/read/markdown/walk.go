package markdown

import "github.com/yuin/goldmark/ast"

// walk visits every node of the text and of its footnotes, each before what is in it.
func (d *draft) walk(visit func(ast.Node)) {
	for _, root := range d.roots() {
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				visit(n)
			}
			return ast.WalkContinue, nil
		})
	}
}

// roots are the text and, once they have been gathered, its footnotes.
func (d *draft) roots() []ast.Node {
	roots := []ast.Node{d.tree}
	for _, f := range d.footnotes {
		roots = append(roots, f.node)
	}
	return roots
}

// find gives the nodes of one kind, in the order of the text. They may be taken out of the tree afterwards.
func (d *draft) find(kind ast.NodeKind) []ast.Node {
	var found []ast.Node
	d.walk(func(n ast.Node) {
		if n.Kind() == kind {
			found = append(found, n)
		}
	})
	return found
}

// joinText makes one node of text that stands together. goldmark parts it wherever one of its parsers has had a look.
func (d *draft) joinText() {
	d.walk(func(parent ast.Node) {
		for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
			text, ok := n.(*ast.Text)
			for ok && n.NextSibling() != nil && !text.SoftLineBreak() && !text.HardLineBreak() && text.Merge(n.NextSibling(), d.src) {
				parent.RemoveChild(parent, n.NextSibling())
			}
		}
	})
}
