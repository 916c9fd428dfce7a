package cli

import (
	"slices"
	"strings"
	"testing"
)

// Each editor opens the file, line and column, whatever the file is called.
func TestEditorsOpenPlaces(t *testing.T) {
	for _, c := range []struct {
		choice, path string
		line, column int
		want         string
	}{
		{"", "/site/content/a.md", 4, 2, "vscode://file/site/content/a.md:4:2"},
		{"vscode", "/site/a b/å&?.md", 4, 0, "vscode://file/site/a%20b/%C3%A5&%3F.md:4:1"},
		{"zed", "/site/a.md", 0, 0, "zed://file/site/a.md"},
		{"vscode", "C:/site/a.md", 1, 1, "vscode://file/C:/site/a.md:1:1"},
		{"idea", "/site/a b/å&line=9.md", 4, 2, "idea://open?file=/site/a%20b/%C3%A5%26line%3D9.md&line=4&column=2"},
		{"textmate", "/site/a.md", 0, 0, "txmt://open?url=file:///site/a.md&line=1&column=1"},
		{"my-ed:{file}#{line}", "/site/{line}.md", 7, 1, "my-ed:/site/%7Bline%7D.md#7"},
		{"none", "/site/a.md", 4, 2, ""},
	} {
		e, known := editorOf(c.choice)
		if got := e.opens(c.path, c.line, c.column); !known || got != c.want {
			t.Errorf("%s: %q, want %q", c.choice, got, c.want)
		}
	}
}

// A name that is not known is refused, and so is a URL that a browser would open by itself or run.
func TestEditorsThatAreNone(t *testing.T) {
	for _, choice := range []string{"emacs", "my-ed://open", "javascript:alert({file})", "JavaScript:{file}", "data:text/html,{file}", "https://example.se/{file}",
		"my-ed:{file} {line}", "{file}", "1ed:{file}"} {
		if _, known := editorOf(choice); known {
			t.Errorf("%q is taken for an editor", choice)
		}
	}
}

// The names that are told are those that there are.
func TestEditorNames(t *testing.T) {
	told := strings.Split(editorNames, ", ")
	for name := range editors() {
		if !slices.Contains(told, name) {
			t.Errorf("%s is not told of", name)
		}
	}
	for _, name := range told {
		if _, known := editors()[name]; !known {
			t.Errorf("%s is told of and not known", name)
		}
	}
}
