package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/model"
	"growthportal/generator/site"
)

// URLs follow from the file's name, folded; a slug is taken as it is written; folders in a collection are for order only.
func TestURLs(t *testing.T) {
	m := world{files: map[string]string{
		"content/news/2026-01-01-Åäö Éclair.md": item(), "content/news/2026/older/2026-02-01-deep.md": item(), "content/news/2026-03-01-x.md": item("slug: other"),
		"content/news/y.md": item("date: 2027-01-01T00:30:00+01:00"), "content/people/Åsa Prövare.md": item(), "content/Om Oss/Hitta hit.md": item(), "content/om/x/index.md": item("slug: vi"),
		"content/letters/z.md": item("period: 2026-Q3", "date: 2026-01-01"), "content/bodies/b.md": item(),
	}, now: "2027-02-01"}.sound(t)
	want := []model.URL{
		"/brev/2026-q3/", "/brev/2026/", "/folk/asa-provare/", "/nyheter/2026/", "/nyheter/2026/aao-eclair/", "/nyheter/2026/deep/", "/nyheter/2026/other/",
		"/nyheter/2027/", "/nyheter/2027/y/", "/om-oss/hitta-hit/", "/om/vi/",
	}
	if d := cmp.Diff(want, m.urls()); d != "" {
		t.Error(d)
	}
}

// An alias leads to its item, in every form in which one may write it; that of an item that has come down leads to the
// page that says so, and that of a draft or of what is scheduled nowhere.
func TestAliases(t *testing.T) {
	m := world{files: map[string]string{
		"content/om.md": item("aliases: [/gammal, /b/c/, /d/e.html, /p%C3%A5/]"), "content/gone.md": item("expires: 2026-01-01", "aliases: /was/"),
		"content/draft.md": item("draft: true", "aliases: /no/"), "content/later.md": item("date: 2027-01-01", "aliases: /not-yet/"),
	}}.sound(t)
	got := map[model.URL]model.URL{}
	for _, p := range m.Pages {
		if p.Kind == site.AliasPage {
			got[p.URL] = p.Item.URL
		}
	}
	want := map[model.URL]model.URL{"/gammal/": "/om/", "/b/c/": "/om/", "/d/e.html": "/om/", "/på/": "/om/", "/was/": "/gone/"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A path in the site's address is no part of its URLs.
func TestBasePath(t *testing.T) {
	files := map[string]string{"content/om.md": item("aliases: /gammal/", "\n[a](/nyheter/)\n")}
	plain := world{files: files}.sound(t)
	w := world{files: files}
	based := w.sound(t)
	based.Config.URL.Path = "/tillvaxt"
	if d := cmp.Diff(plain.urls(), based.urls()); d != "" {
		t.Error(d)
	}
	it := based.at("/om/").Item
	if got, err := based.HTML(it, site.DocOf(it).Body, func(u model.URL) string { return based.Config.URL.Href(u) }); err != nil || got != "<p><a href=\"/tillvaxt/nyheter/\">a</a></p>\n" {
		t.Errorf("got %s", got)
	}
}

// Links lead to items, headings, listings and files, by path and by address.
func TestLinks(t *testing.T) {
	m := world{files: map[string]string{
		"content/om/index.md": item("\n## Tider\n"), "content/om/kontakt.md": item(), "content/news/2026-01-01-x/index.md": item("attachments: {file: Bil aga.pdf, title: T}", "\nx\n"),
		"content/news/2026-01-01-x/Bil aga.pdf": "x", "content/news/2026-01-02-gone.md": item("expires: 2026-02-01"),
		"content/static/fil.txt": "x",
		"content/om/länk.md": item("\n" + `[a](kontakt.md) [b](index.md#tider) [c](../news/2026-01-01-x/index.md) [d](../news/2026-01-01-x/Bil%20aga.pdf) [e](../news/) [f](/om/#x)
[g](#h) [h](https://example.org/?a=b#c) [i](mailto:a@example.se) [j](../news/2026-01-02-gone.md) [k](/nyheter/2026) [l](/fil.txt) [m](../om) [n](kontakt) [o](/om/kontakt.md) [p](/nyheter/atom.xml)

## H
`),
	}}.sound(t)
	it := m.at("/om/lank/").Item
	var got []string
	for _, to := range m.Targets(it, site.DocOf(it).Body) {
		text := to.External + string(to.URL)
		if more := site.MoreOf(to); more.Fragment != "" {
			text += "#" + more.Fragment
		}
		got = append(got, text)
	}
	want := []string{
		"/om/kontakt/", "/om/#tider", "/nyheter/2026/x/", "/nyheter/2026/x/bil-aga.pdf", "/nyheter/", "/om/#x", "#h", "https://example.org/?a=b#c", "mailto:a@example.se",
		"/nyheter/2026/gone/", "/nyheter/2026/", "/fil.txt", "/om/", "/om/kontakt/", "/om/kontakt/", "/nyheter/atom.xml",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if p := m.at("/nyheter/2026/gone/"); p.Kind != site.GonePage || p.Layout != "gone" {
		t.Errorf("got %+v", p)
	}
}

// Of the files beside items those are published that something published refers to, below the item that they belong to.
func TestFiles(t *testing.T) {
	m := world{files: map[string]string{
		"content/news/2026-01-01-x/index.md": item("image: {file: Bild Å.png, alt: ''}", "attachments: sub/a.pdf", "\n![b](b.png)\n"), "content/news/2026-01-01-x/Bild Å.png": "x",
		"content/news/2026-01-01-x/index.en.md": item("attachments: sub/a.pdf"), "content/news/2026-01-01-x/sub/a.pdf": "x", "content/news/2026-01-01-x/b.png": "x",
		"content/news/2026-01-02-y/index.md": item("draft: true", "attachments: c.pdf"), "content/news/2026-01-02-y/c.pdf": "x",
		"content/om.md": item("attachments: [d.pdf, news/2026-01-01-x/sub/a.pdf]"), "content/d.pdf": "x", "content/bodies/b/index.md": item("image: {file: logo.png, alt: ''}"), "content/bodies/b/logo.png": "x",
		"content/static/a/B.txt": "x",
	}}
	s := m.sound(t)
	got := map[model.URL]string{}
	for _, f := range s.Files {
		got[f.URL] = f.Source
	}
	const x = "content/news/2026-01-01-x/"
	want := map[model.URL]string{
		"/nyheter/2026/x/bild-a.png": x + "Bild Å.png", "/nyheter/2026/x/b.png": x + "b.png", "/nyheter/2026/x/sub/a.pdf": x + "sub/a.pdf", "/en/news/2026/x/sub/a.pdf": x + "sub/a.pdf",
		"/om/d.pdf": "content/d.pdf", "/bodies/b/logo.png": "content/bodies/b/logo.png", "/a/B.txt": "content/static/a/B.txt",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Links to files lead there whatever these are called: capitals, no extension, signs that mean something in addresses. A query
// stays, since a script may read it; and most servers tell capitals from small letters.
func TestLinksToOddFiles(t *testing.T) {
	m := world{files: map[string]string{
		"content/static/a/B.TXT": "x", "content/static/CNAME": "x", "content/static/100% #1 å.txt": "x", "content/static/a%20b.txt": "x", "content/c%20d.pdf": "x",
		"content/om.md":                item("\n[a](/a/B.TXT?v=2#x) [b](/CNAME) [c](/100%25%20%231%20a\u030a.txt) [d](/a%2520b.txt) [e](c%2520d.pdf) [f](?q=å#h) [g](/nyheter?x=1)\n\n## H\n"),
		"content/news/2026-01-01-x.md": item("\n[a](/a/b.txt)\n"),
	}}.make(t)
	if d := cmp.Diff([]string{"content/news/2026-01-01-x.md broken-link"}, m.codes()); d != "" {
		t.Error(d)
	}
	it := m.at("/om/").Item
	var got []string
	for _, to := range m.Targets(it, site.DocOf(it).Body) {
		got = append(got, to.Href(m.Config.URL.Href))
	}
	want := []string{"/a/B.TXT?v=2#x", "/CNAME", "/100%25%20%231%20%C3%A5.txt", "/a%2520b.txt", "/om/c-20d.pdf", "?q=%C3%A5#h", "/nyheter/?x=1"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A page whose folder has no letters of ours has no URL, which is told; neither has what belongs to it, and the rest goes on.
func TestFilesOfPagesWithoutURL(t *testing.T) {
	m := world{files: map[string]string{"content/日本/index.md": item("attachments: a.pdf"), "content/日本/a.pdf": "x"}}.make(t)
	if d := cmp.Diff([]string{"content/日本/index.md no-slug"}, m.codes()); d != "" {
		t.Error(d)
	}
}

// A topic in words that has, will have or had a page of its own stands where that one does, and neither is at fault.
func TestFreeTopicUntilItsPage(t *testing.T) {
	for _, when := range []string{"date: 2027-01-01", "draft: true", "expires: 2026-02-01"} {
		m := world{config: subjects + "topics: free\n", files: map[string]string{
			"content/news/2026-01-01-x.md": item("topics: [Fri tid]"), "content/subjects/fri-tid.md": item("title: Page", when),
		}}.sound(t)
		if it := m.at("/saker/fri-tid/").Item; site.DocOf(it).Title != "Fri tid" {
			t.Errorf("%s: %q", when, site.DocOf(it).Title)
		}
	}
}

// What becomes of references to what has come down: it is left out of lists, with a warning, and links lead to the page
// that says so, without one.
func TestReferencesToWhatIsGone(t *testing.T) {
	m := world{config: subjects, files: map[string]string{
		"content/people/p.md": item("expires: 2026-01-01"), "content/subjects/s.md": item("expires: 2026-01-01"),
		"content/news/2026-02-01-x.md": item("contacts: p", "taking: [p]", "topics: s", "related: p", "\n[p](../people/p.md)\n"),
	}}.make(t)
	const file = "content/news/2026-02-01-x.md hidden-reference warning"
	if d := cmp.Diff([]string{file, file, file, file}, m.codes()); d != "" {
		t.Error(d)
	}
	it := m.at("/nyheter/2026/x/").Item
	if len(it.Contacts)+len(it.Topics)+len(it.Related) > 0 {
		t.Error("what has come down is listed")
	}
	if to := m.Targets(it, site.DocOf(it).Body)[0].URL; to != "/folk/p/" {
		t.Errorf("the link leads to %s", to)
	}
}

// Two claims on one URL leave the first in place, whatever the order of work.
func TestClaimsInAnyOrder(t *testing.T) {
	w := world{files: map[string]string{"content/news/2026-01-01-x.md": item("title: A"), "content/news/2026-01-02-x.md": item("title: B"), "content/om.md": item("aliases: /gammal/"), "content/vi.md": item("aliases: /gammal/")}}
	first := w.make(t)
	w.order = func(n int) []int {
		list := make([]int, n)
		for i := range list {
			list[i] = n - 1 - i
		}
		return list
	}
	if d := cmp.Diff(first.codes(), w.make(t).codes()); d != "" {
		t.Error(d)
	}
}

// The logo of the brand is a picture below content/: a static one stands where it is published, another at the root.
func TestLogo(t *testing.T) {
	for name, want := range map[string]string{
		"static/logo.png": "/logo.png", "bild.png": "/bild.png", "static/none.png": "missing-file", "static/fil.txt": "not-an-image",
	} {
		m := world{config: "brand: {logo: " + name + "}\n", files: map[string]string{"content/static/logo.png": "x", "content/bild.png": "x", "content/static/fil.txt": "x"}}.make(t)
		got := ""
		for _, d := range m.found {
			if d.File == "config.yaml" {
				got = string(d.Code)
			}
		}
		if m.Logo != nil {
			got = string(m.Logo.URL)
		}
		if got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// The dark scheme may have a logo of its own, which is published like the other; two that would stand at one address are told of.
func TestDarkLogo(t *testing.T) {
	files := map[string]string{"content/static/logo.png": "x", "content/mork/natt.png": "x", "content/mork/logo.png": "x", "content/logo.png": "x"}
	for dark, want := range map[string]string{"mork/natt.png": "/natt.png", "logo.png": "/logo.png", "mork/logo.png": "url-collision"} {
		m := world{config: "brand: {logo: {light: logo.png, dark: " + dark + "}}\n", files: files}.make(t)
		got := ""
		for _, d := range m.found {
			if d.File == "config.yaml" {
				got = string(d.Code)
			}
		}
		if m.DarkLogo != nil {
			got = string(m.DarkLogo.URL)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", dark, got, want)
		}
	}
}

// Every page is found by its file, and nothing else is.
func TestPageAt(t *testing.T) {
	m := world{config: subjects, files: map[string]string{
		"content/om/index.md": item("aliases: [/gammal.html, /gammalt/]"), "content/om/kontakt.md": item(), "content/om/kontakt.en.md": item(),
		"content/news/2026-01-01-x.md": item("topics: s"), "content/subjects/s.md": item(),
	}}.sound(t)
	for _, p := range m.Pages {
		if m.PageAt(p.URL.File()) != p {
			t.Errorf("%s is not found", p.URL.File())
		}
	}
	for _, file := range []string{"", "index.htm", "om", "om/", "gammal.html/index.html", "atom.xml", "zz/index.html"} {
		if p := m.PageAt(file); p != nil {
			t.Errorf("%s is %s", file, p.URL)
		}
	}
}
