package locale

import (
	"strings"
	"time"
)

// glueDates keeps the day of a date with its month, and in Swedish with the
// "den" before it: "den 18 september", "18 September", "September 18".
//
// Source: Svenska skrivregler (Språkrådet, 2017) on dates; New Hart's Rules
// (2nd edition) chapter 2 on what not to divide at line ends.
func (p *para) glueDates() {
	for _, a := range p.amounts {
		if a.first != a.last || a.value < 1 || a.value > 31 || a.digits > 2 {
			continue
		}
		if p.is(a.last+1, space) && p.isMonth(a.last+2) {
			p.glue(a.last + 1)
			p.glueArticle(a.first)
		}
		if p.lang == English && p.is(a.first-1, space) && p.isMonth(a.first-2) && p.endsPlainly(a.last) {
			p.glue(a.first - 1)
		}
	}
}

// glueArticle glues "den" to the day that token i is, or to the first of two
// days: "den 16–18 maj".
func (p *para) glueArticle(i int) {
	if p.lang != Swedish {
		return
	}
	if p.isMark(i-1, "–-") && p.is(i-2, number) {
		i -= 2
	}
	if p.is(i-1, space) && (p.isWord(i-2, "den") || p.isWord(i-2, "Den")) {
		p.glue(i - 1)
	}
}

// isMonth tells whether token i is the name of a month, in full or cut, as
// the language writes it: with a capital in English only.
func (p *para) isMonth(i int) bool {
	t := p.at(i)
	if t.kind != word || len(t.text) < 3 {
		return false
	}
	if t.text == "sept" && p.lang == Swedish {
		return true
	}
	for m := time.January; m <= time.December; m++ {
		if t.text == MonthName(m, p.lang) || t.text == strings.TrimSuffix(ShortMonthName(m, p.lang), ".") {
			return true
		}
	}
	return false
}

// isWeekday tells whether token i is a day of the week, in full or cut to the
// length that opening hours have it in.
func (p *para) isWeekday(i int) bool {
	t := p.at(i)
	if t.kind != word {
		return false
	}
	text := strings.ToLower(t.text)
	if p.lang == English && text == t.text {
		return false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(WeekdayName(d, p.lang))
		if text == name || text == prefixOfRunes(name, 3) || text == "tors" && d == time.Thursday {
			return true
		}
	}
	return false
}

// prefixOfRunes returns the first n characters of s.
func prefixOfRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
