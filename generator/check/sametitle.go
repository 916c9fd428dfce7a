package check

import "growthportal/generator/diag"

// sameTitle reports pages of one language that share their title or their description, as search engines and tabs show
// them, and pages without a title. Pages that search engines leave out are let pass.
func sameTitle() Rule {
	return Rule{
		Codes: []diag.Code{diag.SameTitle, diag.SameSummary, diag.NoPageTitle},
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			type said struct{ lang, words string }
			titles, descriptions := map[said]*page{}, map[said]*page{}
			var found []diag.Diagnostic
			for _, p := range b.all() {
				if p.title == "" {
					found = append(found, diag.NoPageTitle.At(place(p.claim), string(p.url)))
				}
				if p.redirect || p.hidden {
					continue
				}
				title, description := said{string(p.lang), p.title}, said{string(p.lang), p.description}
				if first := titles[title]; first != nil && p.title != "" {
					found = append(found, diag.SameTitle.At(place(p.claim), p.title, string(first.url)))
				} else {
					titles[title] = p
				}
				if first := descriptions[description]; first != nil && p.description != "" {
					found = append(found, diag.SameSummary.At(place(p.claim), string(first.url)))
				} else {
					descriptions[description] = p
				}
			}
			return found
		},
	}
}
