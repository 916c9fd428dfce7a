package check

import (
	"strconv"

	"growthportal/generator/diag"
)

// oneHeading reports pages with no heading of the first level, or several. A page that only leads elsewhere needs none.
func oneHeading() Rule {
	return Rule{
		Codes: []diag.Code{diag.PageHeading}, Whole: true,
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, p := range b.all() {
				if p.headings != 1 && !(p.redirect && p.headings == 0) {
					found = append(found, diag.PageHeading.At(place(p.claim), strconv.Itoa(p.headings), string(p.url)))
				}
			}
			return found
		},
	}
}
