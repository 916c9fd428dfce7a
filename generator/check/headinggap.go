package check

import (
	"strconv"
	"strings"

	"growthportal/generator/diag"
)

// headingGap reports headings that leave out a level (WCAG 2.2, technique G141). The title of the page is of level 1.
func headingGap() Rule {
	return Rule{Codes: []diag.Code{diag.HeadingGap}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		var found []diag.Diagnostic
		before := 1
		for _, h := range t.Doc.Body.Headings {
			level := int(h.Level)
			if level > before+1 {
				d := diag.HeadingGap.At(h.Spot.In(t.Doc.Path), strconv.Itoa(level), strconv.Itoa(before))
				found = append(found, d.With(diag.UseHeading, strings.Repeat("#", before+1)))
			}
			before = level
		}
		return found
	}}
}
