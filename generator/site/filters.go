package site

import (
	"slices"

	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// Filter is one way to narrow a listing, along a single axis. Every choice leads to a page that there is: another
// collection, the page of a topic or a publisher, the listing of a year. So no page exists for filters alone, and what
// is new changes no pages but those that it changes anyway.
type Filter struct {
	Axis    Axis
	Choices []Choice
	All     *Listing // where all choices stand, or what holds without one; nil where there is no such page
}

// Axis is what a filter goes by.
type Axis string

// The axes of filters.
const (
	ByType      Axis = "type"
	ByTopic     Axis = "topic"
	ByYear      Axis = "year"
	ByPublisher Axis = "publisher"
)

// Choice is one choice of a filter.
type Choice struct {
	Title   string
	Year    int // of a year, instead of a title
	URL     model.URL
	Current bool // it is the page itself
}

// maxChoices is how many topics or publishers a filter offers. Where there are more, it offers those of the newest
// items, and the way to all.
const maxChoices = 40

// filters tells the listings how they can be narrowed: the dated ones of collections along every axis, those of years
// by year, those of topics and publishers by their like.
func (g *graph) filters() {
	types := map[locale.Lang][]Choice{}
	for _, c := range g.collections() {
		for _, lang := range g.Config.Languages {
			if l := g.listings[c.Name][lang]; l.dated() {
				types[lang] = append(types[lang], Choice{Title: l.Title, URL: l.URL})
			}
		}
	}
	for _, byLang := range g.listings {
		for _, l := range byLang {
			if l.dated() {
				g.filterListing(l, types[l.Lang])
			}
		}
	}
	for _, role := range []struct {
		axis Axis
		name string
	}{{ByTopic, g.Roles.Topic}, {ByPublisher, g.Roles.Publisher}} {
		for _, lang := range g.Config.Languages {
			g.filterGathered(role.axis, role.name, lang)
		}
	}
}

// dated tells whether a listing is of items in the order of their dates, and has any.
func (l *Listing) dated() bool { return l != nil && len(l.Years) > 0 }

func (g *graph) filterListing(l *Listing, types []Choice) {
	var years []Choice
	for _, y := range l.Years {
		years = append(years, Choice{Year: y.Year, URL: y.URL})
	}
	topics := func(it *Item) []*Item { return it.Topics }
	publishers := func(it *Item) []*Item {
		if it.Publisher == nil {
			return nil
		}
		return []*Item{it.Publisher}
	}
	l.addFilter(Filter{Axis: ByType, Choices: types}, l.URL)
	l.addFilter(g.named(ByTopic, l, topics), l.URL)
	l.addFilter(Filter{Axis: ByYear, Choices: years}, l.URL)
	l.addFilter(g.named(ByPublisher, l, publishers), l.URL)
	for _, y := range l.Years {
		y.addFilter(Filter{Axis: ByYear, Choices: years, All: l}, y.URL)
	}
}

// named is the filter by what the items of a listing name.
func (g *graph) named(axis Axis, l *Listing, of func(*Item) []*Item) Filter {
	found := gathering(l, l.Items, of)
	if len(found) > maxChoices {
		found = gathering(l, l.Newest(), of)
	}
	f := Filter{Axis: axis, Choices: choices(l.Lang, found)}
	if len(found) > 0 && found[0].Collection != nil {
		f.All = g.listings[found[0].Collection.Name][l.Lang]
	}
	return f
}

// gathering lists what items name and what gathers them on a page in the language of the listing, each once.
func gathering(l *Listing, items []*Item, of func(*Item) []*Item) []*Item {
	var list []*Item
	seen := map[*Item]bool{}
	for _, it := range items {
		for _, to := range of(it) {
			version := to.work.in(l.Lang)
			if version != nil && !seen[version] && version.Referring != nil && len(version.Referring.Items) > 0 {
				seen[version] = true
				list = append(list, version)
			}
		}
	}
	return list
}

// filterGathered leads from each topic, or publisher, with something to show to the others.
func (g *graph) filterGathered(axis Axis, name string, lang locale.Lang) {
	var found []*Item
	for _, it := range g.items {
		if it.Lang == lang && it.Type.Name == name && it.Referring != nil && len(it.Referring.Items) > 0 {
			found = append(found, it)
		}
	}
	all := choices(lang, found)
	if len(all) > maxChoices {
		all = nil
	}
	for _, it := range found {
		f := Filter{Axis: axis, Choices: all}
		if it.Collection != nil {
			f.All = g.listings[it.Collection.Name][lang]
		}
		it.Referring.addFilter(f, it.URL)
	}
}

// choices are items in the order of their titles.
func choices(lang locale.Lang, items []*Item) []Choice {
	items = newestFirst(items)
	locale.Sort(lang, items, func(it *Item) string { return it.title() })
	list := make([]Choice, 0, len(items))
	for _, it := range items {
		list = append(list, Choice{Title: it.title(), URL: it.URL})
	}
	return list
}

// addFilter adds a filter that offers a choice, with a mark at the page itself. Where the only choice is the page
// itself there is nothing to choose.
func (l *Listing) addFilter(f Filter, own model.URL) {
	f.Choices = slices.Clone(f.Choices)
	other := false
	for i := range f.Choices {
		f.Choices[i].Current = f.Choices[i].URL == own
		other = other || !f.Choices[i].Current
	}
	if other {
		l.Filters = append(l.Filters, f)
	}
}
