package serve

import (
	"testing"
	"testing/synctest"

	"growthportal/generator/output"
)

// later leaves what every file is made from until somebody asks, and counts how many do.
func later(v Version, asked *int) Version {
	for i, r := range v.Recipes {
		v.Recipes[i] = output.Recipe{Path: r.Path, Maker: r.Maker, Claim: r.Claim, Later: func() output.Recipe {
			*asked++
			return r
		}}
	}
	return v
}

// A version is served at once, before it is known what it has changed: a page costs what that page costs.
func TestVersionIsServedBeforeItIsCompared(t *testing.T) {
	s := newServer(t, Options{})
	asked := 0
	s.Show(later(siteOf("index.html", pageOf("a"), "om/index.html", pageOf("om"), "x/index.html", pageOf("x")), &asked))
	get(s, "/")
	if asked != 1 {
		t.Errorf("%d files were looked into for one page", asked)
	}
	compare := s.Enter(later(siteOf("index.html", pageOf("b"), "om/index.html", pageOf("om"), "x/index.html", pageOf("y")), &asked))
	wantBody(t, get(s, "/"), 200, "<p>b</p>")
	if asked > 2 {
		t.Errorf("%d files were looked into for two pages", asked)
	}
	if fresh, whole := compare(); fresh != 2 || !whole {
		t.Errorf("%d files are other, %v", fresh, whole)
	}
}

// An open page hears at once that it has changed, and others when that is known; what has not changed is not said.
func TestWhatOpenPagesHearBeforeComparing(t *testing.T) {
	asked := 0
	site := func(front, other string) Version {
		return later(siteOf("index.html", pageOf(front), "om/index.html", pageOf(other)), &asked)
	}
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(site("a", "om"))
		get(s, "/")
		r := listen(t, s, "run.1.0")
		r.events()
		compare := s.Enter(site("b", "om"))
		if got := r.events(); got != "reload ok" {
			t.Errorf("the page that is looked at has changed: heard %q", got)
		}
		compare()
		if got := r.events(); got != "" {
			t.Errorf("nothing else has changed: heard %q", got)
		}
		compare = s.Enter(site("b", "om 2"))
		if got := r.events(); got != "ok" {
			t.Errorf("another page has changed: heard %q", got)
		}
		compare()
		if got := r.events(); got != "reload ok" {
			t.Errorf("now that is known: heard %q", got)
		}
	})
}

// A version that is overtaken before it was compared is not forgotten: what it changed is told with the next, and what was made
// before both is used still.
func TestOvertakenVersions(t *testing.T) {
	asked := 0
	site := func(front, other string) Version {
		return later(siteOf("index.html", pageOf(front), "om/index.html", pageOf(other)), &asked)
	}
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(site("a", "om"))
		get(s, "/om/")
		made := s.state.Load().version.file("om/index.html").content
		r := listen(t, s, "run.1.0")
		r.events()
		overtaken := s.Enter(site("b", "om"))
		compare := s.Enter(site("b", "om"))
		if _, whole := overtaken(); whole {
			t.Error("an overtaken version is compared to the end")
		}
		if fresh, whole := compare(); fresh != 1 || !whole {
			t.Errorf("%d files are other, %v", fresh, whole)
		}
		if got := r.events(); got != "reload ok" {
			t.Errorf("heard %q", got)
		}
		if again := s.state.Load().version.file("om/index.html").content; &again[0] != &made[0] {
			t.Error("an unchanged page was made again")
		}
	})
}

// Versions are compared when there is nothing to do for anybody: whoever waits for a page or a build does not wait for that.
func TestComparingGivesWay(t *testing.T) {
	asked := 0
	site := func(other string) Version {
		return later(siteOf("index.html", pageOf("a"), "om/index.html", pageOf(other)), &asked)
	}
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(site("om"))
		get(s, "/om/")
		release := s.Hold()
		before := asked
		compare := s.Enter(site("om 2"))
		var fresh int
		go func() { fresh, _ = compare() }()
		synctest.Wait()
		if asked > before+1 { // the page that is open
			t.Errorf("%d files were looked into while the machine was wanted", asked-before)
		}
		release()
		synctest.Wait()
		if fresh != 1 {
			t.Errorf("%d files are other", fresh)
		}
	})
}

// What a page is made from is held by nobody who does not make it.
func TestComparingHoldsNothing(t *testing.T) {
	s := newServer(t, Options{})
	asked := 0
	s.Show(later(siteOf("index.html", pageOf("a"), "om/index.html", pageOf("om")), &asked))
	s.Show(later(siteOf("index.html", pageOf("b"), "om/index.html", pageOf("om")), &asked))
	for _, f := range s.state.Load().version.order {
		if f.recipe.Make != nil {
			t.Errorf("what %s is made from is held", f.path)
		}
	}
	wantBody(t, get(s, "/"), 200, "<p>b</p>")
}

// A page is found by its name in a version with as many files as the one before and others among them, and in those after it.
func TestVersionWithOtherFiles(t *testing.T) {
	s := newServer(t, Options{})
	s.Show(siteOf("a/index.html", pageOf("a"), "b/index.html", pageOf("b"), "index.html", pageOf("front")))
	for range 2 {
		s.Show(siteOf("a/index.html", pageOf("a"), "c/index.html", pageOf("c"), "index.html", pageOf("front")))
		wantBody(t, get(s, "/c/"), 200, "<p>c</p>")
		wantBody(t, get(s, "/"), 200, "<p>front</p>")
		if r := get(s, "/b/"); r.Code != 404 {
			t.Errorf("a page that went: %d", r.Code)
		}
	}
}
