package theme

import (
	"maps"
	"slices"
	"text/template/parse"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// nameCheck looks at the names in a template that can be known beforehand: texts, assets, and lists. Views hold them in
// maps, so that .Text.menu, $.Text.menu and .view.Text.menu all end in the name of the map and that of an entry, and
// index .Asset "site.css" has them side by side.
type nameCheck struct {
	sources *sources
	entries map[string][]string // map -> the entries that it has
	found   []diag.Diagnostic
}

// checkNames reports names in a tree that do not exist. lists are those of the layout that calls the template; nil where
// that is not known.
func (l *loader) checkNames(s *sources, tree *parse.Tree, t *Theme, lists map[string]model.Query) {
	c := &nameCheck{sources: s, entries: map[string][]string{"Every": slices.Sorted(maps.Keys(t.Lists[Every]))}}
	for _, texts := range t.Texts {
		c.entries["Text"] = slices.Sorted(maps.Keys(texts))
	}
	for _, a := range t.Assets {
		c.entries["Asset"] = append(c.entries["Asset"], a.Name)
	}
	if lists != nil {
		c.entries["List"] = slices.Sorted(maps.Keys(lists))
	}
	walk(tree.Root, c.node)
	l.report(c.found...)
}

func (c *nameCheck) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.FieldNode:
		c.path(n, n.Ident)
	case *parse.VariableNode:
		c.path(n, n.Ident)
	case *parse.ChainNode:
		c.path(n, n.Field)
	case *parse.CommandNode:
		c.index(n)
	}
}

// path looks at a chain of fields.
func (c *nameCheck) path(n parse.Node, path []string) {
	for i := 0; i+1 < len(path); i++ {
		c.entry(n, path[i], path[i+1])
	}
}

// index looks at index with a key in quotes.
func (c *nameCheck) index(n *parse.CommandNode) {
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
		c.entry(key, m.Ident[len(m.Ident)-1], key.Text)
	case *parse.VariableNode:
		c.entry(key, m.Ident[len(m.Ident)-1], key.Text)
	}
}

// entry reports an entry that a map does not have.
func (c *nameCheck) entry(n parse.Node, of, key string) {
	known, ok := c.entries[of]
	if !ok || slices.Contains(known, key) {
		return
	}
	code := diag.UnknownList
	switch of {
	case "Text":
		code = diag.UnknownText
	case "Asset":
		code = diag.UnknownAsset
	}
	place, _ := c.sources.nodePlace(n, key)
	c.found = append(c.found, suggest(code.At(place, key), key, known))
}
