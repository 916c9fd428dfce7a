package locale

// setSpacedDashes makes a hyphen with spaces on both sides a dash, and two or
// three hyphens likewise. Swedish has one dash, the short one; in English
// long ones are left to the author.
//
// A sum with its result keeps a minus sign: 5 − 3 = 2.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on tankstreck; the GOV.UK
// style guide and New Hart's Rules (2nd edition) chapter 4 on spaced en
// rules.
func (p *para) setSpacedDashes() {
	first := p.first()
	for _, i := range p.marks {
		if i == first || !p.is(i-1, space) || !p.is(i+1, space) || p.is(i+2, edge) {
			continue
		}
		switch p.tokens[i].text {
		case "-":
			if p.isSubtraction(i) {
				p.replace(i, minus)
				continue
			}
			p.replace(i, "–")
		case "--", "---":
			p.replace(i, "–")
		case "—", "―":
			if p.lang == Swedish {
				p.replace(i, "–")
			}
		}
	}
}

// isSubtraction tells whether a spaced hyphen stands between numbers, with an
// equals sign after them.
func (p *para) isSubtraction(i int) bool {
	_, left := p.amountTo(i - 2)
	right, ok := p.amountFrom(i + 2)
	if !left || !ok {
		return false
	}
	equals := right.last + 1
	if p.is(equals, space) {
		equals++
	}
	return p.isMark(equals, "=")
}
