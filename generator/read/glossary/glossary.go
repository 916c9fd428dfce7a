// Package glossary reads content/data/glossary.yaml: the words and abbreviations that a site explains.
//
//	# term, and optionally the forms in which it also stands in texts; both, and the meaning, for all languages or by language
//	- term: KSO
//	  meaning: {sv: kommunstyrelsens ordförande, en: the chair of the municipal executive board}
//	- term: {sv: detaljplan, en: detailed plan}
//	  forms: {sv: [detaljplanen, detaljplaner], en: [detailed plans]}
//	  meaning: {sv: en karta med regler för vad som får byggas, en: a map with rules for what may be built}
package glossary

import (
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// File is where the glossary stands in the sources.
const File = "content/data/glossary.yaml"

// Parse reads a glossary: the terms of each language, in the order in which its readers look words up. A term without a
// word or a meaning in a language is left out there. YAML that is no YAML is for the reader of data to report.
func Parse(content []byte, langs []locale.Lang) (map[locale.Lang][]model.Term, []diag.Diagnostic) {
	root, _ := yaml.Parse(File, content, 1)
	if root == nil {
		return nil, nil
	}
	p := &parser{langs: langs, terms: map[locale.Lang][]model.Term{}, said: map[locale.Lang]map[string]diag.Place{}}
	for _, lang := range langs {
		p.said[lang] = map[string]diag.Place{}
	}
	for _, entry := range p.List(root) {
		p.entry(entry)
	}
	for lang, terms := range p.terms {
		locale.Sort(lang, terms, func(t model.Term) string { return t.Term })
		name(terms)
	}
	return p.terms, p.Diags
}

type parser struct {
	yaml.Reader
	langs []locale.Lang
	terms map[locale.Lang][]model.Term
	said  map[locale.Lang]map[string]diag.Place // where each word and form stands, by language
}

func (p *parser) entry(n *yaml.Node) {
	if !p.Mapping(n, "term", "forms", "meaning") || !p.Need(n, n.Place, "term", "meaning") {
		return
	}
	words := p.byLang(n.Get("term"))
	meanings := p.byLang(n.Get("meaning"))
	forms := p.forms(n.Get("forms"))
	for _, lang := range p.langs {
		if words[lang] == "" || meanings[lang] == "" {
			continue
		}
		t := model.Term{Term: words[lang], Meaning: meanings[lang]}
		if !p.claim(lang, t.Term, n.Get("term").Place) {
			continue
		}
		for _, form := range forms[lang] {
			if p.claim(lang, form, n.Get("forms").Place) {
				t.Forms = append(t.Forms, form)
			}
		}
		p.terms[lang] = append(p.terms[lang], t)
	}
}

// byLang takes a text for all languages or by language, with single spaces.
func (p *parser) byLang(n *yaml.Node) map[locale.Lang]string {
	texts := p.TextByLang(n, p.langs)
	for lang, text := range texts {
		texts[lang] = strings.Join(strings.Fields(text), " ")
	}
	if len(texts) > 0 && strings.Join(values(texts, p.langs), "") == "" {
		p.Report(diag.EmptyText.At(n.Place, n.Name).With(diag.FillIn))
	}
	return texts
}

func values(texts map[locale.Lang]string, langs []locale.Lang) []string {
	var list []string
	for _, lang := range langs {
		list = append(list, texts[lang])
	}
	return list
}

// forms takes a list for all languages, or one by language.
func (p *parser) forms(n *yaml.Node) map[locale.Lang][]string {
	forms := map[locale.Lang][]string{}
	if n == nil {
		return forms
	}
	if n.Kind != yaml.Mapping {
		list := p.Texts(n)
		for _, lang := range p.langs {
			forms[lang] = list
		}
		return forms
	}
	known := make([]string, len(p.langs))
	for i, lang := range p.langs {
		known[i] = string(lang)
	}
	if p.Mapping(n, known...) {
		for _, lang := range p.langs {
			forms[lang] = p.Texts(n.Get(string(lang)))
		}
	}
	return forms
}

// claim notes a word, or reports that it has been explained before: a text could not tell which is meant.
func (p *parser) claim(lang locale.Lang, word string, place diag.Place) bool {
	if word == "" {
		return false
	}
	if first, double := p.said[lang][word]; double {
		if first != place { // else that is one word for several languages, told once
			p.Report(diag.DoubledTerm.At(place, word, strconv.Itoa(first.Line)))
		}
		return false
	}
	p.said[lang][word] = place
	return true
}

// name gives each term an anchor of its own.
func name(terms []model.Term) {
	taken := map[string]int{}
	for i := range terms {
		id := locale.Slug(terms[i].Term)
		if id == "" {
			id = "ord"
		}
		taken[id]++
		if n := taken[id]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		terms[i].ID = "term-" + id
	}
}
