package page

import (
	"bytes"
	"html/template"

	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// Text is a Markdown text of an item. Its HTML is made when a layout asks for it.
type Text struct {
	site    *site.Site
	item    *site.Item
	body    *model.Body
	href    func(model.URL) string
	written template.HTML // instead of all these
	digest  output.Digest
}

// text wraps a text of an item; nil where there is none.
func (r *renderer) bodyOf(it *site.Item, body *model.Body) *Text {
	if body.Empty() {
		return nil
	}
	return &Text{site: r.Site, item: it, body: body, href: r.href, digest: output.DigestOf(body.Digest, r.Site.Targets(it, body), r.href("/"))}
}

// HTML is the text, ready for the page.
func (t *Text) HTML() (template.HTML, error) {
	switch {
	case t == nil:
		return "", nil
	case t.item == nil:
		return t.written, nil
	}
	text, err := t.site.HTML(t.item, t.body, t.href)
	return template.HTML(text), err // made by read/markdown, which lets nothing active through
}

// appendHTML is HTML behind what b holds.
func (t *Text) appendHTML(b []byte) ([]byte, error) {
	switch {
	case t == nil:
		return b, nil
	case t.item == nil:
		return append(b, t.written...), nil
	}
	w := bytes.NewBuffer(b)
	err := t.site.WriteHTML(w, t.item, t.body, t.href)
	return w.Bytes(), err
}

// Digest stands for the text in the digests of pages that show it.
func (t *Text) Digest() output.Digest { return t.digest }

// Body is the body of the item, ready for the page.
func (d Details) Body() (template.HTML, error) { return d.Text.HTML() }

// AppendBody is Body for layouts that have been compiled: it stands behind what b holds.
func (d Details) AppendBody(b []byte) ([]byte, error) { return d.Text.appendHTML(b) }

// Chapters is the body of the item in parts, for a layout that numbers them. It is never empty.
func (d Details) Chapters() ([]Chapter, error) {
	text, err := d.Body()
	return chapters(text, d.Headings), err
}

// Boilerplate is the publisher's text about itself, ready for the page.
func (d Details) Boilerplate() (template.HTML, error) { return d.About.HTML() }

// Intro is the text above the list, ready for the page.
func (l Listing) Intro() (template.HTML, error) { return l.Lead.HTML() }

// HTML is what the banner says, ready for the page.
func (b Banner) HTML() (template.HTML, error) { return b.Text.HTML() }

// HTML is a field of kind markdown, ready for the page.
func (f Field) HTML() (template.HTML, error) { return f.Body.HTML() }
