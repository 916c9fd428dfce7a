package site

import (
	"cmp"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
)

// CardMaker names what makes cards, and its version, as VariantMaker does for variants.
const CardMaker = "card/1"

// The size of a card in pixels: what social networks ask for.
const (
	CardWidth  = 1200
	CardHeight = 630
)

// Card is what social networks show of a page without a picture: its words, set as a picture. Items of types with the
// trait "card" have one of their own; others share one for their type, listings one for each collection.
type Card struct {
	URL   model.URL
	Label string // above the title: "Pressmeddelande"; "" for none
	Title string
	Date  string // when it takes place, else when it was published, as readers write it; "" for none
	From  string // who publishes
	Brand string // the site's colour, as #rrggbb; "" for none
}

// card is the card of a page; nil for one that has a picture, or that nobody shares, and where the theme makes no
// pictures for sharing.
func (g *graph) card(p *Page) *Card {
	if _, ok := g.Images[model.ShareUse]; !ok {
		return nil
	}
	c := Card{Title: g.Config.Title.In(p.Lang, g.Config.Languages...), Brand: g.Config.Brand.Primary}
	switch {
	case p.Kind == ListingPage:
		c.Title, c.From = p.Listing.Title, c.Title
	case p.Kind != ItemPage:
		return nil
	case p.Item.Shared != nil && p.Item.Shared.Set(model.ShareUse) != nil:
		return nil
	default:
		g.fillCard(&c, p.Item)
	}
	c.URL = c.address()
	if known, ok := g.cards[c.URL]; ok {
		return known
	}
	g.cards[c.URL] = &c
	return &c
}

// fillCard puts what is said of an item on its card.
func (g *graph) fillCard(c *Card, it *Item) {
	publisher := it.Publisher
	if publisher == nil && g.publisher != nil {
		publisher = g.publisher.work.shown(it.Lang)
	}
	if it.Collection != nil {
		c.Label = it.Type.Label.In(it.Lang)
	}
	if it.Type.Traits.Card {
		c.From, c.Title = c.Title, it.title()
		day, _, takesPlace := it.Span()
		if !takesPlace {
			day = it.doc.Date.Moment
		}
		if day.DateOnly = true; !day.IsZero() {
			c.Date = locale.FormatMoment(day, it.Lang)
		}
	}
	if publisher != nil && publisher.title() != c.Title {
		c.From = publisher.title()
	}
}

// address is where a card stands: its title, and a digest of all that it says.
func (c Card) address() model.URL {
	const digits = 16
	name := cmp.Or(locale.Slug(c.Title), "kort")
	name = strings.TrimRight(name[:min(len(name), nameLength)], "-")
	digest := output.DigestOf(CardMaker, c.Label, c.Title, c.Date, c.From, c.Brand)
	return model.URL(variants + name + "-card." + digest.String()[:digits] + ".png")
}

// allCards lists the cards, ordered by URL.
func (g *graph) allCards() []*Card {
	list := make([]*Card, 0, len(g.cards))
	for _, c := range g.cards {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b *Card) int { return strings.Compare(string(a.URL), string(b.URL)) })
	return list
}
