package page

import (
	"fmt"
	"strings"

	"growthportal/generator/model"
	"growthportal/generator/site"
)

// head closes what is said about a page as such.
func (r *renderedPage) head(p *site.Page) Page {
	page := Page{
		Lang: string(p.Lang), Layout: p.Layout, Title: r.pageTitle(p), Description: r.description(p),
		NoIndex: p.Kind == site.GonePage || p.Kind == site.MissingPage,
	}
	page.FullTitle = fullTitle(page.Title, r.title(p.Lang))
	if p.Kind == site.ItemPage || p.Kind == site.ListingPage {
		page.Canonical = r.absolute(p.URL)
	}
	for _, v := range p.Versions {
		page.Alternates = append(page.Alternates, Alternate{Lang: string(v.Lang), URL: r.absolute(v.URL)})
	}
	for _, w := range p.Ways {
		page.Languages = append(page.Languages, Language{Lang: string(w.Lang), Name: w.Lang.Autonym(), Href: r.href(w.URL), Exact: w.Exact})
	}
	for _, c := range p.Crumbs {
		page.Crumbs = append(page.Crumbs, Link{Title: c.Title, Href: r.href(c.URL)})
	}
	for _, f := range r.Site.Feeds {
		if p.Number == 0 && f.Page == p.URL && f.Page != r.root(p.Lang) {
			page.Feeds = r.feedLinks(f)
		}
	}
	if l := p.Listing; l != nil && l.Calendar != "" && p.Number == 0 {
		page.Feeds = append(page.Feeds, Link{Title: l.Title, Href: r.href(l.Calendar), Kind: "text/calendar"})
	}
	if p.Kind == site.ItemPage {
		page.Preview = preview(p.Item)
		if p.Item.State == site.Scheduled {
			page.Appears = r.moment(r.Site.Doc(p.Item).Date.Moment, p.Lang)
		}
		page.NoIndex = page.Preview != ""
	}
	page.Graph = r.openGraph(p)
	return page
}

func fullTitle(title, siteTitle string) string {
	if title == "" || title == siteTitle {
		return siteTitle
	}
	return title + " – " + siteTitle
}

func (r *renderer) pageTitle(p *site.Page) string {
	switch p.Kind {
	case site.GonePage:
		return r.text(p.Lang, "goneTitle")
	case site.MissingPage:
		return r.text(p.Lang, "notFoundTitle")
	case site.ListingPage:
		return r.listingTitle(p)
	}
	return r.Site.Doc(p.Item).Title
}

// listingTitle tells the pages of one listing apart.
func (r *renderer) listingTitle(p *site.Page) string {
	title := p.Listing.Title
	if p.Listing.Year != 0 {
		title = fmt.Sprintf("%s %d", title, p.Listing.Year)
	}
	if p.Number != 0 {
		title = fmt.Sprintf("%s, %s %d", title, r.text(p.Lang, "page"), p.Number)
	}
	return title
}

// description is the item's summary, else the beginning of its text. What has come down says nothing.
func (r *renderedPage) description(p *site.Page) string {
	if p.Item == nil || p.Number != 0 || p.Kind != site.ItemPage && p.Kind != site.ListingPage || p.Listing != nil && p.Listing.Year != 0 {
		return ""
	}
	if r.Site.Doc(p.Item).Summary != "" {
		return r.Site.Doc(p.Item).Summary
	}
	return excerpt(r.Site.Body(p.Item).Opening)
}

// descriptionLength is how many characters search engines show of a description.
const descriptionLength = 160

// excerpt is the first paragraph of a text, cut between words.
func excerpt(plain string) string {
	text, _, _ := strings.Cut(strings.TrimSpace(plain), "\n")
	letters := []rune(text)
	if len(letters) <= descriptionLength {
		return text
	}
	cut := string(letters[:descriptionLength])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–") + " …"
}

// feedTypes are the media types of feeds, by file.
var feedTypes = map[string]string{
	"atom.xml": "application/atom+xml", "rss.xml": "application/rss+xml", "feed.json": "application/feed+json",
}

func (r *renderer) feedLinks(f *site.Feed) []Link {
	var list []Link
	for _, name := range f.Formats() {
		list = append(list, Link{Title: f.Title, Href: r.href(f.Folder + model.URL(name)), Kind: feedTypes[name]})
	}
	return list
}

// openGraph is what https://ogp.me/ asks for.
func (r *renderer) openGraph(p *site.Page) OpenGraph {
	g := OpenGraph{Type: "website", Locale: p.Lang.OGLocale(), Image: r.shared(p)}
	for _, v := range p.Versions {
		if v.Lang != p.Lang {
			g.Others = append(g.Others, v.Lang.OGLocale())
		}
	}
	if p.Kind != site.ItemPage {
		return g
	}
	if it := p.Item; it.Collection != nil && r.Site.Doc(it).Date.Set() {
		g.Type = "article"
		g.Published, g.Modified = rfc3339(r.Site.Doc(it).Date.Moment), rfc3339(it.Updated)
		g.Section = it.Collection.Title.In(p.Lang, r.Site.Config.Languages...)
		for _, topic := range it.Topics {
			g.Tags = append(g.Tags, r.Site.Doc(topic).Title)
		}
	}
	return g
}

// menu is the menu with marks for the page itself and for what it stands below.
func (r *renderer) menu(p *site.Page) []Link {
	var list []Link
	for _, e := range r.Site.Menu[p.Lang] {
		link := Link{Title: e.Title, Href: e.Href, External: e.Href != ""}
		if e.Href == "" {
			link.Href = r.href(e.URL)
			link.Current = e.URL == p.URL
			link.Inside = !link.Current && e.URL != r.root(p.Lang) && strings.HasPrefix(string(p.URL), string(e.URL))
		}
		link.Lang = foreign(e.Lang, p.Lang)
		list = append(list, link)
	}
	return list
}

// missing is 404.html in each language.
func (r *renderer) missing() []Elsewhere {
	var list []Elsewhere
	for _, lang := range r.Site.Config.Languages {
		e := Elsewhere{Lang: string(lang), Text: r.Theme.Texts[lang], Home: r.href(r.root(lang))}
		e.Menu = r.menu(&site.Page{Lang: lang, URL: "/404.html"})
		list = append(list, e)
	}
	return list
}
