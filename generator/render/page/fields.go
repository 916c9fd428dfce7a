package page

import (
	"strconv"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// data are an item's own fields by name, for readers of a language; every declared name is there.
func (r *renderer) data(it *site.Item, lang locale.Lang) map[string]*Field {
	fields := make([]Field, len(it.Type.Fields)) // in one piece: cards are many
	data := make(map[string]*Field, len(fields))
	for i := range it.Type.Fields {
		f := &it.Type.Fields[i]
		if v, ok := r.Site.Doc(it).Field(f.Name); ok {
			fields[i] = r.field(it, f, v, lang)
		} else {
			fields[i] = Field{Name: f.Name, Label: f.Label.In(lang, it.Lang), Kind: string(f.Kind)}
		}
		data[f.Name] = &fields[i]
	}
	return data
}

// fields are the fields that the item's own page shows, in order. Those that are declared are in data already, as its readers see them.
func (r *renderer) fields(it *site.Item, data map[string]*Field) []*Field {
	doc := r.Site.Doc(it)
	if len(doc.Fields)+len(doc.Extra) == 0 {
		return nil
	}
	list := make([]*Field, 0, len(doc.Fields)+len(doc.Extra))
	for _, v := range doc.Fields {
		if f, ok := data[v.Name]; ok {
			list = append(list, f)
		}
	}
	for _, v := range doc.Extra {
		f := r.field(it, &model.Field{Name: v.Name, Kind: model.KindAny}, v.Value, it.Lang)
		list = append(list, &f)
	}
	return list
}

// field closes one value.
func (r *renderer) field(it *site.Item, f *model.Field, v model.Value, lang locale.Lang) Field {
	out := Field{Name: f.Name, Label: f.Label.In(lang, it.Lang), Kind: string(f.Kind), Set: true, Text: v.Text, Value: v.Text}
	if out.Label == "" {
		out.Label = f.Name
	}
	switch f.Kind {
	case model.KindMarkdown:
		out.Body, out.Text, out.Value = r.bodyOf(it, v.Body()), v.Body().Plain, ""
	case model.KindBoolean:
		out.Value = strconv.FormatBool(v.Bool())
		out.Text = r.text(lang, out.Value)
	case model.KindDate, model.KindInstant:
		out.Time = r.moment(v.Moment(), lang)
		out.Text, out.Value = out.Time.Text, out.Time.Datetime
	case model.KindPeriod:
		out.Text = v.Period().Format(lang)
	case model.KindChoice:
		for _, c := range f.Choices {
			if c.Value == v.Text {
				out.Text = c.Label.In(lang, it.Lang)
			}
		}
	case model.KindEmail:
		out.Href = "mailto:" + v.Text
	case model.KindPhone:
		out.Href, out.Text = "tel:"+locale.Dialled(v.Text), strings.ReplaceAll(v.Text, " ", "\u00a0")
	case model.KindURL:
		out.Href = v.Text
		if strings.HasPrefix(v.Text, "/") {
			out.Href = r.Site.Config.URL.Path + v.Text // with the query and the anchor that it may have
		}
	case model.KindReference:
		out.Text, out.Set = "", false
		if to := it.Target(v.Ref()); to != nil {
			out.Text, out.Value, out.Href, out.Set = r.Site.Doc(to).Title, r.Site.Doc(to).Name, r.href(to.URL), true
			out.Lang = foreign(to.Lang, lang)
		}
	case model.KindImage:
		out.Image = r.image(it.Picture(v.File().File), model.TextUse, r.href)
	case model.KindFile:
		if p := it.Picture(v.File().File); p != nil {
			file := r.file(p.URL, v.File().Title, p.Media, lang)
			out.File, out.Href, out.Text = &file, file.Href, file.Title
		}
	case model.KindList, model.KindMap, model.KindAny:
		r.several(it, f, v, &out, lang)
	}
	return out
}

// several closes the values of a list or a map. An undeclared value is told as what it turns out to be, so that a layout
// shows it with the names that its author gave.
func (r *renderer) several(it *site.Item, f *model.Field, v model.Value, out *Field, lang locale.Lang) {
	if f.Kind == model.KindAny {
		out.Kind = string(kindOf(v))
	}
	if n := len(v.List) + len(v.Map); n > 0 {
		out.Values = make([]Field, 0, n)
	}
	for _, element := range v.List {
		of := f.Of
		if of == nil {
			of = &model.Field{Name: f.Name, Kind: model.KindAny}
		}
		out.Values = append(out.Values, r.field(it, of, element, lang))
	}
	for _, entry := range v.Map {
		out.Values = append(out.Values, r.field(it, keyOf(f, entry.Name), entry.Value, lang))
	}
	if len(v.List) > 0 {
		words := make([]string, 0, len(out.Values))
		for i := range out.Values {
			words = append(words, out.Values[i].Text)
		}
		out.Text = strings.Join(words, ", ")
	}
}

// keyOf is the declared field of a map's entry, or one of an undeclared.
func keyOf(f *model.Field, name string) *model.Field {
	for i := range f.Fields {
		if f.Fields[i].Name == name {
			return &f.Fields[i]
		}
	}
	return &model.Field{Name: name, Kind: model.KindAny}
}

// kindOf is what an undeclared value is.
func kindOf(v model.Value) model.Kind {
	switch {
	case len(v.Map) > 0:
		return model.KindMap
	case len(v.List) > 0:
		return model.KindList
	}
	return model.KindText
}
