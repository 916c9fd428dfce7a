package locale

// doubleQuotes are the marks that [para.setDoubleQuotes] sorts out: straight,
// English, Swedish, German and the reversed one.
const doubleQuotes = `"“”„‟`

// A quotePair is a quotation: the tokens of its marks, and how many others
// it stands in.
type quotePair struct{ open, close, depth int }

// setDoubleQuotes sets quotation marks: ”…” in Swedish and “…” in English,
// and those of a quotation inside a quotation ’…’ and ‘…’. Marks of other
// languages that a word processor has put in are set likewise; «…» are left
// alone. Marks of inches and seconds after a number stay straight.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on citattecken; New Hart's
// Rules (2nd edition) chapter 9 for the forms, the GOV.UK style guide for
// double marks outside and single ones inside.
func (p *para) setDoubleQuotes() {
	marks, inches := p.quoteMarks()
	if len(marks) == 0 {
		return
	}
	var pairs []quotePair
	var open []int
	balanced := !inches
	for _, i := range marks {
		if p.opensQuote(i, len(open) > 0) {
			open = append(open, i)
			p.replace(i, p.openingQuote())
			continue
		}
		p.replace(i, "”")
		if len(open) == 0 {
			balanced = false
			continue
		}
		pairs = append(pairs, quotePair{open[len(open)-1], i, len(open) - 1})
		open = open[:len(open)-1]
	}
	// A quotation that goes on for several paragraphs opens in each and closes
	// in the last. Only where every mark has its fellow is it certain which
	// quotation stands inside which.
	if !balanced || len(open) > 0 {
		return
	}
	for _, pair := range pairs {
		if pair.depth > 0 {
			p.replace(pair.open, p.innerOpeningQuote())
			p.replace(pair.close, "’")
		}
	}
}

func (p *para) openingQuote() string {
	if p.lang == English {
		return "“"
	}
	return "”"
}

func (p *para) innerOpeningQuote() string {
	if p.lang == English {
		return "‘"
	}
	return "’"
}

// quoteMarks finds the double quotation marks of the paragraph, in order,
// leaving out those that stand for inches or seconds.
func (p *para) quoteMarks() (marks []int, inches bool) {
	var all []int
	for _, i := range p.marks {
		if p.isMark(i, doubleQuotes) {
			all = append(all, i)
		}
	}
	depth := 0
	for n, i := range all {
		if p.at(i).text == `"` && p.isNumeric(i-1) && p.isInches(i, all[n+1:], depth) {
			inches = true
			continue
		}
		if p.opensQuote(i, depth > 0) {
			depth++
		} else if depth > 0 {
			depth--
		}
		marks = append(marks, i)
	}
	return marks, inches
}

// isInches tells whether a straight mark after a number stands for inches or
// seconds and does not end a quotation, given the marks that follow it and
// how many quotations are open.
func (p *para) isInches(i int, following []int, depth int) bool {
	if p.followsFeet(i - 1) {
		return true
	}
	if p.is(i-1, number) && len(p.at(i-1).text) > 3 { // "Vision 2030"
		return false
	}
	if depth == 0 {
		return true
	}
	// "en skärm på 55" bredd": were this the end, the next mark would end
	// a quotation that nothing began.
	if len(following) == 0 {
		return false
	}
	next := following[0]
	return p.looksClosing(next) && !p.looksOpening(next) && !p.isNumeric(next-1)
}

// followsFeet tells whether the number that token i is comes after feet or
// minutes: 5'10", 20' 3".
func (p *para) followsFeet(i int) bool {
	if !p.is(i, number) {
		return false
	}
	if p.is(i-1, space) {
		i--
	}
	return p.isMark(i-1, "'′") && p.isNumeric(i-2)
}

// isNumeric tells whether token i is digits or a fraction such as ½.
func (p *para) isNumeric(i int) bool { return p.is(i, number) || p.isMark(i, "½¼¾⅓⅔") }

// opensQuote tells whether a quotation mark opens rather than closes. Where
// its neighbours do not say so, it closes if one is open.
func (p *para) opensQuote(i int, isOpen bool) bool {
	opening, closing := p.looksOpening(i), p.looksClosing(i)
	if opening != closing {
		return opening
	}
	return !isOpen
}

// looksOpening tells whether a quotation mark stands where one opens: at the
// beginning, after a space, a bracket or a dash, with something after it.
func (p *para) looksOpening(i int) bool {
	before, after := p.besideQuotes(i)
	return (p.is(before, edge) || p.is(before, space) || p.isMark(before, "([{</–—-―−¡¿=")) &&
		!p.is(after, edge) && !p.is(after, space)
}

// looksClosing tells whether a quotation mark stands where one closes.
func (p *para) looksClosing(i int) bool {
	before, after := p.besideQuotes(i)
	return (p.is(after, edge) || p.is(after, space) || p.isMark(after, ".,;:!?)]}>/–—-―−…")) &&
		!p.is(before, edge) && !p.is(before, space)
}

// besideQuotes returns the tokens on both sides of a quotation mark, over
// other quotation marks; not over very many, so that a row of them costs no
// more than its length.
func (p *para) besideQuotes(i int) (before, after int) {
	const all, many = doubleQuotes + singleQuotes, 8
	for before = i - 1; i-before < many && p.isMark(before, all); before-- {
	}
	for after = i + 1; after-i < many && p.isMark(after, all); after++ {
	}
	return before, after
}
