package page

import (
	"path"
	"slices"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// item closes everything that an item's own page shows.
func (r *renderedPage) item(it *site.Item) *Item {
	doc, body := r.Site.Doc(it), r.Site.Body(it)
	item := &Item{Card: r.card(it, it.Lang)}
	item.Details = Details{
		Text: r.bodyOf(it, body), Headings: headings(body), Fields: r.fields(it, item.Card.Data),
		Topics: r.topicLinks(it), Publisher: r.card(it.Publisher, it.Lang), About: r.boilerplate(it),
		Contacts: r.cardsOf(it.Contacts, it.Lang), Authors: r.cardsOf(it.Authors, it.Lang),
		Related: r.cardsOf(it.Related, it.Lang), Points: r.cardsOf(it.Points, it.Lang),
		Attachments: r.attachments(it), Case: doc.Case, Words: body.Words,
	}
	item.Changes = r.history(it)
	if w := it.Withdrawn; w != nil {
		item.Withdrawal = &Withdrawal{Time: *r.moment(w.Date.Moment, it.Lang), Reason: w.Reason}
	}
	if period, ok := it.Period(); ok {
		item.Series = &Series{Period: period.Format(it.Lang), Previous: r.card(it.Earlier, it.Lang), Next: r.card(it.Later, it.Lang)}
	} else {
		item.Earlier, item.Later = r.card(it.Earlier, it.Lang), r.card(it.Later, it.Lang)
	}
	return item
}

func headings(body *model.Body) []Heading {
	var list []Heading
	for _, h := range body.Headings {
		list = append(list, Heading{Level: int(h.Level), ID: h.ID, Text: h.Text})
	}
	return list
}

func (r *renderer) topicLinks(it *site.Item) []Link {
	var list []Link
	for _, t := range it.Topics {
		list = append(list, r.linkTo(t, it.Lang))
	}
	return list
}

// linkTo is a link to an item for readers of a language.
func (r *renderer) linkTo(it *site.Item, lang locale.Lang) Link {
	return Link{Title: r.Site.Doc(it).Title, Href: r.href(it.URL), Lang: foreign(it.Lang, lang)}
}

// boilerplate is what the item's publisher says of itself, where the item's type carries that.
func (r *renderer) boilerplate(it *site.Item) *Text {
	field := it.Type.Traits.Boilerplate
	if field == "" || it.Publisher == nil {
		return nil
	}
	v, ok := r.Site.Doc(it.Publisher).Field(field)
	if !ok {
		return nil
	}
	return r.bodyOf(it.Publisher, v.Body())
}

func (r *renderer) attachments(it *site.Item) []File {
	var list []File
	for _, a := range it.Attachments {
		list = append(list, r.file(a.URL, a.Title, a.Media, it.Lang))
	}
	return list
}

// file is a download for readers of a language. Without a title it is called by its name.
func (r *renderer) file(u model.URL, title string, media model.Media, lang locale.Lang) File {
	name := path.Base(string(u))
	if title == "" {
		title = name
	}
	return File{
		Title: title, Href: r.href(u), Name: name, Type: media.Label, Media: media.Type,
		Size: locale.FormatBytes(media.Size, lang), Pages: media.Pages, Lang: media.Lang,
	}
}

// image is a picture as it is shown for a use, with its addresses made by href.
func (r *renderer) image(p *site.Picture, use model.Use, href func(model.URL) string) *Image {
	if p == nil {
		return nil
	}
	img := &Image{Src: p.Src(use, href), Original: p.Original(href), Caption: p.File.Caption, Credit: p.File.Credit, Type: p.Type(use)}
	img.Width, img.Height = p.Size(use)
	img.Srcset, img.Sizes = p.Srcset(use, href)
	if p.File.Alt != nil {
		img.Alt = *p.File.Alt
	}
	return img
}

func (r *renderer) banner(it *site.Item, lang locale.Lang) Banner {
	return Banner{Card: r.card(it, lang), Text: r.bodyOf(it, r.Site.Body(it))}
}

// gone is what an expired item leaves.
func (r *renderer) gone(p *site.Page) *Gone {
	g := &Gone{Since: *r.moment(r.Site.Doc(p.Item).Expires.Moment, p.Lang)}
	if i := slices.IndexFunc(p.Crumbs, func(c site.Crumb) bool { return c.URL != r.root(p.Lang) }); i >= 0 {
		last := p.Crumbs[len(p.Crumbs)-1]
		g.Listing = &Link{Title: last.Title, Href: r.href(last.URL)}
	}
	return g
}
