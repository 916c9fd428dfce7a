package locale

// setMinusSigns makes a hyphen before a number a minus sign, where a unit, a
// decimal or the lack of anything else shows that it is one. The hyphen of
// "hösten -08" is none, nor is that of "2009 -2011".
//
// Source: Svenska skrivregler (Språkrådet, 2017) on minustecken; ISO 80000-2
// clause 9.
func (p *para) setMinusSigns() {
	for _, a := range p.amounts {
		sign := a.first - 1
		if p.at(sign).text != "-" || p.at(sign).kind != punct || !p.beginsPlainly(sign) {
			continue
		}
		if p.is(sign-1, space) && (p.is(sign-2, number) || p.isMark(sign-2, "%‰°")) {
			continue
		}
		if p.isNegative(a) {
			p.replace(sign, minus)
		}
	}
}

// isNegative tells whether what stands around a number with a hyphen before
// it shows that it is below zero.
func (p *para) isNegative(a amount) bool {
	next := a.last + 1
	if p.is(next, space) {
		next++
	}
	switch {
	case a.zero:
		return false
	case p.isMark(next, "%‰°€"), p.is(next, word) && isPlainUnit(p.at(next).text) && !p.is(next+1, number):
		return true
	case a.decimal && p.endsPlainly(a.last):
		return true
	case a.first == 1 && p.is(a.last+1, edge): // all that there is, as in the cell of a table
		return true
	}
	if next == a.last+2 && p.is(next, word) && p.is(next+1, space) { // -5 till +3
		switch p.at(next).text {
		case "till", "och", "to", "and":
			return p.isMark(next+2, "+-−") && p.is(next+3, number)
		}
	}
	return false
}
