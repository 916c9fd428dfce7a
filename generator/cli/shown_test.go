package cli

import (
	"strings"
	"testing"
	"testing/synctest"

	"growthportal/generator/build"
	"growthportal/generator/diag"
	"growthportal/generator/site"
)

// What is wrong is marked in its line, however long that is, and in characters rather than bytes.
func TestPartsOfAnExcerpt(t *testing.T) {
	long := strings.Repeat("å", 500)
	for _, c := range []struct {
		name                  string
		excerpt               string
		column, end           int
		before, marked, after string
	}{
		{"a word", "ttile: Näringsliv", 1, 6, "", "ttile", ": Näringsliv"},
		{"after characters of two bytes", "titel: åäö fel", 12, 15, "titel: åäö ", "fel", ""},
		{"without an end, one character", "abc", 2, 0, "a", "b", "c"},
		{"an empty line", "", 1, 0, "", "", ""},
		{"beyond the end", "ab", 9, 12, "ab", "", ""},
		{"in the middle of a long line", long + "X" + long, 501, 502, "…" + long[:2*shownBefore], "X", long[:2*shownAfter] + "…"},
	} {
		d := diag.Diagnostic{Place: diag.Place{Line: 1, Column: c.column, EndColumn: c.end}, Excerpt: c.excerpt}
		before, marked, after := parts(d)
		if before != c.before || marked != c.marked || after != c.after {
			t.Errorf("%s: %q %q %q", c.name, before, marked, after)
		}
	}
}

// The editor opens files of the site, on this machine, and nothing else.
func TestEditorURL(t *testing.T) {
	for _, c := range []struct {
		name string
		near bool
		at   diag.Place
		want string
	}{
		{"a place", true, diag.Place{File: "content/a b/å.md", Line: 4, Column: 2}, "vscode://file/site/content/a%20b/%C3%A5.md:4:2"},
		{"a file", true, diag.Place{File: "content/a.md"}, "vscode://file/site/content/a.md"},
		{"of a built-in theme", true, diag.Place{File: "portal (built in): layouts/page.html", Line: 1}, ""},
		{"outside", true, diag.Place{File: "../a.md", Line: 1}, ""},
		{"no file", true, diag.Place{}, ""},
		{"for somebody elsewhere", false, diag.Place{File: "content/a.md", Line: 1}, ""},
	} {
		sh := &showing{src: &siteFolder{dir: "/site"}, showOptions: showOptions{near: c.near, editor: editors()[usualEditor]}}
		if got := sh.open(c.at); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Those who reach the server from elsewhere learn that something is wrong, and not what is written where.
func TestProblemsAreNotForStrangers(t *testing.T) {
	list := []diag.Diagnostic{
		{Severity: diag.Warning, Code: diag.UnknownKey, Args: []string{"varning"}},
		{Place: diag.Place{File: "content/hemlig.md", Line: 2, Column: 1}, Code: diag.UnknownKey, Args: []string{"hemlig"}, Excerpt: "hemlig: 1"},
		{Place: diag.Place{File: "content/hemlig.md", Line: 3, Column: 1}, Code: diag.UnknownKey, Args: []string{"hemlig2"}},
	}
	s := &session{lang: "sv"}
	near := (&showing{session: s, src: &siteFolder{dir: "/site"}, showOptions: showOptions{near: true}}).problems(s, list)
	if len(near) != 2 || near[0].Place != "content/hemlig.md:2:1" || near[0].Line != "2" {
		t.Errorf("at home: %+v", near)
	}
	far := (&showing{session: s, src: &siteFolder{dir: "/site"}}).problems(s, list)
	if len(far) != 1 || strings.Contains(far[0].Message+far[0].Place+far[0].Before+far[0].Marked, "hemlig") {
		t.Errorf("from elsewhere: %+v", far)
	}
}

// The bar names the file, the type and the layout of each page, and says why it is not published.
func TestPagesOfTheBar(t *testing.T) {
	dir := scheduledSite(t)
	synctest.Test(t, func(t *testing.T) {
		s, src := atWork(t, dir)
		defer src.close()
		req := s.request(src)
		req.Show = site.Show{Drafts: true, Future: true}
		plan, err := build.Make(s.ctx, req)
		if err != nil || plan.Failed() {
			t.Fatal(err, plan)
		}
		told := (&showing{session: s, src: src, showOptions: showOptions{near: true, bar: true, editor: editors()[usualEditor]}}).told(s, plan)
		p := told("press/2000/sedan/index.html")
		if p.Source != "content/press/sedan.md" || p.Mark == "" || p.Layout == "" || p.Type == "" || !strings.HasSuffix(p.Open, "/content/press/sedan.md") {
			t.Errorf("a scheduled item: %+v", p)
		}
		if p := told("press/1999/nu/index.html"); p.Mark != "" {
			t.Errorf("a published item is marked: %+v", p)
		}
		if p := told("press/index.html"); p.Source != "" || p.Layout != "layouts/listing.html" {
			t.Errorf("a listing without a text: %+v", p)
		}
	})
}
