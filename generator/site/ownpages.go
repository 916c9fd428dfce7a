package site

import (
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// addOwnPages puts the pages that the theme declares to be made of the whole site at their URLs: on the page of
// content/ that stands there, else on one of our own making.
func (g *graph) addOwnPages() {
	g.own = map[model.Own]map[locale.Lang]*Item{}
	for _, name := range model.OwnPages() {
		declared, ok := g.Own[name]
		if !ok {
			continue
		}
		g.own[name] = map[locale.Lang]*Item{}
		for _, lang := range g.Config.Languages {
			if name == model.GlossaryPage && len(g.Glossary[lang]) == 0 {
				continue
			}
			it := g.ownPage(name, declared, lang)
			if it == nil {
				continue
			}
			it.Own, it.layout = name, declared.Layout
			g.own[name][lang] = it
		}
	}
}

// ownPage is the item at the URL of an own page: the plain page of content/ that stands there, else one of our own
// making. It is nil where a collection, or an item of one, has the URL: nothing of the author's gives way.
func (g *graph) ownPage(name model.Own, declared model.OwnPage, lang locale.Lang) *Item {
	u := g.root(lang) + model.URL(declared.URL[lang])
	if it := g.urls[u]; it != nil && it.Shown && it.Collection == nil {
		return it
	} else if it != nil && it.Collection != nil || g.isListing(u) {
		return nil
	}
	doc := &document.Document{
		Identity: document.Identity{Path: "page " + string(name) + " (" + string(lang) + ")", Stem: "page " + string(name), Lang: lang},
		Core:     document.Core{Title: declared.Title.In(lang, g.Config.Languages...), Typography: true},
		Type:     g.pageType(), Body: &model.Body{},
	}
	doc.Name = string(u)
	it := &Item{doc: doc, Type: doc.Type, Lang: lang, URL: u, Shown: true}
	it.work = &work{stem: doc.Stem, versions: []*Item{it}}
	g.items = append(g.items, it)
	g.made = append(g.made, it)
	return it
}

// isListing tells whether a collection has its listing at the URL.
func (g *graph) isListing(u model.URL) bool {
	for _, c := range g.collections() {
		for _, taken := range c.URL {
			if taken == u {
				return true
			}
		}
	}
	return false
}

// ownURLs are an own page's URLs in the other languages.
func (g *graph) ownURLs(it *Item) map[locale.Lang]model.URL {
	urls := map[locale.Lang]model.URL{}
	for lang, other := range g.own[it.Own] {
		if lang != it.Lang {
			urls[lang] = other.URL
		}
	}
	return urls
}
