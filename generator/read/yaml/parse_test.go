package yaml

import (
	"fmt"
	"strings"
	"testing"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// told writes diagnostics as "line:column-endColumn code", one a line.
func told(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%d:%d-%d %s\n", d.Line, d.Column, d.EndColumn, d.Code)
		d.Message(locale.Swedish)
		d.HintText(locale.Swedish)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Every mistake of syntax is told where it was made, in words for what was meant.
func TestFaults(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"unclosed single quote", "title: 'x\nb: 1\n", "1:8-10 yaml-unclosed-quote"},
		{"unclosed quote at the end", "a: 1\ntitle: \"Näringsliv i fokus\n", "2:8-27 yaml-unclosed-quote"},
		{"unclosed quote that the next opening quote closes", "title: \"Foo\nsummary: \"Bar\"\n", "1:8-12 yaml-unclosed-quote"},
		{"unclosed quote in a list", "topics:\n  - \"a\n  - \"b\"\n", "2:5-7 yaml-unclosed-quote"},
		{"unclosed quote in brackets", "topics: [\"a, b]\ntitle: x\n", "1:10-16 yaml-unclosed-quote"},
		{"unclosed quote of a key", "\"title: x\nb: y\n", "1:1-10 yaml-unclosed-quote"},
		{"apostrophe inside single quotes", "a: 1\ntitle: 'Anna's dag'\n", "2:14-20 yaml-after-quote"},
		{"words after a quote", "title: \"Ja\", säger hon\n", "1:12-23 yaml-after-quote"},
		{"colon in a title", "a: 1\ntitle: Näringsliv: nu\n", "2:8-22 yaml-colon"},
		{"colon at the end of a title", "title: foo bar:\nb: 1\n", "1:8-16 yaml-colon"},
		{"no colon", "title: x\nfoo\nb: 2\n", "2:1-4 yaml-no-colon"},
		{"no colon on the first line", "title x\nb: 2\n", "1:1-8 yaml-no-colon"},
		{"no space after the colon", "a: 1\ntitle:Foo\n", "2:1-10 yaml-space-after-colon"},
		{"no space after the first colon", "title:Foo\ndate: 2020\n", "1:1-10 yaml-space-after-colon"},
		{"no space after a colon below a key", "a:\n  b:2\n  c: 3\n", "2:3-6 yaml-space-after-colon"},
		{"tab", "a:\n\tb: 1\n", "2:1-2 yaml-tab"},
		{"tab after spaces", "a:\n  b: 1\n \tc: 1\n", "3:2-3 yaml-tab"},
		{"deeper than its neighbour", "title: x\n  date: 2020\n", "2:3-7 yaml-indentation"},
		{"less deep than its neighbour", "  a: 1\n b: 2\n", "2:2-3 yaml-indentation"},
		{"dash out of line", "a:\n  - b\n - c\n", "3:2-5 yaml-indentation"},
		{"key below a list", "- a\nb: 1\n", "2:1-2 yaml-indentation"},
		{"list in the line of its key", "a: - b\n", "1:4-7 yaml-list-in-line"},
		{"reserved character", "title: @kommunen\n", "1:8-17 yaml-reserved"},
		{"percent", "a: 1\ntitle: % nytt\n", "2:8-14 yaml-reserved"},
		{"block sign with words", "title: > x\n", "1:8-11 yaml-reserved"},
		{"backslash", "title: \"C:\\dir\"\n", "1:11-13 yaml-escape"},
		{"unclosed list", "a: 1\ntopics: [b, c\nd: 1\n", "2:9-14 yaml-unclosed-bracket"},
		{"unclosed map in a list", "a: [{b: c, d]\n", "1:13-14 yaml-bracket"},
		{"unclosed map", "a: {b: c\n", "1:4-9 yaml-unclosed-bracket"},
		{"colon in a text in braces", "title: {sv: Portalen: nu, en: x}\n", "1:13-25 yaml-colon"},
		{"colon in a text in brackets, after an address", "a: [b: c, https://a.se/, d, e: f: g]\n", "1:32-36 yaml-colon"},
		{"closing brace in a comment", "brand: {primary: #fff}\nb: c\n", "1:8-23 yaml-unclosed-bracket"},
		{"words after a bracket", "title: [Nytt] hus\nb: 1\n", "1:8-18 yaml-after-bracket"},
		{"unknown alias", "a: 1\ntitle: *Nytt* hus\n", "2:8-14 yaml-alias"},
		{"second document", "a: 1\n---\nb: 2\n", "2:1-4 yaml-documents"},
		{"broken second document", "a: 1\n---\nb: [\n", "2:1-4 yaml-documents"},
		{"fault before a second document", "a: 'x\n---\nb: c\n", "1:4-6 yaml-unclosed-quote"},
	} {
		node, found := Parse("f", []byte(tt.src), 1)
		if got := told(found); got != tt.want || node != nil {
			t.Errorf("%s: got\n%s\nwant\n%s (node %v)", tt.name, got, tt.want, node)
		}
	}
}
