package locale

import "strings"

// singleQuotes are the marks that [para.setSingleQuotes] sorts out.
const singleQuotes = "'‘’‚"

// setSingleQuotes sets apostrophes and single quotation marks: ’ everywhere
// in Swedish, in English ‘ where a quotation opens. An acute accent that was
// typed between letters for want of an apostrophe becomes one. Marks of feet
// and minutes stay straight.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on apostrof and enkla
// citattecken; New Hart's Rules (2nd edition) chapters 4 and 9.
func (p *para) setSingleQuotes() {
	var marks []int
	lastClosing := -1
	for _, i := range p.marks {
		switch {
		case p.isMark(i, singleQuotes):
			marks = append(marks, i)
			if p.looksClosing(i) && !p.looksOpening(i) {
				lastClosing = i
			}
		case p.isMark(i, "´") && p.is(i-1, word) && p.is(i+1, word):
			p.replace(i, "’")
		}
	}
	depth := 0
	for _, i := range marks {
		opening := p.opensSingle(i, lastClosing)
		if p.at(i).text == "'" && p.isFeet(i, depth > 0) {
			continue
		}
		p.setSingleQuote(i, opening)
		if opening {
			depth++
		} else if depth > 0 && p.looksClosing(i) {
			depth--
		}
	}
}

// setSingleQuote sets one mark. In English only straight ones are in doubt.
func (p *para) setSingleQuote(i int, opening bool) {
	switch {
	case p.lang == Swedish:
		p.replace(i, "’")
	case p.at(i).text == "'" && opening:
		p.replace(i, "‘")
	case p.at(i).text == "'":
		p.replace(i, "’")
	}
}

// opensSingle tells whether a mark opens a quotation, which needs one that
// closes it; all others are apostrophes.
func (p *para) opensSingle(i, lastClosing int) bool {
	if p.lang == English && p.at(i).text != "'" {
		return p.at(i).text == "‘"
	}
	return p.looksOpening(i) && !p.looksClosing(i) && i < lastClosing && !p.isElision(i)
}

// isFeet tells whether a straight mark stands for feet or minutes: after a
// number, unless letters follow (the 1990's) or it ends a quotation.
func (p *para) isFeet(i int, isOpen bool) bool {
	if !p.isNumeric(i-1) || p.is(i+1, word) {
		return false
	}
	after := i + 1
	if p.is(after, space) {
		after++
	}
	if p.is(after, number) && p.isMark(after+1, `"″`) || p.is(i+1, number) {
		return true // 5'10", 20' 3", 5'10
	}
	before := i - 2
	if p.is(before, space) {
		before--
	}
	if p.isMark(before, "°") {
		return true // 59° 20'
	}
	return !isOpen && !(p.is(i-1, number) && len(p.at(i-1).text) > 3)
}

// isElision tells whether a mark before a word stands for letters left out
// and opens nothing: ’tis, ’90s, rock ’n’ roll.
func (p *para) isElision(i int) bool {
	if p.is(i+1, number) {
		return len(p.at(i+1).text) == 2 && (p.isWord(i+2, "s") || p.endsPlainly(i+1) && !p.isMark(i+2, singleQuotes))
	}
	switch strings.ToLower(p.at(i + 1).text) {
	case "tis", "twas", "twere", "twill", "em", "til", "cause", "bout", "cos":
		return true
	case "n":
		return p.isMark(i+2, singleQuotes)
	}
	return false
}
