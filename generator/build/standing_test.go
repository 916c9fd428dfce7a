package build_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/build"
	"growthportal/themes"
)

// onDisk is a small site on the disk, built by one process after another at an instant.
type onDisk struct {
	dir   string
	now   time.Time
	reads map[string]bool
	made  func() // called between planning a build and publishing it
}

func (s onDisk) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s onDisk) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// build tells whether an earlier build stands.
func (s onDisk) build(t *testing.T) (plan *build.Plan, stands bool) {
	t.Helper()
	recall, err := build.Recall(s.dir, s.path("public"), "growthportal test", false)
	if err != nil {
		t.Fatal(err)
	}
	defer recall.Close()
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	req := build.Request{
		Source: countedFS{root.FS(), s.reads}, Themes: themes.FS(), Program: "growthportal test", Identity: "this", Recall: recall,
		Now:   func(loc *time.Location) (time.Time, error) { return s.now.In(loc), nil },
		Clock: func() time.Time { return time.Now().Add(time.Hour) }, // so that what was just written has come to rest
	}
	pub := build.Publication{Destination: s.path("public"), Sources: s.dir, Jobs: 1, Recall: recall, Last: true}
	if plan, err = build.Standing(t.Context(), &req, pub); err != nil || plan != nil {
		return plan, err == nil
	}
	if plan, err = build.Make(context.Background(), req); err != nil || plan.Failed() {
		t.Fatal(err, plan.Diagnostics)
	}
	s.made()
	if err := build.Publish(context.Background(), plan, pub); err != nil {
		t.Fatal(err)
	}
	if err := recall.Keep(false); err != nil {
		t.Fatal(err)
	}
	return plan, false
}

// countedFS counts the files of content that are opened.
type countedFS struct {
	fs.FS
	opened map[string]bool
}

func (c countedFS) Open(name string) (fs.File, error) {
	if filepath.Ext(name) == ".md" {
		c.opened[name] = true
	}
	return c.FS.Open(name)
}

func (c countedFS) ReadLink(name string) (string, error)   { return fs.ReadLink(c.FS, name) }
func (c countedFS) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(c.FS, name) }

const smallConfig = "title: T\nurl: https://example.se/\ntimezone: Europe/Stockholm\nlanguages: [sv]\ncollections:\n  press: {type: press-release, title: P, url: /press/}\n"

func newOnDisk(t *testing.T) onDisk {
	s := onDisk{t.TempDir(), time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC), map[string]bool{}, func() {}}
	s.write(t, "config.yaml", smallConfig)
	s.write(t, "content/press/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\nFörsta.\n")
	s.write(t, "content/press/later.md", "---\ntitle: Sen\ndate: 2026-12-01 07:00\n---\nSenare.\n")
	return s
}

// A build of which nothing has changed stands, without reading a single text; and it stands no longer when a source, the
// destination, or the time has changed.
func TestStanding(t *testing.T) {
	s := newOnDisk(t)
	s.build(t)
	clear(s.reads)
	plan, stands := s.build(t)
	if !stands || len(s.reads) != 0 || plan.Stats.Kept == 0 || plan.Messages != "sv" {
		t.Fatalf("stands %v, %v read, %+v", stands, s.reads, plan.Stats)
	}
	for name, change := range map[string]func(){
		"a text":             func() { s.write(t, "content/press/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\nAndra.\n") },
		"a new file":         func() { s.write(t, "content/press/b.md", "---\ntitle: B\ndate: 2026-01-02\n---\n") },
		"a theme":            func() { s.write(t, "themes/x/theme.yaml", "extends: portal\n") },
		"a published file":   func() { s.write(t, "public/index.html", "vandalised") },
		"a file that goes":   func() { _ = os.Remove(s.path("public/robots.txt")) },
		"a changed manifest": func() { s.write(t, "public/.manifest", "growthportal manifest 1\n") },
	} {
		change()
		if _, stands := s.build(t); stands {
			t.Errorf("%s: stands", name)
		}
		if _, stands := s.build(t); !stands {
			t.Errorf("%s: does not stand the second time", name)
		}
	}
	s.now = time.Date(2026, 12, 1, 6, 0, 0, 0, time.UTC) // 07:00 in Stockholm
	if plan, stands := s.build(t); stands || len(plan.Stats.Changes) == 0 {
		t.Error("stands when an item is to appear")
	}
	s.now = s.now.Add(-time.Minute)
	if _, stands := s.build(t); stands {
		t.Error("stands for a time before its own")
	}
}

// A build in the middle of which a file was saved does not stand for the next, which would miss what was saved: neither a
// file that was read before nor one that is read while pages are made.
func TestNothingStandsOnMovingSources(t *testing.T) {
	for _, name := range []string{"config.yaml", "content/press/a.md", "content/static/a.txt", "themes/own/assets/own.txt", "themes/own/layouts/404.html"} {
		t.Run(name, func(t *testing.T) {
			s := newOnDisk(t)
			s.write(t, "content/static/a.txt", "första")
			s.write(t, "themes/own/theme.yaml", "extends: portal\n")
			s.write(t, "themes/own/assets/own.txt", "första")
			s.write(t, "themes/own/layouts/404.html", themeFile(t, "portal/layouts/404.html"))
			s.write(t, "config.yaml", smallConfig+"theme: own\n")
			s.made = func() {
				text, err := os.ReadFile(s.path(name))
				if err != nil {
					t.Fatal(err)
				}
				s.write(t, name, string(text)+"\n")
			}
			s.build(t)
			s.made = func() {}
			if _, stands := s.build(t); stands {
				t.Error("the next build stands on it")
			}
			if _, stands := s.build(t); !stands {
				t.Error("the one after that does not stand")
			}
		})
	}
}

// A build that shows drafts stands no longer than they are what they are.
func TestDraftsStandUntilTheyChange(t *testing.T) {
	s := newSandbox(t)
	s.show.Drafts = true
	s.write("content/press/utkast/index.md", "---\ntitle: Utkast\ndate: 2026-11-20 08:00\nupdated: 2026-11-26\ndraft: true\n---\nOrd.\n")
	s.check(t)
	s.now = s.now.AddDate(0, 0, 7)
	s.check(t)
}

func themeFile(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(themes.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A file is read again when it could have changed since it was read, though its size and time are the same; others are not.
func TestSignaturesTellChanges(t *testing.T) {
	s := newOnDisk(t)
	s.build(t)
	name := s.path("content/press/a.md")
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	s.write(t, "content/press/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\nFÖRSTA.\n")
	if err := os.Chtimes(name, before.ModTime(), before.ModTime()); err != nil {
		t.Fatal(err)
	}
	clear(s.reads)
	if plan, stands := s.build(t); stands || len(plan.Stats.Changes) == 0 {
		t.Error("a change of the same size, with its time put back, is not seen")
	}
	if d := cmp.Diff(map[string]bool{"content/press/a.md": true}, s.reads); d != "" {
		t.Errorf("what was read: %s", d)
	}
}
