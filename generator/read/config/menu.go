package config

import (
	"net/url"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/yaml"
)

// menu takes the entries of the menu: {page}, {page, title} or {title, href}.
func (p *parser) menu(n *yaml.Node) {
	for _, item := range p.List(n) {
		if !p.Mapping(item, "page", "title", "href") {
			continue
		}
		page, href := item.Get("page"), item.Get("href")
		if (page == nil) == (href == nil) || href != nil && item.Get("title") == nil {
			p.Report(diag.MenuEntry.At(item.Place).With(diag.LikeMenuEntry))
			continue
		}
		entry := MenuEntry{Title: p.shown(item.Get("title"))}
		ok := true
		if page != nil {
			entry.Place = page.Place
			entry.Page, ok = p.menuPage(page)
		} else {
			entry.Place = href.Place
			entry.Href, ok = p.menuHref(href)
		}
		if ok {
			p.c.Menu = append(p.c.Menu, entry)
		}
	}
}

// menuPage takes the name of a collection, or a page's path under content/. Whether it is there, the site knows.
func (p *parser) menuPage(n *yaml.Node) (string, bool) {
	s, ok := p.Text(n)
	if !ok {
		return "", false
	}
	mend := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(s, "content/"), ".md"), "/")
	if s == "/" || s == "index.md" {
		mend = "index"
	}
	switch {
	case mend == "":
		p.Report(diag.EmptyText.At(n.Place, n.Name).With(diag.FillIn))
	case s != mend:
		p.Report(diag.MenuPage.At(n.Place, s).With(diag.WriteSo, mend))
	default:
		return s, true
	}
	return "", false
}

// menuHref takes a link: the schemes that content may use too, or a path of the site's.
func (p *parser) menuHref(n *yaml.Node) (string, bool) {
	s, ok := p.Text(n)
	if !ok {
		return "", false
	}
	u, err := url.Parse(s)
	switch {
	case err != nil || strings.ContainsAny(s, " \\\"<>"):
	case u.Scheme == "http" || u.Scheme == "https":
		if _, sound := asciiHost(u.Hostname()); sound {
			return s, true
		}
	case u.Scheme == "mailto" || u.Scheme == "tel":
		if u.Opaque != "" {
			return s, true
		}
	case u.Scheme == "" && strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//"):
		return s, true
	case u.Scheme == "" && locale.ValidSlug(strings.ReplaceAll(strings.Trim(s, "/"), "/", "-")):
		p.Report(diag.BadHref.At(n.Place, s).With(diag.WriteSo, "/"+s))
		return "", false
	}
	p.Report(diag.BadHref.At(n.Place, s).With(diag.LikeHref))
	return "", false
}
