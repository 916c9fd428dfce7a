package config

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// read parses settings that are to be sound.
func read(t *testing.T, src string) *Config {
	t.Helper()
	c, found := Parse("f", []byte(src))
	if len(found) > 0 {
		t.Fatalf("%s\nfound\n%s", src, told(found))
	}
	return c
}

var ignorePlaces = cmp.FilterPath(func(p cmp.Path) bool { return p.Last().Type().String() == "diag.Place" }, cmp.Ignore())

// What is not written has the documented default.
func TestDefaults(t *testing.T) {
	c := read(t, "title: T\nurl: https://a.se\n")
	want := &Config{
		Title: model.Text{"sv": "T"}, URL: BaseURL{Scheme: "https", Host: "a.se"}, Zone: "Europe/Stockholm",
		Languages: []locale.Lang{"sv"}, Messages: "sv", Theme: "portal", Budgets: DefaultBudgets(),
	}
	if d := cmp.Diff(want, c, ignorePlaces, cmpopts.IgnoreFields(Config{}, "Location")); d != "" {
		t.Error(d)
	}
	if c.Location.String() != "Europe/Stockholm" {
		t.Errorf("the time zone is %s", c.Location)
	}
}

// Everything that can be written arrives.
func TestAllSettings(t *testing.T) {
	c := read(t, `---
title: {en: The portal, sv: Portalen}
url: HTTPS://Tillväxt.example.SE:8443/om-oss/
timezone: Europe/Helsinki
languages: [en, sv]
messages: sv
theme: my-theme
publisher: publishers/alingsas
topics: free
collections:
  press:
    type: press-release
    title: Press
    url: {en: /press-releases/, sv: /pressmeddelanden/}
    permalink: :year/:slug/
    perPage: 1000
    extra: allow
    html: clean
  people: {type: person, title: {sv: Personer}}
menu:
  - {page: press}
  - {page: om/kontakt, title: {en: Contact, sv: Kontakt}}
  - {title: 2026, href: "https://example.se/?a=b#c"}
  - {title: Ring, href: "tel:+46812345"}
brand: {primary: "#00558C", secondary: '#FA0', logo: {light: static/logo.svg, dark: static/logo-dark.svg}}
hosts: [Video.example.se, {name: åäö.se, for: [script, connect, script]}]
security:
  contact: [mailto:a@example.se, https://example.se/sakerhet, tel:+46-8-123]
  expires: 2027-12-31
  policy: https://example.se/policy
  languages: [sv, fi]
budgets: {article: 40 kB, page: 150 kB, requests: 8, styles: 2, scripts: 0, image: "2,5 MB", pixels: 40 000 000, attachment: 1000000}
`)
	want := &Config{
		Title: model.Text{"sv": "Portalen", "en": "The portal"},
		URL:   BaseURL{Scheme: "https", Host: "xn--tillvxt-9wa.example.se:8443", Path: "/om-oss"},
		Zone:  "Europe/Helsinki", Languages: []locale.Lang{"en", "sv"}, Messages: "sv", Theme: "my-theme",
		Publisher: model.Ref{Name: "publishers/alingsas"}, FreeTopics: true,
		Collections: []Collection{{
			Name: "press", Type: "press-release", Title: model.Text{"sv": "Press", "en": "Press"},
			URL:       map[locale.Lang]model.URL{"en": "/press-releases/", "sv": "/sv/pressmeddelanden/"},
			Permalink: ":year/:slug/", PerPage: 1000, ExtraAllowed: true, CleanHTML: true,
		}, {
			Name: "people", Type: "person", Title: model.Text{"sv": "Personer"}, PerPage: 20,
		}},
		Menu: []MenuEntry{
			{Page: "press"},
			{Page: "om/kontakt", Title: model.Text{"en": "Contact", "sv": "Kontakt"}},
			{Title: model.Text{"en": "2026", "sv": "2026"}, Href: "https://example.se/?a=b#c"},
			{Title: model.Text{"en": "Ring", "sv": "Ring"}, Href: "tel:+46812345"},
		},
		Brand: Brand{Primary: "#00558c", Secondary: "#fa0", Logo: "static/logo.svg", DarkLogo: "static/logo-dark.svg"},
		Hosts: []Host{{"video.example.se", DefaultUses()}, {"xn--4cab6c.se", []Use{Script, Connect}}},
		Security: Security{
			Contact: []string{"mailto:a@example.se", "https://example.se/sakerhet", "tel:+46-8-123"},
			Expires: locale.Date{Year: 2027, Month: 12, Day: 31}, Policy: "https://example.se/policy", Languages: []string{"sv", "fi"},
		},
		Budgets: Budgets{Article: 40_000, Page: 150_000, Requests: 8, Styles: 2, Image: 2_500_000, Pixels: 40_000_000, Attachment: 1_000_000},
	}
	if d := cmp.Diff(want, c, ignorePlaces, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Config{}, "Location")); d != "" {
		t.Error(d)
	}
	if press, ok := c.Collection("press"); !ok || press.Place != (diag.Place{File: "f", Line: 11, Column: 3, EndColumn: 8}) || press.TypePlace.Line != 12 {
		t.Errorf("press stands at %v", press.Place)
	}
	if _, ok := c.Collection("none"); ok {
		t.Error("there is a collection that nobody declared")
	}
	if c.Prefix("en") != "/" || c.Prefix("sv") != "/sv/" {
		t.Errorf("prefixes are %s and %s", c.Prefix("en"), c.Prefix("sv"))
	}
}

// Languages after the first are put under their prefix, once, and one without a path of its own has the first's.
func TestListingURLs(t *testing.T) {
	for _, tt := range []struct{ url, sv, en string }{
		{"/nyheter/", "/nyheter/", "/en/nyheter/"},
		{"{sv: /nyheter/, en: /news/}", "/nyheter/", "/en/news/"},
		{"{sv: /nyheter/, en: /en/news/}", "/nyheter/", "/en/news/"},
		{"{sv: /nyheter/}", "/nyheter/", "/en/nyheter/"},
		{"{en: /news/}", "/news/", "/en/news/"},
		{"{en: /en/news/}", "/news/", "/en/news/"},
		{"/om/nyheter/", "/om/nyheter/", "/en/om/nyheter/"},
	} {
		c, found := Parse("f", []byte(head+"collections: {a: {type: t, title: T, url: "+tt.url+"}}\n"))
		u := c.Collections[0].URL
		if len(found) > 0 || string(u["sv"]) != tt.sv || string(u["en"]) != tt.en {
			t.Errorf("%s: got %v\n%s", tt.url, u, told(found))
		}
	}
}

// After errors the rest is still there, so that the content can be tried in the same run.
func TestSettingsAfterErrors(t *testing.T) {
	c, found := Parse("f", []byte("titel: T\nurl: x\ntimezone: Local\nlanguages: [sv, xx]\nbudgets: {page: no}\ncollections: {press: {type: t, title: {en: T}}}\n"))
	if c == nil || c.Location == nil || len(c.Languages) != 1 || len(c.Collections) != 1 || c.Budgets != DefaultBudgets() || c.Theme != "portal" {
		t.Fatalf("got %+v", c)
	}
	want := []string{"missing-key", "unknown-key", "bad-site-url", "bad-time-zone", "unknown-language", "bad-size"}
	var got []string
	for _, d := range found {
		got = append(got, string(d.Code))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestParseURL(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"https://a.se", "https://a.se/"}, {"https://a.se/", "https://a.se/"}, {"http://localhost:8080", "http://localhost:8080/"},
		{"https://a.se/tillvaxt", "https://a.se/tillvaxt/"}, {"https://a.se/x/y/", "https://a.se/x/y/"}, {"https://A.SE/X/", "https://a.se/X/"},
		{"https://127.0.0.1:80/", "https://127.0.0.1:80/"}, {"https://å.se/", "https://xn--5ca.se/"},
	} {
		u, wrong := ParseURL(tt.in)
		if wrong != nil || u.String() != tt.want {
			t.Errorf("%s: got %s, %v", tt.in, u, wrong)
		}
	}
	for _, in := range []string{"", "/", "a", "a.se", "//a.se/", "https:", "https://", "https:///x", "https:a.se", "ftp://a.se/", "mailto:a@a.se", "https://a.se/?x", "https://a.se/?", "https://a.se/#x", "https://a.se/#",
		"https://u:p@a.se/", "https://a.se:/", "https://a.se:0/", "https://a.se:x/", "https://a..se/", "https://-a.se/", "https://a.se/../", "https://a.se//x/", "https://a.se/å/", "https://a.se/a b/", "https://a.se/%2e/",
		"https://a_b.se/", "javascript:alert(1)", "https://" + strings.Repeat("a", 64) + ".se/", "https://a.se/\n", " https://a.se/", "https://a.se/\"><script>"} {
		if u, wrong := ParseURL(in); wrong == nil {
			t.Errorf("%q: got %s", in, u)
		} else if wrong.Message(locale.Swedish) == "" || wrong.HintText(locale.Swedish) == "" {
			t.Errorf("%q: no message or no hint", in)
		}
	}
}

// A site's address gives itself, however it was written, and puts the path before every link.
func TestBaseURLLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SampledFrom([]string{"http", "https", "HTTPS"}).Draw(t, "scheme") + "://" +
			rapid.StringMatching(`[a-zA-Z0-9åäö]{1,8}(\.[a-z]{2,3}){1,2}(:[1-9][0-9]{1,3})?`).Draw(t, "host") +
			rapid.StringMatching(`(/[a-zA-Z0-9_~-]{1,5}){0,3}/?`).Draw(t, "path")
		u, wrong := ParseURL(in)
		if wrong != nil {
			t.Skip(in)
		}
		again, wrong := ParseURL(u.String())
		if wrong != nil || again != u {
			t.Fatalf("%s: %v and then %v", in, u, again)
		}
		if got, want := u.Absolute("/x/"), u.Scheme+"://"+u.Host+u.Href("/x/"); got != want || !strings.HasSuffix(got, "/x/") {
			t.Fatalf("%s: got %s, want %s", in, got, want)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(head + "collections: {a: {type: t, title: T, url: /x/}}\nmenu: [{page: a}]\n")
	f.Add(head + "brand: {primary: \"#fff\"}\nbudgets: {page: 1 kB}\nsecurity: {contact: 'mailto:a@b.se', expires: 2027-01-01}\n")
	f.Fuzz(func(t *testing.T, src string) {
		c, found := Parse("f", []byte(src))
		if c == nil && len(found) == 0 {
			t.Error("neither settings nor a diagnostic")
		}
		for _, d := range found {
			_ = fmt.Sprint(d.Message(locale.Swedish), d.HintText(locale.English))
			if d.File != "f" || d.Line < 1 || d.Column < 1 {
				t.Errorf("%s has no place", d.Code)
			}
		}
	})
}
