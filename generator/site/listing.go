package site

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
)

// Listing is a list of items with a page of its own, and with pages of older items below it.
type Listing struct {
	URL        model.URL
	Lang       locale.Lang
	Collection *config.Collection // the collection that is listed; nil for what an item gathers
	Owner      *Item              // the item on whose page the listing stands; nil for a page of its own
	Intro      *Item              // the text of content/<collection>/index.md; nil where there is none
	Title      string             // from the text, else the collection's
	Year       int                // of a listing of one year, else 0
	Items      []*Item            // in the listing's order
	Years      []*Listing         // the listings of single years below it, the newest first
	Foreign    []*Listing         // the same listing in the other languages
	PerPage    int
	Filters    []Filter  // the ways to narrow it, on its own page
	ByTitle    bool      // the items stand in the order of their titles
	Feed       bool      // it has feeds
	Calendar   model.URL // of what has a span: all of it, for calendars; "" where there is nothing, and of single years
}

// pageWord is the part of the URL under which the pages of older items stand.
func pageWord(lang locale.Lang) string {
	if lang == locale.Swedish {
		return "sida"
	}
	return "page"
}

// Older is the number of full pages of older items. They are numbered from the oldest, so that none changes when
// something is published.
func (l *Listing) Older() int { return max(0, len(l.Items)/l.PerPage-1) }

// Newest are the items on the listing's own page: at least a page's worth and less than two, pinned items first and
// once.
func (l *Listing) Newest() []*Item {
	rest := l.Items[:len(l.Items)-l.Older()*l.PerPage]
	var pinned, others []*Item
	for _, it := range l.Items {
		if it.Pinned {
			pinned = append(pinned, it)
		}
	}
	for _, it := range rest {
		if !it.Pinned {
			others = append(others, it)
		}
	}
	return append(pinned, others...)
}

// Page are the items on page number n of the older ones, 1 to Older.
func (l *Listing) Page(n int) []*Item {
	end := len(l.Items) - (n-1)*l.PerPage
	return l.Items[end-l.PerPage : end]
}

// PageURL is where page number n of the older items stands; page 0 is the listing's own.
func (l *Listing) PageURL(n int) model.URL {
	if n == 0 {
		return l.URL
	}
	return l.URL + model.URL(pageWord(l.Lang)+"/"+strconv.Itoa(n)+"/")
}

// arrange puts items into the order that is wanted: "" or "date", "title", or the name of a field, ascending.
func arrange(items []*Item, order string, lang locale.Lang) []*Item {
	list := newestFirst(items)
	switch order {
	case "", "date":
	case "title":
		locale.Sort(lang, list, func(it *Item) string { return it.title() })
	default:
		slices.SortStableFunc(list, func(a, b *Item) int {
			x, _ := a.doc.Field(order)
			y, _ := b.doc.Field(order)
			return cmp.Or(cmp.Compare(x.Number(), y.Number()), x.Moment().Time.Compare(y.Moment().Time), strings.Compare(x.Text, y.Text))
		})
	}
	return list
}

// connect makes the listings and tells each item its neighbours and what names it.
func (g *graph) connect() {
	for _, c := range g.collections() {
		if len(c.URL) == 0 {
			g.series(c)
			continue
		}
		byLang := map[locale.Lang]*Listing{}
		for _, lang := range g.Config.Languages {
			if u, ok := c.URL[lang]; ok {
				byLang[lang] = g.listing(c, lang, u)
			}
		}
		for _, l := range byLang {
			l.Foreign = others(byLang, g.Config.Languages, l.Lang)
		}
		g.listings[c.Name] = byLang
		g.series(c)
	}
	g.gather()
}

func others(byLang map[locale.Lang]*Listing, langs []locale.Lang, lang locale.Lang) (list []*Listing) {
	for _, l := range langs {
		if other := byLang[l]; other != nil && l != lang {
			list = append(list, other)
		}
	}
	return list
}

// listing makes the listing of a collection in one language, with those of its years.
func (g *graph) listing(c *config.Collection, lang locale.Lang, u model.URL) *Listing {
	l := &Listing{URL: u, Lang: lang, Collection: c, PerPage: c.PerPage, Title: c.Title.In(lang, g.Config.Languages...)}
	t := g.typeOf(c)
	l.ByTitle, l.Feed = t.Order == "title", t.Traits.Feed
	if intro := g.intros[c.Name][lang]; intro != nil && intro.Shown {
		l.Intro, l.Title = intro, intro.title()
	}
	l.Items = arrange(g.inCollection(c, lang), t.Order, lang)
	if t.Order == "" {
		l.Years = g.years(l)
	}
	if t.Traits.Span[0] != "" && len(l.Items) > 0 {
		l.Calendar = companion(l.URL, ".ics")
	}
	g.neighbours(l, t)
	return l
}

func (g *graph) typeOf(c *config.Collection) *model.Type {
	if t := g.Types[c.Type]; t != nil {
		return t
	}
	if g.extra == c {
		return g.topicType()
	}
	return &model.Type{Name: c.Type}
}

func (g *graph) inCollection(c *config.Collection, lang locale.Lang) (list []*Item) {
	for _, it := range g.ranked {
		if it.Shown && it.Collection != nil && it.Collection.Name == c.Name && it.Lang == lang && it.URL != "" {
			list = append(list, it)
		}
	}
	return list
}

// years makes a listing of each year that has items.
func (g *graph) years(l *Listing) []*Listing {
	var list []*Listing
	for _, it := range l.Items {
		if it.Order.IsZero() {
			continue
		}
		year := it.Order.In(g.Config.Location).Year()
		if len(list) == 0 || list[len(list)-1].Year != year {
			list = append(list, &Listing{
				URL: l.URL + model.URL(fmt.Sprintf("%04d/", year)), Lang: l.Lang, Collection: l.Collection,
				PerPage: l.PerPage, Title: l.Title, Year: year,
			})
		}
		last := list[len(list)-1]
		last.Items = append(last.Items, it)
	}
	return list
}

// neighbours tells each item the one before and after it by date; a series has its own order, and what has a span or
// an order of its own has no neighbours.
func (g *graph) neighbours(l *Listing, t *model.Type) {
	if t.Order != "" || t.Traits.Span[0] != "" || t.Traits.Series != "" {
		return
	}
	for i, it := range l.Items {
		if it.Order.IsZero() {
			break
		}
		if i > 0 {
			it.Later = l.Items[i-1]
		}
		if i+1 < len(l.Items) && !l.Items[i+1].Order.IsZero() {
			it.Earlier = l.Items[i+1]
		}
	}
}
