package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// Versions of one item are paired by their path, stand under their languages, and know each other.
func TestVersions(t *testing.T) {
	m := world{files: map[string]string{
		"content/news/2026-01-01-x/index.md": item("title: Svenska"), "content/news/2026-01-01-x/index.en.md": item("title: English", "slug: the-x"),
		"content/om/vi.sv.md": item(), "content/om/vi.en.md": item(), "content/only.en.md": item(),
	}}.sound(t)
	sv, en := m.at("/nyheter/2026/x/"), m.at("/en/news/2026/the-x/")
	if len(sv.Item.Translations) != 1 || sv.Item.Translations[0] != en.Item || en.Item.Translations[0] != sv.Item {
		t.Errorf("got %v and %v", sv.Item.Translations, en.Item.Translations)
	}
	want := []site.Version{{Lang: "en", URL: "/en/news/2026/the-x/"}, {Lang: "sv", URL: "/nyheter/2026/x/"}}
	if d := cmp.Diff(want, sv.Versions); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(want, en.Versions); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]site.Way{{Version: want[0], Exact: true}}, sv.Ways); d != "" {
		t.Error(d)
	}
	m.at("/om/vi/")
	m.at("/en/om/vi/")
	if m.page("/only/") != nil {
		t.Error("an English page without its prefix")
	}
}

// A page that has no version in a language leads to the nearest that there is, and says that it is not the same.
func TestMissingVersion(t *testing.T) {
	m := world{files: map[string]string{"content/news/2026-01-01-x.md": item(), "content/om.md": item(), "content/people/p.md": item()}}.sound(t)
	for u, want := range map[model.URL]model.URL{"/nyheter/2026/x/": "/en/news/", "/om/": "/en/", "/folk/p/": "/en/folk/", "/nyheter/2026/": "/en/news/"} {
		p := m.at(u)
		if len(p.Ways) != 1 || p.Ways[0].URL != want || p.Ways[0].Exact || p.Versions != nil {
			t.Errorf("%s: ways %v, versions %v", u, p.Ways, p.Versions)
		}
	}
	if p := m.at("/nyheter/"); len(p.Versions) != 2 || !p.Ways[0].Exact {
		t.Errorf("a listing: %v, %v", p.Versions, p.Ways)
	}
}

// A version that is not published is none.
func TestUnpublishedVersion(t *testing.T) {
	for _, front := range []string{"draft: true", "date: 2027-01-01", "expires: 2026-02-01"} {
		m := world{files: map[string]string{"content/om.md": item(), "content/om.en.md": item(front)}}.sound(t)
		if p := m.at("/om/"); p.Versions != nil || p.Ways[0].Exact || len(p.Item.Translations) > 0 {
			t.Errorf("%s: %v", front, p.Versions)
		}
	}
}

// Every site has a front page in each language, and a page for what is not there.
func TestFrontPages(t *testing.T) {
	m := world{}.sound(t)
	for u, want := range map[model.URL]string{"/": "Portalen", "/en/": "The portal"} {
		if p := m.at(u); p.Layout != "home" || site.DocOf(p.Item).Title != want || !p.Ways[0].Exact {
			t.Errorf("%s: %s %q", u, p.Layout, site.DocOf(p.Item).Title)
		}
	}
	m.at("/404.html")
	own := world{files: map[string]string{"content/index.md": item("title: Välkommen")}}.sound(t)
	if p := own.at("/"); site.DocOf(p.Item).Title != "Välkommen" || len(p.Versions) != 2 {
		t.Errorf("%q, %v", site.DocOf(p.Item).Title, p.Versions)
	}
}

// A reference leads to the version in the reader's language, else to another.
func TestReferenceLanguage(t *testing.T) {
	m := world{files: map[string]string{
		"content/people/p.md": item(), "content/people/p.en.md": item(), "content/people/q.md": item(),
		"content/news/2026-01-01-x.en.md": item("contacts: [p, q]", "\n[p](../people/p.md) [q](../people/q.md) [sv](../people/p.sv.md)\n"),
	}}
	delete(m.files, "content/people/p.md")
	m.files["content/people/p.sv.md"] = item()
	made := m.sound(t)
	got := made.at("/en/news/2026/x/").Item
	if d := cmp.Diff([]model.URL{"/en/folk/p/", "/folk/q/"}, urlsOf(got.Contacts)); d != "" {
		t.Error(d)
	}
	var targets []string
	for _, to := range made.Targets(got, made.Body(got)) {
		targets = append(targets, string(to.URL)+" "+string(site.MoreOf(to).Lang))
	}
	if d := cmp.Diff([]string{"/en/folk/p/ ", "/folk/q/ sv", "/folk/p/ sv"}, targets); d != "" {
		t.Error(d)
	}
	want := `<p><a href="/en/folk/p/">p</a> <a href="/folk/q/" hreflang="sv">q</a> <a href="/folk/p/" hreflang="sv">sv</a></p>` + "\n"
	text, err := made.HTML(got, made.Body(got), func(u model.URL) string { return string(u) })
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, text); d != "" {
		t.Errorf("the text, where links tell in which language the page is: %s", d)
	}
}

// The way to a page is the front page, then its listing or the pages above it.
func TestCrumbs(t *testing.T) {
	m := world{files: map[string]string{"content/om/index.md": item("title: Om"), "content/om/a/b.md": item(), "content/news/2026-01-01-x.en.md": item()}}.sound(t)
	for u, want := range map[model.URL][]site.Crumb{
		"/": nil, "/om/a/b/": {{Title: "Portalen", URL: "/"}, {Title: "Om", URL: "/om/"}},
		"/en/news/2026/x/": {{Title: "The portal", URL: "/en/"}, {Title: "Nyheter", URL: "/en/news/"}},
		"/en/news/2026/":   {{Title: "The portal", URL: "/en/"}, {Title: "Nyheter", URL: "/en/news/"}},
	} {
		if d := cmp.Diff(want, m.at(u).Crumbs); d != "" {
			t.Errorf("%s: %s", u, d)
		}
	}
}

// A banner stands on every page, in the reader's language where it has a version in it.
func TestBanners(t *testing.T) {
	m := world{files: map[string]string{
		"content/alarms/a.md": item("date: 2026-01-01", "expires: 2027-01-01"), "content/alarms/a.en.md": item("title: Alarm", "date: 2026-01-01", "expires: 2027-01-01"),
		"content/alarms/b.md": item("date: 2026-02-01", "expires: 2027-01-01"), "content/alarms/old.md": item("expires: 2026-01-01"),
	}}.sound(t)
	if d := cmp.Diff(map[locale.Lang][]string{"sv": {"b", "a"}, "en": {"b", "a"}}, map[locale.Lang][]string{"sv": names(m.Banners["sv"]), "en": names(m.Banners["en"])}); d != "" {
		t.Error(d)
	}
	if got := site.DocOf(m.Banners["en"][1]).Title; got != "Alarm" {
		t.Errorf("got %q", got)
	}
}
