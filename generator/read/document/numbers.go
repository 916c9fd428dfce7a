package document

import (
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// withNumbers adds the personal identity numbers in a file to what is told of it: a text with one is not published. An item that
// says why the rule does not apply to it is let pass.
func withNumbers(doc *Document, path string, content []byte, diags []diag.Diagnostic) []diag.Diagnostic {
	if !locale.MayHoldPersonalNumber(content) {
		return diags
	}
	found := diag.PersonalNumbers(path, string(content))
	switch {
	case len(found) == 0 || doc != nil && doc.Silences(diag.PersonalNumber):
		return diags
	case doc == nil && looksDraft(content), doc != nil && doc.Draft:
		Downgrade(found)
	case doc != nil:
		doc.Broken = true
	}
	return append(diags, found...)
}

// Silences tells whether the item says, with a reason, that a rule does not apply to it.
func (d *Document) Silences(rule diag.Code) bool {
	return slices.ContainsFunc(d.Silence, func(s Silence) bool { return s.Rule == string(rule) && s.Reason != "" })
}
