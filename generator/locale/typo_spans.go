package locale

import (
	"strconv"
	"strings"
)

// setSpans makes the hyphen between the ends of a span an en dash: years,
// hours, days, pages, amounts, weekdays and months (2009–2011, kl. 9–12,
// 16–18 maj, s. 4–7, 10–15 %, mån–fre). A hyphen that may belong to anything
// else is left alone: ISO dates, telephones, cases, organisation numbers,
// post codes, standards, compounds and suspended hyphens.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on tankstreck in spans; New
// Hart's Rules (2nd edition) chapter 4 on the en rule.
func (p *para) setSpans() {
	for _, i := range p.marks {
		if p.tokens[i].text != "-" {
			continue
		}
		if p.isNamedSpan(i) || p.is(i-1, number) && p.is(i+1, number) && p.isNumberSpan(i) {
			p.replace(i, "–")
		}
	}
}

// isNamedSpan tells whether a hyphen stands between two weekdays, two months,
// or two days each with its month: mån-fre, maj-juni, 16 maj-2 juni.
func (p *para) isNamedSpan(i int) bool {
	if !p.is(i-1, word) || p.isMark(i-2, "-") {
		return false
	}
	if p.is(i+1, word) {
		return !p.isMark(i+2, "-") && (p.isWeekday(i-1) && p.isWeekday(i+1) || p.isMonth(i-1) && p.isMonth(i+1))
	}
	return p.is(i-3, number) && p.isMonth(i-1) && p.is(i+1, number) && p.is(i+2, space) && p.isMonth(i+3)
}

// A spanEnd is one of the numbers on both sides of a hyphen.
type spanEnd struct {
	amount
	clock bool // hours and minutes: "9.30", "9:30"
}

// isNumberSpan tells whether the hyphen i, with digits on both sides, stands
// between the ends of a span.
func (p *para) isNumberSpan(i int) bool {
	left, ok := p.spanEndTo(i - 1)
	right, ok2 := p.spanEndFrom(i + 1)
	if !ok || !ok2 || !p.spanStandsFree(left, right) {
		return false
	}
	before := p.wordBefore(left.first)
	if left.clock || right.clock || before == "kl" || before == "klockan" {
		return left.value < 25 && right.value < 25 && (right.clock || before == "kl" || before == "klockan")
	}
	switch before { // these may stand before numbers that are names, too
	case "nr", "nummer", "no", "nos", "linje":
	default:
		if p.isIdentifier(left.amount) {
			return false
		}
	}
	if left.zero || right.zero {
		return false
	}
	return p.isPlausibleSpan(left.amount, right.amount)
}

// spanStandsFree tells whether nothing is joined to the ends that would make
// them parts of something longer.
func (p *para) spanStandsFree(left, right spanEnd) bool {
	if !p.beginsPlainly(left.first) && !p.isMark(left.first-1, "§€£$≈") {
		return false
	}
	after := right.last + 1
	return p.endsPlainly(right.last) || p.isMark(after, "%‰°§") || p.is(after, word) && isUnit(p.at(after).text) ||
		p.isMark(after, "-") && p.is(after+1, word) && right.digits <= 2 // 20-25-årsåldern
}

// isPlausibleSpan tells whether two numbers look like the ends of a span.
func (p *para) isPlausibleSpan(left, right amount) bool {
	if left.decimal || right.decimal {
		return left.value < right.value
	}
	if left.digits == 4 && right.digits == 2 && !left.grouped { // 2012-13, but not 2012-09
		return isYear(left.value) && right.value > 12 && int(right.value) > int(left.value)%100
	}
	if left.value >= right.value {
		return false
	}
	switch {
	case left.digits == 4 && isYear(left.value) && isYear(right.value) && !left.grouped && !right.grouped:
		return true
	case left.digits < 3 && right.digits <= 3:
		return true
	}
	return left.grouped && right.grouped || p.isPlainAmount(right) || left.digits == 3 && right.digits == 3 && p.countsSomething(right)
}

// countsSomething tells whether a number has a word in small letters after
// it, or a sign or word before it that is followed by numbers of pages and
// the like.
func (p *para) countsSomething(a amount) bool {
	if p.is(a.last+1, space) && p.is(a.last+2, word) && strings.ToLower(p.at(a.last+2).text) == p.at(a.last+2).text {
		return true
	}
	left := a.first - 2
	return p.is(left-1, space) && p.isDesignator(left-2)
}

func isYear(f float64) bool { return f >= 1000 && f < 2200 }

// spanEndTo returns the number that ends with token i.
func (p *para) spanEndTo(i int) (spanEnd, bool) {
	if p.isClockPoint(i-1) && p.is(i-2, number) && len(p.at(i-2).text) <= 2 && len(p.at(i).text) == 2 {
		return p.clockAt(i-2, i)
	}
	a, ok := p.amountTo(i)
	return spanEnd{amount: a}, ok
}

// spanEndFrom returns the number that begins with token i.
func (p *para) spanEndFrom(i int) (spanEnd, bool) {
	if p.isClockPoint(i+1) && p.is(i+2, number) && len(p.at(i).text) <= 2 && len(p.at(i+2).text) == 2 {
		return p.clockAt(i, i+2)
	}
	a, ok := p.amountFrom(i)
	return spanEnd{amount: a}, ok
}

// isClockPoint tells whether token i may stand between hours and minutes.
func (p *para) isClockPoint(i int) bool {
	return p.isMark(i, ":") || p.isMark(i, ".")
}

// clockAt returns the time of day whose hours and minutes are these tokens.
func (p *para) clockAt(hours, minutes int) (spanEnd, bool) {
	h, _ := strconv.Atoi(p.at(hours).text)
	m, _ := strconv.Atoi(p.at(minutes).text)
	if h > 24 || m > 59 {
		return spanEnd{}, false
	}
	return spanEnd{amount{first: hours, last: minutes, value: float64(h), digits: 2}, true}, true
}
