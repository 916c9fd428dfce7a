package locale

import "strings"

// Attribution tells whether a text says who said it, in the manner of a press
// release: ", säger Anna Berg, näringslivschef.", "? frågar hon",
// ", says Anna Berg". A list of one item that does so is speech that was
// written as a list.
func Attribution(text string, lang Lang) bool {
	p := newPara(lang, []Run{{Text: text}})
	defer p.free()
	for i, t := range p.tokens {
		if t.kind != word || !isVerbOfSaying(strings.ToLower(t.text), lang) {
			continue
		}
		if p.afterSpeech(i) && (p.speakerAfter(i) || lang == English && p.endsPlainly(i)) {
			return true
		}
		if lang == English && p.endsPlainly(i) && p.speakerBefore(i) {
			return true
		}
	}
	return false
}

// afterSpeech tells whether token i comes after something said: after a comma,
// a mark of exclamation or question, an ellipsis or a quotation mark.
func (p *para) afterSpeech(i int) bool {
	return p.is(i-1, space) && p.isMark(i-2, `,!?…"”’'`)
}

// speakerAfter tells whether somebody is named after the verb that token i is:
// anybody but the one who is speaking ("det blir bra, tror jag").
func (p *para) speakerAfter(i int) bool {
	if !p.is(i+1, space) || !p.is(i+2, word) {
		return false
	}
	switch strings.ToLower(p.at(i + 2).text) {
	case "jag", "vi", "man", "du", "ni", "att", "i", "we", "you", "one", "that":
		return false
	}
	return true
}

// speakerBefore tells whether between something said and token i there is
// only a name or a pronoun: ", Anna Berg says", "” she added".
func (p *para) speakerBefore(i int) bool {
	for words := 0; words < 5; words++ {
		if !p.is(i-1, space) || !p.is(i-2, word) {
			return false
		}
		i -= 2
		switch p.at(i).text {
		case "he", "she", "they":
			return p.afterSpeech(i)
		}
		if !isCapitalised(p.at(i)) {
			return false
		}
		if p.afterSpeech(i) {
			return true
		}
	}
	return false
}

// isVerbOfSaying tells whether a word is one that attributes speech.
func isVerbOfSaying(w string, lang Lang) bool {
	if lang == English {
		switch w {
		case "says", "said", "adds", "added", "explains", "explained", "concludes", "concluded", "comments", "commented", "notes", "noted",
			"argues", "argued", "believes", "believed", "thinks", "thought", "writes", "wrote", "replies", "replied", "answers", "answered",
			"asks", "asked", "emphasises", "emphasised", "emphasizes", "emphasized", "stresses", "stressed", "states", "stated",
			"continues", "continued", "remarks", "remarked", "observes", "observed", "recalls", "recalled":
			return true
		}
		return false
	}
	switch w {
	case "säger", "sade", "sa", "berättar", "berättade", "avslutar", "avslutade", "menar", "menade", "förklarar", "förklarade",
		"tycker", "tyckte", "anser", "ansåg", "konstaterar", "konstaterade", "tillägger", "tillade", "understryker", "underströk",
		"betonar", "betonade", "påpekar", "påpekade", "fortsätter", "fortsatte", "svarar", "svarade", "skriver", "skrev", "uppger", "uppgav",
		"hälsar", "kommenterar", "kommenterade", "hävdar", "hävdade", "frågar", "frågade", "undrar", "undrade", "utropar", "utropade",
		"summerar", "summerade", "sammanfattar", "sammanfattade", "framhåller", "framhöll", "intygar", "intygade", "lovar", "lovade",
		"poängterar", "poängterade", "meddelar", "meddelade", "tror", "trodde", "hoppas", "minns", "beskriver", "inflikar", "medger", "bekräftar":
		return true
	}
	return false
}
