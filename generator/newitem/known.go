package newitem

import (
	"slices"
	"strconv"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// known is what can be known of a field of the type: the period that follows in a series, the number that follows in the type's order.
func (m *maker) known(f model.Field) string {
	switch {
	case f.Name == m.kind.Traits.Series:
		return m.nextPeriod()
	case f.Name == m.kind.Order && f.Kind == model.KindNumber:
		return m.nextNumber()
	}
	return ""
}

func (m *maker) nextPeriod() string {
	var last locale.Period
	for _, doc := range m.Documents {
		v, ok := doc.Field(m.kind.Traits.Series)
		if ok && m.mine(doc) && (last.IsZero() || v.Period().Compare(last) > 0) {
			last = v.Period()
		}
	}
	if last.IsZero() {
		return ""
	}
	return last.Next().String()
}

func (m *maker) nextNumber() string {
	highest := 0.0
	for _, doc := range m.Documents {
		if v, ok := doc.Field(m.kind.Order); ok && m.mine(doc) {
			highest = max(highest, v.Number())
		}
	}
	return strconv.Itoa(int(highest) + 1)
}

// people are those whom the latest item of the same kind names by a core key, as far as they still are on the site: whoever
// answered last time is the likeliest to answer now.
func (m *maker) people(of func(*document.Document) []model.Ref) []string {
	var latest *document.Document
	for _, doc := range m.Documents {
		if m.mine(doc) && !doc.Draft && !doc.Broken && len(of(doc)) > 0 && m.ours(doc) &&
			(latest == nil || doc.Date.Time.After(latest.Date.Time)) {
			latest = doc
		}
	}
	if latest == nil {
		return nil
	}
	var names []string
	for _, ref := range of(latest) {
		if slices.ContainsFunc(m.Documents, func(d *document.Document) bool {
			return isReferenceTo(ref, d) && !d.Draft && !d.Broken && !d.Expires.Set()
		}) {
			names = append(names, ref.Name)
		}
	}
	return names
}

// ours tells whether an item is published by the site's own publisher, as the new one is.
func (m *maker) ours(doc *document.Document) bool {
	return doc.Publisher.Name == "" || doc.Publisher.Name == m.Config.Publisher.Name
}

// named lists the names of the items of a type, in the site's first language.
func (m *maker) namesOf(types []string) []string {
	var names []string
	for _, doc := range m.Documents {
		if doc.Type != nil && slices.Contains(types, doc.Type.Name) && !doc.Draft && !doc.Listing {
			names = append(names, doc.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
