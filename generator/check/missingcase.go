package check

import "growthportal/generator/diag"

// missingCase reports items without a case number, where their type wants one.
func missingCase() Rule {
	return Rule{Codes: []diag.Code{diag.MissingCase}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		return missing(t, "case", t.Doc.Case != "", diag.MissingCase, "case: KS 2026/0123")
	}}
}
