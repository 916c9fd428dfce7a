package config

import (
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

const defaultPerPage = 20

// collections takes the collections, in the order of the file.
func (p *parser) collections(n *yaml.Node) {
	if !p.AnyMapping(n) {
		return
	}
	for _, pair := range n.Pairs {
		if !locale.ValidSlug(pair.Key) {
			d := diag.BadName.At(pair.KeyPlace, pair.Key)
			if mend := locale.Slug(pair.Key); mend != "" {
				d = d.With(diag.WriteSo, mend)
			} else {
				d = d.With(diag.SmallLetters)
			}
			p.Report(d)
			continue
		}
		if pair.Key == "data" || pair.Key == "static" { // folders of content/ with a meaning of their own
			p.Report(diag.ReservedName.At(pair.KeyPlace, pair.Key))
			continue
		}
		if c, ok := p.collection(pair); ok {
			p.c.Collections = append(p.c.Collections, c)
		}
	}
	p.sameURL()
}

func (p *parser) collection(pair yaml.Pair) (c Collection, ok bool) {
	n := pair.Value
	if !p.Mapping(n, "type", "title", "url", "permalink", "perPage", "extra", "html") {
		return c, false
	}
	p.Need(n, pair.KeyPlace, "type", "title")
	c = Collection{Name: pair.Key, PerPage: defaultPerPage, Place: pair.KeyPlace, TypePlace: pair.KeyPlace}
	c.Title = p.shown(n.Get("title"))
	if t := n.Get("type"); t != nil {
		c.TypePlace = t.Place
		c.Type, _ = p.Text(t)
	}
	if u := n.Get("url"); u != nil {
		c.URLPlace = u.Place
		c.URL = p.listingURLs(u)
	}
	if link := n.Get("permalink"); link != nil {
		c.LinkPlace = link.Place
		c.Permalink, _ = p.Permalink(link)
	}
	if size, ok := p.Int(n.Get("perPage"), 1, 1000); ok {
		c.PerPage = size
	}
	if word, ok := p.Choice(n.Get("extra"), "forbid", "allow"); ok {
		c.ExtraAllowed = word == "allow"
	}
	if word, ok := p.Choice(n.Get("html"), "forbid", "clean"); ok {
		c.CleanHTML = word == "clean"
	}
	return c, true
}

// listingURLs takes a listing's URL: a path for all languages, or one for each. Languages after the first are put under
// their prefix, unless the author has done so already. The result is nil after an error.
func (p *parser) listingURLs(n *yaml.Node) map[locale.Lang]model.URL {
	before := len(p.Diags)
	paths := map[locale.Lang]string{}
	switch n.Kind {
	case yaml.Scalar:
		paths[p.c.Languages[0]], _ = p.listingPath(n)
	case yaml.Mapping:
		for lang := range p.TextByLang(n, p.texts) {
			paths[lang], _ = p.listingPath(n.Get(string(lang)))
		}
	default:
		p.Text(n)
	}
	if len(paths) == 0 && len(p.Diags) == before {
		p.Report(diag.EmptyText.At(n.Place, n.Name).With(diag.FillIn))
	}
	if len(p.Diags) > before {
		return nil
	}
	return p.prefixed(n, paths)
}

// prefixed puts the paths under the prefixes of their languages. A language without a path of its own has that of the
// first language that has one.
func (p *parser) prefixed(n *yaml.Node, paths map[locale.Lang]string) map[locale.Lang]model.URL {
	for lang, path := range paths {
		bare, ok := p.bare(n, lang, path)
		if !ok {
			return nil
		}
		paths[lang] = bare
	}
	urls := map[locale.Lang]model.URL{}
	for _, lang := range p.c.Languages {
		path := model.Text(paths).In(lang, p.c.Languages...)
		urls[lang] = p.c.Prefix(lang) + model.URL(path[1:])
	}
	return urls
}

// bare takes a language's own prefix off a path. Another language's is an error, and so is a path that is nothing but
// a prefix: the language's front page stands there.
func (p *parser) bare(n *yaml.Node, lang locale.Lang, path string) (string, bool) {
	for _, other := range p.c.Languages[1:] {
		rest, has := strings.CutPrefix(path, string(p.c.Prefix(other)))
		switch {
		case has && other != lang:
			p.Report(diag.ForeignPrefix.At(n.Place, path, string(other)))
			return "", false
		case has && rest == "":
			p.Report(diag.BadListingURL.At(n.Place, path).With(diag.LikeListingURL))
			return "", false
		case has:
			return "/" + rest, true
		}
	}
	return path, true
}

// listingPath takes one path: "/pressmeddelanden/".
func (p *parser) listingPath(n *yaml.Node) (path string, ok bool) {
	var parts []string
	for part := range strings.SplitSeq(n.Text, "/") {
		if slug := locale.Slug(part); slug != "" {
			parts = append(parts, slug)
		}
	}
	mend := "/" + strings.Join(parts, "/") + "/"
	switch {
	case len(parts) == 0:
		p.Report(diag.BadListingURL.At(n.Place, n.Text).With(diag.LikeListingURL))
	case parts[0] == "assets":
		p.Report(diag.ReservedName.At(n.Place, n.Text))
	case n.Text != mend:
		p.Report(diag.BadListingURL.At(n.Place, n.Text).With(diag.WriteSo, mend))
	default:
		return n.Text, true
	}
	return "", false
}

// sameURL reports collections whose listings would stand on one URL.
func (p *parser) sameURL() {
	owner := map[model.URL]string{}
	for _, c := range p.c.Collections {
		var urls []model.URL
		for _, u := range c.URL {
			urls = append(urls, u)
		}
		slices.Sort(urls)
		for _, u := range urls {
			if other, taken := owner[u]; taken && other != c.Name {
				p.Report(diag.CollectionURLTwice.At(c.URLPlace, other, c.Name, string(u)))
				break
			}
			owner[u] = c.Name
		}
	}
}
