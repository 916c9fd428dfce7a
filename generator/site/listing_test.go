package site_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"growthportal/generator/model"
	"growthportal/generator/site"
)

// listingOf is a listing of n items, the newest first: item i is called by how many are older.
func listingOf(n, perPage int, pinned func(i int) bool) *site.Listing {
	l := &site.Listing{URL: "/nyheter/", Lang: "sv", PerPage: perPage}
	for i := n; i > 0; i-- {
		it := &site.Item{Pinned: pinned(i)}
		it.URL = model.URL(fmt.Sprintf("/%d/", i))
		l.Items = append(l.Items, it)
	}
	return l
}

func none(int) bool { return false }

// The laws of paging: nothing is left out or shown twice, no page is thin, and what is published changes no full page.
func TestPagingLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, perPage := rapid.IntRange(0, 60).Draw(t, "items"), rapid.IntRange(1, 9).Draw(t, "perPage")
		l := listingOf(n, perPage, none)
		own := l.Newest()
		if len(own) > 2*perPage-1 || len(own) < min(n, perPage) {
			t.Fatalf("%d items on the listing's own page", len(own))
		}
		all := slices.Clone(own)
		for page := l.Older(); page > 0; page-- {
			if len(l.Page(page)) != perPage {
				t.Fatalf("%d items on page %d", len(l.Page(page)), page)
			}
			all = append(all, l.Page(page)...)
		}
		if !slices.Equal(all, l.Items) {
			t.Fatal("the pages together, from the newest to the oldest, are not the listing")
		}

		more := listingOf(n+rapid.IntRange(1, 12).Draw(t, "more"), perPage, none)
		for page := 1; page <= l.Older(); page++ {
			if d := cmp.Diff(urlsOf(l.Page(page)), urlsOf(more.Page(page))); d != "" {
				t.Fatalf("newer items change page %d: %s", page, d)
			}
		}
	})
}

// A pinned item stands first on the listing's own page, once, and changes no page of older items.
func TestPinnedLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, perPage := rapid.IntRange(1, 40).Draw(t, "items"), rapid.IntRange(1, 9).Draw(t, "perPage")
		which := rapid.IntRange(1, n).Draw(t, "pinned")
		plain, pinned := listingOf(n, perPage, none), listingOf(n, perPage, func(i int) bool { return i == which })
		first := model.URL(fmt.Sprintf("/%d/", which))
		own := urlsOf(pinned.Newest())
		want := append([]model.URL{first}, slices.DeleteFunc(urlsOf(plain.Newest()), func(u model.URL) bool { return u == first })...)
		if d := cmp.Diff(want, own); d != "" {
			t.Fatal(d)
		}
		for page := 1; page <= plain.Older(); page++ {
			if d := cmp.Diff(urlsOf(plain.Page(page)), urlsOf(pinned.Page(page))); d != "" {
				t.Fatalf("page %d: %s", page, d)
			}
		}
	})
}

func urlsOf(items []*site.Item) []model.URL {
	list := []model.URL{}
	for _, it := range items {
		list = append(list, it.URL)
	}
	return list
}

// newsOf are news of a day each, "a" the oldest.
func newsOf(names ...string) map[string]string {
	files := map[string]string{}
	for i, name := range names {
		files[fmt.Sprintf("content/news/2026-0%d-0%d-%s.md", 1+i/9, 1+i%9, name)] = item()
	}
	return files
}

// Older pages stand at addresses numbered from the oldest, in each language with its own word, and years are listings of
// their own.
func TestListingPages(t *testing.T) {
	files := newsOf("a", "b", "c", "d", "e", "f", "g")
	files["content/news/2025-05-05-old.md"] = item()
	files["content/news/2025-05-05-old.en.md"] = item()
	m := world{files: files}.sound(t)
	got := map[model.URL][]string{}
	for _, p := range m.Pages {
		if p.Kind == site.ListingPage && p.Listing.Collection != nil && p.Listing.Collection.Name == "news" {
			items := p.Listing.Newest()
			if p.Number > 0 {
				items = p.Listing.Page(p.Number)
			}
			got[p.URL] = names(items)
		}
	}
	want := map[model.URL][]string{
		"/nyheter/": {"g", "f", "e", "d", "c"}, "/nyheter/sida/1/": {"b", "a", "old"},
		"/nyheter/2026/": {"g", "f", "e", "d"}, "/nyheter/2026/sida/1/": {"c", "b", "a"}, "/nyheter/2025/": {"old"},
		"/en/news/": {"old"}, "/en/news/2025/": {"old"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Items are listed by date, the newest first, then by name; what has an order of its own by that.
func TestOrder(t *testing.T) {
	m := world{files: map[string]string{
		"content/news/2026-01-02-b.md": item(), "content/news/2026-01-02-a.md": item(), "content/news/2026-01-03-c.md": item("date: 2026-01-01"),
		"content/people/ake.md": item("title: Åke"), "content/people/adam.md": item("title: Adam"), "content/people/orjan.md": item("title: Örjan"), "content/people/zoe.md": item("title: Zoë"),
		"content/aims/x.md": item("number: 10"), "content/aims/y.md": item("number: 2"),
		"content/meetings/later.md": item("start: 2027-01-02"), "content/meetings/sooner.md": item("start: 2027-01-01 10:00"), "content/meetings/past.md": item("start: 2020-01-01"),
	}}.sound(t)
	for u, want := range map[model.URL][]string{
		"/nyheter/": {"a", "b", "c"}, "/folk/": {"adam", "zoe", "ake", "orjan"}, "/mal/": {"y", "x"}, "/traffar/": {"later", "sooner", "past"},
	} {
		if d := cmp.Diff(want, names(m.at(u).Listing.Items)); d != "" {
			t.Errorf("%s: %s", u, d)
		}
	}
}

// A listing's text and title come from its index; without one the title is the collection's.
func TestIntro(t *testing.T) {
	m := world{files: map[string]string{"content/news/index.md": item("title: Allt nytt", "\nText.\n"), "content/letters/index.md": item(), "content/om.md": item()}}.sound(t)
	m.at("/om/")
	own, foreign := m.at("/nyheter/"), m.at("/en/news/")
	if own.Listing.Title != "Allt nytt" || own.Listing.Intro == nil || site.DocOf(own.Listing.Intro).Body.Plain != "Text." {
		t.Errorf("got %q, %v", own.Listing.Title, own.Listing.Intro)
	}
	if foreign.Listing.Title != "Nyheter" || foreign.Listing.Intro != nil {
		t.Errorf("got %q, %v", foreign.Listing.Title, foreign.Listing.Intro)
	}
}

// Each item knows the one before and the one after it, by date; what is past or coming has no neighbours.
func TestNeighbours(t *testing.T) {
	files := newsOf("a", "b", "c")
	files["content/meetings/x.md"], files["content/meetings/y.md"] = item("start: 2027-01-01"), item("start: 2027-01-02")
	m := world{files: files}.sound(t)
	b := m.at("/nyheter/2026/b/").Item
	if site.DocOf(b.Earlier).Name != "a" || site.DocOf(b.Later).Name != "c" {
		t.Errorf("got %v and %v", b.Earlier, b.Later)
	}
	if a := b.Earlier; a.Earlier != nil || a.Later != b {
		t.Errorf("got %v and %v", a.Earlier, a.Later)
	}
	if x := m.at("/traffar/x/").Item; x.Earlier != nil || x.Later != nil {
		t.Error("a meeting has neighbours")
	}
}
