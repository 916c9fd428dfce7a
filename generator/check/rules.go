package check

import "growthportal/generator/diag"

// Rules lists every rule, in the order in which the manual has them. A new rule is a file and one line here.
func Rules() []Rule {
	return []Rule{
		lix(), longSentence(), doubledWord(), abbreviation(), shouting(), officialese(),
		missingContact(), missingSummary(), missingTopics(), missingCase(), missingAttachment(), translation(), reviewDate(),
		personalNumber(), privateContact(),
		imageAlt(), headingGap(), linkText(), tableHeader(), pdfTitle(), pdfAuthor(),
		{Codes: []diag.Code{diag.BrokenLink, diag.BrokenAnchor}, Always: true, Whole: true},
		externalLink(),
		wellFormed(), oneHeading(), sameTitle(), canonical(), hreflang(), soundFeeds(), structuredData(),
		{Codes: []diag.Code{diag.UnknownSilence, diag.FixedSilence, diag.NeedlessSilence}, Always: true, Whole: true},
	}
}

// externalLink is told by package external, where links to other sites are tried on request.
func externalLink() Rule { return Rule{Codes: []diag.Code{diag.ExternalLink}} }
