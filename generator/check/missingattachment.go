package check

import (
	"regexp"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// missingAttachment reports a text that speaks of an attachment in an item that has none, and links to no file.
func missingAttachment() Rule {
	words := map[locale.Lang]*regexp.Regexp{
		locale.Swedish: regexp.MustCompile(`(?i)(?:^|[^\p{L}-])(bilag(?:a|an|or|orna)|bilag[dt]a?|bifoga(?:[dt]|de|s|r))(?:$|[^\p{L}])`),
		locale.English: regexp.MustCompile(`(?i)(?:^|[^\p{L}-])(attachments?|(?:is|are|see the|the|find) (?:attached|enclosed)|attached (?:is|are|document|file|report|table|letter|plan|map)s?)(?:$|[^\p{L}])`),
	}
	return Rule{Codes: []diag.Code{diag.MissingAttachment}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		if len(t.files()) > 0 || t.Doc.Listing {
			return nil
		}
		for _, b := range t.Writing.Texts() {
			pattern := words[t.lang(b)]
			if pattern == nil {
				continue
			}
			for _, at := range pattern.FindAllStringSubmatchIndex(b.Text, -1) {
				if t.lang(b) == locale.English && leadsTo(b.Text[at[3]:]) {
					continue
				}
				word := b.Text[at[2]:at[3]]
				return []diag.Diagnostic{diag.MissingAttachment.At(b.Place(at[2], at[3]), word).With(diag.AddAttachment)}
			}
		}
		return nil
	}}
}

// leadsTo tells whether "attached" is followed by what it is fixed to: "a shed is attached to the house".
func leadsTo(after string) bool {
	words := locale.Words(after)
	return len(words) > 0 && words[0].From <= 1 && words[0].Text == "to"
}
