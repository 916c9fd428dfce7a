package site

import (
	"io"
	"net/url"
	"strings"

	"growthportal/generator/model"
)

// HTML closes a text of an item: its open references are filled in with addresses made by href, which gets a URL on
// the site and returns what stands in the attribute, unescaped. The error is that of fetching the text.
func (s *Site) HTML(it *Item, body *model.Body, href func(model.URL) string) (string, error) {
	if body == nil {
		return "", nil
	}
	var b strings.Builder
	b.Grow(body.Length + 64*len(body.Refs))
	err := s.WriteHTML(&b, it, body, href)
	return b.String(), err
}

// WriteHTML is HTML for whoever has a place for the text. The error may be that of w as well.
func (s *Site) WriteHTML(w io.Writer, it *Item, body *model.Body, href func(model.URL) string) error {
	if body == nil {
		return nil
	}
	targets := s.Targets(it, body)
	return body.Close(w, func(i int) (string, string) { return targets[i].Href(href), string(targets[i].more().Lang) }, func(i int) string {
		if body.Refs[i].Kind == model.TermRef {
			return targets[i].term(body.Refs[i].Alt, href)
		}
		return targets[i].Image(body.Refs[i], href)
	})
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
	more := t.more()
	if more.Query != "" {
		address += "?" + model.EncodeAddress(more.Query)
	}
	if more.Fragment != "" {
		address += "#" + url.PathEscape(more.Fragment)
	}
	return address
}
