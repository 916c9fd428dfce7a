package theme

import (
	"maps"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// lists merges what the themes of a chain ask for; the nearest of each list wins. What a list names must be there.
func (l *loader) lists(chain []*layer, decl *declarations) map[string]map[string]model.Query {
	merged := map[string]map[string]query{}
	for _, y := range slices.Backward(chain) {
		for layout, queries := range y.settings.lists {
			if merged[layout] == nil {
				merged[layout] = map[string]query{}
			}
			maps.Copy(merged[layout], queries)
		}
	}
	out := map[string]map[string]model.Query{Every: {}}
	for layout, queries := range merged {
		out[layout] = map[string]model.Query{}
		for name, q := range queries {
			l.checkQuery(q, decl)
			out[layout][name] = q.Query
		}
	}
	return out
}

// checkQuery looks up the types and fields that a list names.
func (l *loader) checkQuery(q query, decl *declarations) {
	var types []*model.Type
	for _, t := range q.types {
		if !l.knownType(decl, t) {
			continue
		}
		if made := decl.types[t.text]; made != nil {
			types = append(types, made)
		}
	}
	for i, t := range types {
		if q.When != "" && t.Traits.Span[0] == "" {
			l.report(diag.QuerySpan.At(q.types[i].place, t.Name))
		}
	}
	if q.When != "" && len(q.types) == 0 {
		l.report(diag.QuerySpan.At(q.when, q.When))
	}
	if q.Order == "" || q.Order == "date" || q.Order == "title" {
		return
	}
	for _, t := range types {
		l.checkOrder(t, q.order, []string{"date", "title"})
	}
	if len(q.types) == 0 {
		l.report(suggest(diag.UnknownField.At(q.order.place, q.Order), q.Order, []string{"date", "title"}))
	}
}

// orderKinds are the kinds of fields whose values have an order that readers expect.
var orderKinds = []model.Kind{
	model.KindText, model.KindNumber, model.KindDate, model.KindInstant, model.KindPeriod, model.KindChoice,
	model.KindReference,
}

// checkOrder reports an order by a field that a type does not have, or whose values have none.
func (l *loader) checkOrder(t *model.Type, order named, words []string) {
	if slices.Contains(words, order.text) {
		return
	}
	f, ok := t.Field(order.text)
	if !ok {
		l.report(suggest(diag.UnknownField.At(order.place, order.text, t.Name), order.text, append(fieldNames(t), words...)))
	} else if !slices.Contains(orderKinds, f.Kind) {
		l.report(diag.FieldKind.At(order.place, order.text, string(f.Kind)).With(diag.OneOf, kindList(orderKinds)))
	}
}
