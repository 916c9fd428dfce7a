package site

import (
	"reflect"
	"slices"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// Doc is the document of an item. What it says in words may be newer than the graph that the item stands in, where the site
// was made by [Made.Rewritten].
func (s *Site) Doc(it *Item) *document.Document {
	if doc, ok := s.again[it]; ok {
		return doc
	}
	return it.doc
}

// Body is the text of an item.
func (s *Site) Body(it *Item) *model.Body {
	s.texts.note(it)
	return s.Doc(it).Body
}

// Targets are where the open references of one of an item's texts lead, in the order of the body's Refs.
func (s *Site) Targets(it *Item, body *model.Body) []Target {
	if doc, ok := s.again[it]; ok && doc.Body == body {
		body = it.doc.Body // whose references are the same
	}
	return it.targetsOf(body)
}

// Made is what New returns, with what it takes to tell whether New would return the same again.
type Made struct {
	Site        *Site
	Diagnostics []diag.Diagnostic
	documents   []*document.Document
	now         time.Time
}

// Keep is New for whoever may ask for Rewritten later. The diagnostics are not to be altered.
func Keep(req Request) *Made {
	s, diags := New(req)
	return &Made{s, diags, req.Documents, req.Now}
}

// Rewritten is the site that New would make of these documents at this instant where all else in the request is as it was: the
// same graph, with other words in it. ok is false where more has changed than words that the graph says nowhere, such as dates, where
// links lead, what there is to link to, or the title of a page that others stand below.
//
// The site that is rewritten does not change. Findings have places, so a text of which something was found is none of which nothing
// is said anew.
func (m *Made) Rewritten(docs []*document.Document, now time.Time) (s *Site, ok bool) {
	if now.Before(m.now) || !m.Site.until.IsZero() && !now.Before(m.Site.until) || len(docs) != len(m.documents) {
		return nil, false
	}
	changed := map[string]*document.Document{}
	for i, doc := range docs {
		was := m.documents[i]
		if doc == was {
			continue
		}
		if !sameButWords(was, doc) || m.spokenOf(doc.Path) {
			return nil, false
		}
		changed[doc.Path] = doc
	}
	if len(changed) == 0 {
		return m.Site, true
	}
	again := *m.Site
	again.again = map[*Item]*document.Document{}
	for _, it := range m.Site.items {
		doc, ok := changed[it.doc.Path]
		if !ok {
			continue
		}
		if it.titled && doc.Title != it.doc.Title {
			return nil, false
		}
		again.again[it] = withFields(doc, it.doc)
	}
	return &again, len(again.again) == len(changed)
}

// withFields is a document with the fields of another that has equal ones: the graph knows their texts by where they are.
func withFields(doc, from *document.Document) *document.Document {
	with := *doc
	with.Fields, with.Extra = from.Fields, from.Extra
	return &with
}

// spokenOf tells whether anything was found in a file.
func (m *Made) spokenOf(file string) bool {
	return slices.ContainsFunc(m.Diagnostics, func(d diag.Diagnostic) bool { return d.File == file })
}

// SameButText tells whether two readings of a file are the same to all but those who ask for its text: the graph would be the same of both,
// and all documents say the same but for what is in the text.
func SameButText(a, b *document.Document) bool {
	return a.Title == b.Title && a.Summary == b.Summary && sameButWords(a, b)
}

// sameButWords tells whether two readings of a file are the same to all but those who show its title, its summary or its text.
func sameButWords(a, b *document.Document) bool {
	head := func(d *document.Document) document.Document {
		head := *d
		head.Body, head.Title, head.TitlePlace, head.Summary = nil, "", diag.Place{}, ""
		return head
	}
	refs := func(body *model.Body) []model.BodyRef {
		list := slices.Clone(body.Refs)
		for i := range list {
			list[i].Spot = model.Spot{}
		}
		return list
	}
	return a.Path == b.Path && a.Type == b.Type && a.Body.Leads == b.Body.Leads && slices.Equal(a.Body.Anchors, b.Body.Anchors) &&
		slices.Equal(refs(a.Body), refs(b.Body)) && reflect.DeepEqual(head(a), head(b))
}
