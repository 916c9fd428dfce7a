package document

import (
	"cmp"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/markdown"
	"growthportal/generator/read/yaml"
)

// value reads the value of a declared field; ok is false where it was wrong, which has been reported.
func (d *decoder) value(f model.Field, n *yaml.Node) (model.Value, bool) {
	v := model.Value{Kind: f.Kind, Spot: model.SpotOf(n.Place)}
	before := len(d.Diags)
	switch f.Kind {
	case model.KindList:
		items := d.List(n)
		v.List = make([]model.Value, 0, len(items))
		for _, item := range items {
			if element, ok := d.value(*f.Of, item); ok {
				v.List = append(v.List, element)
			}
		}
	case model.KindMap:
		v.Map = d.fieldMap(f, n)
	case model.KindBoolean:
		v.More = &model.More{Bool: d.boolean(n, false)}
	case model.KindDate:
		if day, ok := d.Date(n); ok {
			v.More = &model.More{Moment: locale.Moment{Time: day.Start(d.reader.Location), DateOnly: true}}
		}
	case model.KindInstant:
		v.More = &model.More{Moment: d.moment(n).Moment}
	case model.KindPeriod:
		period, _ := d.Period(n)
		v.More, v.Text = &model.More{Period: period}, period.String()
	case model.KindChoice:
		v.Text, _ = d.Choice(n, choices(f)...)
	case model.KindReference:
		v.More = &model.More{Ref: d.ref(n)}
	case model.KindImage, model.KindFile:
		v.More = &model.More{File: cmp.Or(d.fileRef(n, f.Kind == model.KindImage), &model.FileRef{})}
	default:
		v.Text, _ = d.text(n)
		if n.Kind == yaml.Scalar {
			d.textKind(f, n, &v)
		}
	}
	return v, !diag.HasErrors(d.Diags[before:])
}

// textKind checks the kinds that are written as one text.
func (d *decoder) textKind(f model.Field, n *yaml.Node, v *model.Value) {
	trimmed := strings.TrimSpace(v.Text)
	if trimmed == "" && f.Required {
		d.Report(diag.EmptyText.At(n.Place, f.Name).With(diag.MustFill))
		return
	}
	switch f.Kind {
	case model.KindMarkdown:
		first := n.Place.Line
		if n.Block {
			first++ // the text begins below the key
		}
		body, diags := markdown.Parse([]byte(v.Text), markdown.Options{
			File: d.file, FirstLine: first, HTML: d.shelf.html(), Typography: d.typography, Lang: d.lang, Prefix: f.Name + ":",
		})
		relocate(body, diags, d.within(n, v.Text))
		body.Digest = output.DigestOf(body)
		v.More = &model.More{Body: body}
		d.Diags = append(d.Diags, diags...)
	case model.KindNumber:
		number, err := strconv.ParseFloat(trimmed, 64)
		if err != nil || !plainNumber.MatchString(trimmed) {
			d.Report(badNumber(f, n, trimmed))
			return
		}
		v.More, v.Text = &model.More{Number: number}, trimmed
	case model.KindEmail:
		if address, err := mail.ParseAddress(trimmed); err != nil || address.Address != trimmed {
			d.Report(diag.BadEmail.At(n.Place, v.Text).With(diag.LikeEmail))
		}
	case model.KindPhone:
		if !telephone.MatchString(trimmed) {
			d.Report(diag.BadPhone.At(n.Place, v.Text).With(diag.LikePhone))
		}
	case model.KindURL:
		d.url(n, trimmed)
	default:
		v.Text = joinSpaces(v.Text)
	}
}

// badNumber tells of a number that is none, and how one with a comma is written.
func badNumber(f model.Field, n *yaml.Node, text string) diag.Diagnostic {
	found := diag.BadNumber.At(n.Place, f.Name)
	if point := strings.Replace(text, ",", ".", 1); plainNumber.MatchString(point) {
		return found.With(diag.WriteSo, point)
	}
	return found.With(diag.LikeNumber)
}

var (
	plainNumber = regexp.MustCompile(`^[+-]?\d+(\.\d+)?$`)
	telephone   = regexp.MustCompile(`^\+?[0-9(][0-9 ()\x{a0}\x{2011}\x{2013}/-]{2,30}$`)
)

func choices(f model.Field) []string {
	var values []string
	for _, c := range f.Choices {
		values = append(values, c.Value)
	}
	return values
}

func (d *decoder) url(n *yaml.Node, text string) {
	u, err := url.Parse(text)
	switch {
	case err != nil || text == "":
		d.Report(diag.BadURL.At(n.Place, text))
	case u.Scheme == "" && !strings.HasPrefix(text, "/"), strings.HasPrefix(text, "//"):
		d.Report(diag.BadURL.At(n.Place, text).With(diag.WriteSo, "https://"+strings.TrimLeft(text, "/")))
	case u.Scheme != "" && !slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(u.Scheme)):
		d.Report(diag.BadScheme.At(n.Place, u.Scheme))
	}
}

// fieldMap reads a field of kind map by its declared keys.
func (d *decoder) fieldMap(f model.Field, n *yaml.Node) []model.NamedValue {
	var required, optional []string
	for _, key := range f.Fields {
		if key.Required {
			required = append(required, key.Name)
		} else {
			optional = append(optional, key.Name)
		}
	}
	values, _ := d.mapping(n, required, optional)
	list := make([]model.NamedValue, 0, len(values))
	for _, key := range f.Fields {
		if values[key.Name] == nil {
			continue
		}
		if v, ok := d.value(key, values[key.Name]); ok {
			list = append(list, model.NamedValue{Name: key.Name, Value: v})
		}
	}
	return list
}

// extra keeps an undeclared value as it is.
func (d *decoder) extra(n *yaml.Node) model.Value {
	v := model.Value{Kind: model.KindAny, Spot: model.SpotOf(n.Place)}
	switch n.Kind {
	case yaml.Scalar:
		v.Text, _ = d.text(n)
	case yaml.Sequence:
		for _, item := range n.Items {
			v.List = append(v.List, d.extra(item))
		}
	case yaml.Mapping:
		for _, pair := range n.Pairs {
			v.Map = append(v.Map, model.NamedValue{Name: pair.Key, Value: d.extra(pair.Value)})
		}
	}
	return v
}
