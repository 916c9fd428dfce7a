package page

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// Structured data is written as encoding/json writes it, whatever stands in it, but for what is empty: nothing can end the
// script element, and every reader of JSON takes it.
func TestJSONIsThatOfTheLibrary(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zåäö <>&"\\\x00-\x1f]{0,12}`), rapid.SampledFrom([]string{
		"</script>", "<!--", "\u2028", "\u2029", "\xe2\x80", "–", "\xff", "\x7f", "&amp;", "å\u00a0ä", "", "\\", "\"",
	}))
	rapid.Check(t, func(t *rapid.T) {
		o, same := drawNode(t, text, 2)
		want, err := json.Marshal(same)
		if err != nil {
			t.Fatal(err)
		}
		if got := o.appendJSON(nil); string(got) != string(want) {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
	})
}

// drawNode draws a node, and the same as the library takes it.
func drawNode(t *rapid.T, text *rapid.Generator[string], depth int) (object, map[string]any) {
	o, same := object{}, map[string]any{}
	for range rapid.IntRange(0, 4).Draw(t, "fields") {
		p := property{name: text.Draw(t, "key")}
		delete(same, p.name) // set anew, be it with nothing
		switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
		case kind == 0:
			if p.number = rapid.Int().Draw(t, "number"); p.number != 0 {
				same[p.name] = p.number
			}
		case kind == 1:
			texts := rapid.SliceOfN(text, 0, 3).Draw(t, "texts")
			if p.inner = texts; len(texts) > 0 {
				same[p.name] = texts
			}
		case kind == 2 && depth > 0:
			p.inner, same[p.name] = drawNode(t, text, depth-1)
		case kind == 3 && depth > 0:
			var nodes []object
			var list []map[string]any
			for range rapid.IntRange(0, 3).Draw(t, "nodes") {
				node, sameNode := drawNode(t, text, depth-1)
				nodes, list = append(nodes, node), append(list, sameNode)
			}
			p.inner = nodes
			if list != nil {
				same[p.name] = list
			}
		case kind == 4 && depth > 0:
			node, sameNode := drawNode(t, text, depth-1)
			p.text, p.written, same[p.name] = string(node.appendJSON(nil)), true, sameNode
		default:
			if p.text = text.Draw(t, "text"); p.text != "" {
				same[p.name] = p.text
			}
		}
		o.put(p)
	}
	return o, same
}

// A property that is set twice is written once, as it was set last.
func TestPropertySetTwice(t *testing.T) {
	var o object
	o.set("b", "x")
	o.set("a", "y")
	o.put(property{name: "b", inner: object{{name: "c", number: 1}}})
	if got := string(o.appendJSON(nil)); got != `{"a":"y","b":{"c":1}}` {
		t.Errorf("got %s", got)
	}
}
