package site

import (
	"path"

	"growthportal/generator/model"
)

// companions gives items the files that are made of them and stand beside their pages: what takes place gets an
// invitation for calendars, whoever can be reached a card for address books. A file of the author's at the same URL
// stays, and nothing is made.
func (g *graph) companions() {
	for _, it := range g.items {
		if !it.Shown || it.URL == "" {
			continue
		}
		if u := g.calendarURL(it); u != "" && g.free(u) {
			it.Calendar = u
		}
		if u := g.cardURL(it); u != "" && g.free(u) {
			it.Card = u
		}
	}
}

// free tells whether no file beside an item stands at the URL.
func (g *graph) free(u model.URL) bool {
	_, taken := g.beside[string(u)]
	return !taken
}

// calendarURL is where an item's invitation stands: in the folder of its page, under the page's own name.
func (g *graph) calendarURL(it *Item) model.URL {
	if _, _, ok := it.Span(); !ok || it.doc.Listing {
		return ""
	}
	return companion(it.URL, ".ics")
}

// cardURL is where the card of a person or a publisher stands, if there is any way to reach them.
func (g *graph) cardURL(it *Item) model.URL {
	if it.doc.Listing || it.Type.Name != g.Roles.Person && it.Type.Name != g.Roles.Publisher {
		return ""
	}
	for _, v := range it.doc.Fields {
		if f, ok := it.Type.Field(v.Name); ok && (f.Holds(model.KindEmail) || f.Holds(model.KindPhone)) {
			return companion(it.URL, ".vcf")
		}
	}
	return ""
}

// companion is a file in the folder of a page, called as the page is, so that it has a name of its own where it is
// downloaded.
func companion(page model.URL, extension string) model.URL {
	name := path.Base(string(page))
	if name == "/" {
		name = "index"
	}
	return page + model.URL(name+extension)
}

// claimCompanions claims the files that are made of items, now or when they appear.
func (g *graph) claimCompanions(c *claims) {
	for _, it := range g.items {
		if it.URL == "" || it.State == Draft && !it.Shown || it.State == Expired && !it.Shown || g.urls[it.URL] != it {
			continue
		}
		for _, u := range []model.URL{g.calendarURL(it), g.cardURL(it)} {
			if u != "" && g.free(u) {
				g.claim(c, u, it.doc.Path, it)
			}
		}
	}
	for _, byLang := range g.listings {
		for _, l := range byLang {
			if l.Calendar != "" {
				c.add(l.Calendar.File(), "config.yaml ("+l.Title+")")
			}
		}
	}
}
