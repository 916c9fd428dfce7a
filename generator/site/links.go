package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// close finds out where the open references of one text lead, and reports those that lead nowhere. A reference that
// leads nowhere has the zero Target.
func (g *graph) close(it *Item, body *model.Body) {
	if body == nil || len(body.Refs) == 0 {
		return
	}
	targets := g.room(len(body.Refs))
	for i := range body.Refs {
		ref := &body.Refs[i]
		switch ref.Kind {
		case model.ImageRef:
			targets[i] = g.inText(it, body, i).target()
		case model.TermRef:
			targets[i] = g.explained(it, *ref).target()
		default:
			targets[i] = g.link(it, ref).target()
		}
	}
	it.closed = append(it.closed, closedText{body, targets})
}

// link resolves one link of an item's text.
func (g *graph) link(it *Item, ref *model.BodyRef) led {
	u, err := parseLink(ref.Target)
	switch {
	case err != nil:
		g.about(it, diag.BrokenLink.At(ref.Spot.In(it.doc.Path), ref.Target))
		return led{}
	case u.Scheme != "" || u.Host != "":
		return led{External: ref.Target}
	}
	to := g.linkInside(it, &u, ref)
	if to.URL != "" || u.Path == "" {
		to.Query = u.RawQuery
	}
	return to
}

// linkInside resolves a link to something of the site's, but for its query, which means nothing here: a script may read it.
func (g *graph) linkInside(it *Item, u *url.URL, ref *model.BodyRef) led {
	switch {
	case u.Path == "":
		return g.withAnchor(it, it, u.Fragment, led{}, ref)
	case strings.HasPrefix(u.Path, "/") && path.Ext(u.Path) != ".md":
		return g.siteLink(it, u, ref)
	}
	file := contentPath(it.doc, u.Path)
	if w, exact, ok := g.workAt(file); ok {
		return g.linkToWork(it, w, exact, u, ref)
	}
	if listing, ok := g.listingAt(it, file); ok {
		return led{URL: listing, More: More{Fragment: u.Fragment}}
	}
	if found, ok := g.fileOf(it, u.Path, ref.Spot.In(it.doc.Path)); ok {
		return led{URL: found.URL, More: More{Fragment: u.Fragment}}
	}
	return led{}
}

// contentPath is the path in the sources of what a text calls by a relative path, or by one from content/.
func contentPath(doc *document.Document, target string) string {
	if rest, ok := strings.CutPrefix(target, "/"); ok {
		return path.Join(document.ContentRoot, norm.NFC.String(rest))
	}
	return path.Join(path.Dir(doc.Path), norm.NFC.String(target))
}

// workAt finds the item whose file, or folder, has the path. exact is its version where the path names a language.
func (g *graph) workAt(file string) (w *work, exact *Item, ok bool) {
	if w, ok := g.paths[file]; ok {
		for _, it := range w.versions {
			if it.doc.Path == file && !it.doc.LangPlain {
				exact = it
			}
		}
		return w, exact, true
	}
	candidates := []string{file + ".md", file + "/index.md"}
	if stem, ok := strings.CutSuffix(file, ".md"); ok {
		for _, lang := range g.Config.Languages {
			candidates = append(candidates, stem+"."+string(lang)+".md")
		}
	}
	for _, candidate := range candidates {
		if w, ok := g.paths[candidate]; ok {
			return w, nil, true
		}
	}
	return nil, nil, false
}

// listingAt is the URL of the collection whose folder, or listing's text, has the path.
func (g *graph) listingAt(it *Item, file string) (model.URL, bool) {
	rest, ok := strings.CutPrefix(file, document.ContentRoot+"/")
	if !ok {
		return "", false
	}
	name, tail, _ := strings.Cut(rest, "/")
	if tail != "" && !(strings.HasPrefix(tail, "index.") && strings.HasSuffix(tail, ".md")) {
		return "", false
	}
	c := g.collection(name)
	if c == nil {
		return "", false
	}
	for _, lang := range g.languages(it.Lang) {
		if u, ok := c.URL[lang]; ok {
			return u, true
		}
	}
	return "", false
}

func (g *graph) linkToWork(it *Item, w *work, exact *Item, u *url.URL, ref *model.BodyRef) led {
	if fault, ok := g.unreachable(it.appears(), w, ref.Spot.In(it.doc.Path), ref.Target); ok && fault.Code != diag.HiddenReference {
		g.about(it, fault)
		return led{}
	}
	to := exact
	if to == nil || !to.Shown && !to.Gone {
		to = w.shown(it.Lang)
	}
	if to == nil {
		to = w.gone(it.Lang)
	}
	if to == nil { // it appears no later than the page with the link
		return led{}
	}
	if to.URL == "" {
		if !to.doc.Broken {
			g.about(it, diag.NoPage.At(ref.Spot.In(it.doc.Path), ref.Target))
		}
		return led{}
	}
	t := led{URL: to.URL}
	if to.Lang != it.Lang {
		t.Lang = to.Lang
	}
	if to.Gone {
		return t
	}
	return g.withAnchor(it, to, u.Fragment, t, ref)
}

// withAnchor adds a fragment to a link, and reports one that is not on the page.
func (g *graph) withAnchor(it, to *Item, fragment string, t led, ref *model.BodyRef) led {
	t.Fragment = fragment
	if fragment == "" || to.doc.Broken {
		return t
	}
	if _, found := slices.BinarySearch(to.doc.Body.Anchors, fragment); found {
		return t
	}
	found := diag.BrokenAnchor.At(ref.Spot.In(it.doc.Path), fragment, string(to.URL))
	if slug := locale.Anchor(fragment); slices.Contains(to.doc.Body.Anchors, slug) {
		found = found.With(diag.WriteSo, "#"+slug)
	} else if near, ok := diag.Nearest(fragment, to.doc.Body.Anchors); ok {
		found = found.With(diag.DidYouMean, "#"+near)
	}
	g.about(it, found)
	return t
}

// siteLink is a link by the address that a page has on the site. That it leads somewhere is checked when every
// address is known.
func (g *graph) siteLink(it *Item, u *url.URL, ref *model.BodyRef) led {
	to := model.URL(norm.NFC.String(u.Path))
	if g.isPage(to) && !strings.HasSuffix(u.Path, "/") && !slices.Contains(g.Static, document.ContentRoot+"/static"+string(to)) {
		to += "/"
	}
	if other := g.urls[to]; other != nil && other != it {
		if fault, ok := g.unreachable(it.appears(), other.work, ref.Spot.In(it.doc.Path), ref.Target); ok && fault.Code != diag.HiddenReference {
			g.about(it, fault)
			return led{}
		}
	}
	g.addressed = append(g.addressed, addressed{from: it, to: to, ref: ref})
	return led{URL: to, More: More{Fragment: u.Fragment}}
}

func (g *graph) isPage(u model.URL) bool { return path.Ext(string(u)) == "" }

// addressed is a link by address, which is checked at the end. A large site has a hundred thousand of them.
type addressed struct {
	from  *Item // nil for the menu
	to    model.URL
	ref   *model.BodyRef    // in the item's text; nil for the menu,
	entry *config.MenuEntry // which has it here
}

// place is where the link stands, and what is written there.
func (a addressed) place() (at diag.Place, target string) {
	if a.from == nil {
		return a.entry.Place, a.entry.Href
	}
	return a.ref.Spot.In(a.from.doc.Path), a.ref.Target
}

// checkAddressed reports the links by address that lead nowhere.
func (g *graph) checkAddressed(c *claims) {
	leads := make(map[model.URL]bool, len(g.urls)) // most lead where others do
	for _, a := range g.addressed {
		if leads[a.to] {
			continue
		}
		// What has an address of its own appears no later than the page with the link.
		if g.urls[a.to] != nil || c.holds(a.to.File()) {
			leads[a.to] = true
			continue
		}
		at, target := a.place()
		g.about(a.from, diag.BrokenLink.At(at, target))
	}
}
