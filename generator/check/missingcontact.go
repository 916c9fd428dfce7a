package check

import (
	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// missingContact reports items without a contact, where their type wants one; and items of a type that is itself somebody
// to turn to, as it has fields for an e-mail address or a telephone number, in which none of them is filled in.
func missingContact() Rule {
	return Rule{Codes: []diag.Code{diag.MissingContact}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		if line, unreachable := wayMissing(t); unreachable {
			return []diag.Diagnostic{diag.MissingContact.At(diag.Whole(t.Doc.Path)).With(diag.AddKey, line)}
		}
		return missing(t, "contacts", len(t.Doc.Contacts) > 0, diag.MissingContact, "contacts: [...]")
	}}
}

// wayMissing tells whether the type has ways to be reached by and the item has none, and the line to add.
func wayMissing(t *Text) (line string, missing bool) {
	if t.Doc.Listing {
		return "", false
	}
	for _, f := range t.Doc.Type.Fields {
		if f.Kind != model.KindEmail && f.Kind != model.KindPhone {
			continue
		}
		if _, filled := t.Doc.Field(f.Name); filled {
			return "", false
		}
		if line == "" {
			line = f.Name + ": ..."
		}
	}
	return line, line != ""
}

// missing reports a core key that the item has not and its type wants, at the first line.
func missing(t *Text, key string, has bool, code diag.Code, line string) []diag.Diagnostic {
	if has || !t.wants(key) {
		return nil
	}
	return []diag.Diagnostic{code.At(diag.Whole(t.Doc.Path)).With(diag.AddKey, line)}
}
