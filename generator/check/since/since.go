// Package since holds a site against what was published before: no address disappears in silence, no text that readers have seen
// changes without a note, and no date of publication moves.
//
// What was before is another site of the same program, made of earlier sources at the same instant, so that only what the sources
// say differs. [Take] keeps what must be known of it, and lets go of the rest; [Compare] looks at the new one.
package since

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// Codes are what Compare tells.
func Codes() []diag.Code { return []diag.Code{diag.URLGone, diag.SilentChange, diag.MovedDate} }

// Before is what must be known of what was published.
type Before struct {
	pages []page
	files []file
	lists []model.URL // of listings
}

// page is an item's page as it was.
type page struct {
	url     model.URL
	aliases []model.URL
	path    string
	stem    string
	lang    locale.Lang
	date    model.Moment
	text    string
	changes []document.Change
}

// file is an attachment, or a file of content/static/, as it was.
type file struct {
	url    model.URL
	source string
	owner  model.URL // the page that offered it; "" for none
}

// Take keeps what must be known of a site, which it does not hold on to. The error is the machine's: a text could not be fetched.
func Take(s *site.Site) (*Before, error) {
	b := &Before{}
	for _, p := range s.Pages {
		switch {
		case p.Kind == site.ListingPage && p.Number == 0 && p.Listing.Year == 0:
			b.lists = append(b.lists, p.URL)
		case p.Kind == site.ItemPage && written(p.Item):
			taken, err := takePage(s, p)
			if err != nil {
				return nil, err
			}
			b.pages = append(b.pages, taken)
			for _, a := range p.Item.Attachments {
				b.files = append(b.files, file{a.URL, a.Media.Path, p.URL})
			}
		}
	}
	for _, f := range s.Files {
		if f.Static {
			b.files = append(b.files, file{url: f.URL, source: f.Source})
		}
	}
	return b, nil
}

func takePage(s *site.Site, p *site.Page) (taken page, err error) {
	doc := s.Doc(p.Item)
	taken = page{url: p.URL, path: doc.Path, stem: doc.Stem, lang: doc.Lang, date: doc.Date, changes: doc.Changes}
	for _, a := range doc.Aliases {
		taken.aliases = append(taken.aliases, a.URL)
	}
	if doc.Date.Set() { // of others nobody keeps count
		taken.text, err = textOf(doc)
	}
	return taken, err
}

// written tells whether an item is a file, rather than made by the program.
func written(it *site.Item) bool { return strings.HasPrefix(it.Path(), document.ContentRoot+"/") }

// textOf is all that an item says, a paragraph a line.
func textOf(doc *document.Document) (string, error) {
	parts := []string{doc.Title, doc.Summary}
	for _, f := range doc.Fields {
		more, err := fieldText(f.Value)
		if err != nil {
			return "", err
		}
		parts = append(parts, more...)
	}
	text, err := plainText(doc.Body)
	return strings.Join(append(parts, text), "\n"), err
}

func plainText(b *model.Body) (string, error) {
	if b.Empty() {
		return "", nil
	}
	whole, err := b.Whole()
	if err != nil {
		return "", fmt.Errorf("fetching a text: %w", err)
	}
	if whole.Plain == "" && whole.Words > 0 {
		return "", errors.New("a text was recalled without its words") // which would count as a change of all of them
	}
	return whole.Plain, nil
}

// fieldText are the words of a field; what it refers to has words of its own.
func fieldText(v model.Value) (parts []string, err error) {
	var inside []model.Value
	switch v.Kind {
	case model.KindMarkdown:
		text, err := plainText(v.Body())
		return []string{text}, err
	case model.KindList:
		inside = v.List
	case model.KindMap, model.KindAny:
		for _, e := range v.Map {
			inside = append(inside, e.Value)
		}
		inside = append(inside, v.List...)
	case model.KindDate, model.KindInstant:
		return []string{v.Moment().Datetime()}, nil
	case model.KindReference, model.KindImage, model.KindFile, model.KindBoolean:
		return nil, nil
	}
	for _, e := range inside {
		more, err := fieldText(e)
		if err != nil {
			return nil, err
		}
		parts = append(parts, more...)
	}
	if v.Text != "" {
		parts = append(parts, v.Text)
	}
	return parts, nil
}

// After is what is to be published.
type After struct {
	Site      *site.Site
	Documents []*document.Document
	Read      func(path string) ([]byte, error) // reads a content file
}

// Compare tells what must not be. Findings are in the order of their places. The error is the machine's.
func Compare(b *Before, a After) ([]diag.Diagnostic, error) {
	c := &comparison{After: a, urls: map[model.URL]*site.Page{}, paths: map[string]*document.Document{}, files: map[model.URL]bool{}}
	for _, p := range a.Site.Pages {
		c.urls[p.URL] = p
	}
	for _, f := range a.Site.Files {
		c.files[f.URL] = true
	}
	for _, doc := range a.Documents {
		c.paths[doc.Path] = doc
	}
	for _, p := range b.pages {
		if err := c.page(p); err != nil {
			return nil, err
		}
	}
	for _, u := range b.lists {
		if _, there := c.urls[u]; !there {
			c.report(diag.URLGone.At(diag.Whole("config.yaml"), string(u)))
		}
	}
	for _, f := range b.files {
		c.file(f)
	}
	return diag.Sort(c.found), nil
}

// comparison gathers what is found.
type comparison struct {
	After
	urls  map[model.URL]*site.Page
	paths map[string]*document.Document
	files map[model.URL]bool
	found []diag.Diagnostic
}

func (c *comparison) report(d diag.Diagnostic) { c.found = append(c.found, d) }

// page looks at what has become of a page.
func (c *comparison) page(p page) error {
	now, there := c.urls[p.url]
	doc := c.document(p, now)
	moved := doc != nil && c.date(p, doc)
	if !there && !moved {
		c.gone(p, doc)
	}
	if there && now.Kind == site.GonePage {
		return nil // which says so
	}
	if there && doc != nil {
		c.aliases(p, doc)
		return c.text(p, doc)
	}
	return nil
}

// document is what a page is written in now: what stands at its address, or the file that it was written in.
func (c *comparison) document(p page, now *site.Page) *document.Document {
	if now != nil && now.Kind == site.ItemPage && written(now.Item) {
		return c.Site.Doc(now.Item)
	}
	if doc := c.paths[p.path]; doc != nil {
		return doc
	}
	for _, doc := range c.Documents { // NAME.md has become NAME/index.md, say
		if doc.Stem == p.stem && doc.Lang == p.lang {
			return doc
		}
	}
	return nil
}

// date tells of a date of publication that has moved.
func (c *comparison) date(p page, doc *document.Document) bool {
	if !p.date.Set() || doc.Broken || doc.Date.Time.Equal(p.date.Time) {
		return false
	}
	place, now := doc.Date.Place, "–"
	if place.File == "" {
		place = diag.Whole(doc.Path)
	}
	if doc.Date.Set() {
		now = doc.Date.Datetime()
	}
	c.report(diag.MovedDate.At(place, p.date.Datetime(), now))
	return true
}

// gone tells of an address that has disappeared: at the file that should still answer for it, else at the one that is no more.
func (c *comparison) gone(p page, doc *document.Document) {
	place := diag.Whole(p.path)
	if doc != nil {
		place = diag.Whole(doc.Path)
		if doc.Slug != "" {
			place = doc.SlugPlace
		}
	}
	found := diag.URLGone.At(place, string(p.url))
	if doc != nil && !doc.Draft && !doc.Broken {
		found = found.With(diag.AddKey, "aliases: "+string(p.url))
	}
	c.report(found)
}

// aliases tells of earlier addresses that no longer lead anywhere.
func (c *comparison) aliases(p page, doc *document.Document) {
	for _, u := range p.aliases {
		if _, there := c.urls[u]; !there {
			c.report(diag.URLGone.At(diag.Whole(doc.Path), string(u)).With(diag.AddKey, "aliases: "+string(u)))
		}
	}
}

// file tells of a file that has disappeared, while the page that offered it still is there with its text.
func (c *comparison) file(f file) {
	if c.files[f.url] {
		return
	}
	if _, there := c.urls[f.url]; there { // an alias
		return
	}
	place := diag.Whole(f.source)
	if f.owner != "" {
		page := c.urls[f.owner]
		if page == nil || page.Kind != site.ItemPage || page.Item.Withdrawn != nil {
			return
		}
		place = diag.Whole(page.Item.Path())
	}
	c.report(diag.URLGone.At(place, string(f.url)).With(diag.AddKey, "aliases: "+string(f.url)))
}

// text tells of words that have changed without a note.
func (c *comparison) text(p page, doc *document.Document) error {
	if !p.date.Set() || doc.Broken || noted(p.changes, doc.Changes) {
		return nil
	}
	text, err := textOf(doc)
	if err != nil || text == p.text {
		return err
	}
	if changes := Differences(p.text, text); len(changes) > 0 {
		c.report(diag.SilentChange.At(c.locate(doc, changes), told(changes)))
	}
	return nil
}

// noted tells whether there is a change that readers have not been told of before.
func noted(before, now []document.Change) bool {
	return slices.ContainsFunc(now, func(c document.Change) bool {
		return !slices.ContainsFunc(before, func(b document.Change) bool { return b.Note == c.Note && b.Date.Time.Equal(c.Date.Time) })
	})
}
