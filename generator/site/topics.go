package site

import (
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// freeTopicURLs are where free topics stand on a site without a collection of topics.
var freeTopicURLs = map[locale.Lang]model.URL{locale.Swedish: "amnen/", locale.English: "topics/"}

// topicsOf are the topics of an item: references, or free text.
func (g *graph) topicsOf(it *Item, all func([]model.Ref, []string) []*Item) []*Item {
	if !g.Config.FreeTopics {
		return all(it.doc.Topics, role(g.Roles.Topic))
	}
	var list []*Item
	for _, ref := range it.doc.Topics {
		if to := g.freeTopics[it.Lang][g.fold(ref.Name)]; to != nil && !slices.Contains(list, to) {
			list = append(list, to)
		}
	}
	return list
}

// fold is locale.Fold of a topic's name: few are named by many.
func (g *graph) fold(name string) string {
	folded, ok := g.folded[name]
	if !ok {
		folded = locale.Fold(name)
		g.folded[name] = folded
	}
	return folded
}

// addFreeTopics makes an item of each topic that a shown item names in its own words: one for each folded name and
// language, written as in the newest item. A topic that has an item of its own in content/ is that item.
func (g *graph) addFreeTopics() {
	if !g.Config.FreeTopics {
		return
	}
	collection := g.topicCollection()
	g.freeTopics = map[locale.Lang]map[string]*Item{}
	for _, lang := range g.Config.Languages {
		g.freeTopics[lang] = map[string]*Item{}
	}
	g.rankItems()
	for _, it := range newestFirst(g.shown()) {
		for _, ref := range it.doc.Topics {
			key := g.fold(ref.Name)
			if g.freeTopics[it.Lang][key] != nil {
				continue
			}
			if w, _ := g.find(locale.Slug(ref.Name), role(g.Roles.Topic)); w != nil && w.in(it.Lang) != nil && w.in(it.Lang).Shown {
				g.freeTopics[it.Lang][key] = w.in(it.Lang)
				continue
			}
			if locale.Slug(ref.Name) == "" {
				g.about(it, diag.NoSlug.At(ref.Place, ref.Name))
				continue
			}
			g.freeTopics[it.Lang][key] = g.freeTopic(collection, it.Lang, ref.Name)
		}
	}
	g.joinFreeTopics()
}

// freeTopic makes the item of a topic that only its name is known of.
func (g *graph) freeTopic(c *config.Collection, lang locale.Lang, name string) *Item {
	slug := locale.Slug(name)
	doc := &document.Document{
		Identity: document.Identity{
			Path: "topic " + slug + " (" + string(lang) + ")", Stem: "topic " + slug, Collection: c.Name, Name: slug, Lang: lang,
		},
		Core: document.Core{Title: strings.TrimSpace(name), Typography: true},
		Type: g.topicType(), Body: &model.Body{},
	}
	it := &Item{doc: doc, Type: doc.Type, Collection: c, Lang: lang, Shown: true}
	it.work = &work{stem: doc.Stem, versions: []*Item{it}}
	g.items = append(g.items, it)
	return it
}

// joinFreeTopics makes one work of a topic's names in several languages where they fold alike.
func (g *graph) joinFreeTopics() {
	first := g.freeTopics[g.first()]
	for _, lang := range g.Config.Languages[1:] {
		for key, it := range g.freeTopics[lang] {
			other := first[key]
			if other == nil || it.doc.Stem != other.doc.Stem {
				continue
			}
			it.Translations, other.Translations = append(it.Translations, other), append(other.Translations, it)
			other.work.versions = append(other.work.versions, it)
			it.work = other.work
		}
	}
}

// topicType is the theme's type for topics, or a bare one where it has none.
func (g *graph) topicType() *model.Type {
	if t := g.Types[g.Roles.Topic]; t != nil {
		return t
	}
	return &model.Type{Name: "topic", Layout: "listing", Permalink: ":slug/", Order: "title"}
}

// topicCollection is the collection that topics stand in: the declared one, else one of our own making.
func (g *graph) topicCollection() *config.Collection {
	for i := range g.Config.Collections {
		if c := &g.Config.Collections[i]; c.Type == g.Roles.Topic && len(c.URL) > 0 {
			return c
		}
	}
	t := g.topicType()
	c := config.Collection{Name: "topics", Type: t.Name, Title: t.Plural, URL: map[locale.Lang]model.URL{}, PerPage: 1000}
	for _, lang := range g.Config.Languages {
		c.URL[lang] = g.root(lang) + freeTopicURLs[lang]
	}
	g.extra = &c
	return &c
}

// collections lists the declared collections, and that of free topics where it is not declared.
func (g *graph) collections() []*config.Collection {
	var list []*config.Collection
	for i := range g.Config.Collections {
		list = append(list, &g.Config.Collections[i])
	}
	if g.extra != nil {
		list = append(list, g.extra)
	}
	return list
}
