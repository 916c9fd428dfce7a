package sample

import (
	"html/template"
	"reflect"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/read/yaml"
	"growthportal/generator/render/page"
)

// The most that a sample holds of anything, so that a slip of the finger does not fill the memory.
const (
	mostTimes  = 5000
	mostNumber = 1 << 30
)

// into takes a value of any type that views are made of.
func (d *decoder) into(v reflect.Value, n *yaml.Node) {
	switch to := v.Addr().Interface().(type) {
	case *page.Text:
		if text, ok := d.Text(n); ok {
			*to = *page.Written(template.HTML(text)) // the theme's author writes it, as they write the layouts
		}
		return
	case *page.Time:
		if m, ok := d.Instant(n, d.Location); ok {
			*to = *page.TimeOf(m, d.lang)
		}
		return
	case *page.Span:
		d.span(to, n)
		return
	case *page.Card:
		if n = present(d.wholeCard(n, map[string]bool{})); n != nil && d.mapping(v, n, like) {
			d.card(to, n)
		}
		return
	case *page.Item:
		to.Card = &page.Card{}
		if n = present(d.wholeCard(n, map[string]bool{})); n != nil && d.mapping(v, n, like) {
			d.item(to, n)
		}
		return
	case *page.Image:
		if d.mapping(v, n) {
			d.picture(&to.Src, n.Get("src"))
		}
		return
	case *page.Elsewhere:
		if d.mapping(v, n) {
			to.Text = d.Theme.Texts[locale.Lang(to.Lang)]
		}
		return
	}
	d.plain(v, n)
}

// plain takes what is nothing special.
func (d *decoder) plain(v reflect.Value, n *yaml.Node) {
	switch v.Kind() {
	case reflect.Pointer:
		made := reflect.New(v.Type().Elem())
		d.into(made.Elem(), n)
		v.Set(made)
	case reflect.Struct:
		d.mapping(v, n)
	case reflect.Slice:
		for _, element := range d.repeated(n) {
			made := reflect.New(v.Type().Elem()).Elem()
			d.into(made, element)
			v.Set(reflect.Append(v, made))
		}
	case reflect.Map: // by keys that the sample chooses
		if n = present(n); !d.AnyMapping(n) {
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for _, p := range n.Pairs {
			made := reflect.New(v.Type().Elem()).Elem()
			d.into(made, p.Value)
			v.SetMapIndex(reflect.ValueOf(p.Key), made)
		}
	case reflect.String:
		text, _ := d.Text(n)
		v.SetString(text)
	case reflect.Bool:
		yes, _ := d.Bool(n)
		v.SetBool(yes)
	case reflect.Int:
		number, _ := d.Int(n, 0, mostNumber)
		v.SetInt(int64(number))
	default:
		panic("sample: views hold a " + v.Type().String() + ", which no sample can say")
	}
}

// repeated gives the elements of a list. One that is {times: 30, of: [...]} stands for thirty, which are those in turn.
func (d *decoder) repeated(n *yaml.Node) []*yaml.Node {
	var list []*yaml.Node
	for _, element := range d.List(n) {
		if element.Get("times") == nil || !d.Mapping(element, "times", "of") {
			list = append(list, element)
			continue
		}
		times, _ := d.Int(element.Get("times"), 1, mostTimes)
		d.Need(element, element.Place, "of")
		if of := d.List(element.Get("of")); len(of) > 0 {
			for i := range times {
				list = append(list, of[i%len(of)])
			}
		}
	}
	return list
}

// mapping takes the fields of a struct; others are keys that it may have besides. What the theme says itself, and what
// follows from other fields, no sample can say.
func (d *decoder) mapping(v reflect.Value, n *yaml.Node, others ...string) bool {
	n = present(n)
	keys := keysOf(v.Type())
	known := others
	for _, k := range keys {
		known = append(known, k.name)
	}
	if !d.Mapping(n, known...) {
		return false
	}
	d.Need(n, n.Place, required(v.Type())...)
	for _, k := range keys {
		value := n.Get(k.name)
		if value == nil || k.later {
			continue
		}
		field := v.FieldByIndex(k.index)
		if lists, ok := field.Addr().Interface().(*map[string]page.List); ok {
			d.namedLists(lists, value)
			continue
		}
		d.into(field, value)
	}
	return true
}

// namedLists takes the answers to the lists that the theme asks for, and no others.
func (d *decoder) namedLists(to *map[string]page.List, n *yaml.Node) {
	of := d.layout
	if n.Name == "every" {
		of = n.Name
	}
	if n = present(n); !d.Mapping(n, sortedKeys(d.Theme.Lists[of])...) {
		return
	}
	*to = map[string]page.List{}
	for _, p := range n.Pairs {
		var list page.List
		d.into(reflect.ValueOf(&list).Elem(), p.Value)
		(*to)[p.Key] = list
	}
}

// key is a key of a mapping and the field that it sets.
type key struct {
	name  string
	index []int
	later bool // it is taken with the card's type
}

// keysOf lists the keys by which the fields of a struct are set. Those that are no part of a view's digest come from the
// theme, and are not among them.
func keysOf(t reflect.Type) []key {
	var keys []key
	for _, f := range reflect.VisibleFields(t) {
		if f.Anonymous || !f.IsExported() || f.Tag.Get("digest") == "-" || slices.Contains(derived(t), f.Name) {
			continue
		}
		keys = append(keys, key{keyName(f.Name), f.Index, f.Type == reflect.TypeFor[map[string]*page.Field]()})
	}
	return keys
}

// keyName is a field's name with a small first letter; one of capitals alone is all small.
func keyName(field string) string {
	if strings.ToUpper(field) == field {
		return strings.ToLower(field)
	}
	return strings.ToLower(field[:1]) + field[1:]
}

func (d *decoder) span(to *page.Span, n *yaml.Node) {
	if n = present(n); !d.Mapping(n, "start", "end", "past") || !d.Need(n, n.Place, "start") {
		return
	}
	start, ok := d.Instant(n.Get("start"), d.Location)
	end, _ := d.Instant(n.Get("end"), d.Location)
	if !ok {
		return
	}
	*to = *page.SpanOf(start, end, d.lang)
	to.Past, _ = d.Bool(n.Get("past"))
}

// picture finds a picture of samples/; an address stays as it is.
func (d *decoder) picture(src *string, n *yaml.Node) {
	if n == nil || strings.Contains(*src, "/") {
		return
	}
	if name, ok := d.Choice(n, sortedKeys(d.pictures)...); ok {
		*src = d.pictures[name]
	}
}
