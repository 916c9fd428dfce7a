package site

import (
	"reflect"
	"slices"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// Body is the text of an item. Renderers ask for it here and not its document, which is that of an earlier text where the
// site was made by [Site.Rewritten].
func (s *Site) Body(it *Item) *model.Body {
	if body, ok := s.bodies[it]; ok {
		return body
	}
	return it.Doc.Body
}

// Targets are where the open references of one of an item's texts lead, in the order of the body's Refs.
func (s *Site) Targets(it *Item, body *model.Body) []Target {
	if rewritten, ok := s.bodies[it]; ok && rewritten == body {
		body = it.Doc.Body // whose references are the same
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
// same graph, with other texts in it. ok is false where more has changed than texts: what is not told in words, such as
// titles and dates, where their links lead, or what there is to link to. The site that is rewritten does not change.
//
// Findings have places, so a text of which something was found is none of which nothing is said anew.
func (m *Made) Rewritten(docs []*document.Document, now time.Time) (s *Site, ok bool) {
	if now.Before(m.now) || !m.Site.until.IsZero() && !now.Before(m.Site.until) || len(docs) != len(m.documents) {
		return nil, false
	}
	bodies := map[string]*model.Body{}
	for i, doc := range docs {
		was := m.documents[i]
		if doc == was {
			continue
		}
		if !sameButText(was, doc) || m.spokenOf(doc.Path) {
			return nil, false
		}
		bodies[doc.Path] = doc.Body
	}
	if len(bodies) == 0 {
		return m.Site, true
	}
	again := *m.Site
	again.bodies = map[*Item]*model.Body{}
	for _, it := range m.Site.items {
		if body, ok := bodies[it.Doc.Path]; ok {
			again.bodies[it] = body
		}
	}
	return &again, len(again.bodies) == len(bodies)
}

// spokenOf tells whether anything was found in a file.
func (m *Made) spokenOf(file string) bool {
	return slices.ContainsFunc(m.Diagnostics, func(d diag.Diagnostic) bool { return d.File == file })
}

// sameButText tells whether two readings of a file are the same to everything but the page that shows its text.
func sameButText(a, b *document.Document) bool {
	head := func(d *document.Document) document.Document {
		head := *d
		head.Body = nil
		return head
	}
	refs := func(body *model.Body) []model.BodyRef {
		list := slices.Clone(body.Refs)
		for i := range list {
			list[i].Place = diag.Place{}
		}
		return list
	}
	return a.Path == b.Path && a.Type == b.Type && a.Body.Leads == b.Body.Leads && slices.Equal(a.Body.Anchors, b.Body.Anchors) &&
		slices.Equal(refs(a.Body), refs(b.Body)) && reflect.DeepEqual(head(a), head(b))
}
