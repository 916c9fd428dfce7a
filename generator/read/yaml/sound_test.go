package yaml

import (
	"testing"

	yamlv3 "gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// anyValue draws what a document may hold: texts of every kind, lists and mappings.
func anyValue(t *rapid.T, depth int) any {
	kinds := 4
	if depth == 0 {
		kinds = 2
	}
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		return rapid.StringMatching(`[a-zåö#:,'"\[\]{}@!&*|>%\\\- \n]{0,12}`).Draw(t, "text")
	case 1:
		return rapid.SampledFrom([]any{nil, true, 7, "2026-12-01", "https://a.se/#b", "Ja: nej", "it's", `"x"`, "- a", "a #b", "# c", "två\nrader\n", "  in", "---", "~", "null"}).Draw(t, "sample")
	case 2:
		list := make([]any, rapid.IntRange(0, 3).Draw(t, "length"))
		for i := range list {
			list[i] = anyValue(t, depth-1)
		}
		return list
	}
	values := map[string]any{}
	for range rapid.IntRange(0, 3).Draw(t, "keys") {
		values[rapid.StringMatching(`[a-zåö][a-z å:'-]{0,5}`).Draw(t, "key")] = anyValue(t, depth-1)
	}
	return values
}

// flowStyle sets parts of a document in brackets.
func flowStyle(t *rapid.T, n *yamlv3.Node) {
	if (n.Kind == yamlv3.MappingNode || n.Kind == yamlv3.SequenceNode) && rapid.Bool().Draw(t, "in brackets") {
		n.Style |= yamlv3.FlowStyle
		return
	}
	for _, c := range n.Content {
		flowStyle(t, c)
	}
}

// same tells whether a node holds what a value does.
func same(n *Node, value any) bool {
	switch v := value.(type) {
	case nil:
		return n == nil || n.Kind == Null
	case string:
		return n != nil && n.Text == v
	case []any:
		if n == nil || n.Kind != Sequence || len(n.Items) != len(v) {
			return false
		}
		for i := range v {
			if !same(n.Items[i], v[i]) {
				return false
			}
		}
		return true
	case map[string]any:
		if n == nil || n.Kind != Mapping || len(n.Pairs) != len(v) {
			return false
		}
		for _, p := range n.Pairs {
			if !same(p.Value, v[p.Key]) {
				return false
			}
		}
		return true
	}
	return n != nil && n.Kind == Scalar && !n.Quoted
}

// Whatever can be written as YAML is read as what it was, and the search for faults, which knows YAML only as people
// write it, finds none in it: it cannot lead an author to a line that is sound.
func TestSoundDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := map[string]any{"a": anyValue(t, 3), "b": anyValue(t, 2)}
		var doc yamlv3.Node
		if err := doc.Encode(value); err != nil {
			t.Skip("the library does not understand what it writes")
		}
		flowStyle(t, &doc)
		src, err := yamlv3.Marshal(&doc)
		if err != nil {
			t.Fatal(err)
		}
		var back map[string]any // the library drops some line ends when it writes
		if err := yamlv3.Unmarshal(src, &back); err != nil {
			t.Skip("the library does not understand what it writes")
		}
		node, found := Parse("f", src, 1)
		if len(found) > 0 || !same(node, back) {
			t.Fatalf("%s\nread as %s\n%s", src, shape(node), told(found))
		}
		text := newText("f", src, 1)
		if d, wrong := text.findFault(len(text.lines)); wrong {
			t.Fatalf("%s\nhas no %s at %d:%d", src, d.Code, d.Line, d.Column)
		}
	})
}
