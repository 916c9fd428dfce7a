package locale

// glueNumberWords keeps a number that is written as a word and the measure
// after it on one line, as with figures: "fem mil", "två miljoner".
//
// Source: Myndigheternas skrivregler (Språkrådet, 2014) on numbers in words
// and figures; a line that ends in "fem" and begins with "mil" is as hard to
// read as one that is broken after "5".
func (p *para) glueNumberWords() {
	for i := range max(0, len(p.tokens)-2) {
		t, after := &p.tokens[i], &p.tokens[i+2]
		if t.kind == word && len(t.text) <= longestNumberWord && after.kind == word && p.is(i+1, space) && isMeasure(after.text) && isNumberWord(t.text, p.lang) {
			p.glue(i + 1)
		}
	}
}

// longestNumberWord is the length in bytes of the longest number that is
// written as a word.
const longestNumberWord = len("eleven")

// isNumberWord tells whether a word is one of the numbers that the rules of
// the language have written as words, or begins a sentence as one.
func isNumberWord(s string, lang Lang) bool {
	if lang == English {
		switch s {
		case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
			"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve":
			return true
		}
		return false
	}
	switch s {
	case "en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
		"En", "Ett", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv":
		return true
	}
	return false
}

// isMeasure tells whether a word is a measure in full, and nothing else.
func isMeasure(s string) bool {
	switch s {
	case "mil", "meter", "kilometer", "kvadratmeter", "kubikmeter", "hektar", "liter", "kilo", "ton", "procent", "procentenheter",
		"promille", "kronor", "miljon", "miljoner", "miljard", "miljarder",
		"miles", "metres", "kilometres", "hectares", "acres", "litres", "tonnes", "percent", "pounds", "million", "billion":
		return true
	}
	return false
}
