package build_test

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"growthportal/generator/build"
	"growthportal/themes"
)

// TestEditsMakeLittle protects the seventh promise for each kind of edit: how many files are made is told by what the edit
// reaches, and not by how much there is besides. It is what docs/architecture.md says under "What one edit touches".
func TestEditsMakeLittle(t *testing.T) {
	const few, many = 60, 180
	small, large := edited(t, few), edited(t, many)
	for _, test := range []struct {
		edit  string
		holds func(made, releases int) bool // of the files that are made on a site with so many releases
	}{
		{"nothing", func(made, _ int) bool { return made == 0 }},
		{"unread setting", func(made, _ int) bool { return made == 0 }},
		{"body", func(made, _ int) bool { return made >= 1 && made <= 4 }},    // its page, its topics' feeds
		{"title", func(made, _ int) bool { return made >= 5 && made <= 20 }},  // whatever shows its card
		{"date", func(made, _ int) bool { return made >= 8 && made <= 30 }},   // and the places that it leaves and comes to
		{"topic", func(made, n int) bool { return made >= 3 && made < n/2 }},  // what names it: one in twenty does
		{"person", func(made, n int) bool { return made >= n/8 && made < n }}, // one in four does
		{"clock", func(made, _ int) bool { return made >= 5 && made < 100 }},  // what has appeared, and where
		{"menu", func(made, n int) bool { return made > n }},
		{"template", func(made, n int) bool { return made > n }},
		{"config", func(made, n int) bool { return made > n }}, // the site's title
		{"type", func(made, n int) bool { return made > n }},
	} {
		for n, counts := range map[int]map[string]int{few: small, many: large} {
			if made, known := counts[test.edit]; !known || !test.holds(made, n) {
				t.Errorf("%s: %d of %d files were made, with %d releases", test.edit, made, counts["all"], n)
			}
		}
	}
	for _, edit := range []string{"body", "title", "date"} {
		if small[edit] != large[edit] {
			t.Errorf("%s: %d files on a small site, %d on a large one", edit, small[edit], large[edit])
		}
	}
}

// edited is how many files each kind of edit makes, on a site with n releases.
func edited(t *testing.T, n int) map[string]int {
	t.Helper()
	s := newSandbox(t)
	s.fs, s.jobs = corpus(n), 2
	s.write("config.yaml", ownConfig)
	s.write("themes/own/theme.yaml", "extends: portal\n")
	s.write("content/press/2026-11-24-kommer.md", "---\ntitle: Kommer\ndate: 2026-11-24 10:00\ntopics: [amne-01]\n---\nI morgon.\n")
	s.now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	made := func() int {
		recall, err := build.Recall(s.dir, "public", "growthportal test", false)
		if err != nil {
			t.Fatal(err)
		}
		defer recall.Close()
		plan, err := build.Make(context.Background(), s.request(recall))
		if err != nil || plan.Failed() {
			t.Fatal(err, plan)
		}
		pub := build.Publication{Destination: s.dir + "/public", Jobs: s.jobs, Recall: recall}
		if err := build.Publish(context.Background(), plan, pub); err != nil {
			t.Fatal(err)
		}
		if err := recall.Keep(false); err != nil {
			t.Fatal(err)
		}
		return plan.Stats.Made
	}
	counts := map[string]int{"all": made()}
	for _, e := range editsOf(s) {
		e.edit()
		counts[e.name] = made()
	}
	return counts
}

// ownConfig is that of the corpus, with a theme that stands on the portal's. The menu is at its end.
var ownConfig = strings.Replace(corpusConfig, "publisher:", "theme: own\npublisher:", 1)

type namedEdit struct {
	name string
	edit func()
}

func editsOf(s *sandbox) []namedEdit {
	var releases []string
	for name := range s.fs {
		if strings.HasPrefix(name, "content/press/") {
			releases = append(releases, name)
		}
	}
	slices.Sort(releases)
	old := releases[len(releases)/2]
	change := func(name, from, to string) func() {
		return func() {
			text := string(s.fs[name].Data)
			if !strings.Contains(text, from) {
				panic(name + " does not say " + from)
			}
			s.write(name, strings.Replace(text, from, to, 1))
		}
	}
	own := func(name, from, to string) func() { // a file of the theme's, altered in the site's own
		return func() {
			text, err := fs.ReadFile(themes.FS(), "portal/"+name)
			if err != nil || !strings.Contains(string(text), from) {
				panic(name + " does not say " + from)
			}
			s.write("themes/own/"+name, strings.Replace(string(text), from, to, 1))
		}
	}
	return []namedEdit{
		{"nothing", func() {}},
		{"body", func() { s.write(old, string(s.fs[old].Data)+"\nEtt ord till.\n") }},
		{"title", change(old, "title: ", "title: Ny ")},
		{"date", change(old, "---\n", "---\ndate: 2017-03-04\n")},
		{"topic", change("content/topics/amne-01.md", "Ämne 1", "Ämnet ett")},
		{"person", change("content/people/person-1.md", "Strateg", "Direktör")},
		{"clock", func() { s.now = s.now.AddDate(0, 0, 1) }},
		{"unread setting", func() { s.write("config.yaml", ownConfig+"budgets: {page: 901 kB}\n") }},
		{"menu", func() { s.write("config.yaml", ownConfig+"  - {page: topics}\n") }},
		{"config", func() { s.write("config.yaml", strings.Replace(ownConfig, "Portalen", "Portalen vår", 1)) }},
		{"template", own("parts/footer.html", "</footer>", "<p></p></footer>")},
		{"type", own("types/press-release.yaml", "sv: Pressmeddelande", "sv: Nyhet")},
	}
}
