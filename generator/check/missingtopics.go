package check

import "growthportal/generator/diag"

// missingTopics reports items without topics, where their type wants them.
func missingTopics() Rule {
	return Rule{Codes: []diag.Code{diag.MissingTopics}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		return missing(t, "topics", len(t.Doc.Topics) > 0, diag.MissingTopics, "topics: [...]")
	}}
}
