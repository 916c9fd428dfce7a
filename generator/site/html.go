package site

import (
	"html"
	"net/url"
	"strconv"
	"strings"

	"growthportal/generator/model"
)

// HTML closes a text of the item: its open references are filled in with addresses made by href, which gets a URL on
// the site and returns what stands in the attribute, unescaped.
func (it *Item) HTML(body *model.Body, href func(model.URL) string) string {
	if body == nil {
		return ""
	}
	targets := it.Targets(body)
	var b strings.Builder
	_ = body.Close(&b, func(i int) string { return targets[i].Href(href) }, func(i int) string {
		return targets[i].Picture.Element(body.Refs[i], href)
	}) // a strings.Builder takes everything
	return b.String()
}

// Href is the target as an address.
func (t Target) Href(href func(model.URL) string) string {
	if t.External != "" {
		return model.EncodeAddress(t.External)
	}
	address := ""
	if t.URL != "" {
		address = model.EncodeAddress(href(t.URL))
	}
	if t.Fragment != "" {
		address += "#" + url.PathEscape(t.Fragment)
	}
	return address
}

// Src is the picture's address.
func (p *Picture) Src(href func(model.URL) string) string {
	if p.External != "" {
		return model.EncodeAddress(p.External)
	}
	return model.EncodeAddress(href(p.URL))
}

// Element is the img element of an image in a text. It has a size, so that nothing moves when it arrives.
func (p *Picture) Element(ref model.BodyRef, href func(model.URL) string) string {
	if p == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<img src="` + html.EscapeString(p.Src(href)) + `" alt="` + html.EscapeString(ref.Alt) + `"`)
	if ref.Title != "" && !ref.Figure {
		b.WriteString(` title="` + html.EscapeString(ref.Title) + `"`)
	}
	if p.Media.Width > 0 {
		b.WriteString(` width="` + strconv.Itoa(p.Media.Width) + `" height="` + strconv.Itoa(p.Media.Height) + `"`)
	}
	b.WriteString(` loading="lazy" decoding="async">`)
	return b.String()
}
