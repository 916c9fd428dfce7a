package locale

// setEllipses makes three dots in a row an ellipsis. More or fewer are left
// alone, and so are dots next to a slash, which belong to a path. Whether a
// space stands before it says whether a word was left out or cut off, so that
// is the author's; but an ellipsis that ends something is not put on a line
// of its own.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on uteslutningspunkter; New
// Hart's Rules (2nd edition) chapter 4 on ellipses.
func (p *para) setEllipses() {
	for _, i := range p.marks {
		if p.tokens[i].text == "..." && !p.isMark(i-1, `/\`) && !p.isMark(i+1, `/\`) && !(p.is(i-1, number) && p.is(i+1, number)) {
			p.replace(i, "…")
		}
	}
	for _, i := range p.marks {
		if p.isMark(i, "…") && p.is(i-1, space) && !p.is(i-2, edge) && !p.is(i+1, space) && p.endsPlainly(i) {
			p.glue(i - 1)
		}
	}
}
