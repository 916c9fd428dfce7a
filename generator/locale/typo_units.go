package locale

// glueUnits keeps an amount and its unit on one line, and a currency or a
// sign that stands before an amount with it.
//
// Source: Svenska skrivregler (Språkrådet, 2017) and Myndigheternas
// skrivregler on numbers: a space, which must not break, between number and
// unit, per cent or currency; ISO 80000-1 clause 7 likewise. The GOV.UK style
// guide writes English units without one; a space that is there is kept.
func (p *para) glueUnits() {
	for _, a := range p.amounts {
		next := a.last + 2
		if p.is(a.last+1, space) {
			if t := p.at(next); t.kind == word && isUnit(t.text) || p.isMark(next, "%‰°§€£$×") {
				p.glue(a.last + 1)
			}
		}
		if before := p.at(a.first - 2); before.kind == word && isCurrencyCode(before.text) || p.isMark(a.first-2, "€£$×±≈") {
			p.glue(a.first - 1)
		}
	}
}

// isUnit tells whether a word after a number is its unit: symbols and
// abbreviations, and the words that are read as one with the number.
func isUnit(s string) bool {
	switch s {
	case "mm", "cm", "dm", "m", "km", "mil", "kvm", "ha", "mg", "g", "hg", "kg", "ton", "t", "ml", "cl", "dl", "l", "µg", "µm", "nm",
		"s", "ms", "sek", "min", "h", "tim", "st", "tr", "W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "kV", "A", "mA",
		"Hz", "kHz", "MHz", "GHz", "dB", "dBA", "bar", "Pa", "hPa", "kPa", "MPa", "J", "kJ", "MJ", "GJ", "N", "kN", "K", "C", "kcal",
		"bit", "byte", "kB", "MB", "GB", "TB", "kbit", "Mbit", "Gbit", "Mbps", "Gbps", "px", "dpi", "CO", "hk",
		"ft", "lb", "lbs", "oz", "mph", "yd", "am", "pm", "ppm", "gånger",
		"meter", "kilometer", "kvadratmeter", "kubikmeter", "hektar", "liter", "kilo", "grader", "procent", "procentenheter", "promille",
		"metres", "kilometres", "hectares", "litres", "degrees", "percent":
		return true
	}
	return isCurrency(s)
}

// isPlainUnit tells whether a word is a unit and nothing else: "min" is also
// "mine", and letters may belong to a name.
func isPlainUnit(s string) bool {
	switch s {
	case "min", "st", "tr", "s", "t", "h", "V", "A", "J", "N", "K", "C", "CO", "am", "pm", "p", "bar":
		return false
	}
	return isUnit(s)
}

// isCurrency tells whether a word is a currency, or a number of many digits
// put into a word as money often is.
func isCurrency(s string) bool {
	switch s {
	case "kr", "tkr", "mkr", "mnkr", "mdkr", "mdr", "mn", "öre", "kronor", "euro", "dollar", "pund",
		"tusen", "miljon", "miljoner", "miljard", "miljarder", "bn", "million", "billion", "pounds", "euros", "dollars", "p":
		return true
	}
	return isCurrencyCode(s)
}

// isCurrencyCode tells whether a word is a code of ISO 4217 that occurs in
// Nordic texts; those may also stand before the amount.
func isCurrencyCode(s string) bool {
	switch s {
	case "SEK", "EUR", "USD", "GBP", "NOK", "DKK", "ISK", "CHF", "PLN", "MSEK", "KSEK", "TSEK", "MDSEK", "MEUR":
		return true
	}
	return false
}
