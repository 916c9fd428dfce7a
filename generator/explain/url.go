package explain

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

func itoa(n int) string { return strconv.Itoa(n) }

// sitePath makes a URL of the site's of what was asked. host is another site's.
func (w *World) sitePath(asked string) (u model.URL, host string) {
	text := asked
	if parsed, err := url.Parse(asked); err == nil {
		if parsed.Host != "" && !strings.EqualFold(parsed.Host, w.Config.URL.Host) && !isLocal(parsed.Hostname()) {
			return "", parsed.Host
		}
		text = parsed.Path
	}
	if base := w.Config.URL.Path; base != "" && (text == base || strings.HasPrefix(text, base+"/")) {
		text = strings.TrimPrefix(text, base)
	}
	text = strings.TrimSuffix(path.Clean("/"+text), "/")
	text = strings.TrimSuffix(text, "/index.html")
	if path.Ext(text) == "" {
		text += "/"
	}
	return model.URL(text), ""
}

// isLocal tells whether a host is where "serve" shows the site.
func isLocal(host string) bool { return host == "localhost" || host == "127.0.0.1" || host == "::1" }

// page explains a page that is published.
func (w *World) page(u model.URL) (Answer, bool) {
	for _, p := range w.Shown.Pages {
		if p.URL == u {
			return w.ofPage(p), true
		}
	}
	return Answer{}, false
}

// ofPage explains one page.
func (w *World) ofPage(p *site.Page) Answer {
	a := Answer{URL: p.URL, Lang: p.Lang, Template: "layouts/" + p.Layout + ".html", Shown: true}
	switch p.Kind {
	case site.ItemPage:
		a.Kind = Item
		if p.Item.Path() == "" || !w.isFile(p.Item) {
			a.Kind = Front
			a.Title, a.Type = w.Shown.Doc(p.Item).Title, p.Item.Type
			if p.Listing != nil {
				a.Kind, a.Lists = Listing, p.Listing.Newest()
			}
			break
		}
		w.describe(&a, p.Item)
		w.reasons(&a, p.Item)
		if p.Listing != nil {
			a.Lists = p.Listing.Newest()
		}
	case site.ListingPage:
		a.Kind, a.Title = Listing, p.Listing.Title
		a.Lists = p.Listing.Newest()
		if p.Number > 0 {
			a.Lists = p.Listing.Page(p.Number)
		}
		if p.Item != nil {
			a.File, a.Type = p.Item.Path(), p.Item.Type
		} else if p.Listing.Owner != nil {
			a.Kind, a.File = Topic, p.Listing.Owner.Path()
		}
		w.nextIn(&a, p.Listing)
	case site.GonePage:
		a.Kind, a.Shown = Gone, false
		w.describe(&a, p.Item)
		w.reasons(&a, p.Item)
	case site.AliasPage:
		a.Kind = Alias
		w.describe(&a, p.Item)
		a.URL = p.URL
		a.because(LeadsTo, string(p.Item.URL))
	case site.MissingPage:
		a.Kind = Generated
	}
	if a.Template == "layouts/home.html" || a.Kind == Front {
		for _, name := range sortedKeys(w.Shown.Lists[p.Lang][p.Layout]) {
			a.Lists = append(a.Lists, w.Shown.Lists[p.Lang][p.Layout][name].Items...)
		}
	}
	return a
}

// feed explains a feed's file.
func (w *World) feed(u model.URL) (Answer, bool) {
	for _, f := range w.Shown.Feeds {
		if model.URL(path.Dir(string(u))+"/") == f.Folder || path.Dir(string(u)) == string(f.Folder) {
			if slices.Contains(f.Formats(), path.Base(string(u))) {
				a := Answer{Kind: Feed, URL: u, Title: f.Title, Lang: f.Lang, Shown: true, Lists: f.Items}
				w.nextWhere(&a, func(it *site.Item) bool {
					return it.Lang == f.Lang && it.Type.Traits.Feed && (f.Folder == w.Shown.Root(f.Lang) || within(it, f.Folder)) ||
						slices.Contains(f.Items, it)
				})
				return a, true
			}
		}
	}
	return Answer{}, false
}

// within tells whether an item's collection is listed at the URL.
func within(it *site.Item, folder model.URL) bool {
	return it.Collection != nil && it.Collection.URL[it.Lang] == folder
}

// file explains an attachment, a picture or a static file.
func (w *World) file(u model.URL) (Answer, bool) {
	for _, f := range w.Shown.Files {
		if f.URL == u {
			return w.ofFile(f), true
		}
	}
	for _, f := range w.All.Files {
		if f.URL == u {
			a := w.ofFile(f)
			a.Shown, a.Reasons = false, nil
			a.because(ReferredDark)
			return a, true
		}
	}
	return Answer{}, false
}

func (w *World) ofFile(f site.File) Answer {
	a := Answer{Kind: Attachment, URL: f.URL, File: f.Source, Shown: true}
	if f.Static {
		a.Kind = Static
		a.because(AsIs)
	} else {
		a.because(Referred)
	}
	return a
}

// asset explains a file of the theme's that is published.
func (w *World) asset(u model.URL) (Answer, bool) {
	for name, p := range w.Assets {
		if string(p) == u.File() {
			a := Answer{Kind: Asset, URL: u, Title: name, Shown: true}
			a.because(Used, w.Config.Theme)
			return a, true
		}
	}
	return Answer{}, false
}

// generated explains a file that the program makes by itself.
func (w *World) generated(u model.URL) (Answer, bool) {
	file := u.File()
	if slices.Contains(site.Generated(), file) || strings.HasPrefix(file, "sitemap") || file == ".well-known/security.txt" {
		return Answer{Kind: Generated, URL: u, Title: file, Shown: true}, true
	}
	return Answer{}, false
}

// darkPage explains a page that there would be if it were published.
func (w *World) darkPage(u model.URL) (Answer, bool) {
	for _, p := range w.All.Pages {
		if p.URL == u && p.Item != nil && w.isFile(p.Item) {
			return w.dark(p.Item), true
		}
	}
	for _, p := range w.All.Pages { // a listing of what is not published yet
		if p.URL == u && p.Listing != nil {
			a := w.ofPage(p)
			a.Shown = false
			w.nextIn(&a, p.Listing)
			return a, true
		}
	}
	return Answer{}, false
}

// darkAlias explains an earlier address of what is not published.
func (w *World) darkAlias(u model.URL) (Answer, bool) {
	for _, doc := range w.Documents {
		for _, alias := range doc.Aliases {
			if alias.URL == u {
				a := w.Document(doc)
				a.Kind = Alias
				return a, true
			}
		}
	}
	return Answer{}, false
}

// otherLanguage explains an address whose page exists in another language alone.
func (w *World) otherLanguage(u model.URL) (Answer, bool) {
	lang := w.langOf(u)
	for _, other := range w.Config.Languages {
		if other == lang {
			continue
		}
		candidate := w.Config.Prefix(other) + model.URL(strings.TrimPrefix(string(u), string(w.Config.Prefix(lang))))
		for _, c := range w.Config.Collections {
			if rest, ok := strings.CutPrefix(string(u), string(c.URL[lang])); ok && len(c.URL) > 0 {
				candidate = c.URL[other] + model.URL(rest)
			}
		}
		if a, ok := w.page(candidate); ok && a.Kind == Item {
			a.URL, a.Shown, a.Lang, a.Reasons, a.ListedAt, a.Next = u, false, lang, nil, nil, nil
			a.because(OtherLang, string(lang), string(candidate))
			return a, true
		}
	}
	return Answer{}, false
}

// langOf is the language in whose part of the site a URL lies.
func (w *World) langOf(u model.URL) locale.Lang {
	for _, l := range w.Config.Languages[1:] {
		if strings.HasPrefix(string(u), string(w.Config.Prefix(l))) {
			return l
		}
	}
	return w.Config.Languages[0]
}

// maxNearest is how many addresses are offered.
const maxNearest = 5

// nearestURLs are the addresses that were probably meant: those that end in the same name, else those that are spelt alike.
func (w *World) nearestURLs(u model.URL) []string {
	var same, all []string
	last := path.Base(string(u))
	for _, p := range w.All.Pages {
		all = append(all, string(p.URL))
		if last != "/" && path.Base(string(p.URL)) == last {
			same = append(same, string(p.URL))
		}
	}
	if len(same) == 0 {
		if near, ok := diag.Nearest(string(u), all); ok {
			same = append(same, near)
		}
	}
	if len(same) == 0 {
		for _, p := range w.All.Pages {
			if _, ok := diag.Nearest(last, []string{path.Base(string(p.URL))}); ok && last != "/" {
				same = append(same, string(p.URL))
			}
		}
	}
	return same[:min(len(same), maxNearest)]
}
