package sample

import (
	"reflect"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/theme"
	"growthportal/generator/read/yaml"
	"growthportal/generator/render/page"
)

// decoder takes one sample out of its nodes.
type decoder struct {
	yaml.Reader
	*book
	layout string
	lang   locale.Lang
}

// view is what a sample says, and what is wrong with that.
func (b *book) view(s *sample) (*page.View, []diag.Diagnostic) {
	if len(s.faults) > 0 {
		return nil, s.faults
	}
	d := &decoder{book: b, layout: s.layout, lang: b.Languages[0]}
	node := d.wholeSample(s.layout, s.node, map[string]bool{s.layout + "/" + s.name: true})
	if !d.AnyMapping(node) || len(d.Diags) > 0 {
		return nil, d.Diags
	}
	node = present(node)
	d.TextByLang(node.Get("about"), locale.Langs())
	d.language(node.Get("page").Get("lang"))
	v := &page.View{Text: b.Theme.Texts[d.lang], Asset: b.assets}
	d.mapping(reflect.ValueOf(v).Elem(), node, "about", like)
	d.Need(node, s.node.Place, "about", "site", "page")
	d.complete(v)
	return v, d.Diags
}

// elsewhere tells whether a sample is in a language that the site does not have: a theme is for many sites.
func (b *book) elsewhere(s *sample) bool {
	d := &decoder{book: b, layout: s.layout}
	node := d.wholeSample(s.layout, s.node, map[string]bool{s.layout + "/" + s.name: true})
	lang := node.Get("page").Get("lang")
	if lang == nil || len(d.Diags) > 0 {
		return false
	}
	known, ok := locale.ParseLang(lang.Text)
	return ok && !slices.Contains(b.Languages, known)
}

// language is that of the page, which decides how times are told and types called.
func (d *decoder) language(n *yaml.Node) {
	var names []string
	for _, lang := range d.Languages {
		names = append(names, string(lang))
	}
	if word, ok := d.Choice(n, names...); n != nil && ok {
		d.lang = locale.Lang(word)
	}
}

// complete fills in what follows from the rest, as it does in the views of a site.
func (d *decoder) complete(v *page.View) {
	v.Page.Lang, v.Page.Layout = string(d.lang), d.layout
	v.Site.Generator = d.Program
	if v.Page.FullTitle == "" {
		v.Page.FullTitle = v.Page.Title + " – " + v.Site.Title
	}
	if v.Page.Graph.Type == "" {
		v.Page.Graph.Type = "website"
	}
	v.Page.Graph.Locale = d.lang.OGLocale()
	d.lists(&v.Site.Every, theme.Every)
	d.lists(&v.List, d.layout)
	v.NotFound = slices.DeleteFunc(v.NotFound, func(e page.Elsewhere) bool { return e.Text == nil })
}

// lists sees to it that every list that the theme asks for is there, if empty.
func (d *decoder) lists(given *map[string]page.List, of string) {
	all := map[string]page.List{}
	for name := range d.Theme.Lists[of] {
		all[name] = (*given)[name]
	}
	*given = all
}

// card fills in what a card's type says of it.
func (d *decoder) card(c *page.Card, n *yaml.Node) {
	if c.Lang == "" {
		c.Lang = string(d.lang)
	}
	if c.Lang != string(d.lang) {
		c.Foreign = c.Lang
	}
	c.Data = map[string]*page.Field{}
	names := sortedKeys(d.Theme.Types)
	if n.Get("type") == nil {
		return // which has been told
	}
	name, ok := d.Choice(n.Get("type"), names...)
	if !ok {
		return
	}
	of := d.Theme.Types[name]
	if c.TypeLabel == "" {
		c.TypeLabel = of.Label.In(d.lang)
	}
	data := present(n.Get("data"))
	if data != nil {
		d.Mapping(data, fieldNames(of.Fields)...)
	}
	for _, f := range of.Fields {
		field := &page.Field{Name: f.Name, Label: f.Label.In(d.lang), Kind: string(f.Kind)}
		if value := data.Get(f.Name); value != nil {
			d.field(field, f, value)
		}
		c.Data[f.Name] = field
	}
}

func fieldNames(fields []model.Field) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return names
}

// item fills in the item's own fields, in the order of its type.
func (d *decoder) item(it *page.Item, n *yaml.Node) {
	d.card(it.Card, n)
	of := d.Theme.Types[it.Type]
	if of == nil {
		return
	}
	var own []*page.Field
	for _, f := range of.Fields {
		if field := it.Data[f.Name]; field != nil && field.Set {
			own = append(own, field)
		}
	}
	it.Fields = append(own, it.Fields...)
}
