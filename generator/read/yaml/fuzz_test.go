package yaml

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// sound fails unless a document is read without a panic, and everything that is told about it has a place in it, a
// message in both languages, and an order.
func sound(t interface{ Fatalf(string, ...any) }, src string) {
	node, found := Parse("f", []byte(src), 3)
	lines := strings.Split(strings.TrimPrefix(src, "\uFEFF"), "\n")
	for _, d := range found {
		d.Message(locale.Swedish)
		d.HintText(locale.English)
		if d.Place == diag.Whole("f") {
			continue
		}
		if d.Line < 3 || d.Line-3 >= len(lines) {
			t.Fatalf("%q: %s stands on line %d", src, d.Code, d.Line)
		}
		width := utf8.RuneCountInString(strings.TrimSuffix(lines[d.Line-3], "\r"))
		if d.Column < 1 || d.Column > width+1 || d.EndColumn != 0 && (d.EndColumn <= d.Column || d.EndColumn > width+1) {
			t.Fatalf("%q: %s stands at %d-%d of %d", src, d.Code, d.Column, d.EndColumn, width)
		}
	}
	if node != nil {
		places(t, src, node)
	}
}

// places fails unless each node begins with what was written there.
func places(t interface{ Fatalf(string, ...any) }, src string, n *Node) {
	if n.Place.Line < 3 || n.Place.Column < 1 {
		t.Fatalf("%q: %v", src, n.Place)
	}
	for _, item := range n.Items {
		places(t, src, item)
	}
	for _, p := range n.Pairs {
		places(t, src, p.Value)
	}
}

var pieces = []string{"title", "datum", ": ", ":", "\n", "\n", "\n  ", "\n- ", "- ", "'", "\"", "[", "]", "{", "}", ", ", "|", ">", "#", " # å", "å ö", "  ", "\t", "\\",
	"&a", "*a", "!!str ", "---", "...", "%", "@", "`", "? ", "<<: ", "~", "2026-12-01", "\r\n", "\uFEFF", "\u202E", "\x01", "\u2028", "漢", "\xe5"}

// No document makes the program panic, and every fault of one has a place in it.
func TestAnyDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sound(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces"), ""))
	})
}

// The same for documents that are nearly right: one slip in sound front matter.
func TestSlips(t *testing.T) {
	const src = "---\ntitle: \"Näringslivet i fokus\"\ndate: 2012-05-16 16:30\ntopics: [näring, 'fritid']\nimage:\n  file: bild.jpg\n  alt: 'Anna''s bild'\n" +
		"changes:\n  - date: 2012-06-01\n    note: |\n      Rättat: ett tal\n  - {date: 2012-06-02, note: Mer}\nsummary: >\n  Tio bolag\n  växer.\n"
	if node, found := Parse("f", []byte(src), 1); node == nil || len(found) > 0 {
		t.Fatal(told(found))
	}
	rapid.Check(t, func(t *rapid.T) {
		runes := []rune(src)
		i := rapid.IntRange(0, len(runes)-1).Draw(t, "where")
		n := rapid.IntRange(0, 1).Draw(t, "dropped")
		put := rapid.SampledFrom(append([]string{""}, pieces...)).Draw(t, "put in")
		sound(t, string(runes[:i])+put+string(runes[i+n:]))
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a: b\n", "a: 'b\n", "a: [b, {c: d}]\n", "- a\n- b: |\n    c\n", "a: \"\\u00e5\\x\"\n", "? a\n: b\n", "\t- a", "a: b: c", "%YAML 1.2\n---\na: 1\n...\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) { sound(t, src) })
}
