package check

import "growthportal/generator/diag"

// canonical reports pages that name another address than their own as the one to keep (RFC 6596). Those that only lead
// elsewhere, or are left out by search engines, need not name one.
func canonical() Rule {
	return Rule{
		Codes: []diag.Code{diag.Canonical}, Whole: true,
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, p := range b.all() {
				if !p.redirect && !p.hidden && p.canonical != b.Base.Absolute(p.url) {
					found = append(found, diag.Canonical.At(place(p.claim), string(p.url), `"`+p.canonical+`"`))
				}
			}
			return found
		},
	}
}
