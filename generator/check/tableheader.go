package check

import (
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/markdown"
)

// tableHeader reports tables with a column that nothing heads (WCAG 2.2, 1.3.1). The cell above a column of headings may
// be empty.
func tableHeader() Rule {
	return Rule{Codes: []diag.Code{diag.TableHeader}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		var found []diag.Diagnostic
		for _, p := range append([]markdown.Prose{t.Writing.Body}, t.Writing.Parts...) {
			for _, table := range p.Tables {
				empty := slices.IndexFunc(table.Headers[min(1, len(table.Headers)):], func(h string) bool { return strings.TrimSpace(h) == "" })
				if empty >= 0 || len(table.Headers) == 1 && strings.TrimSpace(table.Headers[0]) == "" {
					found = append(found, diag.TableHeader.At(table.Place).With(diag.HeadColumns))
				}
			}
		}
		return found
	}}
}
