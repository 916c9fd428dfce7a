package check

import "growthportal/generator/diag"

// missingContact reports items without a contact, where their type wants one.
func missingContact() Rule {
	return Rule{Codes: []diag.Code{diag.MissingContact}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		return missing(t, "contacts", len(t.Doc.Contacts) > 0, diag.MissingContact, "contacts: [...]")
	}}
}

// missing reports a core key that the item has not and its type wants, at the first line.
func missing(t *Text, key string, has bool, code diag.Code, line string) []diag.Diagnostic {
	if has || !t.wants(key) {
		return nil
	}
	return []diag.Diagnostic{code.At(diag.Whole(t.Doc.Path)).With(diag.AddKey, line)}
}
