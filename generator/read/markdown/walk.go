package markdown

import "github.com/yuin/goldmark/ast"

// walk visits every node of the text and of its footnotes, each before what is in it. The tree is not deep (tooDeep).
func (d *draft) walk(visit func(ast.Node)) {
	for _, root := range d.roots() {
		visitAll(root, visit)
	}
}

func visitAll(n ast.Node, visit func(ast.Node)) {
	visit(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		visitAll(c, visit)
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
	if !d.has(kind) {
		return nil
	}
	var found []ast.Node
	d.walk(func(n ast.Node) {
		if n.Kind() == kind {
			found = append(found, n)
		}
	})
	return found
}

// kindSet is kinds of nodes, of those that have a number below 128: all that there are, and some to spare.
type kindSet [2]uint64

// has tells whether the text has held a node of one of the kinds; it is known from joinText on.
func (d *draft) has(kinds ...ast.NodeKind) bool {
	for _, k := range kinds {
		if d.kinds[k/64]&(1<<(k%64)) != 0 {
			return true
		}
	}
	return false
}

// joinText makes one node of text that stands together, and takes down what kinds of nodes there are. goldmark parts text
// wherever one of its parsers has had a look.
func (d *draft) joinText() {
	d.walk(func(parent ast.Node) {
		kind := parent.Kind()
		d.kinds[kind/64] |= 1 << (kind % 64)
		for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
			text, ok := n.(*ast.Text)
			for ok && n.NextSibling() != nil && !text.SoftLineBreak() && !text.HardLineBreak() && text.Merge(n.NextSibling(), d.src) {
				parent.RemoveChild(parent, n.NextSibling())
			}
		}
	})
}
