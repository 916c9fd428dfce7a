package explain

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// isFile tells whether an item is written in a file, rather than made by the program.
func (w *World) isFile(it *site.Item) bool {
	return strings.HasPrefix(it.Path(), document.ContentRoot+"/")
}

// describe says what an item is.
func (w *World) describe(a *Answer, it *site.Item) {
	a.File, a.Title, a.Lang, a.Type, a.URL = it.Path(), w.Shown.Doc(it).Title, it.Lang, it.Type, it.URL
	if a.Template == "" && it.URL != "" {
		a.Template = "layouts/" + it.Type.Layout + ".html"
	}
	if it.Path() != "" && !w.isFile(it) {
		a.File = ""
	}
}

// reasons says why an item of the published site is on it, or has come down.
func (w *World) reasons(a *Answer, it *site.Item) {
	doc := w.Shown.Doc(it)
	switch {
	case doc.Broken && it.Shown: // which keeps everything from being published
		a.Shown = false
		a.because(Faulty)
	case it.Gone:
		a.because(Expired, stamp(doc.Expires.Last()))
	case doc.Date.Set():
		a.because(Published, stamp(doc.Date.Time))
	default:
		a.because(Always)
	}
	if it.Withdrawn != nil {
		a.because(Withdrawn, stamp(it.Withdrawn.Date.Time))
	}
	w.pageFolder(a, doc)
	w.nextOf(a, []*site.Item{it})
	if it.Shown {
		a.ListedAt = w.listedAt(it)
	}
}

// pageFolder says of a plain page that its folder is no collection, and where it would stand if a collection was meant.
func (w *World) pageFolder(a *Answer, doc *document.Document) {
	folder, rest, below := strings.Cut(strings.TrimPrefix(doc.Path, document.ContentRoot+"/"), "/")
	if !below || doc.Collection != "" {
		return
	}
	a.because(PageFolder, folder)
	var names []string
	for _, c := range w.Config.Collections {
		names = append(names, c.Name)
	}
	if near, ok := diag.Nearest(folder, names); ok {
		a.Nearest = append(a.Nearest, document.ContentRoot+"/"+near+"/"+rest)
	}
}

// listedAt are the listings that hold an item now.
func (w *World) listedAt(it *site.Item) []model.URL {
	var urls []model.URL
	for _, p := range w.Shown.Pages {
		if p.Listing == nil || p.Kind == site.GonePage {
			continue
		}
		list := p.Listing.Newest()
		if p.Number > 0 {
			list = p.Listing.Page(p.Number)
		}
		if slices.Contains(list, it) {
			urls = append(urls, p.URL)
		}
	}
	return urls
}

// nextOf finds what will change by itself first among items.
func (w *World) nextOf(a *Answer, items []*site.Item) {
	w.nextWhere(a, func(it *site.Item) bool {
		return slices.ContainsFunc(items, func(other *site.Item) bool { return other.Path() == it.Path() })
	})
}

// nextIn finds what will change a listing by itself: what happens to its items, and to those that will be.
func (w *World) nextIn(a *Answer, l *site.Listing) {
	w.nextWhere(a, func(it *site.Item) bool {
		return l.Collection != nil && it.Collection != nil && it.Collection.Name == l.Collection.Name && it.Lang == l.Lang ||
			slices.Contains(l.Items, it)
	})
}

func (w *World) nextWhere(a *Answer, is func(*site.Item) bool) {
	for i, in := range w.Shown.Instants {
		if is(in.Item) {
			a.Next = &w.Shown.Instants[i]
			return
		}
	}
}

// dark explains an item that is not on the published site, though it would be if everything were shown.
func (w *World) dark(it *site.Item) Answer {
	a := w.Document(w.Shown.Doc(it))
	a.URL = cmp.Or(a.URL, it.URL)
	return a
}

// Document explains a content file that could be read.
func (w *World) Document(doc *document.Document) Answer {
	a := Answer{Kind: Item, File: doc.Path, Title: doc.Title, Lang: doc.Lang, Type: doc.Type}
	if doc.Listing {
		a.Kind = Listing
	}
	if p := pageOf(w.Shown, doc); p != nil {
		return w.ofPage(p)
	}
	if p := pageOf(w.All, doc); p != nil {
		a.URL, a.Template = p.URL, "layouts/"+p.Layout+".html"
	}
	for _, it := range w.Shown.Items {
		if it.Path() == doc.Path { // shown, without a page of its own
			a.Shown = true
			w.reasons(&a, it)
			if it.Type.Traits.Banner {
				a.because(Banner)
			}
		}
	}
	if doc.Collection != "" {
		c, ok := w.Config.Collection(doc.Collection)
		if banner := doc.Type != nil && doc.Type.Traits.Banner; ok && len(c.URL) == 0 && (a.Shown || !banner) { // a banner needs no page
			a.because(NoPages, c.Name)
		}
	}
	if !a.Shown {
		w.whyDark(&a, doc)
	}
	w.nextWhere(&a, func(it *site.Item) bool { return it.Path() == doc.Path })
	return a
}

// whyDark gives every reason why an item is not on the site.
func (w *World) whyDark(a *Answer, doc *document.Document) {
	defer w.pageFolder(a, doc)
	before := len(a.Reasons)
	if doc.Draft {
		a.because(Draft)
	}
	if doc.Broken {
		a.because(Faulty)
	}
	switch {
	case site.Down(doc, w.Now):
		a.because(Expired, stamp(doc.Expires.Last()))
	case doc.Date.Set() && doc.Date.Time.After(w.Now):
		a.because(Scheduled, stamp(doc.Date.Time))
	}
	if len(a.Reasons) > before {
		return
	}
	for _, d := range w.Findings {
		if d.File != doc.Path || d.Severity != diag.Error {
			continue
		}
		if d.Code == diag.URLCollision && len(d.Args) == 2 {
			a.because(Taken, d.Args[1], d.Args[0])
		} else {
			a.because(NoAddress)
		}
		return
	}
}

// pageOf is the page of a document on a site: its own, or the one that says that it has come down.
func pageOf(s *site.Site, doc *document.Document) *site.Page {
	for _, p := range s.Pages {
		if p.Item != nil && p.Item.Path() == doc.Path && p.Kind != site.AliasPage && p.Number == 0 {
			return p
		}
	}
	return nil
}

func stamp(t time.Time) string { return t.Format(time.RFC3339) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
