package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// shouting reports words in capitals: two or more in a row, or one that is too long for an abbreviation.
func shouting() Rule {
	return Rule{
		Codes:    []diag.Code{diag.Shouting},
		Settings: []Setting{{Name: "allow", Words: true, About: diag.Text{SV: "namn som skrivs så", EN: "names that are written so"}}},
		Text: func(t *Text, v Values) []diag.Diagnostic {
			allowed := map[string]bool{}
			for _, list := range [][]string{v.Words("allow"), t.Subject.Terms} {
				for _, term := range list {
					allowed[term] = true
				}
			}
			var found []diag.Diagnostic
			for _, b := range t.Writing.Texts() {
				for _, at := range shouts(b.Text) {
					words := strings.Join(strings.Fields(b.Text[at[0]:at[1]]), " ")
					if !allowed[words] {
						found = append(found, diag.Shouting.At(b.Place(at[0], at[1]), words).With(diag.WriteSo, lowered(words)))
					}
				}
			}
			return found
		},
	}
}

// longestShort is how many letters an abbreviation may have.
const longestShort = 6

// shouts are the ranges of a text that are written in capitals alone. Of several words one must be longer than three
// letters, lest two abbreviations in a row be taken for a shout.
func shouts(text string) [][2]int {
	var list [][2]int
	from, to, count, longest := 0, 0, 0, 0
	flush := func() {
		if count > 1 && longest > 3 || longest > longestShort {
			list = append(list, [2]int{from, to})
		}
		count, longest = 0, 0
	}
	for _, w := range locale.Words(text) {
		n := utf8.RuneCountInString(w.Text)
		if !inCapitals(w.Text) {
			flush()
			continue
		}
		if count > 0 && strings.TrimSpace(text[to:w.From]) != "" {
			flush()
		}
		if count == 0 {
			from = w.From
		}
		to, count, longest = w.To, count+1, max(longest, n)
	}
	flush()
	return list
}

// shouted tells whether the word at an offset is part of a shout.
func shouted(text string, at int) bool {
	for _, s := range shouts(text) {
		if s[0] <= at && at < s[1] {
			return true
		}
	}
	return false
}

// inCapitals tells whether a word has two letters or more, and capitals alone.
func inCapitals(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n > 1
}

// lowered is a shout as it might be said: the first letter a capital, the rest small.
func lowered(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(first) + strings.ToLower(words[size:])
}
