package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// The items of a series stand in the order of their periods, whatever their dates; gaps are passed over, and a draft is
// no part of it.
func TestSeries(t *testing.T) {
	m := world{files: map[string]string{
		"content/letters/a.md": item("date: 2026-05-01", "period: 2026-01"), "content/letters/b.md": item("date: 2026-04-01", "period: 2026-02"),
		"content/letters/c.md": item("date: 2026-03-01", "period: 2026-05"), "content/letters/d.md": item("date: 2026-02-01", "period: 2026-03", "draft: true"),
		"content/letters/e.en.md": item("date: 2026-02-01", "period: 2026-03"), "content/letters/q.md": item("date: 2026-06-01", "period: 2026-Q3"),
	}}.sound(t)
	var got []string
	for it := m.at("/brev/2026-01/").Item; it != nil; it = it.Later {
		got = append(got, string(it.URL))
		if it.Later != nil && it.Later.Earlier != it {
			t.Errorf("%s: %s does not lead back", it.URL, it.Later.URL)
		}
	}
	if d := cmp.Diff([]string{"/brev/2026-01/", "/brev/2026-02/", "/brev/2026-05/", "/brev/2026-q3/"}, got); d != "" {
		t.Error(d)
	}
	if it := m.at("/en/brev/2026-03/").Item; it.Earlier != nil || it.Later != nil {
		t.Error("languages are mixed")
	}
}

// A topic, person or point gathers the dated items that name it, once, in the language of its page.
func TestGather(t *testing.T) {
	m := world{config: subjects, files: map[string]string{
		"content/subjects/s.md": item(), "content/subjects/s.en.md": item(), "content/aims/mal.md": item("number: 1"), "content/people/p.md": item("topics: s"),
		"content/news/2026-01-01-a.md": item("topics: [s, s]", "points: mal", "contacts: p", "authors: p"), "content/news/2026-01-02-b.md": item("topics: s"),
		"content/news/2026-01-02-b.en.md": item("topics: s", "points: mal"), "content/letters/c.md": item("date: 2026-03-01", "period: 2026-02", "topics: s"),
		"content/om.md": item("topics: s"), "content/meetings/m.md": item("start: 2026-02-01", "topics: s"),
	}}.sound(t)
	for u, want := range map[model.URL][]string{
		"/saker/s/": {"c", "m", "b", "a"}, "/en/subjects/s/": {"b"}, "/mal/mal/": {"a"}, "/folk/p/": {"a"},
	} {
		if d := cmp.Diff(want, names(m.at(u).Listing.Items)); d != "" {
			t.Errorf("%s: %s", u, d)
		}
	}
	older := m.at("/saker/s/").Listing
	if older.PerPage != 3 || !older.Feed {
		t.Errorf("%d a page, feed %v", older.PerPage, older.Feed)
	}
}

// Free topics are one for each folded name, written as in the newest item, in each language at its place.
func TestFreeTopics(t *testing.T) {
	files := map[string]string{
		"content/news/2026-01-01-a.md": item("topics: [fritid, FRITID, Åkeri]"), "content/news/2026-01-02-b.md": item("topics: [Fritid]"),
		"content/news/2026-01-03-c.en.md": item("topics: [FRITID, Leisure]"), "content/news/2026-01-04-d.md": item("draft: true", "topics: Hemligt"),
		"content/news/2027-01-04-e.md": item("topics: [Senare, FRItid]"),
	}
	m := world{config: "topics: free\n", files: files}.sound(t)
	for u, want := range map[model.URL]string{"/amnen/fritid/": "Fritid", "/amnen/akeri/": "Åkeri", "/en/topics/fritid/": "FRITID", "/en/topics/leisure/": "Leisure"} {
		if got := site.DocOf(m.at(u).Item).Title; got != want {
			t.Errorf("%s: %q", u, got)
		}
	}
	for _, u := range []model.URL{"/amnen/hemligt/", "/amnen/senare/", "/amnen/leisure/"} {
		if m.page(u) != nil {
			t.Errorf("there is %s", u)
		}
	}
	if d := cmp.Diff([]string{"b", "a"}, names(m.at("/amnen/fritid/").Listing.Items)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"fritid", "akeri"}, names(m.at("/amnen/").Listing.Items)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"fritid", "akeri"}, names(m.at("/nyheter/2026/a/").Item.Topics)); d != "" {
		t.Error(d)
	}
	if p := m.at("/amnen/fritid/"); len(p.Ways) != 1 || !p.Ways[0].Exact || p.Ways[0].URL != "/en/topics/fritid/" {
		t.Errorf("ways %v", p.Ways)
	}
}

// The order in which documents come plays no part.
func TestFreeTopicsInAnyOrder(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"2026-01-02-a", "2026-01-02-b", "2026-01-02-c"} {
		files["content/news/"+name+".md"] = item("topics: [" + map[byte]string{'a': "Fritid", 'b': "FRITID", 'c': "fritid"}[name[11]] + "]")
	}
	w := world{config: "topics: free\n", files: files}
	want := site.DocOf(w.sound(t).at("/amnen/fritid/").Item).Title
	w.order = func(int) []int { return []int{2, 0, 1} }
	if got := site.DocOf(w.sound(t).at("/amnen/fritid/").Item).Title; got != want {
		t.Errorf("%q, then %q", want, got)
	}
}

// The menu leads to listings and pages, in the reader's language where there is a version in it.
func TestMenu(t *testing.T) {
	m := world{
		config: "menu:\n  - {page: news}\n  - {page: index, title: Start}\n  - {page: om/kontakt}\n  - {page: om, title: {sv: Om oss, en: About}}\n  - {title: Sök, href: 'https://example.org/'}\n  - {title: Nyheter 2026, href: /nyheter/2026/}\n",
		files:  map[string]string{"content/om/kontakt.md": item("title: Kontakt"), "content/om/kontakt.en.md": item("title: Contact"), "content/om/index.md": item(), "content/news/2026-01-01-a.md": item(), "content/index.md": item()},
	}.sound(t)
	want := map[locale.Lang][]site.MenuEntry{
		"sv": {
			{Title: "Nyheter", URL: "/nyheter/", Lang: "sv"}, {Title: "Start", URL: "/", Lang: "sv"}, {Title: "Kontakt", URL: "/om/kontakt/", Lang: "sv"}, {Title: "Om oss", URL: "/om/", Lang: "sv"},
			{Title: "Sök", Href: "https://example.org/", Lang: "sv"}, {Title: "Nyheter 2026", URL: "/nyheter/2026/", Lang: "sv"},
		},
		"en": {
			{Title: "Nyheter", URL: "/en/news/", Lang: "en"}, {Title: "Start", URL: "/", Lang: "sv"}, {Title: "Contact", URL: "/en/om/kontakt/", Lang: "en"}, {Title: "About", URL: "/om/", Lang: "sv"},
			{Title: "Sök", Href: "https://example.org/", Lang: "en"}, {Title: "Nyheter 2026", URL: "/nyheter/2026/", Lang: "en"},
		},
	}
	if d := cmp.Diff(want, m.Menu); d != "" {
		t.Error(d)
	}
}

// Queries are answered in their order, with what matches alone, and tell where the rest stands.
func TestLists(t *testing.T) {
	files := newsOf("a", "b", "c", "d")
	files["content/news/2026-01-01-a.md"] = item("pinned: 2027-01-01", "topics: s")
	files["content/subjects/s.md"] = item()
	files["content/meetings/past.md"], files["content/meetings/today.md"] = item("start: 2026-11-22"), item("start: 2026-11-23")
	files["content/meetings/next.md"], files["content/meetings/long.md"] = item("start: 2026-12-01"), item("start: 2026-01-01", "stop: 2027-01-01")
	files["content/om/index.md"], files["content/om/b.md"], files["content/om/a.md"] = item("title: Om"), item("title: B"), item("title: A")
	files["content/aims/x.md"], files["content/aims/y.md"] = item("number: 10"), item("number: 2")
	queries := map[string]model.Query{
		"news": {Types: []string{"note"}, Limit: 3}, "all": {Types: []string{"note", "letter"}}, "titles": {Types: []string{"note"}, Order: "title"}, "topic": {Topic: "s"},
		"letters": {Types: []string{"letter"}}, "coming": {Types: []string{"meeting"}, When: "coming"}, "past": {Types: []string{"meeting"}, When: "past"}, "under": {Under: "om", Order: "title"},
		"aims": {Types: []string{"aim"}}, "none": {Types: []string{"alarm"}},
	}
	m := world{config: subjects, files: files, lists: map[string]map[string]model.Query{"home": queries}}.sound(t)
	for name, want := range map[string][]string{
		"news": {"a", "d", "c"}, "all": {"a", "d", "c", "b"}, "titles": {"d", "c", "b", "a"}, "topic": {"a"}, "coming": {"long", "today", "next"}, "past": {"past"},
		"under": {"om/a", "om/b"}, "aims": {"y", "x"}, "none": {}, "letters": {},
	} {
		if d := cmp.Diff(want, names(m.Lists["sv"]["home"][name].Items)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	if more := m.Lists["sv"]["home"]["news"].More; more == nil || more.URL != "/nyheter/" {
		t.Errorf("the rest of the news: %v", more)
	}
	if more := m.Lists["sv"]["home"]["letters"].More; more == nil || more.URL != "/brev/" {
		t.Errorf("the rest of the letters, of which there is none: %v", more)
	}
	if page := m.Lists["sv"]["home"]["under"].Page; page == nil || page.URL != "/om/" {
		t.Errorf("the page of the folder under which a list asks: %v", page)
	}
	if page := m.Lists["en"]["home"]["under"].Page; page != nil {
		t.Errorf("the page of the folder, in English: %v", page.URL)
	}
	if got := m.Lists["en"]["home"]["news"]; len(got.Items) > 0 {
		t.Errorf("in English: %v", names(got.Items))
	}
}

// The points of a text stand in the order of their type, in whatever order its author named them.
func TestPointsStandInTheirOrder(t *testing.T) {
	m := world{files: map[string]string{
		"content/aims/x.md": item("number: 10"), "content/aims/y.md": item("number: 2"), "content/aims/z.md": item("number: 7"),
		"content/news/2026-01-01-a.md": item("points: [x, z, y]"),
	}}.sound(t)
	if d := cmp.Diff([]string{"y", "z", "x"}, names(m.at("/nyheter/2026/a/").Item.Points)); d != "" {
		t.Error(d)
	}
}

// A feed holds the newest twenty by date, those that are pinned like the others.
func TestFeeds(t *testing.T) {
	files := map[string]string{"content/letters/l.md": item("date: 2026-06-01", "period: 2020-01"), "content/meetings/m.md": item("start: 2027-01-01")}
	for i := range 22 {
		name := string(rune('a' + i))
		front := []string{"topics: s"}
		if name == "a" {
			front = append(front, "pinned: 2027-01-01")
		}
		files["content/news/2026-03-"+string(rune('0'+(i+1)/10))+string(rune('0'+(i+1)%10))+"-"+name+".md"] = item(front...)
	}
	files["content/subjects/s.md"] = item()
	m := world{config: subjects, files: files}.sound(t)
	got := map[model.URL]*site.Feed{}
	for _, f := range m.Feeds {
		got[f.Folder] = f
	}
	if n := len(got["/nyheter/"].Items); n != site.FeedLength || site.DocOf(got["/nyheter/"].Items[0]).Name != "v" || site.DocOf(got["/nyheter/"].Items[n-1]).Name != "c" {
		t.Errorf("%d news: %v", n, names(got["/nyheter/"].Items))
	}
	if first := site.DocOf(got["/"].Items[0]).Name; first != "l" {
		t.Errorf("the site's feed begins with %s", first)
	}
	if d := cmp.Diff([]string{"atom.xml", "rss.xml", "feed.json"}, got["/"].Formats()); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"atom.xml"}, got["/saker/s/"].Formats()); d != "" {
		t.Error(d)
	}
	for u, want := range map[model.URL]bool{"/brev/": true, "/en/": true, "/en/news/": true, "/traffar/": false, "/folk/": false, "/saker/": false} {
		if (got[u] != nil) != want {
			t.Errorf("a feed at %s: %v", u, got[u])
		}
	}
}

// A type's own fields lead where they say, in lists as well.
func TestFieldTargets(t *testing.T) {
	m := world{files: map[string]string{
		"content/news/2026-01-01-x.md": item("taking: [p, q]", "text: '[p](../people/p.md)'"), "content/people/p.md": item(), "content/people/q.md": item("expires: 2026-01-01"),
	}}.make(t)
	it := m.at("/nyheter/2026/x/").Item
	taking, _ := site.DocOf(it).Field("taking")
	if to := it.Target(taking.List[0].Ref()); to == nil || to.URL != "/folk/p/" {
		t.Errorf("got %v", to)
	}
	if to := it.Target(taking.List[1].Ref()); to != nil {
		t.Errorf("what has come down is shown: %v", to.URL)
	}
	text, _ := site.DocOf(it).Field("text")
	if to := m.Targets(it, text.Body()); len(to) != 1 || to[0].URL != "/folk/p/" {
		t.Errorf("got %v", to)
	}
}

// The pictures and files of a type's own fields stand below the item, and are found by the names that the item calls them by.
func TestFieldFiles(t *testing.T) {
	it := world{files: map[string]string{
		"content/news/2026-01-01-x/index.md": item("portrait: {file: p.png, alt: P}", "form: f.pdf"), "content/news/2026-01-01-x/p.png": "x", "content/news/2026-01-01-x/f.pdf": "x",
	}}.sound(t).at("/nyheter/2026/x/").Item
	for name, want := range map[string]model.URL{"p.png": "/nyheter/2026/x/p.png", "f.pdf": "/nyheter/2026/x/f.pdf"} {
		if p := it.Picture(name); p == nil || p.URL != want {
			t.Errorf("%s is %v, want %s", name, p, want)
		}
	}
	if p := it.Picture("q.png"); p != nil {
		t.Errorf("what no field names is %v", p)
	}
}
