package check

import "growthportal/generator/diag"

// personalNumber reports personal identity numbers in content. A build reports them as well, and looks in data,
// attachments and the names of files too; here the texts are read once more, for those that are silenced.
func personalNumber() Rule {
	return Rule{
		Codes: []diag.Code{diag.PersonalNumber}, Always: true,
		Text: func(t *Text, _ Values) []diag.Diagnostic { return diag.PersonalNumbers(t.Doc.Path, string(t.Source)) },
	}
}
