package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/model"
	"growthportal/generator/site"
)

// offered are a page's filters in words: "axis: [the page itself] other /all/".
func offered(p *site.Page) []string {
	var list []string
	for _, f := range p.Listing.Filters {
		words := string(f.Axis) + ":"
		for _, c := range f.Choices {
			title := c.Title
			if c.Year != 0 {
				title = fmt.Sprint(c.Year)
			}
			if c.Current {
				title = "[" + title + "]"
			}
			words += " " + title
		}
		if f.All != nil {
			words += " " + string(f.All.URL)
		}
		list = append(list, words)
	}
	return list
}

func filterWorld() world {
	return world{config: subjects, files: map[string]string{
		"content/subjects/a.md":            item("title: Ö"),
		"content/subjects/b.md":            item("title: Å"),
		"content/subjects/empty.md":        item("title: Tom"),
		"content/subjects/b.en.md":         item("title: B"),
		"content/news/2026-01-01-x.md":     item("topics: [a, b]"),
		"content/news/2026-01-01-x.en.md":  item("topics: [a, b]"),
		"content/news/2025-01-01-y.md":     item("topics: a"),
		"content/meetings/2026-02-02-m.md": item("date: 2026-01-05", "start: 2026-02-02"),
	}}
}

// A listing offers what there is to choose, along each axis, in the reader's order and language; nothing that is empty, and
// nothing where there is no choice.
func TestFilters(t *testing.T) {
	m := filterWorld().sound(t)
	for u, want := range map[model.URL][]string{
		"/nyheter/":       {"type: [Nyheter] Träffar", "topic: Å Ö /saker/", "year: 2026 2025"},
		"/nyheter/2025/":  {"year: 2026 [2025] /nyheter/"},
		"/traffar/":       {"type: Nyheter [Träffar]", "year: 2026"},
		"/en/news/":       {"topic: B /en/subjects/", "year: 2026"},
		"/saker/a/":       {"topic: Å [Ö] /saker/"},
		"/saker/empty/":   nil,
		"/en/subjects/b/": nil,
	} {
		if d := cmp.Diff(want, offered(m.at(u))); d != "" {
			t.Errorf("%s: %s", u, d)
		}
	}
}

// Every choice of every filter leads to a page that there is, with something on it, in the language of the listing.
func TestFiltersLeadSomewhere(t *testing.T) {
	m := filterWorld().sound(t)
	n := 0
	for _, p := range m.Pages {
		if p.Listing == nil {
			continue
		}
		for _, f := range p.Listing.Filters {
			for _, c := range f.Choices {
				n++
				to := m.at(c.URL)
				if to.Lang != p.Lang || to.Listing == nil || len(to.Listing.Items) == 0 {
					t.Errorf("%s: %v leads to nothing", p.URL, c)
				}
			}
		}
	}
	if n == 0 {
		t.Error("no choices")
	}
}

// However many topics there are, a listing stays readable: it offers those of the newest items, and the way to all; and
// topics do not list one another.
func TestManyTopics(t *testing.T) {
	w := world{config: subjects, files: map[string]string{}}
	for i := range 60 {
		w.files[fmt.Sprintf("content/subjects/s%02d.md", i)] = item(fmt.Sprintf("title: S%02d", i))
		w.files[fmt.Sprintf("content/news/2026-%02d-%02d-n%02d.md", 1+i/25, 1+i%25, i)] = item(fmt.Sprintf("topics: s%02d", i))
	}
	m := w.sound(t)
	topics := offered(m.at("/nyheter/"))[0]
	if n := strings.Count(topics, " S"); n < 3 || n > 5 || !strings.HasSuffix(topics, " /saker/") {
		t.Error(topics)
	}
	if got := offered(m.at("/saker/s01/")); slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "topic") }) {
		t.Error(got)
	}
}
