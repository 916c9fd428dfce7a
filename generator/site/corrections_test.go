package site_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/model"
	"growthportal/generator/site"
)

// own is what a theme declares of the page of corrections.
func own() map[model.Own]model.OwnPage {
	return map[model.Own]model.OwnPage{model.CorrectionsPage: {
		Layout: "list", Title: model.Text{"sv": "Rättelser", "en": "Corrections"}, URL: model.Text{"sv": "rattelser/", "en": "corrections/"},
	}}
}

// Each language is told of its own corrections and withdrawals by now, the newest first, by page and feed; never of what
// lies ahead, of drafts, or of what has come down.
func TestCorrections(t *testing.T) {
	m := world{own: own(), files: map[string]string{
		"content/news/2026-01-01-a.md":    item("changes: [{date: 2026-02-01, note: Ett}, {date: 2026-03-01, note: Två}, {date: 2027-01-01, note: Sedan}]"),
		"content/news/2026-01-01-a.en.md": item("changes: [{date: 2026-02-02, note: One}]"),
		"content/news/2026-01-02-b.md":    item("withdrawn: {date: 2026-02-15, reason: Fel}", "changes: [{date: 2026-02-15, note: Samma dag}]"),
		"content/news/2026-01-03-c.md":    item("draft: true", "changes: [{date: 2026-02-01, note: Utkast}]"),
		"content/news/2026-01-04-d.md":    item("expires: 2026-05-01", "changes: [{date: 2026-02-01, note: Nere}]"),
		"content/news/2026-12-24-e.md":    item("changes: [{date: 2026-02-01, note: Kommer}]"),
	}}.sound(t)
	for lang, want := range map[string][]string{"sv": {"a Två", "b Fel withdrawn", "b Samma dag", "a Ett"}, "en": {"a One"}} {
		var got []string
		for _, f := range m.Feeds {
			if f.OfChanges && string(f.Lang) == lang {
				for _, c := range f.Corrections {
					got = append(got, told(c))
				}
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", lang, d)
		}
	}
	sv, en := m.at("/rattelser/"), m.at("/en/corrections/")
	if sv.Layout != "list" || sv.Item.Own != model.CorrectionsPage || site.DocOf(sv.Item).Title != "Rättelser" {
		t.Errorf("%+v", sv)
	}
	want := []site.Version{{Lang: "en", URL: "/en/corrections/"}, {Lang: "sv", URL: "/rattelser/"}}
	for _, p := range []*site.Page{sv, en} {
		if d := cmp.Diff(want, p.Versions); d != "" {
			t.Errorf("%s: %s", p.URL, d)
		}
	}
}

func told(c site.Correction) string {
	words := site.DocOf(c.Item).Name + " " + c.Note
	if c.Withdrawn {
		words += " withdrawn"
	}
	return words
}

// What an author has at the address of such a page does not give way: a plain page becomes its text, and for a
// collection there is none.
func TestOwnPagesYield(t *testing.T) {
	m := world{own: own(), files: map[string]string{"content/rattelser.md": item("title: Så rättar vi", "\nVi rättar.\n")}}.sound(t)
	if p := m.at("/rattelser/"); p.Layout != "list" || site.DocOf(p.Item).Title != "Så rättar vi" || len(p.Versions) != 2 {
		t.Errorf("%+v", p)
	}
	m = world{own: own(), config: "  fixes: {type: note, title: Rättat, url: /rattelser/}\n"}.sound(t)
	if p := m.at("/rattelser/"); p.Kind != site.ListingPage || m.page("/en/corrections/") == nil {
		t.Errorf("%+v", p)
	}
	m = world{own: own(), files: map[string]string{"content/rattelser.md": item("date: 2027-01-01")}}.sound(t)
	if p := m.at("/rattelser/"); site.DocOf(p.Item).Title != "Rättelser" {
		t.Errorf("%+v", p)
	}
}

// However much has been corrected in twenty years, the page stays one that can be read.
func TestManyCorrections(t *testing.T) {
	w := world{own: own(), files: map[string]string{}}
	for i := range 300 {
		w.files[fmt.Sprintf("content/news/2020-01-01-n%d.md", i)] = item("changes: [{date: 2020-02-01, note: X}]")
	}
	if n := len(w.sound(t).Corrections["sv"]); n != site.MaxCorrections {
		t.Errorf("%d corrections", n)
	}
}
