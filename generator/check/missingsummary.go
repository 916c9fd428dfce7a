package check

import "growthportal/generator/diag"

// missingSummary reports items without a lead, where their type wants one.
func missingSummary() Rule {
	return Rule{Codes: []diag.Code{diag.MissingSummary}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		return missing(t, "summary", t.Doc.Summary != "", diag.MissingSummary, "summary: ...")
	}}
}
