package page

import (
	"weak"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// cardKey names a card: an item as readers of one language see it.
type cardKey struct {
	item *site.Item
	lang locale.Lang
}

// Digest stands for the whole card in the digests of pages that show it, so that it is computed once.
func (c *Card) Digest() output.Digest { return c.digest }

// plainCard is a card without its digest.
type plainCard Card

// Digest covers the whole item; without it that of the card would stand for all.
func (i *Item) Digest() output.Digest { return output.DigestOf(i.Card, i.Details) }

// mostHeld is how many cards a renderer holds on to: each is shown by its own page, its neighbours and several lists. They take about a kilobyte each.
const mostHeld = 1 << 14

// lentCard is a card. Those beyond mostHeld are there for as long as somebody has use for them: they are shared by pages that are made near each
// other, and all of a large site would be hundreds of megabytes. Their digest stays.
type lentCard struct {
	held   *Card // nil for one that is not
	card   weak.Pointer[Card]
	digest output.Digest
}

func (l lentCard) value() *Card {
	if l.held != nil {
		return l.held
	}
	return l.card.Value()
}

// card makes an item's card for readers of a language.
func (r *renderer) card(it *site.Item, lang locale.Lang) *Card {
	if it == nil {
		return nil
	}
	key := cardKey{it, lang}
	lent, known := r.cards.Load(key)
	if known {
		if c := lent.(lentCard).value(); c != nil {
			return c
		}
	}
	c := r.newCard(it, lang)
	if known {
		c.digest = lent.(lentCard).digest
	} else {
		c.digest = output.DigestOf((*plainCard)(c))
	}
	if !known && r.held.Add(1) <= mostHeld {
		r.cards.Store(key, lentCard{held: c, digest: c.digest})
	} else {
		r.cards.Store(key, lentCard{card: weak.Make(c), digest: c.digest})
	}
	return c
}

// newCard is a card but for its digest.
func (r *renderer) newCard(it *site.Item, lang locale.Lang) *Card {
	c := &Card{
		Title: r.Site.Doc(it).Title, Href: r.href(it.URL), URL: r.absolute(it.URL), Lang: string(it.Lang),
		Type: it.Type.Name, TypeLabel: it.Type.Label.In(lang, it.Lang), Summary: r.Site.Doc(it).Summary,
		Date: r.moment(r.Site.Doc(it).Date.Moment, lang), Updated: r.moment(it.Updated, lang),
		Withdrawn: it.Withdrawn != nil, Preview: preview(it), Pinned: it.Pinned,
		Span: r.span(it, lang), Foreign: foreign(it.Lang, lang),
	}
	if it.Collection != nil {
		c.Collection = it.Collection.Title.In(lang, r.Site.Config.Languages...)
		c.CollectionHref = r.href(it.Collection.URL[lang])
	}
	c.Calendar, c.Contact = r.href(it.Calendar), r.href(it.Card)
	if p, ok := it.Period(); ok {
		c.Period = p.Format(lang)
	}
	if it.Image != nil {
		c.Image = r.image(it.Image, model.CardUse, r.href)
	}
	c.Data = r.data(it, lang)
	return c
}

// foreign is a language where it is not the reader's; else "".
func foreign(of, reader locale.Lang) string {
	if of == reader {
		return ""
	}
	return string(of)
}

// preview marks what is shown though it is not published.
func preview(it *site.Item) string {
	if it.State == site.Published {
		return ""
	}
	return it.State.String()
}

func (r *renderer) cardsOf(items []*site.Item, lang locale.Lang) []*Card {
	list := make([]*Card, 0, len(items))
	for _, it := range items {
		list = append(list, r.card(it, lang))
	}
	return list
}
