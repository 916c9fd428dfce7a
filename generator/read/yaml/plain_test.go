package yaml

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// samePlain fails where a document that is read as plain is another to the library, in its values, their places, or what is
// told of it. It tells whether the document is plain.
func samePlain(t interface{ Fatalf(string, ...any) }, src string) bool {
	node, ok := readPlain("f", []byte(src), 3)
	if !ok {
		return false
	}
	want, found := parseAny("f", []byte(src), 3)
	if len(found) > 0 || !reflect.DeepEqual(node, want) {
		t.Fatalf("%q: %s\nthe library: %s %v", src, shown(node), shown(want), told(found))
	}
	return true
}

// shown writes a node with all that is in it.
func shown(n *Node) string {
	if n == nil {
		return "nothing"
	}
	var b strings.Builder
	b.WriteString(strings.Join([]string{n.Name, fmt.Sprint(n.Place), n.Text}, " "))
	for _, item := range n.Items {
		b.WriteString(" - " + shown(item))
	}
	for _, pair := range n.Pairs {
		b.WriteString(" {" + pair.Key + " " + fmt.Sprint(pair.KeyPlace) + ": " + shown(pair.Value) + "}")
	}
	return b.String()
}

// plainFront is front matter as it is written most.
const plainFront = `title: Näringslivet växer till 100 %
date: 2025-05-03T21:53:00+01:00
summary: Kommunen (med råd) ökar, se https://a.se/b#c – "här".
topics:
  - etablering
  - 'två ord'
  - om/skola
also: [amne-01, två ord, om/skola.md]
draft: false
phone: "0296-445 25 60"
people:
  - name: Eva Åkerlund
    role: kommundirektör
    links:
      - https://a.se
      - b
  - name: ""
image:
  file: bild.jpg
  size:
    wide: 12
`

// pieces of which lines are made that are plain, or nearly.
var plainPieces = []string{
	"a", "key", "B-c", "d_1", "å", "日", "Ö ", "1", "2026-12-01", "null", "Null", "NULL", "~", "true", "<<", "=", ".", "...", "---", "--- ", "%", "@", "`", "x", " ",
	":", ": ", ":\n", "\n", "\n  ", "\n    ", "\n   ", "- ", "-", "\n- ", "\n  - ", "\n    - ", "key: ", "key:\n", "b: ", "c: ", "\"", "'", "\"x\"", "'y'", "\\", "[", "]", "[a, b]", ", ", ",", "{", "}",
	"#", " #", "&a", "*a", "!!str ", "!", "|", ">", "?", "? ", "\t", "\r", "\u00a0", "\u0085", "\u2028", "\ufeff", "\u202e", "\ufffd", "\ue000", "\U0001f389", "\x00", "\x7f", "\x80", "(", "+", "/",
}

// What is read as plain is what the library reads, for any lines.
func TestPlainIsWhatTheLibraryReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samePlain(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(plainPieces), 0, 16).Draw(t, "pieces"), ""))
	})
}

// So it is for front matter with a slip or two in it.
func TestPlainWithSlips(t *testing.T) {
	if !samePlain(t, plainFront) {
		t.Fatalf("%q is not read as plain", plainFront)
	}
	rapid.Check(t, func(t *rapid.T) {
		src := plainFront
		for range rapid.IntRange(1, 2).Draw(t, "slips") {
			runes := []rune(src)
			i := rapid.IntRange(0, len(runes)-1).Draw(t, "where")
			n := min(rapid.IntRange(0, 6).Draw(t, "dropped"), len(runes)-i)
			src = string(runes[:i]) + rapid.SampledFrom(append([]string{""}, plainPieces...)).Draw(t, "put in") + string(runes[i+n:])
		}
		samePlain(t, src)
	})
}

// Long lines, deep ones and the ends of documents are no exceptions.
func TestPlainAtItsBounds(t *testing.T) {
	long := strings.Repeat("ord ", 600) + "ord"
	deep := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat("  ", i) + "a:\n")
		}
		return b.String() + strings.Repeat("  ", n) + "b: c\n"
	}
	for src, plain := range map[string]bool{
		"a: " + long:                          true,
		"a: \"" + long + "\"\nb: c":           true,
		"a:\n  - " + long + "\n  - b: c\n":    true,
		strings.Repeat("k", 64) + ": a":       true,
		strings.Repeat("k", 65) + ": a":       false,
		deep(deepestPlain - 1):                true,
		deep(deepestPlain):                    false,
		deep(MaxDepth + 1):                    false,
		"a: b":                                true,
		"a: b\n\n":                            false,
		"":                                    false,
		"a:\n":                                false,
		"a:\n- b\n":                           false,
		"a: b\na: c\n":                        false,
		"a: b ":                               false,
		" a: b":                               false,
		"- a":                                 false,
		"a: [b]\nc: [d, e]\n":                 true,
		"a: []":                               false,
		"a: [b, null]":                        false,
		"a: ''\n":                             true,
		"a: '''b'":                            false,
		"a: \"\\u202e\"":                      false,
		"a:\n  - b: c\n    d: e\n  - f\ng: h": true,
		"a:\n  - b: c\n   d: e\n":             false,
		"a:\n  b: c\n    d: e\n":              false,
		"a: b\n  c: d\n":                      false,
		"a:\n    b: c\n  d: e\n":              false,
		"a:\n  - b\n    - c\n":                false,
		"a:\n    - b\n  - c\n":                false,
		"a: b #c":                             false,
		"a: b#c":                              true,
		"a: b:":                               false,
		"a: b:c":                              true,
		"a: b: c":                             false,
		"a: null":                             false,
		"a: nullable":                         true,
		"a: \"null\"":                         true,
		"a: [b , c]":                          false,
		"a: [b,c]":                            false,
		"a: [b c, d]":                         true,
		"a: \ufeff":                           false,
	} {
		if got := samePlain(t, src); got != plain {
			t.Errorf("%.60q is read as plain: %v", src, got)
		}
	}
}

// FuzzPlain looks for a document that is read as plain and is another to the library.
func FuzzPlain(f *testing.F) {
	f.Add(plainFront)
	for _, piece := range plainPieces {
		f.Add("a: b" + piece + "\nc:\n  - " + piece + "\n  - d: e\n    f: [g, " + piece + "]\n")
	}
	f.Fuzz(func(t *testing.T, src string) { samePlain(t, src) })
}
