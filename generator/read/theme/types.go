package theme

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// declarations is what the files in types/ say, with what can only be looked up when all of them are known.
type declarations struct {
	types   map[string]*model.Type
	names   []string          // of all files, also of those that cannot be understood
	to      []named           // types that references lead to
	layouts []named           // layouts of types
	details map[string]detail // by type
}

// detail is where things stand in a type's file.
type detail struct {
	order       named
	series      named
	span        []named
	boilerplate named
}

// types reads the files in types/.
func (l *loader) types(files []file) *declarations {
	d := &declarations{types: map[string]*model.Type{}, details: map[string]detail{}}
	for _, f := range under(files, "types") {
		d.names = append(d.names, f.stem())
		content, ok := l.read(f)
		if !ok {
			continue
		}
		node, faults := yaml.Parse(f.label(), content, 1)
		l.report(faults...)
		if node == nil {
			if len(faults) == 0 {
				l.report(diag.EmptyFile.At(f.whole()))
			}
			continue
		}
		t := &typeDecoder{decls: d, languages: l.Languages, file: f}
		if made := t.decode(node); made != nil {
			d.types[made.Name] = made
		}
		l.report(t.Diags...)
	}
	return d
}

// typeDecoder reads one file of types/.
type typeDecoder struct {
	yaml.Reader
	decls     *declarations
	languages []locale.Lang
	file      file
}

var schemaForm = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

func (d *typeDecoder) decode(n *yaml.Node) *model.Type {
	if !d.Mapping(n, "label", "plural", "layout", "permalink", "schema", "require", "want", "order", "traits", "fields") {
		return nil
	}
	d.Need(n, d.file.whole(), "label", "plural", "layout")
	t := &model.Type{Name: d.file.stem(), Permalink: ":slug/"}
	var at detail
	t.Label = d.words(n.Get("label"))
	t.Plural = d.words(n.Get("plural"))
	if layout, ok := text(&d.Reader, n.Get("layout")); ok {
		t.Layout = layout.text
		d.decls.layouts = append(d.decls.layouts, layout)
	}
	if link, ok := d.Permalink(n.Get("permalink")); ok {
		t.Permalink = link
	}
	if schema, ok := text(&d.Reader, n.Get("schema")); ok {
		if !schemaForm.MatchString(schema.text) {
			d.Report(diag.BadSchema.At(schema.place, schema.text))
		}
		t.Schema = schema.text
	}
	for _, item := range d.List(n.Get("require")) {
		if key, ok := d.Choice(item, model.CoreKeys()...); ok {
			t.Require = append(t.Require, key)
		}
	}
	for _, item := range d.List(n.Get("want")) {
		if key, ok := d.Choice(item, model.CoreKeys()...); ok {
			t.Want = append(t.Want, key)
		}
	}
	at.order, _ = text(&d.Reader, n.Get("order"))
	t.Order = at.order.text
	t.Fields = d.fields(n.Get("fields"), true)
	d.traits(n.Get("traits"), t, &at)
	d.decls.details[t.Name] = at
	return t
}

// words takes a text that readers see, which must be there in every language of the site.
func (d *typeDecoder) words(n *yaml.Node) model.Text {
	if n == nil {
		return nil
	}
	before := len(d.Diags)
	texts := model.Text(d.TextByLang(n, locale.Langs()))
	for _, lang := range d.languages {
		if _, ok := texts[lang]; !ok && len(d.Diags) == before {
			d.Report(diag.ThemeTextMissing.At(n.Place, n.Name, string(lang)))
		}
	}
	return texts
}

// traits reads what the generator is to do for items of the type.
func (d *typeDecoder) traits(n *yaml.Node, t *model.Type, at *detail) {
	if n == nil || !d.Mapping(n, "series", "span", "banner", "feed", "boilerplate", "people", "card") {
		return
	}
	tr := &t.Traits
	at.series, _ = text(&d.Reader, n.Get("series"))
	tr.Series = at.series.text
	if span := n.Get("span"); span != nil {
		for _, item := range d.List(span) {
			if f, ok := text(&d.Reader, item); ok {
				at.span = append(at.span, f)
			}
		}
		if len(at.span) != 2 || at.span[0].text == at.span[1].text {
			d.Report(diag.BadSpan.At(span.Place))
			at.span = nil
		} else {
			tr.Span = [2]string{at.span[0].text, at.span[1].text}
		}
	}
	at.boilerplate, _ = text(&d.Reader, n.Get("boilerplate"))
	tr.Boilerplate = at.boilerplate.text
	tr.Banner, _ = d.Bool(n.Get("banner"))
	tr.Feed, _ = d.Bool(n.Get("feed"))
	tr.People, _ = d.Bool(n.Get("people"))
	tr.Card, _ = d.Bool(n.Get("card"))
}

// knownType reports a type that does not exist.
func (l *loader) knownType(decl *declarations, t named) bool {
	if slices.Contains(decl.names, t.text) {
		return true
	}
	d := diag.UnknownType.At(t.place, t.text)
	if s := suggest(d, t.text, decl.names); s.Hint.Name != "" {
		d = s
	} else if len(decl.names) > 0 {
		d = d.With(diag.OneOf, strings.Join(decl.names, ", "))
	}
	l.report(d)
	return false
}

// checkTypes looks up what the types say of one another, of layouts and of their own fields.
func (l *loader) checkTypes(decl *declarations, t *Theme) {
	for _, to := range decl.to {
		l.knownType(decl, to)
	}
	for _, layout := range decl.layouts {
		if _, ok := t.layouts[layout.text]; !ok {
			names := slices.Sorted(maps.Keys(t.layouts))
			l.report(suggest(diag.UnknownLayout.At(layout.place, layout.text), layout.text, names))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(decl.types)) {
		made, at := decl.types[name], decl.details[name]
		if at.order.text != "" {
			l.checkOrder(made, at.order, []string{"title"})
		}
		if at.series.text != "" {
			l.checkTrait(made, at.series, model.KindPeriod)
		}
		for _, f := range at.span {
			l.checkTrait(made, f, model.KindInstant)
		}
		if at.boilerplate.text == "" {
			continue
		}
		if publisher := decl.types[t.Roles.Publisher]; publisher != nil {
			l.checkTrait(publisher, at.boilerplate, model.KindMarkdown)
		} else if !slices.Contains(decl.names, t.Roles.Publisher) {
			l.report(diag.BoilerplateRole.At(at.boilerplate.place))
		}
	}
}

// checkTrait reports a trait that names a field which the type lacks, or one of another kind.
func (l *loader) checkTrait(t *model.Type, field named, kind model.Kind) {
	f, ok := t.Field(field.text)
	if !ok {
		l.report(suggest(diag.UnknownField.At(field.place, field.text, t.Name), field.text, fieldNames(t)))
	} else if f.Kind != kind {
		l.report(diag.FieldKind.At(field.place, field.text, string(f.Kind)).With(diag.OneOf, string(kind)))
	}
}

func fieldNames(t *model.Type) []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return names
}
