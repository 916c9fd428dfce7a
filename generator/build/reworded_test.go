package build_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"growthportal/generator/build"
	"growthportal/generator/output"
)

// richSandbox is a sandbox with all that shows texts: pages, banners, introductions of listings, feeds, calendars.
func richSandbox(t *testing.T) *sandbox {
	s := newSandbox(t)
	for i := range 6 {
		s.write(fmt.Sprintf("content/press/nyhet-%d/index.md", i), fmt.Sprintf("---\ntitle: Nyhet %d\ndate: 2026-11-1%d 08:00\ntopics: [sak-0]\n%s---\nOrd om [kontakt](../../om/kontakt.md).\n", i, i, strings.Repeat("summary: Kort.\n", i%2)))
		s.write(fmt.Sprintf("content/letters/brev-%d.md", i), fmt.Sprintf("---\ntitle: Brev %d\ndate: 2026-0%d-01\nperiod: 2026-0%d\n---\nKära läsare.\n", i, i+1, i+1))
	}
	s.write("content/press/index.md", "---\ntitle: Nyheter\n---\nInledning.\n")
	s.write("content/meetings/traff.md", "---\ntitle: Träff\nstart: 2026-11-29 09:00\n---\nKom.\n")
	s.write("content/alerts/larm.md", "---\ntitle: Larm\nexpires: 2026-11-29\n---\nObs.\n")
	return s
}

// reword alters the words of a content file's text, and nothing else.
func (s *sandbox) reword(name string) {
	s.write(name, strings.TrimSuffix(string(s.fs[name].Data), "\n")+" Ord.\n")
}

// texts are the content files that have a text.
func (s *sandbox) texts() (names []string) {
	for _, name := range slices.Sorted(maps.Keys(s.fs)) {
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".md") && !strings.HasSuffix(string(s.fs[name].Data), "---\n") {
			names = append(names, name)
		}
	}
	return names
}

// A recipe tells every text from whose words its key follows: where the words of a text make another key, the recipe has told of that
// text, or all recipes share it. Otherwise a file would stay as it was.
func TestRecipesTellTheirTexts(t *testing.T) {
	s := richSandbox(t)
	type told struct {
		key   output.Digest
		texts []string
	}
	plan := func() (map[output.Path]told, []string) {
		p, err := build.Make(context.Background(), s.request(nil))
		if err != nil || p.Failed() {
			t.Fatal(err, p.Diagnostics)
		}
		all := map[output.Path]told{}
		for _, r := range p.Recipes {
			if r.Later != nil { // the keys of all others are worked out each time
				ready := r.Ready()
				all[r.Path] = told{ready.Key(), ready.Texts}
			}
		}
		return all, p.Site.Texts()
	}
	before, shared := plan()
	if !slices.Equal(shared, []string{"content/alerts/larm.md"}) {
		t.Errorf("all share %q", shared)
	}
	seen := 0
	for _, name := range s.texts() {
		s.reword(name)
		after, _ := plan()
		for path, is := range after {
			was := before[path]
			if was.key == is.key {
				continue
			}
			seen++
			if !slices.Contains(was.texts, name) && !slices.Contains(shared, name) {
				t.Errorf("%s changes with the words of %s, and tells of %q alone", path, name, was.texts)
			}
		}
		before = after
	}
	if seen < 30 {
		t.Errorf("only %d changes were seen", seen)
	}
}

// Where nothing but the words of texts has changed, what pages are made from is worked out for those alone that show the texts.
func TestRewordedIsNotCompared(t *testing.T) {
	s := richSandbox(t)
	s.check(t)
	for _, test := range []struct {
		what     string
		edit     func()
		compared int // -1 for all
		made     int
	}{
		{"a release", func() { s.reword("content/press/nyhet-1/index.md") }, 8, 8},        // its page, and the feeds of the site, its topic and its listing
		{"another the next time", func() { s.reword("content/letters/brev-1.md") }, 7, 7}, // its page, and six feeds
		{"two", func() { s.reword("content/letters/brev-1.md"); s.reword("content/letters/brev-2.md") }, 8, 8},
		{"a listing's introduction", func() { s.reword("content/press/index.md") }, 1, 1},
		{"what stands on every page", func() { s.reword("content/alerts/larm.md") }, -1, -1},
		{"after that", func() { s.reword("content/letters/brev-1.md") }, 7, 7},
		{"a title", func() {
			s.write("content/letters/brev-1.md", "---\ntitle: Annat\ndate: 2026-02-01\nperiod: 2026-02\n---\nOrd.\n")
		}, -1, -1},
		{"a link", func() {
			s.reword("content/letters/brev-3.md")
			s.fs["content/letters/brev-3.md"].Data = append(s.fs["content/letters/brev-3.md"].Data, "[k](../om/kontakt.md)\n"...)
		}, -1, -1},
		{"a published file", func() {
			_ = os.WriteFile(s.dir+"/public/index.html", []byte("x"), 0o644)
			s.reword("content/letters/brev-1.md")
		}, 7, 8},
		{"a layout", func() {
			s.write("themes/small/parts/end.html", "</main></body></html>\n")
			s.reword("content/letters/brev-1.md")
		}, -1, -1},
		{"time", func() { s.now = s.now.AddDate(0, 0, 7); s.reword("content/letters/brev-1.md") }, -1, -1},
	} {
		test.edit()
		s.check(t)
		stats := s.last.Stats
		if test.compared < 0 {
			test.made = stats.Made
			test.compared = later(t, s)
		}
		if stats.Compared != test.compared || stats.Made != test.made {
			t.Errorf("%s: %d compared, %d made, want %d and %d", test.what, stats.Compared, stats.Made, test.compared, test.made)
		}
	}
}

// later counts the recipes that tell only when they are asked what they are made from.
func later(t *testing.T, s *sandbox) (n int) {
	plan, err := build.Make(t.Context(), s.request(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range plan.Recipes {
		if r.Later != nil {
			n++
		}
	}
	return n
}

// What is remembered of the last build is trusted only as far as it fits together: an older memory, one of which somebody else's build
// is the newest, and none at all make the same site.
func TestRewordedByAnotherMemory(t *testing.T) {
	const text = "content/press/nyhet-1/index.md"
	memory := func(s *sandbox) string { return s.dir + "/" + build.MemoryFile }
	for name, between := range map[string]func(t *testing.T, s *sandbox){
		"older": func(t *testing.T, s *sandbox) {
			old, err := os.ReadFile(memory(s))
			if err != nil {
				t.Fatal(err)
			}
			s.reword(text)
			s.check(t)
			if err := os.WriteFile(memory(s), old, 0o644); err != nil {
				t.Fatal(err)
			}
		},
		"none": func(t *testing.T, s *sandbox) { _ = os.Remove(memory(s)) },
		"another destination": func(t *testing.T, s *sandbox) {
			s.reword(text)
			recall, keep := s.recall(t)
			s.published(t, s.dir+"/elsewhere", recall)
			keep()
		},
		"torn": func(t *testing.T, s *sandbox) {
			s.reword(text)
			s.check(t)
			info, err := os.Stat(memory(s))
			if err == nil {
				err = os.Truncate(memory(s), info.Size()-100)
			}
			if err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := richSandbox(t)
			s.check(t)
			between(t, s)
			s.reword("content/press/nyhet-2/index.md")
			s.check(t)
			s.reword(text)
			s.check(t)
		})
	}
}
