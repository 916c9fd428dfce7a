package page

import (
	"html/template"
	"slices"
	"strings"
	"unicode"
)

// chapters parts a text at the headings of its second level. Put together again, headings and all, the parts are the
// text: a heading that stands within something else parts nothing open from its end.
func chapters(text template.HTML, headings []Heading) []Chapter {
	headings = slices.DeleteFunc(slices.Clone(headings), func(h Heading) bool { return h.Level != 2 })
	numbered := !slices.ContainsFunc(headings, func(h Heading) bool {
		return strings.IndexFunc(h.Text, unicode.IsDigit) == 0 // its author has numbered them
	})
	rest := string(text)
	list := []Chapter{{}}
	for _, h := range headings {
		before, after, found := strings.Cut(rest, `<h2 id="`+h.ID+`">`)
		words, following, closed := strings.Cut(after, "</h2>")
		if !found || !closed {
			continue // it has more to its element than a name: the text keeps it as it is
		}
		list[len(list)-1].Text = template.HTML(before)
		list = append(list, Chapter{ID: h.ID, Title: h.Text, Heading: template.HTML(words)})
		if numbered {
			list[len(list)-1].Number = len(list) - 1
		}
		rest = following
	}
	list[len(list)-1].Text = template.HTML(rest)
	return list
}
