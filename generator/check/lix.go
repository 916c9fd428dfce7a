package check

import (
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/prose"
)

// lix holds leads and texts to a readability index; see [locale.LIX]. A text of few words has none worth the name: the
// index of a lead is taken from 15 words on, that of a text from 60.
func lix() Rule {
	return Rule{
		Codes: []diag.Code{diag.Lix},
		Settings: []Setting{
			{Name: "max", Default: 50, Least: 20, Most: 80, About: diag.Text{SV: "högsta LIX för texten", EN: "the highest LIX of the text"}},
			{Name: "lead", Default: 50, Least: 20, Most: 80, About: diag.Text{SV: "högsta LIX för ingressen", EN: "the highest LIX of the lead"}},
		},
		Text: func(t *Text, v Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			if lead, ok := t.lead(); ok {
				found = append(found, heavy([]prose.Block{lead}, 15, v.Number("lead"))...)
			}
			found = append(found, heavy(t.running(), 60, v.Number("max"))...)
			for _, part := range t.Writing.Parts {
				found = append(found, heavy(part.Blocks, 60, v.Number("max"))...)
			}
			return found
		},
	}
}

// heavy reports blocks whose index is above a limit, at where they begin, and the sentence to begin with.
func heavy(blocks []prose.Block, fewest, limit int) []diag.Diagnostic {
	sentences := locale.Sentences(texts(blocks), false)
	words, longest := 0, 0
	for i, s := range sentences {
		words += len(s)
		if len(s) > len(sentences[longest]) {
			longest = i
		}
	}
	index := locale.LIX(sentences)
	if words < fewest || index <= float64(limit) {
		return nil
	}
	first, long := sentences[0][0], sentences[longest]
	var begins []string
	for _, w := range long[:min(len(long), 4)] {
		begins = append(begins, w.Text)
	}
	d := diag.Lix.At(blocks[first.Block].Place(first.From, first.To), strconv.Itoa(int(index+0.5)), strconv.Itoa(limit))
	return []diag.Diagnostic{d.With(diag.LongestSentence, strings.Join(begins, " "), strconv.Itoa(len(long)))}
}
