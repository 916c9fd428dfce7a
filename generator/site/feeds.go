package site

import (
	"cmp"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// Feed is the newest items of a listing, or of the whole site, for feed readers.
type Feed struct {
	Folder model.URL // the feeds' files stand there: atom.xml, rss.xml, feed.json
	Page   model.URL // the page that shows the same
	Lang   locale.Lang
	Title  string
	Items  []*Item // the newest first, at most FeedLength
	All    bool    // in all formats, not in Atom alone

	Corrections []Correction // instead of items: what was corrected or withdrawn, the newest first, at most FeedLength
	OfChanges   bool         // it is the feed of corrections
}

// FeedLength is how many items a feed holds.
const FeedLength = 20

// feeds lists every feed: the site's, those of collections with the trait, and the topics'.
func (g *graph) feeds() []*Feed {
	var list []*Feed
	for _, lang := range g.Config.Languages {
		var all []*Item
		for _, c := range g.collections() {
			l := g.listings[c.Name][lang]
			if l == nil || !l.Feed {
				continue
			}
			all = append(all, l.Items...)
			list = append(list, &Feed{Folder: l.URL, Page: l.URL, Lang: lang, Title: l.Title, Items: newest(l.Items), All: true})
		}
		root := g.root(lang)
		list = append(list, &Feed{Folder: root, Page: root, Lang: lang, Title: g.homeTitle(lang), Items: newest(all), All: true})
	}
	for _, lang := range g.Config.Languages {
		if it := g.own[model.CorrectionsPage][lang]; it != nil {
			told := g.corrected[lang]
			list = append(list, &Feed{
				Folder: it.URL, Page: it.URL, Lang: lang, Title: it.title(), OfChanges: true,
				Corrections: told[:min(len(told), FeedLength)],
			})
		}
	}
	for _, it := range g.items {
		if it.Referring != nil && it.Referring.Feed {
			list = append(list, &Feed{Folder: it.URL, Page: it.URL, Lang: it.Lang, Title: it.title(), Items: newest(it.Referring.Items)})
		}
	}
	return list
}

// newest are the items that a feed holds: by the date of publication, whatever order their listing has.
func newest(items []*Item) []*Item {
	var dated []*Item
	for _, it := range items {
		if it.doc.Date.Set() {
			dated = append(dated, it)
		}
	}
	published := func(a, b *Item) int {
		return cmp.Or(b.doc.Date.Time.Compare(a.doc.Date.Time), strings.Compare(a.doc.Name, b.doc.Name), strings.Compare(a.doc.Path, b.doc.Path))
	}
	if !slices.IsSortedFunc(dated, published) {
		slices.SortFunc(dated, published)
	}
	return slices.Clip(dated[:min(len(dated), FeedLength)])
}

// Formats are the files of the feed, by their names in its folder.
func (f *Feed) Formats() []string {
	if f.All {
		return []string{"atom.xml", "rss.xml", "feed.json"}
	}
	return []string{"atom.xml"}
}
