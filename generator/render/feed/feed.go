// Package feed makes the feeds: Atom for everything that has one, RSS and JSON Feed for the site and its collections.
package feed

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"sync"
	"time"

	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// maker names this package and its version in the keys of recipes.
const maker = "feed/3"

// Recipes lists a recipe for each file of each feed. program is the program's name and version.
func Recipes(s *site.Site, program string) []output.Recipe {
	var list []output.Recipe
	for _, f := range s.Feeds {
		noting := s.Noting()
		once := sync.OnceValue(func() *feedView { return view(noting, f, program) })
		for _, name := range f.Formats() {
			path, claim := output.Path((f.Folder + model.URL(name)).File()), "feed "+f.Title
			list = append(list, output.Recipe{Path: path, Maker: maker, Claim: claim, Later: func() output.Recipe {
				v := once()
				return output.Recipe{Path: path, Maker: maker, Inputs: output.DigestOf(name, v), Claim: claim, Texts: noting.Texts(), Make: func(w io.Writer) error {
					return writers[name](w, v, v.Base+name)
				}}
			}})
		}
	}
	return list
}

// writers write a feed in one format; self is the file's own absolute URL.
var writers = map[string]func(w io.Writer, v *feedView, self string) error{
	"atom.xml": writeAtom, "rss.xml": writeRSS, "feed.json": writeJSON,
}

// feedView is what a feed says.
type feedView struct {
	Title   string
	Lang    string
	Page    string // absolute URL of the page that shows the same
	Base    string // absolute URL of the folder that the feed stands in
	Author  string
	Program string
	Entries []entry
}

// entry is one item in a feed.
type entry struct {
	ID                  string // "" for the URL
	Title, URL, Summary string
	Published, Updated  time.Time
	Author              string
	Topics              []string
	Files               []file
	Image               string
	Content             *content
}

type file struct {
	URL, Type, Title string
	Size             int64
}

// content is an item's whole text with absolute URLs. It is made when a feed is written.
type content struct {
	site   *site.Site
	item   *site.Item
	href   func(model.URL) string
	notice string
	whole  string // instead of an item's text
	digest output.Digest
}

// Digest implements output.Digester.
func (c *content) Digest() output.Digest { return c.digest }

// HTML is the text as HTML. The error is that of fetching the text.
func (c *content) HTML() (string, error) {
	if c.item == nil {
		return c.whole, nil
	}
	var b bytes.Buffer
	if c.notice != "" {
		fmt.Fprintf(&b, "<p><strong>%s</strong></p>\n", html.EscapeString(c.notice))
	}
	if c.site.Doc(c.item).Summary != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(c.site.Doc(c.item).Summary))
	}
	err := c.site.WriteHTML(&b, c.item, c.site.Body(c.item), c.href)
	return b.String(), err
}

func view(s *site.Site, f *site.Feed, program string) *feedView {
	absolute := s.Config.URL.Absolute
	title := s.Config.Title.In(f.Lang, s.Config.Languages...)
	v := &feedView{Title: f.Title, Lang: f.Lang.Tag(), Page: absolute(f.Page), Base: absolute(f.Folder), Author: title, Program: program}
	if f.Title != title {
		v.Title = f.Title + " – " + title
	}
	for i, c := range f.Corrections {
		v.Entries = append(v.Entries, correctionOf(s, f.Corrections[:i], c, title))
	}
	for _, it := range f.Items {
		v.Entries = append(v.Entries, entryOf(s, it, title, absolute))
	}
	return v
}

func entryOf(s *site.Site, it *site.Item, siteTitle string, absolute func(model.URL) string) entry {
	e := entry{
		Title: s.Doc(it).Title, URL: absolute(it.URL), Summary: s.Doc(it).Summary, Published: s.Doc(it).Date.Time, Updated: s.Doc(it).Date.Time,
		Author: siteTitle, Content: &content{site: s, item: it, href: absolute, notice: it.Notice()},
	}
	if !it.Updated.IsZero() {
		e.Updated = it.Updated.Time
	}
	if it.Publisher != nil {
		e.Author = s.Doc(it.Publisher).Title
	}
	for _, t := range it.Topics {
		e.Topics = append(e.Topics, s.Doc(t).Title)
	}
	for _, a := range it.Attachments {
		e.Files = append(e.Files, file{URL: absolute(a.URL), Type: a.Media.Type, Title: a.Title, Size: a.Media.Size})
	}
	if it.Shared != nil {
		e.Image = it.Shared.Src(model.ShareUse, absolute)
	}
	body := s.Body(it)
	e.Content.digest = output.DigestOf(body.Digest, s.Targets(it, body), s.Doc(it).Summary, e.Content.notice, absolute("/"))
	return e
}

// updated is when anything in the feed last changed. A feed without entries has not changed since the epoch: it must
// say something, and may not ask the clock.
func (v *feedView) updated() time.Time {
	latest := time.Unix(0, 0).UTC()
	for _, e := range v.Entries {
		if e.Updated.After(latest) {
			latest = e.Updated
		}
	}
	return latest
}
