package locale

import "strings"

// glueDesignators keeps a number with the short word or sign that says what
// it numbers: kl. 16.30, § 5, nr 3, s. 4, ca 38 000, 4 kap. 5 §; No. 5, p. 4,
// 4 pm.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on abbreviations and on
// clock times; Ds 2014:1 Gröna boken for "4 kap. 5 §"; New Hart's Rules (2nd
// edition) chapter 2 on what not to divide at line ends.
func (p *para) glueDesignators() {
	for _, a := range p.amounts {
		if p.is(a.first-1, space) && p.isDesignator(a.first-2) {
			p.glue(a.first - 1)
		}
		if p.is(a.last+1, space) && p.isMeasureAfter(a.last+2) {
			p.glue(a.last + 1)
		}
	}
}

// isDesignator tells whether token i, or token i and the point or sign after
// it, names the number that follows.
func (p *para) isDesignator(i int) bool {
	if p.isMark(i, "§") {
		return true
	}
	hasPoint := p.isMark(i, ".")
	if hasPoint {
		i--
	}
	if !p.is(i, word) || !p.beginsPlainly(i) && !p.isMark(i-1, "/.") {
		return false
	}
	name := p.at(i).text
	if p.lang == English {
		return isEnglishDesignator(name, hasPoint)
	}
	return isSwedishDesignator(strings.ToLower(name), hasPoint)
}

func isSwedishDesignator(name string, hasPoint bool) bool {
	switch name {
	case "kl", "nr", "ca", "dnr", "tel", "tfn", "sid", "kap", "fig", "tab", "bil", "prop", "vol", "art", "mom", "åk", "bd", "uppl":
		return true
	case "s", "p", "v", "st": // words and letters in their own right when no point follows
		return hasPoint
	case "bilaga", "punkt", "figur", "tabell", "kapitel", "avsnitt", "sida", "sidan", "vecka", "paragraf", "klockan":
		return !hasPoint
	}
	return false
}

func isEnglishDesignator(name string, hasPoint bool) bool {
	switch name {
	case "p", "pp", "No", "Nos", "vol", "Vol", "ch", "Ch", "fig", "Fig", "sec", "Sec", "art", "Art", "para", "tel", "Tel", "c", "ca":
		return hasPoint || name == "p" || name == "pp" || name == "para" || name == "tel" || name == "Tel"
	case "page", "pages", "chapter", "Chapter", "section", "Section", "appendix", "Appendix", "annex", "Annex", "figure", "Figure", "table", "Table",
		"week", "point", "Point":
		return !hasPoint
	}
	return false
}

// isMeasureAfter tells whether token i begins an abbreviation that goes with
// the number before it and is no unit: "4 kap.", "500 f.Kr.", "4 p.m.".
func (p *para) isMeasureAfter(i int) bool {
	era := p.lang == Swedish && (p.isWord(i, "f") || p.isWord(i, "e"))
	if !p.isMark(i+1, ".") {
		return era && p.is(i+1, space) && p.isWord(i+2, "Kr") || p.is(i, word) && p.lang == Swedish && (p.at(i).text == "kap" || p.at(i).text == "tr")
	}
	switch p.at(i).text {
	case "kap", "mom", "tr", "uppl":
		return p.lang == Swedish
	case "f", "e":
		return era && (p.isWord(i+2, "Kr") || p.is(i+2, space) && p.isWord(i+3, "Kr"))
	case "a", "p":
		return p.lang == English && p.isWord(i+2, "m")
	}
	return false
}
