package sample

import (
	"html/template"
	"reflect"
	"regexp"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
	"growthportal/generator/render/page"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// field takes a value of one of a type's own fields, as its kind is written in front matter.
func (d *decoder) field(to *page.Field, f model.Field, n *yaml.Node) {
	to.Set = true
	switch f.Kind {
	case model.KindList, model.KindMap:
		d.several(to, f, n)
	case model.KindMarkdown:
		if html, ok := d.Text(n); ok {
			to.Body = page.Written(template.HTML(html))
			to.Text = strings.TrimSpace(tag.ReplaceAllString(html, ""))
		}
	case model.KindBoolean:
		if yes, ok := d.Bool(n); ok {
			to.Value = map[bool]string{true: "true", false: "false"}[yes]
			to.Text = d.Theme.Texts[d.lang][to.Value]
		}
	case model.KindDate, model.KindInstant:
		if m, ok := d.Instant(n, d.Location); ok {
			to.Time = page.TimeOf(m, d.lang)
			to.Text, to.Value = to.Time.Text, to.Time.Datetime
		}
	case model.KindPeriod:
		if p, ok := d.Period(n); ok {
			to.Text, to.Value = p.Format(d.lang), n.Text
		}
	case model.KindImage:
		to.Image = &page.Image{}
		d.into(reflect.ValueOf(to.Image).Elem(), n)
	case model.KindFile:
		to.File = &page.File{}
		d.into(reflect.ValueOf(to.File).Elem(), n)
		to.Href, to.Text = to.File.Href, to.File.Title
	case model.KindReference:
		var c page.Card
		d.into(reflect.ValueOf(&c).Elem(), n)
		to.Text, to.Href, to.Value = c.Title, c.Href, locale.Slug(c.Title)
	default:
		d.word(to, f, n)
	}
}

// word takes a value that is a single text.
func (d *decoder) word(to *page.Field, f model.Field, n *yaml.Node) {
	text, ok := d.Text(n)
	if !ok {
		return
	}
	to.Text, to.Value = text, text
	switch f.Kind {
	case model.KindEmail:
		to.Href = "mailto:" + text
	case model.KindPhone:
		to.Href, to.Text = page.Dialled(text), strings.ReplaceAll(text, " ", "\u00a0")
	case model.KindURL:
		to.Href = text
	case model.KindChoice:
		var values []string
		for _, c := range f.Choices {
			values = append(values, c.Value)
			if c.Value == text {
				to.Text = c.Label.In(d.lang)
			}
		}
		d.Choice(n, values...)
	}
}

// several takes the values of a list, or the entries of a map.
func (d *decoder) several(to *page.Field, f model.Field, n *yaml.Node) {
	if f.Kind == model.KindMap {
		if n = present(n); !d.Mapping(n, fieldNames(f.Fields)...) {
			return
		}
		for _, of := range f.Fields {
			if value := n.Get(of.Name); value != nil {
				entry := page.Field{Name: of.Name, Label: of.Label.In(d.lang), Kind: string(of.Kind)}
				d.field(&entry, of, value)
				to.Values = append(to.Values, entry)
			}
		}
		return
	}
	of := model.Field{Name: f.Name, Kind: model.KindText}
	if f.Of != nil {
		of = *f.Of
	}
	var words []string
	for _, element := range d.repeated(n) {
		value := page.Field{Name: f.Name, Label: to.Label, Kind: string(of.Kind)}
		d.field(&value, of, element)
		to.Values = append(to.Values, value)
		words = append(words, value.Text)
	}
	to.Text = strings.Join(words, ", ")
}
