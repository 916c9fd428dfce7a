package site

import (
	"path"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// placeItems decides the URL of every item.
func (g *graph) placeItems() {
	for _, it := range g.items {
		switch {
		case it.doc.Listing:
			if c := g.collection(it.doc.Collection); c != nil {
				it.URL = c.URL[it.Lang]
			}
		case it.Collection == nil:
			it.URL = g.pageURL(it)
		case len(it.Collection.URL) > 0:
			it.URL = g.itemURL(it)
		}
		if it.URL != "" && !it.doc.Listing {
			g.claimItem(it)
		}
	}
}

// root is where a language's front page stands.
func (g *graph) root(lang locale.Lang) model.URL { return g.Config.Prefix(lang) }

// pageURL is the URL of a plain page: its path below content/, each part folded.
func (g *graph) pageURL(it *Item) model.URL {
	u := string(g.root(it.Lang))
	if it.doc.Name == "" {
		return model.URL(u)
	}
	parts := strings.Split(it.doc.Name, "/")
	for i, part := range parts {
		slug := locale.Slug(part)
		if i == len(parts)-1 && it.doc.Slug != "" {
			slug = it.doc.Slug
		}
		if slug == "" {
			g.about(it, diag.NoSlug.At(diag.Whole(it.doc.Path), part).With(diag.AddKey, "slug: ..."))
			return ""
		}
		u += slug + "/"
	}
	return model.URL(u)
}

// itemURL is the URL of an item of a collection: the listing's, then the permalink filled in.
func (g *graph) itemURL(it *Item) model.URL {
	pattern := it.Collection.Permalink
	if pattern == "" {
		pattern = it.Type.Permalink
	}
	words, ok := g.permalinkWords(it, pattern)
	if !ok {
		return ""
	}
	return it.Collection.URL[it.Lang] + model.URL(strings.TrimPrefix(fillIn(pattern, words), "/"))
}

// fillIn puts values, in which no token can stand, in the place of tokens.
func fillIn(pattern string, words []string) string {
	for i := 0; i < len(words); i += 2 {
		pattern = strings.ReplaceAll(pattern, words[i], words[i+1])
	}
	return pattern
}

// permalinkWords are the pairs of token and value for a permalink. What it needs and the item lacks is reported.
func (g *graph) permalinkWords(it *Item, pattern string) ([]string, bool) {
	var words []string
	doc := it.doc
	if strings.Contains(pattern, ":slug") {
		slug := doc.Slug
		if slug == "" {
			slug = locale.Slug(path.Base(doc.Name))
		}
		if slug == "" {
			g.about(it, diag.NoSlug.At(diag.Whole(doc.Path), doc.Name).With(diag.AddKey, "slug: ..."))
			return nil, false
		}
		words = append(words, ":slug", slug)
	}
	if strings.Contains(pattern, ":period") {
		if it.Type.Traits.Series == "" {
			return nil, false // which config.yaml has been told of
		}
		period, ok := it.Period()
		if !ok {
			return nil, g.lacks(it, it.Type.Traits.Series)
		}
		words = append(words, ":period", strings.ToLower(period.String()))
	}
	if strings.Contains(pattern, ":year") || strings.Contains(pattern, ":month") || strings.Contains(pattern, ":day") {
		if !doc.Date.Set() {
			return nil, g.lacks(it, "date")
		}
		year, month, day := doc.Date.Time.In(g.Config.Location).Date()
		words = append(words, ":year", digits(year, 4), ":month", digits(int(month), 2), ":day", digits(day, 2))
	}
	return words, true
}

// digits writes a number with at least so many digits.
func digits(n, width int) string {
	text := strconv.Itoa(n)
	return strings.Repeat("0", max(width-len(text), 0)) + text
}

// lacks reports that an item has no value for what its URL is made of. One that was written and is wrong, or that the
// type requires anyway, has been reported already.
func (g *graph) lacks(it *Item, name string) bool {
	if !it.doc.Broken {
		g.about(it, diag.MissingKey.At(diag.Whole(it.doc.Path), name).With(diag.AddKey, name+": ..."))
	}
	return false
}

// claimItem notes which item stands at a URL. What is or will be published comes before drafts, which must stop
// nobody.
func (g *graph) claimItem(it *Item) {
	other, taken := g.urls[it.URL]
	if !taken || other.State == Draft && it.State != Draft {
		g.urls[it.URL] = it
	}
	if !taken {
		return
	}
	loser, winner := it, other
	if g.urls[it.URL] == it {
		loser, winner = other, it
	}
	if loser.standsInFor(winner) {
		g.urls[it.URL], loser, winner = loser, winner, loser
	}
	loser.Shown, loser.Gone = false, false
	if !winner.standsInFor(loser) && !samePeriod(loser, winner) { // else that is said of the period
		g.about(loser, diag.URLCollision.At(loser.place(), string(it.URL), winner.doc.Path))
	}
}

// standsInFor tells whether an item is a topic that only its name is known of, and the other the page that this topic will have, or
// had: nothing is wrong with either, and what is shown is the one that is published.
func (it *Item) standsInFor(other *Item) bool {
	return !strings.HasPrefix(it.doc.Path, document.ContentRoot+"/") && it.doc.Collection == other.doc.Collection &&
		it.doc.Name == locale.Slug(path.Base(other.doc.Name)) && other.State != Published
}

// place is where the last part of the item's URL is written: its slug, else the name of its file.
func (it *Item) place() diag.Place {
	if it.doc.Slug != "" {
		return it.doc.SlugPlace
	}
	return diag.Whole(it.doc.Path)
}
