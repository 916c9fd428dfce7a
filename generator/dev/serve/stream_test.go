package serve

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const (
	oldSheet = "assets/site.0123456789abcdef.css"
	newSheet = "assets/site.fedcba9876543210.css"
)

// bubble runs a test in a bubble of synctest, which tells if a goroutine stays behind.
func bubble(t *testing.T, act func(t *testing.T, s *Server)) {
	synctest.Test(t, func(t *testing.T) {
		s := New(Options{Run: "run", Streams: 6, Clock: time.Now})
		act(t, s)
		s.Close()
	})
}

// What an open page hears of each thing that happens.
func TestWhatAnOpenPageHears(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(siteOf("index.html", pageOf("a"), oldSheet, "a{}"))
		r := listen(t, s, "run.1.0")
		hears := func(why, want string) {
			t.Helper()
			if got := r.events(); got != want {
				t.Errorf("%s: heard %q, want %q", why, got, want)
			}
		}
		hears("when it begins to listen", "ok")
		s.Show(siteOf("index.html", pageOf("a"), oldSheet, "a{}"))
		hears("when nothing has changed", "ok")
		s.Show(siteOf("index.html", pageOf("b"), oldSheet, "a{}"))
		hears("when a page has changed", "reload ok")
		s.Trouble([]Problem{mistake}, words)
		hears("when the sources are broken", "errors")
		s.Show(siteOf("index.html", pageOf("b"), oldSheet, "a{}"))
		hears("when they are mended", "ok")
		v := siteOf("index.html", pageOf("b, as the sheet is named in it"), newSheet, "b{}")
		v.Styled = true
		s.Show(v)
		hears("when a style sheet has changed", "css ok")
		if w := get(s, "/"+oldSheet); w.Code != 200 {
			t.Error("the style sheet of pages that have not heard yet is gone")
		}
		s.Show(siteOf("index.html", pageOf("c"), newSheet, "b{}"))
		hears("when a page has changed again", "reload ok")
		s.Show(siteOf("index.html", pageOf("c"), newSheet, "b{}", "ny/index.html", pageOf("ny")))
		hears("when there is a new page", "reload ok")
	})
}

// A change of style alone is what the sources say and the files confirm.
func TestWhatIsNoChangeOfStyleAlone(t *testing.T) {
	for name, next := range map[string]Version{
		"the sources say otherwise": siteOf("index.html", pageOf("b"), newSheet, "b{}"),
		"a feed has changed":        styledSite("index.html", pageOf("a"), newSheet, "b{}", "atom.xml", "b"),
		"a page is new":             styledSite("index.html", pageOf("a"), newSheet, "b{}", "atom.xml", "a", "ny/index.html", pageOf("x")),
		"a page is gone":            styledSite(newSheet, "b{}", "atom.xml", "a"),
	} {
		bubble(t, func(t *testing.T, s *Server) {
			s.Show(siteOf("index.html", pageOf("a"), oldSheet, "a{}", "atom.xml", "a"))
			r := listen(t, s, "run.1.0")
			s.Show(next)
			if got := r.events(); got != "ok reload ok" {
				t.Errorf("%s: heard %q", name, got)
			}
		})
	}
}

func styledSite(files ...string) Version {
	v := siteOf(files...)
	v.Styled = true
	return v
}

// A page that was asleep, or open when the server began anew, hears what it has missed.
func TestLatePage(t *testing.T) {
	for seen, want := range map[string]string{
		"run.2.1": "ok", "run.2.0": "css ok", "run.1.0": "reload ok", "other.2.1": "reload ok", "": "reload ok", "run.9.9": "reload ok", "%00%ff": "reload ok",
	} {
		bubble(t, func(t *testing.T, s *Server) {
			s.Show(siteOf("index.html", pageOf("a"), oldSheet, "a{}"))
			s.Show(siteOf("index.html", pageOf("b"), oldSheet, "a{}"))
			s.Show(styledSite("index.html", pageOf("c"), newSheet, "b{}"))
			if got := listen(t, s, seen).events(); got != want {
				t.Errorf("a page of %q heard %q, want %q", seen, got, want)
			}
		})
	}
}

// A page that is there before the first good version.
func TestPageBeforeTheFirstVersion(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Trouble([]Problem{mistake}, words)
		r := listen(t, s, "run.0.0")
		if got := r.events(); got != "errors" {
			t.Errorf("heard %q", got)
		}
		s.Show(siteOf("index.html", pageOf("a")))
		if got := r.events(); got != "reload ok" {
			t.Errorf("heard %q", got)
		}
	})
}

// An author's text cannot end an event and begin another.
func TestEventsCannotBeForged(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Trouble([]Problem{{Message: "a\n\nevent: reload\ndata: {}\r\n\u2028</script>"}}, words)
		r := listen(t, s, "run.0.0")
		if got := r.events(); got != "errors" {
			t.Errorf("heard %q", got)
		}
	})
}

// A browser has six connections to a host: pages that listen must leave it some. The oldest is sent to rest.
func TestTooManyPagesOfOneReader(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(siteOf("index.html", pageOf("a")))
		var list []*reader
		for range perReader + 2 {
			list = append(list, listen(t, s, "run.1.0"))
		}
		for i, r := range list {
			if want := i < 2; r.gone() != want || strings.HasSuffix(r.events(), "rest") != want {
				t.Errorf("page %d: sent to rest %v", i, !want)
			}
		}
	})
}

// Strangers cannot open streams without end.
func TestStreamsAreBounded(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(siteOf("index.html", pageOf("a")))
		for i := range 100 {
			listenFrom(t, s, "run.1.0", fmt.Sprintf("192.0.2.%d:999", i), false)
		}
		if n := len(s.streams.open); n != 6 {
			t.Errorf("%d streams are open", n)
		}
	})
}

// Who does not read is given up, and keeps nobody else from hearing.
func TestSlowReaderIsGivenUp(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(siteOf("index.html", pageOf("a")))
		slow := listenFrom(t, s, "run.1.0", "192.0.2.1:1", true)
		quick := listen(t, s, "run.1.0")
		s.Show(siteOf("index.html", pageOf("b")))
		if got := quick.events(); got != "ok reload ok" {
			t.Errorf("heard %q beside a slow reader", got)
		}
		time.Sleep(patience + time.Second)
		if !slow.gone() || len(s.streams.open) != 1 {
			t.Error("the slow reader is still there")
		}
	})
}

// A reader that goes away leaves nothing; one that stays hears a sign of life.
func TestReadersComeAndGo(t *testing.T) {
	bubble(t, func(t *testing.T, s *Server) {
		s.Show(siteOf("index.html", pageOf("a")))
		gone, stays := listen(t, s, "run.1.0"), listen(t, s, "run.1.0")
		gone.cancel()
		if !gone.gone() || len(s.streams.open) != 1 {
			t.Error("a reader that went away is still there")
		}
		stays.events()
		time.Sleep(heartbeat + time.Second)
		synctest.Wait()
		stays.mu.Lock()
		defer stays.mu.Unlock()
		if !strings.Contains(stays.text.String(), ": \n\n") {
			t.Error("no sign of life")
		}
	})
}

// Close ends streams and leaves no goroutine, or the bubble says so.
func TestCloseEndsStreams(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(Options{Ahead: true})
		s.Show(siteOf("index.html", pageOf("a")))
		r := listen(t, s, "")
		s.Close()
		if !r.gone() {
			t.Error("a stream outlived the server")
		}
	})
}
