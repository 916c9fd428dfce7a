package locale

// glueDigitGroups keeps the groups of a number on one line.
//
// Source: Svenska skrivregler (Språkrådet, 2017) on numbers in figures: groups
// of three, separated by a space that must not break; ISO 80000-1 clause 7.
func (p *para) glueDigitGroups() {
	for _, a := range p.amounts {
		if a.grouped {
			for i := a.first + 1; i < a.last; i += 2 {
				p.glue(i)
			}
		}
	}
}

// setDigitGroups puts the digits of an amount of five figures or more into
// groups, where what stands around it shows plainly that it is an amount: a
// unit or something countable after it, a currency before it, or a word such
// as "ca". Everything else that consists of digits (telephones, cases, codes)
// looks the same and is not touched.
//
// Source: Svenska skrivregler (Språkrådet, 2017): numbers of more than four
// figures are divided by spaces; the GOV.UK style guide: by commas.
func (p *para) setDigitGroups() {
	separator := nbsp
	if p.lang == English {
		separator = ","
	}
	plain := false // whether the amount to the right is known to be one
	for n := len(p.amounts) - 1; n >= 0; n-- {
		a := p.amounts[n]
		plain = p.isPlainAmount(a) || plain && n+1 < len(p.amounts) && p.leadsTo(a, p.amounts[n+1])
		if !plain || a.grouped || a.zero || a.digits < 5 || a.digits > 15 || !p.groupable(a) {
			continue
		}
		p.replace(a.first, groupDigits(p.tokens[a.first].text, separator))
	}
}

// groupable tells whether an amount stands free and is not a name. Next to
// another number it might be a part of a longer one.
func (p *para) groupable(a amount) bool {
	if p.is(a.first-1, space) && p.is(a.first-2, number) || p.is(a.last+1, space) && p.is(a.last+2, number) {
		return false
	}
	return (p.beginsPlainly(a.first) || p.isMark(a.first-1, "–−+±≈<>€£$")) && !p.isIdentifier(a)
}

// leadsTo tells whether two amounts are of the same things: "10000–15000",
// "mellan 10000 och 15000".
func (p *para) leadsTo(a, b amount) bool {
	if p.isMark(a.last+1, "–") {
		return b.first == a.last+2
	}
	if b.first != a.last+4 || !p.is(a.last+1, space) || !p.is(a.last+3, space) {
		return false
	}
	switch p.at(a.last + 2).text {
	case "och", "till", "eller", "and", "to", "or", "–":
		return true
	}
	return false
}

// isPlainAmount tells whether what stands around a number shows that it is an
// amount.
func (p *para) isPlainAmount(a amount) bool {
	if p.isMark(a.first-1, "€£$") || p.isMark(a.last+1, "%‰°€") || p.is(a.last+1, space) && p.isMark(a.last+2, "%‰°€") {
		return true
	}
	if p.is(a.last+1, space) {
		if t := p.at(a.last + 2); t.kind == word && (isPlainUnit(t.text) || isCountable(t.text)) {
			return true
		}
	}
	if !p.endsPlainly(a.last) {
		return false
	}
	switch p.wordBefore(a.first) {
	case "ca", "cirka", "omkring", "runt", "drygt", "knappt", "nästan", "närmare", "uppemot", "totalt", "sammanlagt", "minst", "högst",
		"about", "around", "approximately", "nearly", "almost", "roughly", "totalling", "sek", "eur":
		return true
	}
	return false
}

// isCountable tells whether a word is something that municipalities count by
// the ten thousand.
func isCountable(s string) bool {
	switch s {
	case "invånare", "invånarna", "personer", "människor", "medborgare", "kommuninvånare", "besökare", "besökarna", "besök", "turister", "gäster",
		"gästnätter", "övernattningar", "elever", "eleverna", "barn", "ungdomar", "studenter", "studerande", "vuxna", "äldre", "pensionärer",
		"företag", "företagen", "företagare", "anställda", "medarbetare", "medlemmar", "deltagare", "kunder", "användare", "hushåll",
		"bostäder", "bostäderna", "lägenheter", "villor", "tomter", "fastigheter", "arbetsplatser", "arbetstillfällen", "jobb", "årsarbeten", "platser",
		"timmar", "arbetstimmar", "dagar", "år", "exemplar", "träd", "böcker", "lån", "utlån", "resor", "resenärer", "pendlare", "bilar", "fordon", "cyklar",
		"cyklister", "röster", "väljare", "svar", "ärenden", "ansökningar", "samtal", "visningar", "sidvisningar", "nedladdningar", "följare", "prenumeranter",
		"artiklar", "sidor", "ord", "tecken", "portioner", "måltider", "djur", "plantor", "pass", "biljetter",
		"people", "inhabitants", "residents", "citizens", "visitors", "visits", "tourists", "guests", "nights", "pupils", "students", "children", "adults",
		"companies", "businesses", "employees", "members", "participants", "customers", "users", "households", "homes", "dwellings", "flats", "jobs",
		"workplaces", "places", "hours", "days", "years", "copies", "trees", "books", "loans", "journeys", "passengers", "commuters", "cars", "vehicles",
		"votes", "voters", "answers", "cases", "applications", "calls", "views", "downloads", "followers", "subscribers", "articles", "pages", "words",
		"meals", "tickets", "tonnes", "kronor":
		return true
	}
	return false
}
