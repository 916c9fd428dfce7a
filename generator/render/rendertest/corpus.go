package rendertest

import "fmt"

const corpusConfig = `title: {sv: Portalen, en: The portal}
url: https://tillvaxt.example.se/
languages: [sv, en]
publisher: kommunen
collections:
  press: {type: press-release, title: {sv: Pressmeddelanden, en: Press releases}, url: {sv: /press/, en: /news/}, perPage: 2}
  reports: {type: chief-report, title: Rapporter, url: /rapporter/}
  events: {type: event, title: Kalender, url: /kalender/}
  topics: {type: topic, title: Ämnen, url: /amnen/, perPage: 2}
  people: {type: person, title: Personer, url: /personer/}
  publishers: {type: publisher, title: Avsändare, url: /avsandare/}
  points: {type: strategy-point, title: Strategi, url: /strategi/}
  alerts: {type: alert, title: Meddelanden}
menu:
  - {page: press}
  - {page: om}
security: {contact: "mailto:a@example.se", expires: 2027-12-31}
`

// Corpus is a site with something of everything: both languages, lists of several pages, a series, events past and
// coming, an alert, what has come down, what is withdrawn, revised or pinned, drafts and what is scheduled.
func Corpus() *World {
	w := &World{Now: "2026-11-23 12:00", Files: map[string]string{
		"config.yaml":                        corpusConfig,
		"content/data/glossary.yaml":         "- {term: Alla dagar, meaning: {sv: även helger, en: holidays too}}\n- {term: Text, meaning: ord}\n",
		"content/index.md":                   "---\ntitle: Välkommen\nsummary: En portal\n---\nTill [pressen](press/).\n",
		"content/om.md":                      "---\ntitle: Om\naliases: [/gammal, /b/c.html]\ncontacts: asa\n---\n## Tider\n\nAlla dagar.\n",
		"content/om.en.md":                   "---\ntitle: About\n---\nEvery day.\n",
		"content/press/index.md":             "---\ntitle: Allt nytt\n---\nAllt.\n",
		"content/publishers/kommunen.md":     "---\ntitle: Kommunen\nabout: En **kommun** vid [ån](../om.md).\nemail: k@example.se\n---\n",
		"content/people/asa.md":              "---\ntitle: Åsa Prövare\nrole: Chef\nemail: a@example.se\nphone: 08-465 004 00\n---\n",
		"content/people/bo.md":               "---\ntitle: Bo\n---\n",
		"content/topics/mark.md":             "---\ntitle: Mark\n---\nOm mark.\n",
		"content/topics/mark.en.md":          "---\ntitle: Land\n---\n",
		"content/points/ett.md":              "---\ntitle: En dörr in\nnumber: 1\n---\n",
		"content/points/tva.md":              "---\ntitle: Två\nnumber: 2\ndecision: KF 2019\n---\n",
		"content/reports/a.md":               "---\ntitle: Rapport\ndate: 2026-10-01\nperiod: 2026-09\nauthors: asa\nto: Nämnden\n---\nAllt väl.\n",
		"content/reports/b.md":               "---\ntitle: Rapport\ndate: 2026-11-01\nperiod: 2026-10\nauthors: [asa, bo]\n---\nAllt väl.\n",
		"content/events/frukost.md":          "---\ntitle: Frukost\nstart: 2026-12-03 07:30\nend: 2026-12-03 09:00\nplace: Kommunhuset\ntopics: mark\n---\n",
		"content/events/mote.md":             "---\ntitle: Möte\nstart: 2026-10-01\n---\n",
		"content/alerts/sno.md":              "---\ntitle: Snö\ndate: 2026-11-20\nexpires: 2026-11-30\nlevel: info\n---\nDet snöar.\n",
		"content/press/2025-05-05-nere.md":   "---\ntitle: Nere\nexpires: 2026-01-01\naliases: /nere/\n---\nBorta.\n",
		"content/press/2026-11-22-utkast.md": "---\ntitle: Utkast\ndraft: true\ntopics: mark\n---\n",
		"content/press/2026-12-01-sedan.md":  "---\ntitle: Sedan\ntopics: mark\n---\n",
		"content/press/2026-11-10-stor/index.md": "---\ntitle: Stor nyhet\nsummary: Ingress & <mer>\ntopics: mark\npoints: [ett, tva]\ncontacts: asa\nrelated: [nyhet-1, frukost]\ncase: KS 2026/1\n" +
			"image: {file: bild.png, alt: En bild, caption: Text, credit: Foto}\nattachments: [{file: plan.pdf, title: Plan}]\nchanges: [{date: 2026-11-12, note: Rättat}]\nupdated: 2026-11-11\n---\n" +
			"## Så här\n\n![B](bild.png) [plan](plan.pdf) [1](../2026-01-01-nyhet-1.md) [nere](../2025-05-05-nere.md)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nText.[^1]\n\n[^1]: Not.\n",
		"content/press/2026-11-10-stor/index.en.md": "---\ntitle: Big news\ntopics: mark\n---\nText.\n",
		"content/press/2026-11-10-stor/bild.png":    "en bild",
		"content/press/2026-11-10-stor/plan.pdf":    "en plan",
	}}
	for i := range 7 {
		w.Files[fmt.Sprintf("content/press/2026-0%d-01-nyhet-%d.md", i+1, i+1)] = fmt.Sprintf("---\ntitle: Nyhet %d\nsummary: Ingress %d\ntopics: mark\n---\nText %d.\n", i+1, i+1, i+1)
	}
	w.Files["content/press/2026-02-01-nyhet-2.md"] = "---\ntitle: Nyhet 2\nwithdrawn: {date: 2026-03-01, reason: Fel}\n---\nText.\n"
	w.Files["content/press/2026-03-01-nyhet-3.md"] = "---\ntitle: Nyhet 3\npinned: 2026-12-24\n---\nText.\n"
	return w
}
