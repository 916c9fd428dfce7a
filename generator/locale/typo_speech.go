package locale

import "strings"

// Speech tells whether a paragraph begins with the dash of speech (talstreck)
// and returns what is said after it: with – , — or ― and a space. No-break
// spaces may stand before the dash and after it; with one of them there a
// hyphen is such a dash as well, because that is what word processors leave
// behind, while a hyphen with ordinary spaces is the mark of a list.
//
// rest is the end of text, so that len(text)-len(rest) bytes are to be taken
// away where a paragraph is made of runs.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on pratminus: an en dash and
// a space that must not break.
func Speech(text string) (rest string, ok bool) {
	said := strings.TrimLeft(text, " \t\n"+nbsp)
	hasNbsp := strings.Contains(text[:len(text)-len(said)], nbsp)
	isHyphen := strings.HasPrefix(said, "-")
	switch {
	case isHyphen:
		said = said[1:]
	case strings.HasPrefix(said, "–"), strings.HasPrefix(said, "—"), strings.HasPrefix(said, "―"):
		said = said[len("–"):]
	default:
		return text, false
	}
	rest = strings.TrimLeft(said, " \t\n"+nbsp+narrowNbsp)
	between := said[:len(said)-len(rest)]
	if between == "" || rest == "" || isHyphen && !hasNbsp && !strings.Contains(between, nbsp) {
		return text, false
	}
	return rest, true
}

// setSpeechDash gives a paragraph that begins as speech its en dash and
// no-break space, and so the lines of speech that begin after a line break
// within a paragraph.
func (p *para) setSpeechDash() {
	first := p.first()
	for _, i := range p.marks {
		if i != first && !p.is(i-1, object) || !p.is(i+1, space) || p.is(i+2, edge) {
			continue
		}
		switch p.tokens[i].text {
		case "–":
			p.glue(i + 1)
		case "—", "―":
			if i == first || p.lang == Swedish {
				p.replace(i, "–")
				p.glue(i + 1)
			}
		case "-":
			if i == first && (i > 0 && p.at(i-1).text == nbsp || p.at(i+1).text == nbsp) {
				p.replace(i, "–")
				p.glue(i + 1)
			}
		}
	}
}
