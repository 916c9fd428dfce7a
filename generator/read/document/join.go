package document

import (
	"strings"

	"growthportal/generator/model"
)

// join puts the words of the front matter into one piece of memory: a large site keeps a hundred thousand documents, and whoever
// looks for garbage visits each piece.
func (d *Document) join() {
	texts := []*string{&d.Title, &d.Summary, &d.Slug, &d.Case, &d.Publisher.Name}
	for _, refs := range [][]model.Ref{d.Topics, d.Contacts, d.Authors, d.Related, d.Points} {
		for i := range refs {
			texts = append(texts, &refs[i].Name)
		}
	}
	for i := range d.Fields {
		texts = appendTexts(texts, &d.Fields[i].Value)
	}
	size := 0
	for _, t := range texts {
		size += len(*t)
	}
	var all strings.Builder
	all.Grow(size)
	for _, t := range texts {
		all.WriteString(*t)
	}
	rest := all.String()
	for _, t := range texts {
		*t, rest = rest[:len(*t)], rest[len(*t):]
	}
}

func appendTexts(texts []*string, v *model.Value) []*string {
	if v.Text != "" {
		texts = append(texts, &v.Text)
	}
	for i := range v.List {
		texts = appendTexts(texts, &v.List[i])
	}
	for i := range v.Map {
		texts = appendTexts(texts, &v.Map[i].Value)
	}
	return texts
}
