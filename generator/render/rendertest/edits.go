package rendertest

import (
	"fmt"
	"strings"

	"growthportal/generator/site"
)

// Edit is a change of a world.
type Edit struct {
	Name string
	Do   func(w *World)
}

// Edits are changes of every kind that one can make of the corpus, each sound by itself and after those before it.
func Edits() []Edit {
	const (
		big, bigEN = "content/press/2026-11-10-stor/index.md", "content/press/2026-11-10-stor/index.en.md"
		first      = "content/press/2026-01-01-nyhet-1.md"
	)
	list := []Edit{
		replace(big, "title: Stor nyhet", "title: Större nyhet"), replace(big, "Ingress & <mer>", "Ny ingress"), replace(big, "KS 2026/1", "KS 2026/2"),
		replace(big, "Text.[^1]", "Annan text.[^1]"), replace(big, "alt: En bild", "alt: ''"), replace(big, "caption: Text", "caption: Bildtext"), replace(big, "credit: Foto", "credit: Åsa"),
		replace(big, "title: Plan}", "title: Planen}"), replace(big, "note: Rättat", "note: Rättat igen"), replace(big, "updated: 2026-11-11", "updated: 2026-11-20"),
		replace(big, "points: [ett, tva]", "points: tva"), replace(big, "contacts: asa", "contacts: [bo, asa]"), replace(big, "related: [nyhet-1, frukost]", "related: frukost"),
		replace(big, "## Så här", "## Så gör du"), replace(big, "topics: mark", "typography: false\ntopics: mark"), replace(bigEN, "title: Big news", "title: Bigger news\nsummary: Lead"),
		replace("content/press/2026-11-10-stor/bild.png", "en bild", "en annan bild"), replace("content/press/2026-11-10-stor/plan.pdf", "en plan", "en längre plan"),
		replace(first, "title: Nyhet 1", "title: Nyhet ett"), replace(first, "Text 1.", "Texten 1."), replace(first, "summary: Ingress 1", "summary: Ingress ett"),
		replace(first, "summary:", "date: 2026-01-02\nsummary:"), replace(first, "summary:", "slug: nyhet-ett\nsummary:"), replace(first, "summary:", "pinned: 2027-01-01\nsummary:"),
		replace(first, "summary:", "withdrawn: {date: 2026-05-05, reason: Inställt}\nsummary:"), replace(first, "summary:", "aliases: /forsta/\nsummary:"),
		replace("content/press/2026-02-01-nyhet-2.md", "reason: Fel", "reason: Helt fel"), replace("content/press/2025-05-05-nere.md", "Borta.", "Helt borta."),
		replace("content/press/2025-05-05-nere.md", "expires: 2026-01-01", "expires: 2026-02-01"), replace("content/press/2026-11-22-utkast.md", "title: Utkast", "title: Ännu ett utkast"),
		replace("content/press/2026-12-01-sedan.md", "title: Sedan", "title: Senare"), replace("content/press/index.md", "title: Allt nytt", "title: Nytt"), replace("content/press/index.md", "Allt.", "Allt, alltså."),
		replace("content/index.md", "summary: En portal", "summary: Portalen"), replace("content/om.md", "title: Om", "title: Om oss"), replace("content/om.md", "Alla dagar.", "Vardagar."), replace("content/om.md", "/gammal", "/aldre"),
		replace("content/data/glossary.yaml", "sv: även helger", "sv: även söndagar"), replace("content/data/glossary.yaml", "term: Text", "term: Texten"),
		replace("content/om.en.md", "title: About", "title: About us"), replace("content/publishers/kommunen.md", "En **kommun**", "Vår **kommun**"), replace("content/publishers/kommunen.md", "title: Kommunen", "title: Staden"),
		replace("content/people/asa.md", "role: Chef", "role: [Chef, Strateg]"), replace("content/people/asa.md", "08-465 004 00", "08-465 004 01"), replace("content/people/asa.md", "title: Åsa Prövare", "title: Åsa P."),
		replace("content/topics/mark.md", "title: Mark", "title: Mark och vatten"), replace("content/topics/mark.en.md", "title: Land", "title: Water"), replace("content/points/tva.md", "number: 2", "number: 0"),
		replace("content/reports/a.md", "period: 2026-09", "period: 2026-08"), replace("content/reports/b.md", "authors: [asa, bo]", "authors: bo"), replace("content/reports/a.md", "to: Nämnden", "to: Styrelsen"),
		replace("content/events/frukost.md", "07:30", "08:00"), replace("content/events/frukost.md", "Kommunhuset", "Torget"), replace("content/alerts/sno.md", "level: info", "level: warning"), replace("content/alerts/sno.md", "Det snöar.", "Mycket snö."),
		write("content/press/2026-11-15-ny.md", "---\ntitle: Ny\ntopics: mark\n---\nText.\n"), write("content/foretag.md", "---\ntitle: För företag\n---\n"), write("content/topics/vatten.md", "---\ntitle: Vatten\n---\n"),
		write("content/press/2024-01-01-gammal.md", "---\ntitle: Gammal\n---\n"), write("content/press/2026-05-01-nyhet-5.en.md", "---\ntitle: News 5\n---\n"),
		remove("content/press/2026-06-01-nyhet-6.md"), remove("content/om.en.md"), remove("content/alerts/sno.md"), remove("content/press/index.md"), remove("content/events/mote.md"),
		configure("title: {sv: Portalen", "title: {sv: Tillväxtportalen"), configure("tillvaxt.example.se/", "www.example.se/tillvaxt/"), configure("perPage: 2}\n  reports", "perPage: 3}\n  reports"),
		configure("title: Kalender", "title: Händelser"), configure("  - {page: om}\n", "  - {page: om, title: Mer}\n  - {title: Sök, href: 'https://sok.example.org/'}\n"),
		configure("mailto:a@example.se", "mailto:b@example.se"), configure("menu:", "brand: {primary: '#800000'}\nmenu:"), configure("menu:", "hosts: [video.example.se]\nmenu:"), configure("menu:", "timezone: Europe/Helsinki\nmenu:"),
	}
	for _, now := range []string{"2026-11-23 12:01", "2026-12-01", "2026-12-03 09:00", "2026-12-25", "2027-01-01", "2028-01-01"} {
		list = append(list, Edit{"the clock: " + now, func(w *World) { w.Now = now }})
	}
	return append(list,
		Edit{"drafts are shown", func(w *World) { w.Show.Drafts = true }}, Edit{"all is shown", func(w *World) { w.Show = site.Show{Drafts: true, Future: true, Expired: true} }},
		Edit{"another theme", func(w *World) {
			w.Files["themes/my/theme.yaml"] = "extends: portal\n"
			w.Files["themes/my/layouts/page.html"] = "<!DOCTYPE html><html lang=\"{{.Page.Lang}}\"><title>{{.Page.Title}}</title><main>{{with .Item}}{{.Body}}{{end}}</main></html>\n"
			w.Files["config.yaml"] += "theme: my\n"
		}},
	)
}

// replace changes words in a file, the first time that they stand there; where an earlier edit took them or the file
// away there is nothing to do.
func replace(name, old, words string) Edit {
	return Edit{fmt.Sprintf("%s: %q", name, words), func(w *World) {
		if text, ok := w.Files[name]; ok {
			w.Files[name] = strings.Replace(text, old, words, 1)
		}
	}}
}

func configure(old, words string) Edit { return replace("config.yaml", old, words) }

func write(name, text string) Edit {
	return Edit{"write " + name, func(w *World) { w.Files[name] = text }}
}

func remove(name string) Edit {
	return Edit{"remove " + name, func(w *World) { delete(w.Files, name) }}
}
