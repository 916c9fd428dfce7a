package serve

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"growthportal/generator/output"
)

func countedMake(count *int, inner func(io.Writer) error) func(io.Writer) error {
	return func(w io.Writer) error {
		*count++
		return inner(w)
	}
}

var mistake = Problem{
	Place: "content/a.md:4:1", Open: "vscode://file/site/content/a.md:4:1", Message: `okänd nyckel "ttile"`, Hint: `menade du "title"?`,
	Line: "4", Marked: "ttile", After: ": <b>Näringslivet</b>",
}

// A site that has been broken from the start is told, and mended without starting again.
func TestBrokenFromTheStart(t *testing.T) {
	s := newServer(t, Options{})
	wantBody(t, get(s, "/"), 503)
	s.Trouble([]Problem{mistake}, words)
	w := get(s, "/nyheter/")
	wantBody(t, w, 503, "1 fel", "content/a.md:4:1", "vscode://file/", "ttile", "&lt;b&gt;", "menade du", scriptURL, `lang="sv"`)
	if strings.Contains(w.Body.String(), "<b>Näringslivet") {
		t.Error("an author's text became HTML")
	}
	if w := get(s, "/a.css"); w.Code != 503 || strings.Contains(w.Body.String(), "<html") {
		t.Errorf("a style sheet was answered with %d %s", w.Code, w.Body)
	}
	s.Show(siteOf("index.html", pageOf("nu")))
	wantBody(t, get(s, "/"), 200, "nu")
}

// The last good site stands under the errors of the next.
func TestLastGoodSiteStands(t *testing.T) {
	s := newServer(t, Options{})
	s.Show(siteOf("index.html", pageOf("gott")))
	s.Trouble([]Problem{mistake}, words)
	wantBody(t, get(s, "/"), 200, "gott", scriptURL)
}

// explained takes every error for an author's mistake.
func explained(err error) []Problem {
	return []Problem{{Place: "themes/x/layouts/page.html:3:1", Message: err.Error()}}
}

// A page whose template fails shows what it was before, or why; and it is told once.
func TestPageThatCannotBeMade(t *testing.T) {
	var told atomic.Int64
	s := newServer(t, Options{Failed: func([]Problem, error) { told.Add(1) }})
	v := siteOf("index.html", pageOf("gott"))
	v.Explain = explained
	s.Show(v)
	get(s, "/")
	v.Recipes = []output.Recipe{broken("index.html", "mallen brast"), broken("ny/index.html", "mallen brast här")}
	s.Show(v)
	wantBody(t, get(s, "/"), 200, "gott")
	wantBody(t, get(s, "/ny/"), 500, "mallen brast här", "themes/x/layouts/page.html:3:1", scriptURL)
	wantBody(t, get(s, "/ny/"), 500)
	if told.Load() != 2 {
		t.Errorf("told %d times", told.Load())
	}
	if n := len(s.state.Load().trouble()); n != 2 {
		t.Errorf("%d problems", n)
	}
	s.Show(v) // something else changed
	if n := len(s.state.Load().trouble()); n != 2 {
		t.Errorf("%d problems after a change elsewhere", n)
	}
	v.Recipes = siteOf("index.html", pageOf("åter"), "ny/index.html", pageOf("ny")).Recipes
	s.Show(v)
	wantBody(t, get(s, "/"), 200, "åter")
	wantBody(t, get(s, "/ny/"), 200, "ny")
	if s.state.Load().trouble() != nil {
		t.Error("the problems outlived their mending")
	}
}

// A failure of the machine is no author's mistake: it has words of its own.
func TestMachineFailure(t *testing.T) {
	var failed error
	s := newServer(t, Options{Failed: func(_ []Problem, err error) { failed = err }})
	s.Show(Version{Base: "/", Words: words, Recipes: []output.Recipe{broken("index.html", "disken är\nborta")}})
	wantBody(t, get(s, "/"), 500, "Det gick inte: disken är borta")
	if failed == nil {
		t.Error("nobody was told")
	}
}

// What is wrong with a page that could be made, such as its size.
func TestCheckedPage(t *testing.T) {
	s := newServer(t, Options{})
	v := siteOf("index.html", pageOf("för stor"))
	v.Check = func(path output.Path, content []byte) []Problem {
		return []Problem{{Message: fmt.Sprint(path, " ", len(content))}}
	}
	s.Show(v)
	wantBody(t, get(s, "/"), 200, "för stor")
	if list := s.state.Load().trouble(); len(list) != 1 {
		t.Errorf("problems %v", list)
	}
}

// A thousand mistakes are not a thousand boxes.
func TestReportIsBounded(t *testing.T) {
	s := newServer(t, Options{})
	list := make([]Problem, 1000)
	s.Trouble(list, words)
	r := s.state.Load().report(list, "")
	if len(r.Problems) != maxProblems || r.More != "och 970 till" || r.Title != "1000 fel" {
		t.Errorf("%d problems, %q, %q", len(r.Problems), r.Title, r.More)
	}
}

// What nobody asks for is made when there is nothing else to do: then its mistakes are found.
func TestMadeAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(Options{Ahead: true})
		defer s.Close()
		var count atomic.Int64
		v := Version{Base: "/", Words: words, Explain: explained}
		for i := range 20 {
			r := fileOf(fmt.Sprintf("%02d.html", i), "x")
			inner := r.Make
			r.Make = func(w io.Writer) error {
				count.Add(1)
				if i == 7 {
					return errors.New("sjuan")
				}
				return inner(w)
			}
			v.Recipes = append(v.Recipes, r)
		}
		release := s.Hold()
		s.Show(v)
		synctest.Wait()
		if n := count.Load(); n != 0 {
			t.Errorf("%d files were made though something else needed the machine", n)
		}
		release()
		synctest.Wait()
		if n := count.Load(); n != 20 {
			t.Errorf("%d of 20 files were made", n)
		}
		if list := s.state.Load().trouble(); len(list) != 1 || list[0].Message != "sjuan" {
			t.Errorf("problems %v", list)
		}
	})
}
