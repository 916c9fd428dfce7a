package check

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// Built is the site as it is published, as far as rules ask: what each page, feed and sitemap says of itself. Files are
// taken in one by one, so that they need not all be kept. Take may be called from many goroutines at once.
type Built struct {
	Base config.BaseURL

	mu    sync.Mutex
	pages map[string]*page
	feeds []feedFault
}

// page is what is known of a published HTML page.
type page struct {
	file, claim string // below public/; what it was made of
	url         model.URL
	lang        locale.Lang
	title       string
	description string
	canonical   string
	alternates  map[string]string // addresses by language
	headings    int               // of the first level
	hidden      bool              // search engines are asked to leave it out
	redirect    bool              // it only leads elsewhere
	faults      []pageFault
	data        []string // structured data, as written
}

type pageFault struct {
	code diag.Code
	word string
}

// feedFault is what is wrong with a published feed or another file for programs.
type feedFault struct{ file, claim, fault string }

// Take looks at a published file; the claim is what it was made of. Files of other kinds than pages, feeds and sitemaps are let
// pass, and so are those that are published as somebody else has made them, such as a page that proves whose the site is.
func (b *Built) Take(file, claim string, content []byte) {
	if strings.HasPrefix(claim, document.ContentRoot+"/") && path.Ext(claim) != ".md" {
		return
	}
	switch path.Ext(file) {
	case ".html":
		p := readPage(file, claim, content)
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.pages == nil {
			b.pages = map[string]*page{}
		}
		b.pages[file] = p
	case ".xml", ".json", ".webmanifest":
		if fault := soundFile(file, content); fault != "" {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.feeds = append(b.feeds, feedFault{file, claim, fault})
		}
	}
}

// Looks tells whether Take looks into a file of the name.
func Looks(file string) bool {
	return slices.Contains([]string{".html", ".xml", ".json", ".webmanifest"}, path.Ext(file))
}

// all are the pages in order of their addresses.
func (b *Built) all() []*page {
	var list []*page
	for _, p := range b.pages {
		list = append(list, p)
	}
	slices.SortFunc(list, func(x, y *page) int { return strings.Compare(string(x.url), string(y.url)) })
	return list
}

// place is the content file that a page was made of, or config.yaml where it is a listing's or the program's own.
func place(claim string) diag.Place {
	if strings.HasPrefix(claim, document.ContentRoot+"/") {
		return diag.Whole(claim)
	}
	return diag.Whole("config.yaml")
}

// readPage gathers what a page says of itself, and what is wrong with its HTML.
func readPage(file, claim string, content []byte) *page {
	p := &page{file: file, claim: claim, url: model.URL("/" + strings.TrimSuffix(file, "index.html")), alternates: map[string]string{}}
	if path.Base(file) != "index.html" {
		p.url = model.URL("/" + file)
	}
	w := &htmlWalk{page: p, ids: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(content))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.end()
			return p
		case html.TextToken:
			w.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			w.open(z.Token())
		case html.EndTagToken:
			w.close(z.Token().Data)
		}
	}
}

// open notes what an element says of the page.
func (p *page) open(t html.Token, attr map[string]string) {
	switch t.Data {
	case "html":
		p.lang = locale.Lang(attr["lang"])
	case "h1":
		p.headings++
	case "meta":
		switch {
		case attr["name"] == "description":
			p.description = attr["content"]
		case attr["name"] == "robots" && strings.Contains(attr["content"], "noindex"):
			p.hidden = true
		case strings.EqualFold(attr["http-equiv"], "refresh"):
			p.redirect = true
		}
	case "link":
		switch {
		case attr["rel"] == "canonical":
			p.canonical = attr["href"]
		case attr["rel"] == "alternate" && attr["hreflang"] != "":
			p.alternates[attr["hreflang"]] = attr["href"]
		}
	}
}
