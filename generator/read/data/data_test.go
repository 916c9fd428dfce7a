package data_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/diag"
	"growthportal/generator/read/data"
)

// A file of data is sound from beginning to end, or told where it is not.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, file, content, want string }{
		{"YAML", "a.yaml", "a: 1\nb: [x]\n", ""},
		{"YAML, a list", "a.yml", "- a\n- b\n", ""},
		{"YAML, broken", "a.yaml", "a: [1\n", "1:4 yaml-unclosed-bracket"},
		{"YAML, a key twice", "a.yaml", "a: 1\nb: 2\na: 3\n", "3:1 doubled-key"},
		{"YAML, an alias", "a.yaml", "a: &x 1\n", "1:4 yaml-alias"},
		{"a mark", "a.json", "\uFEFF{}\n", ""},
		{"JSON", "a.json", `{"a": [1, -2.5e3, "å", true, null, {}], "b": []}`, ""},
		{"JSON, a number", "A.JSON", "1", ""},
		{"JSON, no end", "a.json", `{"a": [1, 2`, "1:12 data-syntax"},
		{"JSON, more after the end", "a.json", "{}\n{}\n", "2:1 data-syntax"},
		{"JSON, a comma too many", "a.json", "{\"å\": 1,\n \"b\": [1,]}", "2:10 data-syntax"},
		{"JSON, a comma after the end", "a.json", "{}\n,\n", "2:1 data-syntax"},
		{"JSON, a comment", "a.json", "{} // x", "1:4 data-syntax"},
		{"JSON, a name twice", "a.json", "{\"a\": {\"b\": 1},\n \"å\": 2, \"a\": 3}", "2:10 doubled-key"},
		{"JSON, a name in two objects", "a.json", `[{"a": 1}, {"a": 2}]`, ""},
		{"JSON, single quotes", "a.json", "{'a': 1}", "1:2 data-syntax"},
		{"JSON, too deep", "a.json", strings.Repeat("[", 200) + strings.Repeat("]", 200), "1:101 data-syntax"},
		{"JSON, without end", "a.json", strings.Repeat("[", 100_000), "1:101 data-syntax"},
		{"CSV", "a.csv", "a,b\n1,\"x, y\"\n", ""},
		{"CSV, with semicolons", "a.csv", "a;b\r\n1,5;2\r\n", ""},
		{"CSV, a row too long", "a.csv", "a,b\n1,2\n\n1,2,3\n", "4:1 data-row"},
		{"CSV, a row too short, after a text of two lines", "a.csv", "a,b\n\"x\ny\",2\n1\n", "4:1 data-row"},
		{"CSV, an unclosed quote", "a.csv", "a,b\n1,\"x\n", "2:1 data-syntax"},
		{"CSV, a quote in a text", "a.csv", "a,b\n1,x\"y\n", "2:1 data-syntax"},
		{"nothing", "a.csv", " \n", "1:1 empty-file"},
		{"Latin 1", "a.json", "\"\xe5\"", "1:1 not-utf8"},
		{"UTF-16", "a.csv", "\xff\xfea\x00", "1:1 not-utf8"},
		{"another format", "a.xlsx", "PK", "1:1 data-kind"},
		{"no format", "README", "x", "1:1 data-kind"},
	} {
		var got []string
		for _, d := range data.Check("content/data/"+c.file, []byte(c.content)) {
			if d.File != "content/data/"+c.file || d.Severity != diag.Error {
				t.Errorf("%s: %+v", c.name, d)
			}
			got = append(got, fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.Code))
		}
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// No bytes make the check panic, and what is wrong is said of a place in the file.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{`{"a": [1]}`, "a,b\n1,2\n", "a: 1\n", "{\"a\":", "\"\n", "\uFEFF{}", "[[[["} {
		for _, ext := range []string{".json", ".csv", ".yaml"} {
			f.Add(ext, []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, ext string, content []byte) {
		for _, d := range data.Check("content/data/a"+ext, content) {
			if d.Line < 1 || d.Column < 1 || d.Line > strings.Count(string(content), "\n")+strings.Count(string(content), "\r")+2 {
				t.Errorf("%+v of %q", d.Place, content)
			}
		}
	})
}
