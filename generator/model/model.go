// Package model holds the nouns that all stages share: types of content and their fields, the values of fields, the
// body of a text, languages and URLs. It knows no type of content by name.
package model

import (
	"strings"

	"growthportal/generator/locale"
)

// URL is a path on the site, without the base path of config.yaml's url: it begins with "/", and a page's ends in "/".
type URL string

// Text is what a reader sees, by language. A text without a language of its own stands under every declared language.
type Text map[locale.Lang]string

// In is the text in the wanted language, else in the first of the others that has it.
func (t Text) In(lang locale.Lang, others ...locale.Lang) string {
	if s, ok := t[lang]; ok {
		return s
	}
	for _, l := range others {
		if s, ok := t[l]; ok {
			return s
		}
	}
	return ""
}

// File is the path inside public/ of what stands at the URL: a page's is its folder's index.html.
func (u URL) File() string {
	p := strings.TrimPrefix(string(u), "/")
	if p == "" || strings.HasSuffix(p, "/") {
		return p + "index.html"
	}
	return p
}
