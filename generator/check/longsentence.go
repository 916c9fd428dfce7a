package check

import (
	"strconv"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// longSentence reports sentences of more words than a reader can hold. Each item of a list is looked at by itself.
func longSentence() Rule {
	return Rule{
		Codes: []diag.Code{diag.LongSentence},
		Settings: []Setting{
			{Name: "words", Default: 25, Least: 5, Most: 100, About: diag.Text{SV: "så många ord får en mening ha", EN: "the most words of a sentence"}},
		},
		Text: func(t *Text, v Values) []diag.Diagnostic {
			blocks := t.running()
			if lead, ok := t.lead(); ok {
				blocks = append(blocks, lead)
			}
			for _, part := range t.Writing.Parts {
				blocks = append(blocks, part.Blocks...)
			}
			var found []diag.Diagnostic
			for _, s := range locale.Sentences(texts(blocks), true) {
				if limit := v.Number("words"); len(s) > limit {
					place := blocks[s[0].Block].Place(s[0].From, s[0].To)
					found = append(found, diag.LongSentence.At(place, strconv.Itoa(len(s)), strconv.Itoa(limit)).With(diag.ShorterSentence))
				}
			}
			return found
		},
	}
}
