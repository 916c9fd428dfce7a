package theme

import (
	"maps"
	"slices"
	"text/template/parse"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// checkNames looks at the names in a template that can be known beforehand: texts, assets, and lists. Views hold them
// in maps, so that .Text.menu, $.Text.menu and .view.Text.menu all end in the name of the map and that of an entry, and
// index .Asset "site.css" has them side by side. lists are those of the layout that calls the template; nil where that is
// not known.
func (l *loader) checkNames(s *sources, tree *parse.Tree, t *Theme, lists map[string]model.Query) {
	walk(tree.Root, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.FieldNode:
			l.checkPath(s, n, n.Ident, t, lists)
		case *parse.VariableNode:
			l.checkPath(s, n, n.Ident, t, lists)
		case *parse.ChainNode:
			l.checkPath(s, n, n.Field, t, lists)
		case *parse.CommandNode:
			l.checkIndex(s, n, t, lists)
		}
	})
}

// checkPath looks at a chain of fields.
func (l *loader) checkPath(s *sources, n parse.Node, path []string, t *Theme, lists map[string]model.Query) {
	for i := 0; i+1 < len(path); i++ {
		l.checkEntry(s, n, path[:i+1], path[i+1], t, lists)
	}
}

// checkIndex looks at index with a key in quotes.
func (l *loader) checkIndex(s *sources, n *parse.CommandNode, t *Theme, lists map[string]model.Query) {
	if len(n.Args) != 3 {
		return
	}
	function, ok := n.Args[0].(*parse.IdentifierNode)
	key, isText := n.Args[2].(*parse.StringNode)
	if !ok || function.Ident != "index" || !isText {
		return
	}
	switch m := n.Args[1].(type) {
	case *parse.FieldNode:
		l.checkEntry(s, key, m.Ident, key.Text, t, lists)
	case *parse.VariableNode:
		l.checkEntry(s, key, m.Ident, key.Text, t, lists)
	}
}

// checkEntry reports an entry that the map at the end of a path does not have. Lists are only known on the view itself.
func (l *loader) checkEntry(s *sources, n parse.Node, path []string, key string, t *Theme, lists map[string]model.Query) {
	var known []string
	code := diag.UnknownText
	switch path[len(path)-1] {
	case "Text":
		for _, texts := range t.Texts {
			known = slices.Sorted(maps.Keys(texts))
		}
	case "Asset":
		code = diag.UnknownAsset
		for _, a := range t.Assets {
			known = append(known, a.Name)
		}
	case "Every":
		code = diag.UnknownList
		known = slices.Sorted(maps.Keys(t.Lists[Every]))
	case "List":
		if lists == nil {
			return
		}
		code = diag.UnknownList
		known = slices.Sorted(maps.Keys(lists))
	default:
		return
	}
	if !slices.Contains(known, key) {
		l.report(suggest(code.At(s.nodePlace(n, key), key), key, known))
	}
}
