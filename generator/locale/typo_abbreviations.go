package locale

import (
	"strings"
	"unicode/utf8"
)

// glueAbbreviations keeps abbreviations of several words on one line, with
// points (t. ex.) or without (t ex).
//
// Source: Svenska skrivregler (Språkrådet, 2017), the list of abbreviations,
// which has both forms.
func (p *para) glueAbbreviations() {
	if p.lang != Swedish {
		return
	}
	for _, i := range p.short {
		if len(p.tokens[i].text) > 2 || !p.beginsPlainly(i) {
			continue
		}
		if last := p.abbreviationFrom(i); last > i {
			for ; i < last; i++ {
				p.glue(i)
			}
		}
	}
}

// abbreviationFrom returns the last word of the longest abbreviation that
// begins with token i, or i if there is none.
func (p *para) abbreviationFrom(i int) int {
	longest := i
	key := strings.ToLower(p.at(i).text)
	for last := i; len(key) <= len("fr o m"); {
		next := last + 1
		if p.isMark(next, ".") {
			next++
		}
		if !p.is(next, space) || !p.is(next+1, word) || utf8.RuneCountInString(p.at(next+1).text) > 3 {
			break
		}
		last = next + 1
		key += " " + p.at(last).text
		if isSpacedAbbreviation(key) && !p.is(last+1, number) && !p.isMark(last+1, "-'’") {
			longest = last
		}
	}
	return longest
}

func isSpacedAbbreviation(key string) bool {
	switch key {
	case "t ex", "bl a", "m m", "d v s", "o s v", "o d", "f d", "s k", "e d", "p g a", "m fl", "i st f", "t o m", "fr o m", "f r o m",
		"f n", "f ö", "e Kr", "f Kr", "f v b", "o dyl", "e dyl", "m a o", "p s s", "s a s", "u p a", "i o m", "ö h t":
		return true
	}
	return false
}
