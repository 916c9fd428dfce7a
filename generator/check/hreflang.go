package check

import (
	"maps"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// hreflang reports language versions that do not name one another
// (https://developers.google.com/search/docs/specialty/international/localized-versions).
func hreflang() Rule {
	return Rule{
		Codes: []diag.Code{diag.Hreflang}, Whole: true,
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, p := range b.all() {
				if p.redirect {
					continue
				}
				for _, lang := range slices.Sorted(maps.Keys(p.alternates)) {
					address := p.alternates[lang]
					other := b.at(address)
					named := other != nil && other.alternates[string(p.lang)] == b.Base.Absolute(p.url)
					if !named || lang != "x-default" && string(other.lang) != lang {
						found = append(found, diag.Hreflang.At(place(p.claim), string(p.url), address))
					}
				}
			}
			return found
		},
	}
}

// at is the page at a whole address, or nil.
func (b *Built) at(address string) *page {
	rest, ok := strings.CutPrefix(address, b.Base.String())
	if !ok {
		return nil
	}
	return b.pages[model.URL("/"+rest).File()]
}
