package site

import (
	"slices"
)

// gather gives each topic, point, person and publisher with a page the listing of the dated items that name it, in
// the language of its page.
func (g *graph) gather() {
	named := map[*Item][]*Item{}
	for _, it := range g.ranked {
		if !it.Shown || it.Collection == nil || it.URL == "" || it.Order.IsZero() {
			continue
		}
		for _, to := range g.namedBy(it) {
			if version := to.work.in(it.Lang); version != nil && version.Shown && !endsWith(named[version], it) {
				named[version] = append(named[version], it)
			}
		}
	}
	roles := []string{g.Roles.Topic, g.Roles.Point, g.Roles.Person, g.Roles.Publisher}
	for _, it := range g.items {
		if !it.Shown || it.URL == "" || it.doc.Listing || !slices.Contains(roles, it.Type.Name) {
			continue
		}
		it.Referring = &Listing{
			URL: it.URL, Lang: it.Lang, Owner: it, Title: it.title(), PerPage: g.perPage(it),
			Items: newestFirst(named[it]), Feed: it.Type.Name == g.Roles.Topic,
		}
	}
}

// endsWith tells whether an item is the last of a list: one that is named twice comes twice in a row.
func endsWith(list []*Item, it *Item) bool { return len(list) > 0 && list[len(list)-1] == it }

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
