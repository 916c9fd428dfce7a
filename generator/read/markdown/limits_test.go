package markdown

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"growthportal/generator/diag"
)

// manifold repeats a text up to a size.
func manifold(s string, size int) string { return strings.Repeat(s, max(1, size/len(s))) }

// counted makes a text of numbered parts, up to a size.
func counted(size int, part string) string {
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(part, "№", fmt.Sprint(i)))
	}
	return b.String()
}

// pathological are texts that make Markdown parsers slow: those of cmark's own tests, and what is slow in goldmark.
var pathological = map[string]func(n int) string{
	"nested strong emphasis":   func(n int) string { return manifold("*a **a ", n/2) + "b" + manifold(" a** a*", n/2) },
	"emphasis closers":         func(n int) string { return manifold("a_ ", n) },
	"emphasis openers":         func(n int) string { return manifold("_a ", n) },
	"mixed emphasis":           func(n int) string { return manifold("a**b_c* ", n) },
	"mismatched openers":       func(n int) string { return manifold("*a_ ", n) },
	"one run":                  func(n int) string { return manifold("*", n) + "a" + manifold("*", n) },
	"strikethrough":            func(n int) string { return manifold("~a ", n) },
	"nested brackets":          func(n int) string { return manifold("[", n/2) + "a" + manifold("]", n/2) },
	"open brackets":            func(n int) string { return manifold("[", n) },
	"link openers":             func(n int) string { return manifold("[a](b", n) },
	"link openers in brackets": func(n int) string { return manifold("[a](<b", n) },
	"link titles":              func(n int) string { return manifold("[a](b (", n) },
	"link closers":             func(n int) string { return manifold("a]", n) },
	"image openers":            func(n int) string { return manifold("![[]()", n) },
	"reference openers":        func(n int) string { return manifold("[a][", n) },
	"nested quotes":            func(n int) string { return manifold("> ", n) + "a" },
	"nested lists":             func(n int) string { return manifold("- ", n) + "a" },
	"dashes":                   func(n int) string { return manifold("- ", n) },
	"lists by indentation": func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	},
	"blank lines in lists": func(n int) string { return "- a\n  - b\n    - c\n" + manifold("\n", n) },
	"backticks":            func(n int) string { return counted(n, "e№`") },
	"lengths of backticks": lengthsOfBackticks,
	"tags":                 func(n int) string { return manifold("<a b=\"", n) },
	"quotes in tags":       func(n int) string { return manifold("<a x=\"'><b y='\">", n) },
	"attributes":           func(n int) string { return "<a" + manifold(" b", n) },
	"comments":             func(n int) string { return "a " + manifold("<!--", n) },
	"instructions":         func(n int) string { return "a " + manifold("<?", n) },
	"declarations":         func(n int) string { return "a " + manifold("<!A ", n) },
	"character data":       func(n int) string { return "a " + manifold("<![CDATA[", n) },
	"less-than signs":      func(n int) string { return manifold("<", n) },
	"elements in elements": func(n int) string { return "<div>" + manifold("<b>", n) },
	"bare addresses":       func(n int) string { return manifold("_http://a", n) },
	"bare hosts":           func(n int) string { return manifold("(www.a", n) },
	"e-mail addresses":     func(n int) string { return manifold("_a@b-c", n) },
	"columns":              func(n int) string { return manifold("|a", n) + "\n" + manifold("|-", n) + "\n" },
	"missing cells": func(n int) string {
		return manifold("|a", n/2) + "\n" + manifold("|-", n/2) + "\n" + manifold("a\n", n)
	},
	"definitions":             func(n int) string { return manifold("[a]: u\n", n) },
	"long address, often":     func(n int) string { return "[a]: " + manifold("u", n/2) + "\n\n" + manifold("[a]", n/2) },
	"long title, often":       func(n int) string { return "[a]: b '" + manifold("u", n/2) + "'\n\n" + manifold("[a]", n/2) },
	"footnotes":               func(n int) string { return counted(n, "[^№]: b\n\n[^№] ") },
	"calls of a footnote":     func(n int) string { return "[^a]: b\n\n" + manifold("[^a]", n) },
	"footnotes in each other": func(n int) string { return counted(n, "[^№]: ") },
	"descriptions":            func(n int) string { return "a\n" + manifold(": b\n", n) },
	"languages":               func(n int) string { return manifold("[a]{lang=en} ", n) },
	"nested languages":        func(n int) string { return manifold("[", n/9) + manifold("]{lang=en}", n) },
	"passages":                func(n int) string { return manifold("::: {lang=en}\n", n) },
	"quotation marks":         func(n int) string { return manifold("\"a' ", n) },
}

func lengthsOfBackticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

// What a text costs grows with its size and no faster, or it is refused. Memory stands for cost, since it can be
// measured; what looks at text again and again without using any is charged by the meter.
func TestCostIsProportional(t *testing.T) {
	small := 4 << 10
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		small = 64 << 10
	}
	for name, make := range pathological {
		for _, mode := range []HTMLMode{Forbid, Clean} {
			once, _ := cost(make(small), mode)
			fourfold, found := cost(make(4*small), mode)
			refused := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == diag.TooComplex || d.Code == diag.TextTooLarge })
			if fourfold > 10*once+1<<20 && !refused {
				t.Errorf("%s: %d bytes cost %d, four times as many %d", name, small, once, fourfold)
			}
		}
	}
}

// cost is how much memory a text takes to parse, in bytes, where none is left from another (sync.Pool).
func cost(src string, mode HTMLMode) (uint64, []diag.Diagnostic) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&before)
	_, found := Parse([]byte(src), Options{HTML: mode, Typography: true})
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, found
}

// The bounds hold exactly, and are reported where they are broken.
func TestBounds(t *testing.T) {
	for _, tt := range []struct{ promise, src, want string }{
		{"size", strings.Repeat("a", maxSize+1), "1:1 text-too-large"},
		{"lines", strings.Repeat("a\n", maxLines), "100001:1 text-too-large"},
		{"nested quotes", "a\n\n" + strings.Repeat(">", 50_000), "3:1-50001 too-complex"},
		{"nested lists", strings.Repeat("- ", maxNesting+1) + "a", "1:1-68 too-complex"},
		{"a rule is no list", strings.Repeat("- ", 32_000), ""},
		{"deep emphasis", strings.Repeat("*a ", 2000) + strings.Repeat("b* ", 2000), "1:295-296 too-complex"},
		{"nested passages", strings.Repeat("::: {lang=en}\n", maxPassages+1) + "a\n" + strings.Repeat(":::\n", maxPassages), "5:1-14 too-complex"},
		{"columns", strings.Repeat("|a", 500) + "\n" + strings.Repeat("|-", 500) + "\n" + strings.Repeat("|\n", 500), "1:1-1001 too-complex"},
		{"definitions", strings.Repeat("[a]: b\n", maxDefinitions+1), "1:1-7 too-complex"},
		{"a long address", "[a](" + strings.Repeat("b", maxAddress+1) + ")", "1:5-4102 bad-link"},
		{"within all bounds", strings.Repeat("> ", 10) + strings.Repeat("- ", 20) + "a\n\n" + strings.Repeat("[a](b) *c* `d` <https://e.se> f@g.se\n", 500), ""},
	} {
		_, list := Parse([]byte(tt.src), Options{})
		if got := strings.Join(found(list), "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.promise, got, tt.want)
		}
	}
}

// A long page by a diligent author is none of the cases above.
func TestLongPageIsAccepted(t *testing.T) {
	page := counted(1<<20, "## Rubrik №\n\nEtt *stycke* med **fet** text, en [länk](sida.md), `kod` och en not[^1]. Läs mer på https://a.se/№ eller fråga\n"+
		"a.b@alingsas.se, tel. 0322-61 60 00.\n\n| År | Antal |\n|---|---:|\n| 2012 | № |\n\n- punkt\n  - inne\n\n> Citat.\n\n[Words]{lang=en} \"här\".\n\n") + "\n[^1]: Not.\n"
	body, list := Parse([]byte(page), Options{Typography: true})
	if len(list) > 0 || len(body.Headings) < 2000 {
		t.Errorf("%d headings, %v", len(body.Headings), found(list))
	}
}
