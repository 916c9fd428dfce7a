package document

import (
	"fmt"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// text is the text of a single value as it is written. Characters that make it look other than it is are refused when
// they are written as an escape in quotes, too; the file's own were looked at before.
func (d *decoder) text(n *yaml.Node) (string, bool) {
	text, ok := d.Text(n)
	for _, c := range text {
		if code := strange(c); code != "" {
			number := fmt.Sprintf("U+%04X", c)
			d.Report(code.At(n.Place, number).With(diag.Remove, number))
			return "", false
		}
	}
	return text, ok
}

// line is a text on one line: line ends and runs of spaces become single spaces.
func (d *decoder) line(n *yaml.Node) string {
	text, _ := d.text(n)
	return joinSpaces(text)
}

// joinSpaces makes one space of each run of spaces, tabs and line ends; other kinds of space are the author's own.
func joinSpaces(text string) string {
	if joined(text) {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }), " ")
}

// joined tells whether joinSpaces has nothing to do.
func joined(text string) bool {
	return !strings.ContainsAny(text, "\t\n\r") && !strings.Contains(text, "  ") && !strings.HasPrefix(text, " ") && !strings.HasSuffix(text, " ")
}

// boolean is true or false; after an error it is what holds otherwise.
func (d *decoder) boolean(n *yaml.Node, otherwise bool) bool {
	if value, ok := d.Bool(n); ok {
		return value
	}
	return otherwise
}

// moment reads a date, a date and time in the site's zone, or RFC 3339.
func (d *decoder) moment(n *yaml.Node) model.Moment {
	m, ok := d.Instant(n, d.reader.Location)
	if !ok {
		return model.Moment{}
	}
	return model.Moment{Moment: m, Place: n.Place}
}

func (d *decoder) ref(n *yaml.Node) model.Ref {
	name := d.line(n)
	if n.Kind == yaml.Scalar && name == "" {
		d.Report(diag.EmptyText.At(n.Place, n.Name).With(diag.FillIn))
	}
	return model.Ref{Name: name, Place: n.Place}
}

func (d *decoder) refs(n *yaml.Node) []model.Ref {
	var list []model.Ref
	for _, item := range d.List(n) {
		if ref := d.ref(item); ref.Name != "" {
			list = append(list, ref)
		}
	}
	return list
}

// mapping returns the values of a map that must have the required keys, may have the optional ones, and no others.
// A required key that is missing is reported where the map begins.
func (d *decoder) mapping(n *yaml.Node, required, optional []string) (map[string]*yaml.Node, bool) {
	if n.Kind != yaml.Mapping && n.Name != "" {
		shape := n.Name + ": {" + strings.Join(required, ": ..., ") + ": ...}"
		d.Report(diag.WrongType.At(n.Place, n.Name).With(diag.WriteSo, shape))
		return nil, false
	}
	if !d.Mapping(n, slices.Concat(required, optional)...) {
		return nil, false
	}
	values := map[string]*yaml.Node{}
	for _, pair := range n.Pairs {
		values[pair.Key] = pair.Value
	}
	return values, d.Need(n, n.Place, required...)
}

// image reads {file, alt, caption, credit}; alt is required.
func (d *decoder) image(n *yaml.Node) *model.FileRef {
	return d.fileRef(n, true)
}

// fileRef reads an image or a file; a file's name alone stands for a file without a title.
func (d *decoder) fileRef(n *yaml.Node, image bool) *model.FileRef {
	if n.Kind == yaml.Scalar && !image {
		return &model.FileRef{File: d.line(n), Place: n.Place}
	}
	if n.Kind == yaml.Scalar {
		d.Report(diag.AltMissing.At(n.Place, n.Text).With(diag.WriteSo, `{file: `+n.Text+`, alt: "..."}`))
		return nil
	}
	optional := []string{"title"}
	if image {
		optional = []string{"alt", "caption", "credit"}
	}
	m, ok := d.mapping(n, []string{"file"}, optional)
	if !ok {
		return nil
	}
	ref := &model.FileRef{File: d.line(m["file"]), Place: m["file"].Place}
	for name, to := range map[string]*string{"title": &ref.Title, "caption": &ref.Caption, "credit": &ref.Credit} {
		if m[name] != nil {
			*to = d.line(m[name])
		}
	}
	if alt := m["alt"]; alt != nil {
		text := d.line(alt)
		ref.Alt = &text
	} else if image {
		d.Report(diag.AltMissing.At(n.Place, ref.File).With(diag.AddKey, `alt: "..."`))
		return nil
	}
	if ref.File == "" {
		return nil
	}
	return ref
}
