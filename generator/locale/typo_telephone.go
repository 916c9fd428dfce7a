package locale

import (
	"unicode"
	"unicode/utf8"
)

// glueTelephones keeps a telephone number on one line, and a Swedish post
// code with both its groups. Hyphens after area codes are left alone.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on telefonnummer and
// postnummer (08-123 45 67, +46 8 123 45 67, 441 81); ITU-T E.123 for
// international numbers.
func (p *para) glueTelephones() {
	for _, i := range p.numbers {
		t := &p.tokens[i]
		switch {
		case p.isMark(i-1, "+") && len(t.text) <= 3:
			p.glueTelephone(i, 6)
		case t.text[0] == '0' && len(t.text) >= 2 && len(t.text) <= 4 && p.beginsPlainly(i):
			p.glueTelephone(i, 7)
		case len(t.text) == 3 && t.text[0] != '0':
			p.gluePostCode(i)
		}
	}
}

// mostDigits is how many digits a telephone number has at most (ITU-T E.164).
const mostDigits = 15

// glueTelephone glues the groups of the number that begins with token i, if
// it has so many digits in all.
func (p *para) glueTelephone(i, atLeast int) {
	digits, last := len(p.tokens[i].text), i
	for {
		next := last + 1
		if p.is(next, space) || p.isMark(next, "-") {
			next++
		}
		if p.isMark(next, "(") && p.at(next+1).text == "0" && p.isMark(next+2, ")") { // +46 (0)8
			next += 3
			if p.is(next, space) {
				next++
			}
		}
		t := p.at(next)
		if t.kind != number || len(t.text) > 4 || digits+len(t.text) > mostDigits {
			break
		}
		digits += len(t.text)
		last = next
	}
	if digits < atLeast {
		return
	}
	for ; i < last; i++ {
		p.glue(i)
	}
}

// gluePostCode glues the post code that begins with token i, if it is one:
// three digits and two, before a town.
func (p *para) gluePostCode(i int) {
	if !p.is(i+1, space) || !p.is(i+2, number) || len(p.at(i+2).text) != 2 {
		return
	}
	isPolice := p.at(i).text == "114" && p.at(i+2).text == "14" && p.endsPlainly(i+2)
	if isPolice || p.is(i+3, space) && isCapitalised(p.at(i+4)) {
		p.glue(i + 1)
	}
}

// isCapitalised tells whether a token is a word that begins with a capital.
func isCapitalised(t token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == word && unicode.IsUpper(r)
}
