// Package site makes a site of documents: which items are published at an instant, every URL there is, what leads
// where, which versions belong together, and what every listing holds. URLs are decided here, once, and two claims on
// one URL are an error that names both.
//
// The graph is made anew each time, from documents that never change, in one pass of steps (see New). What it returns
// is finished: renderers read it and alter nothing.
package site

import (
	"slices"
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// Request is all that a site follows from.
type Request struct {
	Config    *config.Config
	Types     map[string]*model.Type
	Roles     model.Roles
	Lists     map[string]map[string]model.Query // by layout and name; "every" is on every page
	Documents []*document.Document              // in any order
	Images    map[model.Use]model.Preset        // how pictures are made; a use without a preset shows them as they are
	Own       map[model.Own]model.OwnPage       // the pages that are made of the whole site
	Glossary  map[locale.Lang][]model.Term      // the words that are explained; none where there is no glossary
	Files     Files
	Static    []string  // the files of content/static/, by their paths in the sources
	Now       time.Time // the instant at which the site is published
	Show      Show
}

// Show tells what is shown though it is not published; the zero value is what the public sees.
type Show struct {
	Drafts  bool
	Future  bool
	Expired bool
}

// Files tells of the files of the source folder that items refer to.
type Files interface {
	// Exists tells whether there is a file at the path.
	Exists(path string) bool
	// Beside lists the files below content/ that are neither documents, data nor static.
	Beside() []string
	// Media looks into a file; the diagnostics are about the file itself.
	Media(path string) (model.Media, []diag.Diagnostic)
}

// Site is a finished site. Nothing in it is altered after New.
type Site struct {
	Config    *config.Config
	Roles     model.Roles
	Items     []*Item // all that is shown, in all languages, ordered by path
	Pages     []*Page // every HTML page, ordered by URL
	Feeds     []*Feed
	Files     []File    // attachments, images and static files
	Variants  []Variant // pictures made of images, ordered by URL
	Cards     []*Card   // pictures made of words, ordered by URL
	Menu      map[locale.Lang][]MenuEntry
	Banners   map[locale.Lang][]*Item
	Lists     map[locale.Lang]map[string]map[string]List
	Publisher *Item    // the site's own publisher; nil where there is none
	Logo      *Picture // the site's own, from config.yaml; nil where there is none
	DarkLogo  *Picture // the same for the dark scheme; nil where it is the same there
	Instants  []Instant

	Corrections map[locale.Lang][]Correction        // what was corrected or withdrawn, the newest first, at most MaxCorrections
	Glossary    map[locale.Lang][]model.Term        // in the order in which readers look words up
	Own         map[model.Own]map[locale.Lang]*Item // the pages that are made of the whole site

	items []*Item                      // all there are, shown or not
	until time.Time                    // the first instant at which any of them is not what it is now; zero: none
	again map[*Item]*document.Document // what was written anew since; see Made.Rewritten
	texts *texts                       // that were asked for
}

// New makes the site. The diagnostics are about everything that is published or scheduled, as errors, and about
// drafts and expired items, as warnings.
func New(req Request) (*Site, []diag.Diagnostic) {
	g := newGraph(req)
	g.checkConfig()
	g.addItems()
	g.addFreeTopics()
	g.placeItems()
	g.addFrontPages()
	g.addOwnPages()
	g.resolve()
	g.rankItems()
	s := &Site{Config: req.Config, Roles: req.Roles, Publisher: g.publisher, texts: &texts{}}
	s.Items = g.shown()
	g.connect()
	g.filters()
	g.companions()
	g.corrected = g.corrections()
	s.Corrections, s.Glossary, s.Own = g.corrected, req.Glossary, g.own
	s.Banners = g.banners()
	s.Menu = g.menu()
	s.Lists = g.lists()
	s.Pages = g.pages()
	s.Feeds = g.feeds()
	s.Logo = g.logo(req.Config.Brand.Logo, req.Config.Brand.LogoPlace)
	s.DarkLogo = g.logo(req.Config.Brand.DarkLogo, req.Config.Brand.DarkLogoPlace)
	s.Files = g.files()
	s.Variants, s.Cards = g.allVariants(), g.allCards()
	s.Instants, s.until = g.instants()
	s.items = g.items
	g.checkClaims(s)
	return s, g.diags
}

// graph is the site while it is being made.
type graph struct {
	Request
	works      []*work
	items      []*Item
	ranked     []*Item            // the same in the order of lists
	names      map[string][]*work // by "name", "collection/name" and full name
	paths      map[string]*work   // by the path of each of its documents
	urls       map[model.URL]*Item
	beside     map[string]File // files that something refers to, by URL
	variants   map[model.URL]Variant
	cards      map[model.URL]*Card
	referred   map[string]bool // source paths of files that anything refers to, drafts included
	media      map[string]model.Media
	folders    map[string]*work                    // items by the folders that are their own
	listings   map[string]map[locale.Lang]*Listing // of collections
	intros     map[string]map[locale.Lang]*Item    // texts of listings, by collection
	crumbed    map[*Listing][]Crumb                // the ways to the items of listings
	publisher  *Item
	addressed  []addressed
	targets    []Target                         // memory for those to come
	freeTopics map[locale.Lang]map[string]*Item // by folded name
	folded     map[string]string                // names of topics, as they are written
	extra      *config.Collection               // of free topics, where it is not declared
	fronts     []*Item                          // front pages of our own making
	own        map[model.Own]map[locale.Lang]*Item
	made       []*Item // own pages that content/ has no page for
	corrected  map[locale.Lang][]Correction
	terms      map[termKey]model.Term // of the glossary, once one was asked for
	diags      []diag.Diagnostic
}

func newGraph(req Request) *graph {
	byPath := func(a, b *document.Document) int { return strings.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(req.Documents, byPath) {
		req.Documents = slices.SortedFunc(slices.Values(req.Documents), byPath)
	}
	n := len(req.Documents)
	return &graph{
		Request: req,
		names:   make(map[string][]*work, 2*n), paths: make(map[string]*work, n), urls: make(map[model.URL]*Item, n),
		beside: map[string]File{}, variants: map[model.URL]Variant{}, cards: map[model.URL]*Card{},
		referred: map[string]bool{}, folded: map[string]string{}, media: map[string]model.Media{}, folders: map[string]*work{},
		listings: map[string]map[locale.Lang]*Listing{}, intros: map[string]map[locale.Lang]*Item{}, crumbed: map[*Listing][]Crumb{},
	}
}

func (g *graph) report(found ...diag.Diagnostic) { g.diags = append(g.diags, found...) }

// about reports a finding about an item: a warning where the item is a draft or has expired.
func (g *graph) about(it *Item, found ...diag.Diagnostic) {
	if it != nil && (it.State == Draft || it.State == Expired) {
		document.Downgrade(found)
	}
	g.report(found...)
}

// first is the site's first language.
func (g *graph) first() locale.Lang { return g.Config.Languages[0] }

// languages lists lang and then the others in the order of config.yaml.
func (g *graph) languages(lang locale.Lang) []locale.Lang {
	list := []locale.Lang{lang}
	for _, l := range g.Config.Languages {
		if l != lang {
			list = append(list, l)
		}
	}
	return list
}
