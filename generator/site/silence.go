package site

import (
	"slices"

	"growthportal/generator/diag"
)

// unsilenced are the findings about a file that an item offers but for personal identity numbers, where the item says why they
// may stand.
func unsilenced(it *Item, found []diag.Diagnostic) []diag.Diagnostic {
	if it == nil || it.doc == nil || !it.doc.Silences(diag.PersonalNumber) {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool { return d.Code == diag.PersonalNumber })
}
