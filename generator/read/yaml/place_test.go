package yaml

import (
	"fmt"
	"strings"
	"testing"
)

// shape writes a node with the places of all that is in it.
func shape(n *Node) string {
	if n == nil {
		return "nothing"
	}
	at := fmt.Sprintf("@%d:%d-%d", n.Place.Line, n.Place.Column, n.Place.EndColumn)
	switch n.Kind {
	case Null:
		return "null" + at
	case Scalar:
		switch {
		case n.Block:
			return fmt.Sprintf("block%q%s", n.Text, at)
		case n.Quoted:
			return fmt.Sprintf("%q%s", n.Text, at)
		}
		return n.Text + at
	case Sequence:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = shape(item)
		}
		return "[" + strings.Join(items, " ") + "]" + at
	}
	pairs := make([]string, len(n.Pairs))
	for i, p := range n.Pairs {
		pairs[i] = fmt.Sprintf("%s@%d:%d-%d=%s", p.Key, p.KeyPlace.Line, p.KeyPlace.Column, p.KeyPlace.EndColumn, shape(p.Value))
	}
	return "{" + strings.Join(pairs, " ") + "}" + at
}

// Values keep what was written, and know where: lines and columns from 1, columns in characters, ends exclusive.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"nothing", "", "nothing"},
		{"comments", "# a\n\n# b\n", "nothing"},
		{"nothing between fences", "---\n", "nothing"},
		{"plain text", "title: Näringslivet i fokus\n", "{title@1:1-6=Näringslivet i fokus@1:8-28}@1:1-28"},
		{"text as it is written", "a: 2026\nb: 0123\nc: ja\nd: 1_000\ne: 12:30:45\nf: 2012-05-16\ng: 0x1F\nh: .5\ni: yes\n",
			"{a@1:1-2=2026@1:4-8 b@2:1-2=0123@2:4-8 c@3:1-2=ja@3:4-6 d@4:1-2=1_000@4:4-9 e@5:1-2=12:30:45@5:4-12 f@6:1-2=2012-05-16@6:4-14 g@7:1-2=0x1F@7:4-8 h@8:1-2=.5@8:4-6 i@9:1-2=yes@9:4-7}@1:1-8"},
		{"a byte order mark takes no column", "\uFEFFa: b\n", "{a@1:1-2=b@1:4-5}@1:1-5"},
		{"CRLF", "a: b\r\nc: 'd'\r\n", "{a@1:1-2=b@1:4-5 c@2:1-2=\"d\"@2:4-7}@1:1-5"},
		{"spaces and comments after a value", "a: b c   # d\ne: 'f' # g\n", "{a@1:1-2=b c@1:4-7 e@2:1-2=\"f\"@2:4-7}@1:1-13"},
		{"nulls", "a:\nb: ~\nc: null\nd: 'null'\ne:   # x\n", "{a@1:1-2=null@1:3-0 b@2:1-2=null@2:4-5 c@3:1-2=null@3:4-8 d@4:1-2=\"null\"@4:4-10 e@5:1-2=null@5:3-0}@1:1-3"},
		{"double quotes", `a: "Å: \"ö\" \u00e9"` + "\n", `{a@1:1-2="Å: \"ö\" é"@1:4-21}@1:1-21`},
		{"single quotes", "a: 'it''s' \n", `{a@1:1-2="it's"@1:4-11}@1:1-11`},
		{"quotes over two lines", "a: \"b\n  c\"\nd: e\n", `{a@1:1-2="b c"@1:4-6 d@3:1-2=e@3:4-5}@1:1-6`},
		{"plain text over two lines", "a: b\n  c\nd: e\n", `{a@1:1-2=b c@1:4-5 d@3:1-2=e@3:4-5}@1:1-5`},
		{"block", "a: |\n  b\n\n  c\nd: >-\n  e\n  f\n", `{a@1:1-2=block"b\n\nc\n"@1:4-5 d@5:1-2=block"e f"@5:4-6}@1:1-5`},
		{"list below", "a:\n  - ö b\n  - c\n", "{a@1:1-2=[ö b@2:5-8 c@3:5-6]@2:3-8}@1:1-3"},
		{"list below without indentation", "a:\n- b\n-\n", "{a@1:1-2=[b@2:3-4 null@3:2-0]@2:1-4}@1:1-3"},
		{"list in brackets", "a: [ö, 'b]', \"c\"] # d\n", `{a@1:1-2=[ö@1:5-6 "b]"@1:8-12 "c"@1:14-17]@1:4-18}@1:1-22`},
		{"list in brackets over two lines", "a: [b,\n  c]\n", "{a@1:1-2=[b@1:5-6 c@2:3-4]@1:4-7}@1:1-7"},
		{"mapping in braces", "a: {b: [c], d: e}\n", "{a@1:1-2={b@1:5-6=[c@1:9-10]@1:8-11 d@1:13-14=e@1:16-17}@1:4-18}@1:1-18"},
		{"a key without a value in braces", "a: {b: , c}\n", "{a@1:1-2={b@1:5-6=null@1:7-0 c@1:10-11=null@1:11-0}@1:4-12}@1:1-12"},
		{"mappings in a list", "a:\n  - b: c\n    d: e\n", "{a@1:1-2=[{b@2:5-6=c@2:8-9 d@3:5-6=e@3:8-9}@2:5-9]@2:3-9}@1:1-3"},
		{"quoted key", "\"a b\": c\n", "{a b@1:1-6=c@1:8-9}@1:1-9"},
		{"text at the top", "just words\n", "just words@1:1-11"},
		{"a document's end", "---\na: b\n...\n", "{a@2:1-2=b@2:4-5}@2:1-5"},
	} {
		node, found := Parse("f", []byte(tt.src), 1)
		if got := shape(node); got != tt.want || len(found) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%s", tt.name, got, tt.want, told(found))
		}
	}
}

// A document inside another file is told by the lines of that file.
func TestFirstLine(t *testing.T) {
	node, _ := Parse("f", []byte("a: b\nc: d\n"), 2)
	if got := node.Get("c").Place; got.Line != 3 || got.File != "f" {
		t.Errorf("got %v", got)
	}
	for _, src := range []string{"a: 'b\n", "x: 1\ny: *a\n", "x: \x01\n", "a: 1\na: 2\n"} {
		one, _ := place1(src, 1)
		ten, _ := place1(src, 10)
		if ten != one+9 {
			t.Errorf("%q: line %d became %d", src, one, ten)
		}
	}
}

func place1(src string, firstLine int) (line, column int) {
	_, found := Parse("f", []byte(src), firstLine)
	return found[0].Line, found[0].Column
}

// Names follow values into lists, so that what is wrong with an element can be told by its key.
func TestNames(t *testing.T) {
	node, _ := Parse("f", []byte("a: [b, {c: d}]\n"), 1)
	a := node.Get("a")
	if a.Name != "a" || a.Items[0].Name != "a" || a.Items[1].Name != "a" || a.Items[1].Get("c").Name != "c" {
		t.Errorf("got %q %q %q", a.Name, a.Items[0].Name, a.Items[1].Get("c").Name)
	}
	if got := strings.Join(node.Keys(), " "); got != "a" {
		t.Errorf("keys: %s", got)
	}
	var none *Node
	if none.Get("a") != nil || none.Keys() != nil {
		t.Error("a missing node has keys")
	}
}
