package yaml

import (
	"strings"
	"testing"

	"growthportal/generator/diag"
)

// What no author needs is refused where it stands.
func TestRefused(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"anchor", "a: &x b\n", "1:4-6 yaml-alias"},
		{"anchor of a mapping", "a: &x\n  b: c\n", "1:4-6 yaml-alias"},
		{"alias", "a: &x b\nc: *x\n", "1:4-6 yaml-alias\n2:4-6 yaml-alias"},
		{"merge key", "a: {b: c}\nd:\n  <<: {e: f}\n", "3:3-5 yaml-alias"},
		{"custom tag", "a: !secret b\n", "1:4-11 yaml-tag"},
		{"standard tag", "a: !!str 1\n", "1:4-9 yaml-tag"},
		{"lone tag", "a: ! b\n", "1:4-5 yaml-tag"},
		{"tag of a list", "a: !!set [b]\n", "1:4-9 yaml-tag"},
		{"tag of a key", "!!str a: b\n", "1:1-6 yaml-tag"},
		{"exclamation marks in a text are none", "a: Hej! Du!\nb: '!c'\n", ""},
		{"doubled key", "a: b\nc: d\na: e\n", "3:1-2 doubled-key"},
		{"doubled key in braces", "x: {å: b, 'å': c}\n", "1:11-14 doubled-key"},
		{"tripled key", "a: b\na: c\na: d\n", "2:1-2 doubled-key\n3:1-2 doubled-key"},
		{"list as a key", "? [a]\n: b\n", "1:3-6 yaml-key"},
		{"empty key", "'': b\n", "1:1-3 yaml-key"},
		{"control character", "a: b\nc: d\x07e\n", "2:5-6 control-character"},
		{"escaped control character", "a: b\nc: \"d\\u0007e\"\n", "2:4-14 control-character"},
		{"carriage return", "a: b\rc: d\n", "1:5-6 control-character"},
		{"line separator", "a: b\u2028c\n", "1:5-6 control-character"},
		{"next line", "a: b\u0085c\n", "1:5-6 control-character"},
		{"byte order mark inside", "a: b\uFEFFc\n", "1:5-6 control-character"},
		{"bidirectional override", "a: å\u202Eb\n", "1:5-6 bidi-override"},
		{"escaped bidirectional isolate", "a: \"\\u2066b\"\n", "1:4-13 bidi-override"},
		{"not UTF-8", "a: b\nc: \xe5\n", "1:1-0 not-utf8"},
		{"UTF-16", "\xff\xfea\x00:\x00", "1:1-0 not-utf8"},
		{"twenty levels are let pass", "a: " + strings.Repeat("[", 19) + strings.Repeat("]", 19), ""},
		{"a level too many", "a: " + strings.Repeat("[", 20) + strings.Repeat("]", 20), "1:23-25 yaml-too-deep"},
		{"many levels too many", strings.Repeat("[", 9000) + strings.Repeat("]", 9000), "1:21-17981 yaml-too-deep"},
		{"levels of indentation", deep(30), "21:21-23 yaml-too-deep"},
		{"more levels than the library bears", strings.Repeat("{a: ", 20000) + strings.Repeat("}", 20000), "1:1-100001 yaml-too-deep"},
		{"size", "a: " + strings.Repeat("b", MaxSize), "1:1-0 yaml-too-large"},
	} {
		_, found := Parse("f", []byte(tt.src), 1)
		if got := told(found); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// Words of an author's never become a comment in silence; a comment that looks like one is let pass.
func TestHash(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"title: Stall #4 öppnar\n", "1:14-23 yaml-hash"},
		{"a:\n  - Följ #tillväxt  \n", "2:10-19 yaml-hash"},
		{"title: Stall # det stora\n", ""}, {"title: Stall#4\n", ""}, {"title: 'Stall #4'\n", ""}, {"title: 'Stall' #4\n", ""},
		{"draft: true #x\n", ""}, {"date: 2026-12-01 #x\n", ""}, {"title: Stall ## 4\n", ""}, {"# title\n#title: x\na: b\n", ""},
	} {
		_, found := Parse("f", []byte(tt.src), 1)
		if got := told(found); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.src, got, tt.want)
		}
	}
}

// deep makes mappings inside one another.
func deep(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// A document that would fill the memory, were its aliases followed, costs what it weighs.
func TestBillionLaughs(t *testing.T) {
	src := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'z'; c++ {
		src += string(c) + ": &" + string(c) + " [" + strings.TrimSuffix(strings.Repeat("*"+string(c-1)+", ", 9), ", ") + "]\n"
	}
	node, found := Parse("f", []byte(src), 1)
	if node == nil || len(found) != 26 || found[0].Code != diag.YAMLAlias {
		t.Errorf("got %d findings", len(found))
	}
}

// A document keeps what could be understood of it, so that all of its faults are told at once.
func TestFaultyDocumentKeepsTheRest(t *testing.T) {
	node, found := Parse("f", []byte("a: &x b\nc: d\nc: e\nf: !g h\n"), 1)
	if got, want := shape(node), "{c@2:1-2=d@2:4-5}@1:1-8"; got != want || len(found) != 3 {
		t.Errorf("got %s, %s", got, told(found))
	}
}
