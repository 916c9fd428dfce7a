package page

import (
	"fmt"
	"slices"

	"growthportal/generator/locale"
	"growthportal/generator/site"
)

// listing closes a page of a listing.
func (r *renderedPage) listing(p *site.Page) *Listing {
	l := p.Listing
	view := &Listing{Title: l.Title, Number: p.Number}
	if l.Year != 0 {
		view.Year = fmt.Sprintf("%d", l.Year)
	}
	items := l.Newest()
	if p.Number > 0 {
		items = l.Page(p.Number)
		view.Newest = &Link{Title: l.Title, Href: r.href(l.URL)}
	} else if l.Intro != nil {
		view.Summary, view.Lead = r.Site.Doc(l.Intro).Summary, r.bodyOf(l.Intro, r.Site.Body(l.Intro))
	}
	view.Items = r.cardsOf(items, l.Lang)
	view.Coming, view.Past = r.comingAndPast(items, l.Lang)
	if l.ByTitle {
		view.Groups = groups(view.Items, l.Lang)
	} else if p.Number == 0 {
		view.Latest = r.latest(items)
	}
	r.links(view, p)
	return view
}

// links lead from a page of a listing to its other pages. Those of full pages depend on the page's own items alone, so
// that news leaves them as they are.
func (r *renderer) links(view *Listing, p *site.Page) {
	l := p.Listing
	older := p.Number - 1
	if p.Number == 0 {
		older = l.Older()
	}
	if older > 0 {
		view.Older = &Link{Title: fmt.Sprintf("%s %d", r.text(l.Lang, "page"), older), Href: r.href(l.PageURL(older))}
	}
	if p.Number > 0 {
		return
	}
	for _, year := range l.Years {
		view.Years = append(view.Years, Link{Title: fmt.Sprintf("%d", year.Year), Href: r.href(year.URL)})
	}
	view.Filters = r.filters(l)
	for _, other := range l.Foreign {
		if len(other.Items) > 0 && hasUntranslated(other, l.Lang) {
			view.Elsewhere = append(view.Elsewhere, Link{Title: other.Title, Href: r.href(other.URL), Lang: string(other.Lang)})
		}
	}
}

// latest is the latest that each item has gathered, as its own page shows it: not what is coming.
func (r *renderer) latest(items []*site.Item) map[string]*Card {
	list := map[string]*Card{}
	for _, it := range items {
		if it.Referring == nil {
			continue
		}
		i := slices.IndexFunc(it.Referring.Items, func(named *site.Item) bool {
			_, _, spans := named.Span()
			return !spans || named.Past(r.Now)
		})
		if i >= 0 {
			list[r.href(it.URL)] = r.card(it.Referring.Items[i], it.Lang)
		}
	}
	return list
}

// hasUntranslated tells whether a listing holds an item that readers of a language do not get in theirs.
func hasUntranslated(l *site.Listing, lang locale.Lang) bool {
	return slices.ContainsFunc(l.Items, func(it *site.Item) bool {
		return !slices.ContainsFunc(it.Translations, func(t *site.Item) bool { return t.Lang == lang })
	})
}

// comingAndPast parts what has a span: what is coming, the nearest first, and what has been, the latest first.
func (r *renderer) comingAndPast(items []*site.Item, lang locale.Lang) (coming, past []*Card) {
	for _, it := range items {
		switch _, _, ok := it.Span(); {
		case !ok:
		case it.Past(r.Now):
			past = append(past, r.card(it, lang))
		default:
			coming = append(coming, r.card(it, lang))
		}
	}
	slices.Reverse(coming)
	return coming, past
}

// groups puts cards under their initials.
func groups(cards []*Card, lang locale.Lang) []Group {
	var list []Group
	for _, c := range cards {
		initial := locale.Initial(lang, c.Title)
		if len(list) == 0 || list[len(list)-1].Initial != initial {
			list = append(list, Group{Initial: initial})
		}
		last := &list[len(list)-1]
		last.Items = append(last.Items, c)
	}
	return list
}
