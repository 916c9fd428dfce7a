package site

import (
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
)

// MenuEntry is a place in the menu, in one language.
type MenuEntry struct {
	Title string
	URL   model.URL   // on the site; "" for another site's
	Href  string      // off the site
	Lang  locale.Lang // of the page that it leads to
}

// menu makes the menu in each language. What has no page in a language leads to the page in another.
func (g *graph) menu() map[locale.Lang][]MenuEntry {
	byLang := map[locale.Lang][]MenuEntry{}
	for _, entry := range g.Config.Menu {
		if !g.menuEntryExists(entry) {
			continue
		}
		for _, lang := range g.Config.Languages {
			if e, ok := g.menuEntry(entry, lang); ok {
				byLang[lang] = append(byLang[lang], e)
			}
		}
	}
	return byLang
}

// menuEntryExists reports an entry that leads nowhere.
func (g *graph) menuEntryExists(entry config.MenuEntry) bool {
	if entry.Page == "" {
		return true
	}
	if c := g.collection(entry.Page); c != nil {
		if len(c.URL) == 0 {
			g.report(diag.NoPage.At(entry.Place, entry.Page))
		}
		return len(c.URL) > 0
	}
	w := g.pageNamed(entry.Page)
	if w == nil {
		found := diag.MissingReference.At(entry.Place, entry.Page)
		if near, ok := diag.Nearest(entry.Page, g.pageNames()); ok {
			found = found.With(diag.DidYouMean, near)
		}
		g.report(found)
		return false
	}
	if fault, ok := g.unreachable(time.Time{}, w, entry.Place, entry.Page); ok {
		g.report(fault)
		return false
	}
	return true
}

// pageNamed is the page that stands at a path below content/, without ".md".
func (g *graph) pageNamed(name string) *work {
	for _, w := range g.works {
		if doc := w.versions[0].doc; doc.Collection == "" && (doc.Name == name || doc.Name == strings.TrimSuffix(name, "/index") || doc.Name == "" && name == "index") {
			return w
		}
	}
	return nil
}

func (g *graph) pageNames() []string {
	var names []string
	for _, c := range g.Config.Collections {
		names = append(names, c.Name)
	}
	for _, w := range g.works {
		if doc := w.versions[0].doc; doc.Collection == "" && doc.Name != "" {
			names = append(names, doc.Name)
		}
	}
	return names
}

func (g *graph) menuEntry(entry config.MenuEntry, lang locale.Lang) (MenuEntry, bool) {
	title := entry.Title.In(lang, g.Config.Languages...)
	if entry.Page == "" {
		if strings.HasPrefix(entry.Href, "/") {
			g.addressed = append(g.addressed, addressed{to: model.URL(entry.Href), entry: &entry})
			return MenuEntry{Title: title, URL: model.URL(entry.Href), Lang: lang}, true
		}
		return MenuEntry{Title: title, Href: entry.Href, Lang: lang}, true
	}
	if c := g.collection(entry.Page); c != nil {
		for _, l := range g.languages(lang) {
			if listing := g.listings[c.Name][l]; listing != nil {
				if title == "" {
					title = c.Title.In(lang, g.Config.Languages...)
				}
				return MenuEntry{Title: title, URL: listing.URL, Lang: l}, true
			}
		}
		return MenuEntry{}, false
	}
	it := g.pageNamed(entry.Page).shown(lang)
	if it == nil || it.URL == "" {
		return MenuEntry{}, false
	}
	if title == "" {
		title = it.title()
	}
	return MenuEntry{Title: title, URL: it.URL, Lang: it.Lang}, true
}
