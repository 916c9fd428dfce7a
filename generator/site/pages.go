package site

import (
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// PageKind tells what a page is.
type PageKind uint8

// The kinds of pages.
const (
	ItemPage PageKind = iota
	ListingPage
	GonePage    // what an expired item leaves behind
	AliasPage   // an earlier URL of an item
	MissingPage // 404.html
)

// Page is one HTML page.
type Page struct {
	URL      model.URL
	Lang     locale.Lang
	Kind     PageKind
	Layout   string
	Item     *Item     // of an item's page, a gone page and an alias
	Listing  *Listing  // of a listing's page, and of what an item gathers
	Number   int       // of a page of older items, from 1; else 0
	Versions []Version // the page in all its languages, itself among them; empty for pages that search engines leave out
	Ways     []Way     // into each of the site's other languages
	Crumbs   []Crumb   // from the front page on, without the page itself
	Card     *Card     // what social networks show of it; nil where it has a picture, and where nobody shares it
}

// Version is a page in one language.
type Version struct {
	Lang locale.Lang
	URL  model.URL
}

// Way leads into another language: to the same page, else to the nearest that there is.
type Way struct {
	Version
	Exact bool
}

// Crumb is a step on the way to a page.
type Crumb struct {
	Title string
	URL   model.URL
}

// addFrontPages makes a front page in each language that has none in content/.
func (g *graph) addFrontPages() {
	for _, lang := range g.Config.Languages {
		root := g.root(lang)
		it := g.urls[root]
		if it != nil && !it.front() { // content/en.md, say
			g.about(it, diag.URLCollision.At(it.place(), string(root), "config.yaml"))
			it.Shown, it.Gone = false, false
			delete(g.urls, root)
		} else if it != nil && (it.Shown || it.Gone) {
			continue
		}
		doc := &document.Document{
			Identity: document.Identity{Path: "front page (" + string(lang) + ")", Stem: "front page", Lang: lang},
			Core:     document.Core{Title: g.Config.Title.In(lang, g.Config.Languages...), Typography: true},
			Type:     g.pageType(), Body: &model.Body{},
		}
		it = &Item{doc: doc, Type: doc.Type, Lang: lang, URL: root, Shown: true}
		it.work = &work{stem: doc.Stem, versions: []*Item{it}}
		g.items = append(g.items, it)
		g.fronts = append(g.fronts, it)
	}
}

// front tells whether an item is a front page of content/.
func (it *Item) front() bool { return it.Collection == nil && it.doc.Name == "" }

func (g *graph) pageType() *model.Type {
	if t := g.Types[g.Roles.Page]; t != nil {
		return t
	}
	return &model.Type{Name: "page", Layout: "page"}
}

// pages lists every page, ordered by URL.
func (g *graph) pages() []*Page {
	var list []*Page
	for _, it := range g.items {
		list = append(list, g.pagesOf(it)...)
	}
	for _, c := range g.collections() {
		for _, l := range g.listings[c.Name] {
			list = append(list, g.listingPages(l, l)...)
			for _, year := range l.Years {
				list = append(list, g.listingPages(year, l)...)
			}
		}
	}
	for _, p := range list {
		p.Card = g.card(p)
	}
	list = append(list, &Page{URL: "/404.html", Lang: g.first(), Kind: MissingPage, Layout: "404"})
	slices.SortFunc(list, func(a, b *Page) int { return strings.Compare(string(a.URL), string(b.URL)) })
	return list
}

// pagesOf are the pages of one item: its own, those of older items that name it, and its aliases.
func (g *graph) pagesOf(it *Item) []*Page {
	if it.URL == "" || it.doc.Listing || !it.Shown && !it.Gone {
		return nil
	}
	var list []*Page
	for _, alias := range it.doc.Aliases {
		list = append(list, &Page{URL: alias.URL, Lang: it.Lang, Kind: AliasPage, Layout: "redirect", Item: it})
	}
	page := &Page{URL: it.URL, Lang: it.Lang, Kind: ItemPage, Layout: it.Type.Layout, Item: it, Listing: it.Referring, Crumbs: g.crumbs(it)}
	switch {
	case it.Gone:
		page.Kind, page.Layout, page.Listing = GonePage, "gone", nil
	case it.URL == g.root(it.Lang):
		page.Layout = "home"
	case it.Own != "":
		page.Layout = it.layout
	}
	page.Ways = g.ways(it.Lang, it.Collection, g.versionURLs(it))
	if it.Shown {
		page.Versions = versions(page, g.versionURLs(it))
	}
	list = append(list, page)
	if it.Shown && it.Referring != nil {
		for n := 1; n <= it.Referring.Older(); n++ {
			list = append(list, &Page{
				URL: it.Referring.PageURL(n), Lang: it.Lang, Kind: ListingPage, Layout: "listing", Listing: it.Referring, Number: n,
				Crumbs: append(slices.Clone(page.Crumbs), Crumb{it.title(), it.URL}), Ways: g.ways(it.Lang, it.Collection, nil),
			})
		}
	}
	return list
}

func (g *graph) versionURLs(it *Item) map[locale.Lang]model.URL {
	urls := map[locale.Lang]model.URL{}
	for _, other := range it.Translations {
		if other.URL != "" {
			urls[other.Lang] = other.URL
		}
	}
	if it.Own != "" {
		return g.ownURLs(it)
	}
	if it.URL == g.root(it.Lang) {
		for _, lang := range g.Config.Languages {
			if lang != it.Lang {
				urls[lang] = g.root(lang)
			}
		}
	}
	return urls
}

// versions lists a page in all its languages, in the order of the URLs' languages; one language alone is no list.
func versions(page *Page, urls map[locale.Lang]model.URL) []Version {
	if len(urls) == 0 {
		return nil
	}
	list := []Version{{page.Lang, page.URL}}
	for lang, u := range urls {
		list = append(list, Version{lang, u})
	}
	slices.SortFunc(list, func(a, b Version) int { return strings.Compare(string(a.Lang), string(b.Lang)) })
	return list
}

// listingPages are a listing's own page and those of its older items. whole is the listing of all years.
func (g *graph) listingPages(l, whole *Listing) []*Page {
	urls := map[locale.Lang]model.URL{}
	for _, other := range whole.Foreign {
		if l.Year == 0 {
			urls[other.Lang] = other.URL
		}
		for _, year := range other.Years {
			if year.Year == l.Year {
				urls[other.Lang] = year.URL
			}
		}
	}
	home := []Crumb{{g.homeTitle(l.Lang), g.root(l.Lang)}}
	if l.Year != 0 {
		home = append(home, Crumb{whole.Title, whole.URL})
	}
	own := &Page{URL: l.URL, Lang: l.Lang, Kind: ListingPage, Layout: "listing", Item: whole.Intro, Listing: l, Crumbs: home}
	own.Ways = g.ways(l.Lang, l.Collection, urls)
	own.Versions = versions(own, urls)
	list := []*Page{own}
	for n := 1; n <= l.Older(); n++ {
		title := l.Title
		if l.Year != 0 {
			title = strconv.Itoa(l.Year)
		}
		list = append(list, &Page{
			URL: l.PageURL(n), Lang: l.Lang, Kind: ListingPage, Layout: "listing", Listing: l, Number: n,
			Crumbs: append(slices.Clone(home), Crumb{title, l.URL}), Ways: g.ways(l.Lang, l.Collection, nil),
		})
	}
	return list
}

func (g *graph) homeTitle(lang locale.Lang) string {
	return g.Config.Title.In(lang, g.Config.Languages...)
}

// crumbs is the way to an item: the front page, then its listing, or the pages above it.
func (g *graph) crumbs(it *Item) []Crumb {
	root := g.root(it.Lang)
	if it.URL == root {
		return nil
	}
	if it.Collection != nil {
		return g.crumbsIn(it.Collection, it.Lang)
	}
	list := []Crumb{{g.homeTitle(it.Lang), root}}
	rest := strings.TrimPrefix(string(it.URL), string(root))
	for i, c := range rest[:len(rest)-1] {
		if c != '/' {
			continue
		}
		u := root + model.URL(rest[:i+1])
		if above := g.urls[u]; above != nil && above.Shown {
			list = append(list, Crumb{above.title(), u})
		}
	}
	return list
}

// crumbsIn is the way to the items of a collection, which is one list for all of them.
func (g *graph) crumbsIn(c *config.Collection, lang locale.Lang) []Crumb {
	l := g.listings[c.Name][lang]
	if list, ok := g.crumbed[l]; ok && l != nil {
		return list
	}
	list := []Crumb{{g.homeTitle(lang), g.root(lang)}}
	if l != nil {
		list = append(list, Crumb{l.Title, l.URL})
		g.crumbed[l] = list
	}
	return list
}

// ways leads into each other language: to the same page, else to the listing of its collection, else to the front page.
func (g *graph) ways(lang locale.Lang, c *config.Collection, urls map[locale.Lang]model.URL) []Way {
	var list []Way
	for _, other := range g.Config.Languages {
		if other == lang {
			continue
		}
		way := Way{Version: Version{other, urls[other]}, Exact: urls[other] != ""}
		if !way.Exact {
			way.URL = g.root(other)
			if c != nil && g.listings[c.Name][other] != nil {
				way.URL = g.listings[c.Name][other].URL
			}
		}
		list = append(list, way)
	}
	return list
}

// Root is where a language's front page stands.
func (s *Site) Root(lang locale.Lang) model.URL { return s.Config.Prefix(lang) }
