package locale

import (
	"sort"
	"strconv"
	"strings"
)

// An amount is a number as it is written in a text: digits, in groups or not,
// with or without decimals.
type amount struct {
	first, last int // its tokens
	value       float64
	digits      int  // of its whole part
	zero        bool // begins with a zero that is not its only digit
	grouped     bool // "38 000"
	decimal     bool // "1,5"
}

// findAmounts fills in p.amounts, in order.
func (p *para) findAmounts() {
	last := -1
	for _, i := range p.numbers {
		if i > last {
			a := p.amountAt(i)
			p.amounts = append(p.amounts, a)
			last = a.last
		}
	}
}

// mostGrouped bounds the digits of an amount in groups: what is longer is a
// column of numbers rather than one.
const mostGrouped = 18

// amountAt reads the amount whose first token is i.
func (p *para) amountAt(i int) amount {
	digits := p.tokens[i].text
	a := amount{first: i, last: i, zero: len(digits) > 1 && digits[0] == '0'}
	if len(digits) <= 3 && digits[0] != '0' {
		for len(digits) < mostGrouped && p.separatesGroups(a.last+1) && p.is(a.last+2, number) && len(p.at(a.last+2).text) == 3 {
			digits += p.at(a.last + 2).text
			a.last += 2
			a.grouped = true
		}
	}
	a.digits = len(digits)
	point := ","
	if p.lang == English {
		point = "."
	}
	if p.isMark(a.last+1, point) && p.is(a.last+2, number) {
		digits += "." + p.at(a.last+2).text
		a.last += 2
		a.decimal = true
	}
	a.value, _ = strconv.ParseFloat(digits, 64) // only too large ones fail, as infinity
	return a
}

// separatesGroups tells whether a token can stand between groups of digits.
func (p *para) separatesGroups(i int) bool {
	return p.is(i, space) || p.lang == English && p.isMark(i, ",")
}

// amountFrom returns the amount that begins with token i.
func (p *para) amountFrom(i int) (amount, bool) {
	n := sort.Search(len(p.amounts), func(n int) bool { return p.amounts[n].first >= i })
	if n < len(p.amounts) && p.amounts[n].first == i {
		return p.amounts[n], true
	}
	return amount{}, false
}

// amountTo returns the amount that ends with token i.
func (p *para) amountTo(i int) (amount, bool) {
	n := sort.Search(len(p.amounts), func(n int) bool { return p.amounts[n].last >= i })
	if n < len(p.amounts) && p.amounts[n].last == i {
		return p.amounts[n], true
	}
	return amount{}, false
}

// namesIdentifier tells whether the number that follows this word (in lower
// case) is a name and not an amount: of a telephone, a case, an account.
// Nothing is ever done to the digits and hyphens of those.
func namesIdentifier(before string) bool {
	switch before {
	case "tel", "tfn", "telefon", "telefonnummer", "telnr", "mobil", "mobilnummer", "fax", "växel", "ring", "sms",
		"dnr", "diarienummer", "diarienr", "ärende", "ärendet", "ärendenummer", "ärendenr", "mål", "målnummer", "beteckning",
		"orgnr", "organisationsnummer", "personnummer", "personnr", "kundnummer", "kundnr", "fakturanummer", "faktura",
		"bankgiro", "bg", "plusgiro", "pg", "postgiro", "konto", "kontonummer", "clearingnummer", "iban", "ocr", "swish",
		"isbn", "issn", "postnummer", "postnr", "box", "postbox", "id", "kod", "koden", "pin", "version", "artikelnummer", "artnr",
		"serienummer", "fastighet", "rum", "nr", "nummer", "numret", "linje",
		"phone", "telephone", "mobile", "call", "text", "case", "ref", "reference", "account", "invoice", "postcode", "zip",
		"code", "order", "room", "no", "number", "line":
		return true
	}
	return false
}

// isAcronym tells whether a word is two capital letters or more, as in
// "KS 2012" and "ISO 9001": what follows is a name.
func isAcronym(s string) bool {
	return len([]rune(s)) >= 2 && s == strings.ToUpper(s) && s != strings.ToLower(s)
}

// isIdentifier tells whether an amount is none, by the word before it.
func (p *para) isIdentifier(a amount) bool {
	before := p.wordBefore(a.first)
	if namesIdentifier(before) {
		return true
	}
	i := a.first - 1
	if p.is(i, space) {
		i--
	}
	return p.is(i, word) && isAcronym(p.at(i).text) && !isCurrency(p.at(i).text)
}
