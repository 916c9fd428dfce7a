package external

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// host is a server that notes what it is asked.
type host struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
	busy  int
	most  int // requests that it was asked at one time
	agent string
}

func newHost(t *testing.T, robots string) *host {
	t.Helper()
	h := &host{}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		h.asked = append(h.asked, r.Method+" "+r.URL.Path)
		h.agent = r.UserAgent()
		h.busy++
		h.most = max(h.most, h.busy)
		h.mu.Unlock()
		defer func() { h.mu.Lock(); h.busy--; h.mu.Unlock() }()
		switch {
		case r.URL.Path == "/robots.txt" && robots == "":
			http.NotFound(w, r)
		case r.URL.Path == "/robots.txt":
			_, _ = w.Write([]byte(robots))
		case r.URL.Path == "/gone":
			w.WriteHeader(http.StatusGone)
		case r.URL.Path == "/login":
			w.WriteHeader(http.StatusForbidden)
		case r.URL.Path == "/no-head" && r.Method == http.MethodHead:
			w.WriteHeader(http.StatusMethodNotAllowed)
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/there", http.StatusMovedPermanently)
		case r.URL.Path == "/broken":
			w.WriteHeader(http.StatusInternalServerError)
		}
	}))
	t.Cleanup(h.Close)
	return h
}

// options try links at once, and note the pauses.
func options(paused *[]time.Duration) Options {
	var mu sync.Mutex
	return Options{
		Client: &http.Client{}, Agent: "growthportal/test (+https://example.se/)", Now: now, Delay: time.Second, Most: 100, Hosts: 4,
		Pause: func(ctx context.Context, d time.Duration) error {
			mu.Lock()
			defer mu.Unlock()
			*paused = append(*paused, d)
			return ctx.Err()
		},
	}
}

func linksTo(server string, paths ...string) []Link {
	var list []Link
	for i, p := range paths {
		list = append(list, Link{URL: server + p, Places: []diag.Place{{File: "content/a.md", Line: i + 1, Column: 1}}})
	}
	return list
}

// A link that leads nowhere is told at its place with what the host answered; one that asks for a name, has moved, or takes no HEAD is
// sound.
func TestTryTellsFaults(t *testing.T) {
	h := newHost(t, "")
	var paused []time.Duration
	r := Try(context.Background(), linksTo(h.URL, "/", "/gone", "/login", "/no-head", "/moved", "/broken"), Recall(nil), options(&paused))
	if r.Tried != 6 || len(r.Findings) != 2 {
		t.Fatalf("%+v", r)
	}
	for i, want := range []string{"410 Gone", "500 Internal Server Error"} {
		d := r.Findings[i]
		if d.Args[1] != want || d.Line != []int{2, 6}[i] {
			t.Errorf("%d: %s", d.Line, d.Message(locale.English))
		}
	}
	if h.agent != "growthportal/test (+https://example.se/)" || h.most != 1 {
		t.Errorf("asked as %q, %d at a time", h.agent, h.most)
	}
	if len(paused) < 6 {
		t.Errorf("paused %d times for 6 links", len(paused))
	}
}

// A host that cannot be reached is told of as well.
func TestTryTellsOfHostsThatAreNotThere(t *testing.T) {
	h := newHost(t, "")
	h.Close()
	var paused []time.Duration
	if r := Try(context.Background(), linksTo(h.URL, "/"), Recall(nil), options(&paused)); len(r.Findings) != 1 {
		t.Errorf("%+v", r)
	}
}

// What a host asks of robots is done: its delay is kept, and what it bars is left alone and not told of.
func TestTryKeepsToRobots(t *testing.T) {
	h := newHost(t, "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /gone\nCrawl-delay: 7\n")
	var paused []time.Duration
	r := Try(context.Background(), linksTo(h.URL, "/", "/gone"), Recall(nil), options(&paused))
	if r.Barred != 1 || r.Tried != 1 || len(r.Findings) != 0 || len(paused) != 1 || paused[0] != 7*time.Second {
		t.Errorf("%+v, paused %v", r, paused)
	}
	for _, asked := range h.asked {
		if strings.Contains(asked, "/gone") {
			t.Error("asked for what it bars")
		}
	}
}

// What is known is not asked again while it holds: a week for what is sound, a day for what is not. It outlives the run.
func TestTryRemembers(t *testing.T) {
	h := newHost(t, "")
	var paused []time.Duration
	links, memory, opt := linksTo(h.URL, "/", "/gone"), Recall(nil), options(&paused)
	Try(context.Background(), links, memory, opt)
	for _, c := range []struct {
		after        time.Duration
		tried, known int
	}{{time.Hour, 0, 2}, {25 * time.Hour, 1, 1}, {8 * 24 * time.Hour, 2, 0}} {
		again := opt
		again.Now = now.Add(c.after)
		r := Try(context.Background(), links, Recall(memory.Keep(now)), again)
		if r.Tried != c.tried || r.Known != c.known || len(r.Findings) != 1 {
			t.Errorf("after %v: %+v", c.after, r)
		}
	}
	if r := Try(context.Background(), links, Recall([]byte("{")), opt); r.Tried != 2 {
		t.Errorf("with a broken memory: %+v", r)
	}
}

// No more is asked than may be, and nothing once time is up; what is left is counted and not held for known.
func TestTryIsBounded(t *testing.T) {
	h := newHost(t, "")
	var paused []time.Duration
	opt := options(&paused)
	opt.Most = 2
	if r := Try(context.Background(), linksTo(h.URL, "/a", "/b", "/c"), Recall(nil), opt); r.Tried != 2 || r.Left != 1 {
		t.Errorf("%+v", r)
	}
	ctx, cancel := context.WithCancel(context.Background())
	opt.Pause = func(context.Context, time.Duration) error { cancel(); return errors.New("time is up") }
	memory := Recall(nil)
	if r := Try(ctx, linksTo(h.URL, "/a", "/b"), memory, opt); r.Tried != 0 || r.Left != 2 || len(memory.links) != 0 {
		t.Errorf("%+v", r)
	}
}

// Rules of robots.txt: the longest that matches counts, and of two as long the one that allows.
func TestRobots(t *testing.T) {
	r := readRobots(strings.NewReader("# x\nUser-agent: growthportal\nUser-Agent: b\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\nDisallow:\n\nUser-agent: *\nDisallow: /\n"))
	for path, barred := range map[string]bool{
		"/": false, "/a": true, "/a/c": true, "/a/b": false, "/x.pdf": true, "/x.pdfs": false, "/x.pdf?y": false, "": false,
	} {
		if got := r.bars("https://example.se" + path); got != barred {
			t.Errorf("%q: %v", path, got)
		}
	}
}
