package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What is compared is equal work: our program builds both of its sites without a complaint, and Hugo makes as many pages of
// the same texts, of about as many bytes.
func TestThePageSetsAreEqual(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	program, err := compile(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	hugoPath, missing := exec.LookPath("hugo")
	fair, peer, full := contenders(program, hugoPath)
	const items = 500
	if got := builtBy(t, full, dir, items); got.pages < items {
		t.Errorf("the portal's theme made %d pages of %d texts", got.pages, items)
	}
	ours := builtBy(t, fair, dir, items)
	if missing != nil {
		if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
			t.Fatal(missing)
		}
		t.Skip("there is no hugo on the PATH to compare with")
	}
	if err := alike(ours, builtBy(t, peer, dir, items)); err != nil {
		t.Error(err)
	}
}

func builtBy(t *testing.T, c contender, dir string, items int) made {
	t.Helper()
	w, err := c.prepare(dir, items)
	if err != nil {
		t.Fatal(err)
	}
	cost, err := w.cold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if cost.cpu <= 0 || cost.wall <= 0 {
		t.Errorf("building for %s cost %v", c.name, cost)
	}
	m, err := look(filepath.Join(w.dir, "public"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Both programs are given the same words: the bodies are equal byte for byte, and so are titles and summaries.
func TestTheTextsAreTheSame(t *testing.T) {
	dir := t.TempDir()
	texts := map[string][]string{}
	for _, d := range []dialect{equal, hugo, portal} {
		if err := d.write(filepath.Join(dir, d.name), 40); err != nil {
			t.Fatal(err)
		}
		names, err := filepath.Glob(filepath.Join(dir, d.name, "content", "nyheter", "*.md"))
		if err != nil || len(names) != 40 {
			t.Fatalf("%s has %d texts: %v", d.name, len(names), err)
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			head, body, ok := strings.Cut(strings.TrimPrefix(string(content), "---\n"), "\n---\n")
			if !ok {
				t.Fatalf("%s has no front matter", name)
			}
			lines := strings.Split(head, "\n")
			texts[filepath.Base(name)] = append(texts[filepath.Base(name)], lines[0]+lines[1]+lines[2]+body)
		}
	}
	for name, list := range texts {
		if len(list) != 3 || list[0] != list[1] || list[0] != list[2] {
			t.Errorf("%s differs between the dialects", name)
		}
	}
}

// A corpus is the same whenever and wherever it is made, so that figures of different days are of the same sites.
func TestTheCorpusIsAlwaysTheSame(t *testing.T) {
	a := newArticle(7)
	if want := "Kommunstyrelsen inleder tidiga planer för bostadsbyggande"; a.title != want {
		t.Errorf("the seventh text is called %q, not %q", a.title, want)
	}
	for i := range 200 {
		a := newArticle(i + 1)
		if b := newArticle(i + 1); a.body != b.body || a.name != b.name {
			t.Fatalf("text %d differs from itself", i+1)
		}
		if n := len(strings.Fields(a.body)); n < 300 || n > 1100 {
			t.Errorf("text %d has %d words", i+1, n)
		}
		if len(a.topics) < 1 || len(a.topics) > 3 || len(a.contacts) < 1 || len(a.contacts) > 2 {
			t.Errorf("text %d has %d topics and %d contacts", i+1, len(a.topics), len(a.contacts))
		}
	}
}

// Redirects, which Hugo writes for the first page of each list and ours does not, are no pages.
func TestLookCountsPagesAndBytes(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"index.html":        "<!doctype html><title>a</title>",
		"sida/1/index.html": `<!doctype html><meta http-equiv="refresh" content="0; url=/">`,
		"site.css":          "body{}",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := look(dir)
	if want := (made{pages: 1, files: 3, bytes: 31 + 61 + 6}); err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

// Figures of unequal work are not printed.
func TestUnequalPageSetsAreRefused(t *testing.T) {
	if err := alike(made{pages: 1000, bytes: 1e6}, made{pages: 1015, bytes: 1.04e6}); err != nil {
		t.Error(err)
	}
	if alike(made{pages: 1000, bytes: 1e6}, made{pages: 1030, bytes: 1e6}) == nil {
		t.Error("3 % fewer pages are called equal")
	}
	if alike(made{pages: 1000, bytes: 1e6}, made{pages: 1000, bytes: 1.1e6}) == nil {
		t.Error("9 % fewer bytes are called equal")
	}
}
