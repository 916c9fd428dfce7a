package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// isTask tells whether a list item begins with a checkbox (GFM 5.3).
func isTask(item ast.Node) bool {
	first := item.FirstChild()
	return first != nil && first.FirstChild() != nil && first.FirstChild().Kind() == east.KindTaskCheckBox
}

// renderTask writes the checkbox of a task: it shows a state and cannot be changed. What it is called is the same for
// all of them, since the item's own text follows.
func renderTask(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	d.html(`<input type="checkbox" aria-label="` + d.words.done + `" disabled`)
	if n.(*east.TaskCheckBox).IsChecked {
		d.html(" checked")
	}
	d.html("> ")
	return ast.WalkContinue
}
