package serve

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What an author wrote is text in the page that stands in for a missing one, whatever it is: the page has the same
// elements and attributes with it as with a plain word, and so has the one for browsers that run scripts.
func TestProblemsAreText(t *testing.T) {
	s := newServer(t, Options{})
	shown := func(text string) []string {
		s.Trouble([]Problem{{Place: text, Open: "vscode://file/a", Message: text, Hint: text, Line: text, Before: text, Marked: text, After: text}}, words)
		var list []string
		for z := html.NewTokenizer(strings.NewReader(get(s, "/").Body.String())); z.Next() != html.ErrorToken; {
			if token := z.Token(); token.Type != html.TextToken {
				for _, a := range token.Attr {
					list = append(list, token.Data+" "+a.Key)
				}
				list = append(list, token.Type.String()+" "+token.Data)
			}
		}
		return list
	}
	plain := shown("ord")
	for _, way := range []string{"", `"`, `'>`, "</script>", "</style>", "</title>", "</textarea>", "-->", "]]>", "</code></pre>", "\u2028", "{{.}}", "`", "\x00", "\xff"} {
		for _, act := range []string{"<script>x()</script>", "<img src=x onerror=x()>", "<svg onload=x()>", "<!--", "<a href=javascript:x()>", `" onclick="x()`, "<base href=//x>", "&lt;b&gt;"} {
			if got := shown(way + act); !slices.Equal(got, plain) {
				t.Errorf("%q became markup: %v", way+act, got)
			}
		}
	}
}

// The script that shows problems over a page makes elements of nothing but its own words.
func TestOverlayMakesNoMarkupOfTexts(t *testing.T) {
	markup := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function|createContextualFragment|DOMParser|setAttribute\(['"]on`)
	scripts := 0
	err := fs.WalkDir(live, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".js") {
			return err
		}
		scripts++
		content, err := live.ReadFile(name)
		if found := markup.FindString(string(content)); found != "" {
			t.Errorf("%s: %s", name, found)
		}
		return err
	})
	if err != nil || scripts == 0 {
		t.Errorf("%d scripts, %v", scripts, err)
	}
}
