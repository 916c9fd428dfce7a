// Package page makes the HTML pages: it puts what a page may show into a View, and has the theme's layout write it.
//
// # For theme authors
//
// A layout is executed with a View. Its doc comments are the manual of what there is.
package page

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/policy"
	"growthportal/generator/read/theme"
	"growthportal/generator/site"
)

// maker names this package and its version in the keys of recipes.
const maker = "page/2"

// Input is what the pages follow from.
type Input struct {
	Context context.Context // ends the making of pages
	Site    *site.Site
	Theme   *theme.Theme
	Now     time.Time // the instant for which the site is made; events are past or coming by it
	Program string    // the program's name and version, for the generator element
}

// Recipes lists a recipe for each page of the site, in the order of the site's pages. A page's view is made when its recipe is
// asked for, and held by nobody else: those of 10,000 pages are 100 MB.
func Recipes(in Input) []output.Recipe {
	r := newRenderer(in)
	list := make([]output.Recipe, len(in.Site.Pages))
	for i, p := range in.Site.Pages {
		list[i] = output.Recipe{Path: output.Path(p.URL.File()), Maker: maker, Claim: claimOf(p), Later: func() output.Recipe {
			return r.of(p).recipe()
		}}
	}
	return list
}

func newRenderer(in Input) *renderer {
	r := &renderer{Input: in, hrefs: map[string]string{}}
	for name, path := range in.Theme.Hrefs() {
		r.hrefs[name] = r.href(model.URL("/" + string(path)))
	}
	return r
}

// renderer makes views. It remembers what several pages share, and is safe for concurrent use.
type renderer struct {
	Input
	cards         sync.Map          // cardKey -> lentCard
	held          atomic.Int64      // how many cards there have been for the first time
	sites         sync.Map          // locale.Lang -> *Site
	organizations sync.Map          // cardKey -> *organization
	buffers       sync.Pool         // *[]byte, for what is written before it is a text
	hrefs         map[string]string // of the theme's assets, by name
}

// renderedPage makes the view of one page. It has the site for itself, which notes whose texts the page shows; what the renderer works
// out, several pages may share, and no text that it asks for is taken for that of one of them.
type renderedPage struct {
	*renderer
	Site *site.Site
	page *site.Page
}

func (r *renderer) of(p *site.Page) *renderedPage { return &renderedPage{r, r.Site.Noting(), p} }

func (r *renderedPage) recipe() output.Recipe {
	p := r.page
	layout, ok := r.Theme.Layout(p.Layout)
	if !ok {
		panic(fmt.Sprintf("page: the theme has no layout %q, which it must", p.Layout))
	}
	view := r.view()
	return output.Recipe{
		Path:   output.Path(p.URL.File()),
		Maker:  maker,
		Inputs: output.DigestOf(layout.Digest, view),
		Claim:  claimOf(p),
		Texts:  r.Site.Texts(),
		Make: func(w io.Writer) error {
			if err := layout.Execute(r.Context, w, view); err != nil {
				return fmt.Errorf("making %s: %w", p.URL, theme.OnPage(err, claimOf(p)))
			}
			return nil
		},
	}
}

// claimOf is who claims a page's path: the item's file, else the page itself.
func claimOf(p *site.Page) string {
	if p.Item != nil {
		return p.Item.Path()
	}
	return string(p.URL)
}

// href is a URL of the site for an attribute.
func (r *renderer) href(u model.URL) string {
	if u == "" {
		return ""
	}
	return r.Site.Config.URL.Href(u)
}

func (r *renderer) absolute(u model.URL) string {
	if u == "" {
		return ""
	}
	return r.Site.Config.URL.Absolute(u)
}

// text is a text of the interface; the theme's loader has seen to it that every language has it.
func (r *renderer) text(lang locale.Lang, key string) string { return r.Theme.Texts[lang][key] }

// view closes what one page may show.
func (r *renderedPage) view() *View {
	p := r.page
	v := &View{
		Site: *r.siteOf(p.Lang), Text: r.Theme.Texts[p.Lang], Asset: r.hrefs, List: map[string]List{},
	}
	v.Site.Menu = r.menu(p)
	v.Page = r.head(p)
	for name, list := range r.Site.Lists[p.Lang][p.Layout] {
		v.List[name] = r.list(list, p.Lang)
	}
	switch p.Kind {
	case site.ItemPage:
		v.Item = r.item(p.Item)
		v.Page.JSONLD = r.structured(p, v)
		r.own(p, v)
		if p.Listing != nil {
			v.Listing = r.listing(p)
		}
	case site.ListingPage:
		v.Listing = r.listing(p)
		v.Page.JSONLD = r.structured(p, v)
	case site.GonePage:
		v.Gone = r.gone(p)
	case site.AliasPage:
		v.Target = r.absolute(p.Item.URL)
		v.Page.Canonical = v.Target
	case site.MissingPage:
		v.NotFound = r.missing()
	}
	return v
}

// siteOf is what all pages in one language share, but for the menu's marks.
func (r *renderer) siteOf(lang locale.Lang) *Site {
	if s, ok := r.sites.Load(lang); ok {
		return s.(*Site)
	}
	s := &Site{Title: r.title(lang), Home: r.href(r.root(lang)), Every: map[string]List{}, Generator: r.Program, Policy: policy.Meta(r.Site.Config)}
	for _, it := range r.Site.Banners[lang] {
		s.Banners = append(s.Banners, r.banner(it, lang))
	}
	s.Glossary = r.ownLink(model.GlossaryPage, lang)
	s.Corrections = r.ownLink(model.CorrectionsPage, lang)
	s.Logo = r.image(r.Site.Logo, model.TextUse, r.href)
	s.DarkLogo = r.image(r.Site.DarkLogo, model.TextUse, r.href)
	if r.Site.Publisher != nil {
		s.Publisher = r.card(r.Site.Publisher.In(lang), lang)
	}
	for _, f := range r.Site.Feeds {
		if f.Lang == lang && f.Page == r.root(lang) {
			s.Feeds = r.feedLinks(f)
		}
	}
	for name, list := range r.Site.Lists[lang]["every"] {
		s.Every[name] = r.list(list, lang)
	}
	s.shared = plainSite(*s).digest()
	r.sites.Store(lang, s)
	return s
}

// plainSite is what pages share of a Site, without its way to a digest.
type plainSite Site

func (s plainSite) digest() output.Digest {
	s.Menu, s.shared = nil, output.Digest{}
	return output.DigestOf(s)
}

// Digest is worked out once for what all pages share.
func (s Site) Digest() output.Digest {
	if s.shared == (output.Digest{}) {
		s.shared = plainSite(s).digest()
	}
	return output.DigestOf(s.shared, s.Menu)
}

func (r *renderer) title(lang locale.Lang) string {
	return r.Site.Config.Title.In(lang, r.Site.Config.Languages...)
}

// root is the front page of a language.
func (r *renderer) root(lang locale.Lang) model.URL { return r.Site.Root(lang) }

func (r *renderer) list(list site.List, lang locale.Lang) List {
	l := List{Items: r.cardsOf(list.Items, lang), Page: r.card(list.Page, lang)}
	if list.More != nil && len(list.More.Items) > len(list.Items) {
		l.More = &Link{Title: list.More.Title, Href: r.href(list.More.URL)}
	}
	return l
}
