package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// doubledWord reports a word that follows itself with nothing but space between. Names ("Duran Duran"), numbers, and
// words that may follow themselves in good prose are let pass.
func doubledWord() Rule {
	return Rule{
		Codes: []diag.Code{diag.DoubledWord},
		Text: func(t *Text, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, b := range t.Writing.Texts() {
				words := locale.Words(b.Text)
				for i := 1; i < len(words); i++ {
					before, word := words[i-1], words[i]
					if strings.TrimSpace(b.Text[before.To:word.From]) == "" && doubled(before.Text, word.Text, t.lang(b)) {
						found = append(found, diag.DoubledWord.At(b.Place(word.From, word.To), word.Text).With(diag.Remove, word.Text))
					}
				}
			}
			return found
		},
	}
}

// mayFollowItself are words that good sentences double: "det det handlar om", "she had had enough".
func mayFollowItself(lang locale.Lang) []string {
	if lang == locale.English {
		return []string{"that", "had", "no", "very", "bye", "ha"}
	}
	return []string{"det", "som", "den", "de", "ja", "nej", "hej", "så", "om", "har", "var", "ha", "många", "mycket", "igen"}
}

func doubled(a, b string, lang locale.Lang) bool {
	first, _ := utf8.DecodeRuneInString(b)
	return strings.EqualFold(a, b) && unicode.IsLower(first) && !slices.Contains(mayFollowItself(lang), b)
}
