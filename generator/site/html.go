package site

import (
	"html"
	"net/url"
	"strconv"
	"strings"

	"growthportal/generator/locale"
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
	for _, segment := range body.Segments {
		b.WriteString(segment.HTML)
		if segment.Ref == 0 {
			continue
		}
		ref := body.Refs[segment.Ref-1]
		var to Target
		if segment.Ref <= len(targets) {
			to = targets[segment.Ref-1]
		}
		if ref.Kind == model.ImageRef {
			b.WriteString(to.Picture.Element(ref, href))
		} else {
			b.WriteString(html.EscapeString(to.Href(href)))
		}
	}
	return b.String()
}

// Href is the target as an address.
func (t Target) Href(href func(model.URL) string) string {
	if t.External != "" {
		return t.External
	}
	address := ""
	if t.URL != "" {
		address = escapePath(href(t.URL))
	}
	if t.Fragment != "" {
		address += "#" + url.PathEscape(t.Fragment)
	}
	return address
}

func escapePath(p string) string {
	if u, err := url.Parse(p); err == nil {
		return u.String()
	}
	return p
}

// Src is the picture's address.
func (p *Picture) Src(href func(model.URL) string) string {
	if p.External != "" {
		return p.External
	}
	return escapePath(href(p.URL))
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

// Foreign is the language of what stands at the target, where it is not that of the page with the link.
func (t Target) Foreign() locale.Lang { return t.Lang }
