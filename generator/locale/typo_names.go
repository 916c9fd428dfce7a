package locale

import (
	"unicode"
	"unicode/utf8"
)

// glueNames keeps initials and short titles with the name that they belong
// to: A. B. Svensson, Anna B Svensson, dr Öström, S:t Eriks, Mr Smith.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on initials; New Hart's
// Rules (2nd edition) chapter 2 on what not to divide at line ends.
func (p *para) glueNames() {
	for _, i := range p.short {
		if !p.beginsPlainly(i) {
			continue
		}
		after := i + 1
		switch {
		case p.isSaint(i):
			after = i + 3
		case p.isInitial(i):
			if p.isMark(after, ".") {
				after++
			} else if !p.bareInitialInName(i) {
				continue
			}
		case p.isTitle(i):
			if p.isMark(after, ".") {
				after++
			}
		default:
			continue
		}
		if p.is(after, space) && isCapitalised(p.at(after+1)) {
			p.glue(after)
		}
	}
}

// isInitial tells whether token i is one capital letter.
func (p *para) isInitial(i int) bool {
	t := p.at(i)
	r, size := utf8.DecodeRuneInString(t.text)
	return t.kind == word && size == len(t.text) && unicode.IsUpper(r)
}

// bareInitialInName tells whether a capital without a point is an initial:
// one of several, or one between two names. Letters that are words are not.
func (p *para) bareInitialInName(i int) bool {
	switch p.at(i).text {
	case "I", "Å", "Ö":
		return false
	case "A":
		if p.lang == English {
			return false
		}
	}
	if !p.is(i+1, space) || !isCapitalised(p.at(i+2)) {
		return false
	}
	return p.isInitial(i+2) && p.is(i+3, space) && isCapitalised(p.at(i+4)) ||
		p.is(i-1, space) && isCapitalised(p.at(i-2)) && !isAcronym(p.at(i-2).text)
}

// isTitle tells whether token i is a title that is not separated from the
// name after it.
func (p *para) isTitle(i int) bool {
	switch p.at(i).text {
	case "dr", "Dr", "prof", "Prof":
		return true
	case "doc", "hr", "fr", "fil", "tekn":
		return p.lang == Swedish && p.isMark(i+1, ".")
	case "Mr", "Mrs", "Ms", "Mx", "Cllr", "Rev", "St", "Sir":
		return p.lang == English
	}
	return false
}

// isSaint tells whether tokens i to i+2 are S:t or S:ta.
func (p *para) isSaint(i int) bool {
	return p.at(i).text == "S" && p.isMark(i+1, ":") && (p.isWord(i+2, "t") || p.isWord(i+2, "ta"))
}
