package diag

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/locale"
)

// Text is one text in the two languages in which the program speaks to its users. {0}, {1} ... stand for words.
type Text struct{ SV, EN string }

// In is the text in one language.
func (t Text) In(lang locale.Lang) string {
	if lang == locale.Swedish {
		return t.SV
	}
	return t.EN
}

// Entry is what the catalogue knows of a code.
type Entry struct {
	Code     Code
	Severity Severity // the code's usual severity
	Message  Text     // one line, lower case, no full stop
	Why      Text     // for docs/diagnostics.md: a sentence or two on why it matters and what to do
}

// Catalog lists every code, ordered by name. It is the one source of messages and of docs/diagnostics.md.
func Catalog() []Entry {
	var list []Entry
	for _, area := range areas() {
		list = append(list, area.entries...)
	}
	slices.SortFunc(list, func(a, b Entry) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return list
}

// Hints lists every text of a hint by name.
func Hints() map[HintName]Text { return hintTexts }

// index is made once from the areas' lists and never altered.
var index = func() map[Code]Entry {
	m := map[Code]Entry{}
	for _, area := range areas() {
		for _, e := range area.entries {
			if _, double := m[e.Code]; double {
				panic("diag: code listed twice: " + string(e.Code))
			}
			m[e.Code] = e
		}
	}
	return m
}()

// About is what the catalogue knows of a code, which must be in it.
func About(c Code) Entry { return lookup(c) }

func lookup(c Code) Entry {
	e, ok := index[c]
	if !ok {
		panic(fmt.Sprintf("diag: code %q is not in the catalogue", c))
	}
	return e
}

func lookupHint(name HintName) Text {
	t, ok := hintTexts[name]
	if !ok {
		panic(fmt.Sprintf("diag: hint %q is not in the catalogue", name))
	}
	return t
}

// fill puts words into the places {0} to {9} of a text.
func fill(text string, words []string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(words))
	for i, w := range words {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", w)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
