package site

import (
	"slices"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/document"
)

// addItems makes items of the documents, tells where each stands in its life, and joins language versions.
func (g *graph) addItems() {
	byStem := make(map[string]*work, len(g.Documents))
	items, works := make([]Item, len(g.Documents)), make([]work, len(g.Documents)) // which live and go together
	for i, doc := range g.Documents {
		it := &items[i]
		g.fill(it, doc)
		if doc.Listing {
			g.addIntro(it)
			continue
		}
		w := byStem[doc.Stem]
		if w == nil {
			w = &works[i]
			w.stem, w.versions = doc.Stem, w.one[:0]
			byStem[doc.Stem] = w
			g.works = append(g.works, w)
		}
		g.join(w, it)
	}
	for _, w := range g.works {
		if len(w.versions) > 1 {
			slices.SortStableFunc(w.versions, func(a, b *Item) int { return g.rank(a.Lang) - g.rank(b.Lang) })
		}
		g.index(w)
	}
	for _, w := range g.works {
		for _, it := range w.versions {
			for _, other := range w.versions {
				if other != it && other.Shown {
					it.Translations = append(it.Translations, other)
				}
			}
		}
	}
}

func (g *graph) rank(lang locale.Lang) int { return slices.Index(g.Config.Languages, lang) }

// join adds a version to a work; two files for one language are an error.
func (g *graph) join(w *work, it *Item) {
	if other := w.in(it.Lang); other != nil {
		g.about(it, diag.TwoLanguages.At(diag.Whole(it.doc.Path), other.doc.Path))
		return
	}
	it.work = w
	w.versions = append(w.versions, it)
	g.items = append(g.items, it)
	g.paths[it.doc.Path] = w
	if it.doc.Owner {
		g.folders[it.doc.Folder] = w
	}
}

// addIntro keeps the text of a collection's listing.
func (g *graph) addIntro(it *Item) {
	byLang := g.intros[it.doc.Collection]
	if byLang == nil {
		byLang = map[locale.Lang]*Item{}
		g.intros[it.doc.Collection] = byLang
	}
	if other := byLang[it.Lang]; other != nil {
		g.about(it, diag.TwoLanguages.At(diag.Whole(it.doc.Path), other.doc.Path))
		return
	}
	byLang[it.Lang] = it
	it.work = &work{stem: it.doc.Stem, versions: []*Item{it}}
	g.items = append(g.items, it)
}

// fill tells what a document is at the instant of the build.
func (g *graph) fill(it *Item, doc *document.Document) {
	it.doc, it.Type, it.Collection, it.Lang = doc, doc.Type, g.collection(doc.Collection), doc.Lang
	if doc.Listing {
		it.Collection = nil
	}
	it.State = g.state(doc)
	switch it.State {
	case Published:
		it.Shown = true
	case Draft:
		it.Shown = g.Show.Drafts && !doc.Broken
	case Scheduled:
		it.Shown = g.Show.Future
	case Expired:
		it.Shown = g.Show.Expired && !doc.Broken
		it.Gone = !it.Shown
	}
	it.Order = doc.Date.Time
	if start, _, ok := it.Span(); ok {
		it.Order = start.Time
	}
	it.Pinned = doc.Pinned.Set() && g.Now.Before(doc.Pinned.Last())
	g.revise(it)
}

func (g *graph) state(doc *document.Document) State {
	switch {
	case doc.Draft:
		return Draft
	case Down(doc, g.Now):
		return Expired
	case doc.Date.Set() && doc.Date.Time.After(g.Now):
		return Scheduled
	}
	return Published
}

// revise tells what readers see of the item's revisions by now: the latest of updated, changes and withdrawn.
func (g *graph) revise(it *Item) {
	doc := it.doc
	latest := func(m locale.Moment) bool {
		if m.IsZero() || m.Time.After(g.Now) {
			return false
		}
		if m.Time.After(it.Updated.Time) {
			it.Updated = m
		}
		return true
	}
	latest(doc.Updated.Moment)
	for _, c := range doc.Changes {
		if latest(c.Date.Moment) {
			it.Changes = append(it.Changes, c)
		}
	}
	slices.SortStableFunc(it.Changes, func(a, b document.Change) int { return b.Date.Time.Compare(a.Date.Time) })
	if doc.Withdrawn != nil && latest(doc.Withdrawn.Date.Moment) {
		it.Withdrawn = doc.Withdrawn
	}
	if !it.Updated.Time.After(doc.Date.Time) {
		it.Updated = locale.Moment{}
	}
}

// appears is the instant from which an item is on the site; zero for one that always was.
func (it *Item) appears() time.Time { return it.doc.Date.Time }

// shown lists the items that stand on the site with their texts.
func (g *graph) shown() []*Item {
	var list []*Item
	for _, it := range g.items {
		if it.Shown && !it.doc.Listing {
			list = append(list, it)
		}
	}
	return list
}

// Down tells whether a document's item has come down by an instant: what is wrong with it stops nobody then. One that has not
// appeared cannot have come down.
func Down(doc *document.Document, now time.Time) bool {
	return doc.Expires.Set() && !now.Before(doc.Expires.Last()) && !doc.Date.Time.After(now)
}
