package site

import (
	"html"

	"growthportal/generator/model"
)

// explained finds the meaning of a term in an item's text. On the page of the glossary itself, and where there is no such page,
// a term is a word as any other.
func (g *graph) explained(it *Item, ref model.BodyRef) led {
	page := g.own[model.GlossaryPage][it.Lang]
	if page == nil || page == it {
		return led{}
	}
	if g.terms == nil {
		g.terms = map[termKey]model.Term{}
		for lang, terms := range g.Glossary {
			for _, t := range terms {
				g.terms[termKey{string(lang), t.Term}] = t
			}
		}
	}
	t, ok := g.terms[termKey{string(it.Lang), ref.Target}]
	if !ok {
		return led{}
	}
	return led{URL: page.URL, More: More{Fragment: t.ID, Meaning: t.Meaning}}
}

type termKey struct{ lang, term string }

// term is the element of a word that is explained: a link to its place in the glossary, with the meaning as its title. The word
// alone where nothing explains it.
func (t Target) term(word string, href func(model.URL) string) string {
	meaning := t.more().Meaning
	if meaning == "" {
		return html.EscapeString(word)
	}
	return `<a class="term" href="` + html.EscapeString(t.Href(href)) + `" title="` + html.EscapeString(meaning) + `">` + html.EscapeString(word) + `</a>`
}
