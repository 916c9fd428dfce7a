package page

import (
	"html/template"
	"strings"
	"testing"
)

// A text in chapters is the text, with nothing lost, doubled or moved.
func TestChaptersAreTheText(t *testing.T) {
	headings := func(texts ...string) (list []Heading) {
		for _, text := range texts {
			list = append(list, Heading{Level: 2, ID: strings.ToLower(text[:1]), Text: text})
		}
		return list
	}
	for name, c := range map[string]struct {
		text     template.HTML
		headings []Heading
		numbers  string
	}{
		"none":                   {"<p>x</p>", nil, "0"},
		"empty":                  {"", nil, "0"},
		"from the start":         {`<h2 id="a">A</h2><p>x</p>`, headings("A"), "01"},
		"several":                {`<p>x</p><h2 id="a">A <em>b</em></h2><p>x</p><h2 id="b">B</h2>`, headings("A b", "B"), "012"},
		"within something":       {`<blockquote><h2 id="a">A</h2></blockquote><h2 id="b">B</h2><p>y</p>`, headings("A", "B"), "012"},
		"with more than a name":  {`<h2 id="a" lang="en">A</h2><p>x</p><h2 id="b">B</h2>`, headings("A", "B"), "01"},
		"of the third level":     {`<h2 id="a">A</h2><h3 id="c">C</h3>`, append(headings("A"), Heading{Level: 3, ID: "c", Text: "C"}), "01"},
		"numbered by the author": {`<h2 id="1">1. A</h2><p>x</p>`, headings("1. A"), "00"},
	} {
		var again, numbers strings.Builder
		for _, chapter := range chapters(c.text, c.headings) {
			if chapter.ID != "" {
				again.WriteString(`<h2 id="` + chapter.ID + `">` + string(chapter.Heading) + "</h2>")
			}
			again.WriteString(string(chapter.Text))
			numbers.WriteByte(byte('0' + chapter.Number))
		}
		if again.String() != string(c.text) || numbers.String() != c.numbers {
			t.Errorf("%s: %s, numbered %s", name, again.String(), numbers.String())
		}
	}
}
