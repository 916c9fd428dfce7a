package locale

// setPercent puts the space that Swedish has before a per cent sign where it
// is missing. English has none.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on procenttecken; SS-ISO
// 80000-1 clause 7.
func (p *para) setPercent() {
	if p.lang != Swedish {
		return
	}
	for _, a := range p.amounts {
		sign := a.last + 1
		if !p.isMark(sign, "%‰") || !p.endsPlainly(sign) {
			continue
		}
		if p.beginsPlainly(a.first) || p.isMark(a.first-1, "–−+±≈<>") {
			p.replace(sign, nbsp+p.at(sign).text)
		}
	}
}
