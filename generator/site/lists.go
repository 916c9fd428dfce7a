package site

import (
	"cmp"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
)

// List is the answer to a query.
type List struct {
	Items []*Item
	More  *Listing // where the rest stands, when all comes from one collection; else nil
	Page  *Item    // of a query that asks under a folder: the folder's own page, which is not among the items; else nil
}

// lists answers the theme's queries, in each language.
func (g *graph) lists() map[locale.Lang]map[string]map[string]List {
	byLang := map[locale.Lang]map[string]map[string]List{}
	for _, lang := range g.Config.Languages {
		byLang[lang] = map[string]map[string]List{}
		for layout, queries := range g.Lists {
			answers := map[string]List{}
			for name, q := range queries {
				answers[name] = g.answer(q, lang)
			}
			byLang[lang][layout] = answers
		}
	}
	return byLang
}

// defaultLimit is how many items a query gets that does not say.
const defaultLimit = 10

func (g *graph) answer(q model.Query, lang locale.Lang) List {
	var found []*Item
	var from []*config.Collection
	var page *Item
	for _, it := range g.ranked {
		if it.Lang != lang || !it.Shown || it.doc.Listing {
			continue
		}
		if q.Under != "" && it.Collection == nil && it.doc.Name == q.Under {
			page = it
		}
		if !g.matches(it, q) {
			continue
		}
		found = append(found, it)
		if it.Collection != nil && !slices.Contains(from, it.Collection) {
			from = append(from, it.Collection)
		}
	}
	found = arrange(found, g.queryOrder(q), lang)
	if q.When == "coming" && q.Order == "" {
		slices.Reverse(found)
	}
	if q.Order == "" || q.Order == "date" {
		slices.SortStableFunc(found, func(a, b *Item) int { return pinRank(a) - pinRank(b) })
	}
	list := List{Items: found[:min(len(found), cmp.Or(q.Limit, defaultLimit))], Page: page}
	if len(from) == 1 {
		list.More = g.listings[from[0].Name][lang]
	} else if len(from) == 0 && len(q.Types) == 1 {
		list.More = g.listingOfType(q.Types[0], lang)
	}
	return list
}

func pinRank(it *Item) int {
	if it.Pinned {
		return 0
	}
	return 1
}

// queryOrder is the order of a query: its own, else that of the one type that it asks for.
func (g *graph) queryOrder(q model.Query) string {
	if q.Order == "" && len(q.Types) == 1 {
		if t := g.Types[q.Types[0]]; t != nil {
			return t.Order
		}
	}
	return q.Order
}

func (g *graph) listingOfType(name string, lang locale.Lang) *Listing {
	for _, c := range g.collections() {
		if c.Type == name {
			return g.listings[c.Name][lang]
		}
	}
	return nil
}

func (g *graph) matches(it *Item, q model.Query) bool {
	if len(q.Types) > 0 && !slices.Contains(q.Types, it.Type.Name) {
		return false
	}
	if q.Under != "" && (it.Collection != nil || !strings.HasPrefix(it.doc.Name, q.Under+"/")) {
		return false
	}
	if q.Topic != "" && !slices.ContainsFunc(it.Topics, func(t *Item) bool { return t.doc.Name == q.Topic }) {
		return false
	}
	switch q.When {
	case "coming":
		return it.Type.Traits.Span[0] != "" && !it.Past(g.Now)
	case "past":
		return it.Past(g.Now)
	}
	return true
}
