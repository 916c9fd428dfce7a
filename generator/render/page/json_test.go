package page

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// Structured data is written as encoding/json writes it, whatever stands in it: nothing can end the script element, and
// every reader of JSON takes it.
func TestJSONIsThatOfTheLibrary(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zåäö <>&"\\\x00-\x1f]{0,12}`), rapid.SampledFrom([]string{
		"</script>", "<!--", "\u2028", "\u2029", "\xff", "\x7f", "&amp;", "å\u00a0ä", "", "\\", "\"",
	}))
	var node func(depth int) *rapid.Generator[object]
	node = func(depth int) *rapid.Generator[object] {
		return rapid.Custom(func(t *rapid.T) object {
			o := object{}
			for range rapid.IntRange(0, 4).Draw(t, "fields") {
				key := text.Draw(t, "key")
				switch kind := rapid.IntRange(0, 4).Draw(t, "kind"); {
				case kind == 0:
					o[key] = rapid.Int().Draw(t, "number")
				case kind == 1:
					o[key] = rapid.SliceOfN(text, 0, 3).Draw(t, "texts")
				case kind == 2 && depth > 0:
					o[key] = node(depth-1).Draw(t, "node")
				case kind == 3 && depth > 0:
					o[key] = rapid.SliceOfN(node(depth-1), 0, 3).Draw(t, "nodes")
				default:
					o[key] = text.Draw(t, "text")
				}
			}
			return o
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		o := node(2).Draw(t, "object")
		want, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendJSON(nil, o); string(got) != string(want) {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
	})
}
