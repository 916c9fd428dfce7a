package cli

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"growthportal/generator/build"
	"growthportal/themes"
)

// scheduledSite is a site with an item that appears at 16.30 and one that comes down at 18.00, in the first day of the fake time of
// package synctest.
func scheduledSite(t *testing.T) string {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"config.yaml": `title: Portalen
url: https://example.se/
timezone: UTC
languages: [sv]
publisher: kommunen
collections:
  press: {type: press-release, title: Press, url: /press/}
  publishers: {type: publisher, title: Avsändare}
`,
		"content/publishers/kommunen.md": "---\ntitle: Kommunen\nabout: En kommun.\n---\n",
		"content/press/sedan.md":         "---\ntitle: Sedan\ndate: 2000-01-01 16:30\n---\nDet är dags.\n",
		"content/press/nu.md":            "---\ntitle: Nu\ndate: 1999-12-01\nexpires: 2000-01-01 18:00\n---\nHemligt sedan.\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// atWork is a session of a program that stays, in fake time.
func atWork(t *testing.T, dir string) (*session, *siteFolder) {
	s := &session{
		Env: Env{Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Clock: time.Now, Themes: themes.FS()},
		ctx: t.Context(), args: &commands{Source: dir, Format: "text"}, lang: "sv",
	}
	src, err := s.openSite()
	if err != nil {
		t.Fatal(err)
	}
	return s, src
}

// follow lets a renewal run for a while, and looks at what there is at some times of the day.
func follow(t *testing.T, s *session, first outcome, work func(context.Context, try) (outcome, error), looks []look) {
	r := &renewal{clock: s.Clock, work: work}
	r.keep(first)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- r.run(ctx) }()
	begun := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, l := range looks {
		time.Sleep(time.Until(begun.Add(l.at)))
		synctest.Wait()
		l.see(l.at)
	}
	stop()
	<-done
}

type look struct {
	at  time.Duration
	see func(at time.Duration)
}

const (
	half4 = 16*time.Hour + 30*time.Minute
	six   = 18 * time.Hour
)

// An item that is scheduled for 16.30 appears at 16.30 in a running serve, and comes down when it should.
func TestServeFollowsTheClock(t *testing.T) {
	dir := scheduledSite(t)
	synctest.Test(t, func(t *testing.T) {
		s, src := atWork(t, dir)
		defer src.close()
		req := s.request(src)
		req.Kept, req.Clock = build.NewKept(s.Clock), s.Clock
		sh := newShowing(s, src, req, showOptions{near: true})
		defer sh.server.Close()
		first, err := sh.begin(s.ctx)
		if err != nil {
			t.Fatal(err)
		}
		see := func(path string, status int, text string) func(time.Duration) {
			return func(at time.Duration) {
				r := httptest.NewRequest(http.MethodGet, "http://localhost"+path, nil)
				w := httptest.NewRecorder()
				sh.server.ServeHTTP(w, r)
				if w.Code != status || !strings.Contains(w.Body.String(), text) {
					t.Errorf("%s at %v: status %d", path, at, w.Code)
				}
			}
		}
		follow(t, s, first, sh.work, []look{
			{half4 - time.Second, see("/press/2000/sedan/", 404, "")},
			{half4, see("/press/2000/sedan/", 200, "Det är dags.")},
			{six - time.Second, see("/press/1999/nu/", 200, "Hemligt sedan.")},
			{six, func(at time.Duration) {
				see("/press/1999/nu/", 200, "")(at)
				r := httptest.NewRequest(http.MethodGet, "http://localhost/press/1999/nu/", nil)
				w := httptest.NewRecorder()
				sh.server.ServeHTTP(w, r)
				if strings.Contains(w.Body.String(), "Hemligt") {
					t.Error("what has come down is still shown")
				}
			}},
		})
	})
}

// And in a running build --watch.
func TestWatchFollowsTheClock(t *testing.T) {
	dir := scheduledSite(t)
	synctest.Test(t, func(t *testing.T) {
		s, src := atWork(t, dir)
		defer src.close()
		w := &watching{buildCommand: &buildCommand{}, session: s, src: src, kept: build.NewKept(s.Clock)}
		first, err := w.work(s.ctx, try{last: true})
		if err != nil || w.broken != nil {
			t.Fatal(err, w.broken)
		}
		there := func(want bool) func(time.Duration) {
			return func(at time.Duration) {
				_, err := os.Stat(filepath.Join(dir, "public/press/2000/sedan/index.html"))
				if (err == nil) != want {
					t.Errorf("at %v: %v", at, err)
				}
			}
		}
		follow(t, s, first, w.work, []look{{half4 - time.Second, there(false)}, {half4, there(true)}})
	})
}
