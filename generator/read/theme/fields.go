package theme

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// kinds are what a field can be declared as.
var kinds = []model.Kind{
	model.KindText, model.KindMarkdown, model.KindBoolean, model.KindNumber, model.KindDate, model.KindInstant,
	model.KindPeriod, model.KindChoice, model.KindReference, model.KindImage, model.KindFile, model.KindEmail,
	model.KindPhone, model.KindURL, model.KindMap, model.KindList,
}

// settings are the keys that only fields of one kind have, and whether they must.
var settings = []struct {
	key    string
	kind   model.Kind
	needed bool
}{
	{"of", model.KindList, true},
	{"to", model.KindReference, false},
	{"choices", model.KindChoice, true},
	{"fields", model.KindMap, true},
}

// fieldForm is what fields may be called: a key in front matter, and .Data.name in templates.
var fieldForm = regexp.MustCompile(`^[a-z][A-Za-z0-9_]*$`)

func kindList(list []model.Kind) string { return strings.Join(kindNames(list), ", ") }

func kindNames(list []model.Kind) []string {
	names := make([]string, len(list))
	for i, k := range list {
		names[i] = string(k)
	}
	return names
}

// fields reads declared fields: of a type, where the core keys are taken, or of a map.
func (d *typeDecoder) fields(n *yaml.Node, ofType bool) []model.Field {
	var list []model.Field
	places := map[string]diag.Place{}
	for _, item := range d.List(n) {
		if !d.Mapping(item, "name", "kind", "required", "label", "help", "property", "of", "to", "choices", "fields") {
			continue
		}
		d.Need(item, item.Place, "name", "kind", "label")
		name, ok := d.fieldName(item.Get("name"), ofType)
		if !ok {
			continue
		}
		if first, double := places[name]; double {
			d.Report(diag.FieldTwice.At(item.Get("name").Place, name).With(diag.AlsoAt, lineOf(first)))
			continue
		}
		places[name] = item.Get("name").Place
		f, ok := d.kind(item)
		if !ok {
			continue
		}
		f.Name = name
		f.Required, _ = d.Bool(item.Get("required"))
		f.Label = d.words(item.Get("label"))
		f.Help = d.words(item.Get("help"))
		f.Property = d.property(item.Get("property"))
		list = append(list, f)
	}
	return list
}

func lineOf(p diag.Place) string { return p.File + ":" + strconv.Itoa(p.Line) }

// propertyForm is a property of schema.org, and perhaps the type of the thing that the value names.
var propertyForm = regexp.MustCompile(`^[a-z][A-Za-z]*( [A-Z][A-Za-z]*)?$`)

func (d *typeDecoder) property(n *yaml.Node) string {
	text, ok := d.Text(n)
	if ok && !propertyForm.MatchString(text) {
		d.Report(diag.IdentifierName.At(n.Place, text))
		return ""
	}
	return text
}

func (d *typeDecoder) fieldName(n *yaml.Node, ofType bool) (string, bool) {
	name, ok := d.Text(n)
	switch {
	case !ok:
		return "", false
	case !fieldForm.MatchString(name):
		d.Report(diag.IdentifierName.At(n.Place, name))
		return "", false
	case ofType && slices.Contains(model.CoreKeys(), name):
		d.Report(diag.CoreKeyField.At(n.Place, name))
		return "", false
	}
	return name, true
}

// kind reads what a field or the elements of a list are: the kind and the settings that belong to it.
func (d *typeDecoder) kind(n *yaml.Node) (model.Field, bool) {
	word, ok := d.Choice(n.Get("kind"), kindNames(kinds)...)
	if !ok {
		return model.Field{}, false
	}
	f := model.Field{Kind: model.Kind(word)}
	for _, s := range settings {
		switch value := n.Get(s.key); {
		case value != nil && s.kind != f.Kind:
			d.Report(diag.FieldSetting.At(value.Place, s.key, word))
		case value == nil && s.kind == f.Kind && s.needed:
			d.Need(n, n.Place, s.key)
		}
	}
	switch f.Kind {
	case model.KindList:
		f.Of = d.element(n.Get("of"))
	case model.KindReference:
		for _, item := range d.List(n.Get("to")) {
			if t, ok := text(&d.Reader, item); ok {
				f.To = append(f.To, t.text)
				d.decls.to = append(d.decls.to, t)
			}
		}
	case model.KindChoice:
		f.Choices = d.choices(n.Get("choices"))
	case model.KindMap:
		f.Fields = d.fields(n.Get("fields"), false)
	}
	return f, f.Kind != model.KindList || f.Of != nil
}

// element reads what a list is of: the name of a kind, or a mapping with "kind".
func (d *typeDecoder) element(n *yaml.Node) *model.Field {
	if n == nil {
		return nil
	}
	if n.Kind == yaml.Scalar {
		n = &yaml.Node{Kind: yaml.Mapping, Place: n.Place, Name: n.Name, Pairs: []yaml.Pair{{Key: "kind", KeyPlace: n.Place, Value: n}}}
	}
	if !d.Mapping(n, "kind", "to", "choices", "fields") || !d.Need(n, n.Place, "kind") {
		return nil
	}
	if kind := n.Get("kind"); kind.Text == string(model.KindList) {
		d.Report(diag.ListOfLists.At(kind.Place))
		return nil
	}
	f, ok := d.kind(n)
	if !ok {
		return nil
	}
	return &f
}

// choices reads the values that a field of kind choice can have.
func (d *typeDecoder) choices(n *yaml.Node) []model.Choice {
	var list []model.Choice
	places := map[string]diag.Place{}
	for _, item := range d.List(n) {
		if !d.Mapping(item, "value", "label") || !d.Need(item, item.Place, "value", "label") {
			continue
		}
		value, ok := d.Text(item.Get("value"))
		if !ok {
			continue
		}
		at := item.Get("value").Place
		if first, double := places[value]; double {
			d.Report(diag.ChoiceTwice.At(at, value).With(diag.AlsoAt, lineOf(first)))
			continue
		}
		places[value] = at
		list = append(list, model.Choice{Value: value, Label: d.words(item.Get("label"))})
	}
	return list
}
