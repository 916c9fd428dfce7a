package markdown

import (
	"strconv"

	"growthportal/generator/locale"
)

// words are what we put into a text ourselves, mostly for those who hear it read.
type words struct {
	footnotes string // the section of footnotes
	footnote  string // a call, before its number
	back      string // a way back, before the footnote's number
	table     string // a table without a caption, before its number
	done      string // the checkbox of a task
}

func wordsIn(lang locale.Lang) words {
	if lang == locale.English {
		return words{
			footnotes: "Footnotes", footnote: "Footnote ", back: "Back to the text, footnote ", table: "Table ", done: "Done",
		}
	}
	return words{
		footnotes: "Fotnoter", footnote: "Fotnot ", back: "Tillbaka till texten, fotnot ", table: "Tabell ", done: "Klart",
	}
}

// numbered puts a number after a word; from the second of several on, "Fotnot 1 (2)".
func numbered(word string, n, nth int) string {
	if nth > 1 {
		return word + strconv.Itoa(n) + " (" + strconv.Itoa(nth) + ")"
	}
	return word + strconv.Itoa(n)
}
