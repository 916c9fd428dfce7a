package document

import (
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// decoder turns the front matter of one file into typed values, and collects what is wrong with it.
type decoder struct {
	yaml.Reader
	reader *Reader
	shelf  Shelf
	file   string
	lang   locale.Lang

	front      []byte
	typography bool // fields of Markdown are set as a typesetter would
}

// decode fills in the document from its front matter.
func (d *decoder) decode(doc *Document, front []byte) {
	doc.Typography = true
	d.front = front
	node, diags := yaml.Parse(d.file, front, frontLine)
	d.Diags = append(d.Diags, diags...)
	if node == nil && diag.HasErrors(diags) {
		return
	}
	if node != nil && !d.AnyMapping(node) {
		return
	}
	if node != nil {
		off := node.Get("typography")
		d.typography = off == nil || off.Text != "false"
		if !d.shelf.AllowExtra {
			d.MappingOf(node, d.known(), foreign)
		}
		doc.Fields = make([]model.NamedValue, 0, d.own(node))
		for _, pair := range node.Pairs {
			d.key(doc, pair)
		}
	}
	d.order(doc)
	if !doc.Date.Set() {
		doc.Date = doc.FileDate
	}
	d.span(doc)
	d.require(doc, node)
}

// own counts the keys that are fields of the type's own.
func (d *decoder) own(node *yaml.Node) (n int) {
	for _, pair := range node.Pairs {
		if _, ok := d.shelf.Type.Field(pair.Key); ok {
			n++
		}
	}
	return n
}

// key decodes one key: a core key, a field of the type's own, or one that the collection lets pass.
func (d *decoder) key(doc *Document, pair yaml.Pair) {
	if decode, ok := coreKeys[pair.Key]; ok {
		decode(d, doc, pair.Value)
		return
	}
	if field, ok := d.shelf.Type.Field(pair.Key); ok {
		if value, ok := d.value(field, pair.Value); ok {
			doc.Fields = append(doc.Fields, model.NamedValue{Name: field.Name, Value: value})
		}
		return
	}
	if d.shelf.AllowExtra {
		doc.Extra = append(doc.Extra, model.NamedValue{Name: pair.Key, Value: d.extra(pair.Value)})
	}
}

func (d *decoder) known() []string {
	names := model.CoreKeys()
	for _, f := range d.shelf.Type.Fields {
		names = append(names, f.Name)
	}
	return names
}

// span reports what ends before it begins, and what would come down before it has appeared.
func (d *decoder) span(doc *Document) {
	if doc.Expires.Set() && doc.Date.Set() && !doc.Date.Time.Before(doc.Expires.Last()) {
		d.Report(diag.ReversedSpan.At(doc.Expires.Place, asWritten(doc.Date)))
	}
	names := d.shelf.Type.Traits.Span
	start, ok := doc.Field(names[0])
	end, both := doc.Field(names[1])
	if ok && both && end.Moment().Last().Before(start.Moment().Time) {
		d.Report(diag.ReversedSpan.At(end.Spot.In(d.file), asWritten(model.Moment{Moment: start.Moment()})))
	}
}

// asWritten is a moment in the form in which authors write it: 2026-12-03, 2026-12-03 07:30.
func asWritten(m model.Moment) string {
	if m.DateOnly {
		return m.Date().String()
	}
	return m.Time.Format("2006-01-02 15:04")
}

// order puts the type's own fields into the type's order.
func (d *decoder) order(doc *Document) {
	place := map[string]int{}
	for i, f := range d.shelf.Type.Fields {
		place[f.Name] = i
	}
	slices.SortStableFunc(doc.Fields, func(a, b model.NamedValue) int { return place[a.Name] - place[b.Name] })
}

// require reports what is missing, at line 1. A date in the file's name will do.
func (d *decoder) require(doc *Document, node *yaml.Node) {
	keys := []string{"title"}
	for _, name := range d.shelf.Type.Require {
		if name != "date" || !doc.FileDate.Set() {
			keys = append(keys, name)
		}
	}
	for _, f := range d.shelf.Type.Fields {
		if f.Required {
			keys = append(keys, f.Name)
		}
	}
	d.Need(node, diag.Whole(d.file), keys...)
}

// foreign is our name for another generator's key.
func foreign(key string) (string, bool) {
	ours, ok := foreignKeys[strings.ToLower(key)]
	return ours, ok
}

// foreignKeys are the keys of other generators and services, in lower case, and what stands for them here.
var foreignKeys = map[string]string{
	"tags": "topics", "tag": "topics", "categories": "topics", "category": "topics", "keywords": "topics", "taxonomies": "topics",
	"description": "summary", "excerpt": "summary", "lead": "summary", "ingress": "summary", "subtitle": "summary", "intro": "summary", "preamble": "summary",
	"lastmod": "updated", "modified": "updated", "last_modified": "updated", "last_modified_at": "updated", "lastupdated": "updated",
	"publishdate": "date", "publish_date": "date", "pubdate": "date", "published": "date", "published_at": "date", "datum": "date", "created": "date",
	"expirydate": "expires", "expiry_date": "expires", "unpublishdate": "expires", "expire": "expires",
	"permalink": "slug", "url": "slug", "path": "slug",
	"redirect_from": "aliases", "redirects": "aliases", "alias": "aliases",
	"author": "authors", "byline": "authors", "contact": "contacts",
	"images": "image", "cover": "image", "thumbnail": "image", "featured_image": "image", "hero": "image",
	"resources": "attachments", "files": "attachments", "enclosure": "attachments", "attachment": "attachments",
	"sticky": "pinned", "weight": "pinned", "featured": "pinned", "related_posts": "related", "headline": "title", "name": "title", "rubrik": "title",
	"hidden": "draft", "unlisted": "draft", "eleventyexcludefromcollections": "draft", "status": "draft", "state": "draft",
}
