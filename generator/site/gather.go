package site

import (
	"slices"

	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// gather gives each topic, point, person and publisher with a page the listing of the dated items that name it, in
// the language of its page.
func (g *graph) gather() {
	named := map[*Item][]*Item{}
	for _, it := range g.items {
		if !it.Shown || it.Collection == nil || it.URL == "" || it.Order.IsZero() {
			continue
		}
		for _, to := range g.namedBy(it) {
			if version := to.work.in(it.Lang); version != nil && version.Shown && !slices.Contains(named[version], it) {
				named[version] = append(named[version], it)
			}
		}
	}
	roles := []string{g.Roles.Topic, g.Roles.Point, g.Roles.Person, g.Roles.Publisher}
	for _, it := range g.items {
		if !it.Shown || it.URL == "" || it.Doc.Listing || !slices.Contains(roles, it.Type.Name) {
			continue
		}
		it.Referring = &Listing{
			URL: it.URL, Lang: it.Lang, Owner: it, Title: it.Doc.Title, PerPage: g.perPage(it),
			Items: newestFirst(named[it]), Feed: it.Type.Name == g.Roles.Topic,
		}
	}
}

// namedBy lists what an item names by its core keys.
func (g *graph) namedBy(it *Item) []*Item {
	list := slices.Concat(it.Topics, it.Points, it.Contacts, it.Authors)
	if it.Publisher != nil {
		list = append(list, it.Publisher)
	}
	return list
}

// gatheredPerPage is how many items a page of what an item gathers holds, where its collection says nothing.
const gatheredPerPage = 20

func (g *graph) perPage(it *Item) int {
	if it.Collection != nil && it.Collection.PerPage > 0 {
		return it.Collection.PerPage
	}
	return gatheredPerPage
}

// banners lists what stands on every page, in each language: the version in that language, else in another.
func (g *graph) banners() map[locale.Lang][]*Item {
	byLang := map[locale.Lang][]*Item{}
	for _, lang := range g.Config.Languages {
		var list []*Item
		for _, w := range g.works {
			if it := w.shown(lang); it != nil && it.Type.Traits.Banner && !slices.Contains(list, it) {
				list = append(list, it)
			}
		}
		byLang[lang] = newestFirst(list)
	}
	return byLang
}

// MenuEntry is a place in the menu, in one language.
type MenuEntry struct {
	Title string
	URL   model.URL   // on the site; "" for another site's
	Href  string      // off the site
	Lang  locale.Lang // of the page that it leads to
}
