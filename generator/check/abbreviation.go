package check

import (
	"regexp"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/prose"
)

// abbreviation reports the first use of each abbreviation in an item that neither the item nor the site explains: words
// of capitals (KSO), and those of everyday language (t ex, mkr), with or without points.
//
// The item explains one where its words stand next to it, one of the two in brackets: "Sveriges Kommuner och Regioner
// (SKR)", "SKR (Sveriges Kommuner och Regioner)".
func abbreviation() Rule {
	return Rule{
		Codes:    []diag.Code{diag.Abbreviation},
		Settings: []Setting{{Name: "allow", Words: true, About: diag.Text{SV: "förkortningar som alla känner", EN: "abbreviations that everybody knows"}}},
		Text: func(t *Text, v Values) []diag.Diagnostic {
			known := map[string]bool{}
			for _, list := range [][]string{wellKnown(), v.Words("allow"), t.Subject.Terms} {
				for _, term := range list {
					known[bare(term)] = true
				}
			}
			blocks := t.Writing.Texts()
			all := strings.Join(texts(blocks), "\n")
			var found []diag.Diagnostic
			for _, b := range blocks {
				for _, at := range abbreviationsIn(b, t.lang(b)) {
					short := b.Text[at[0]:at[1]]
					if known[bare(short)] || explained(short, all) {
						continue
					}
					known[bare(short)] = true
					found = append(found, diag.Abbreviation.At(b.Place(at[0], at[1]), short).With(diag.ExplainIt, short))
				}
			}
			return found
		},
	}
}

var (
	capitals = regexp.MustCompile(`\p{Lu}{2,6}`)
	// dotted is an abbreviation of several letters or words with points, as they are written in Swedish.
	dotted = regexp.MustCompile(`(?i)\b(?:t\. ?ex|bl\. ?a|m\. ?m|d\. ?v\. ?s|o\. ?s\. ?v|p\. ?g\. ?a|fr\. ?o\. ?m|t\. ?o\. ?m|s\. ?k|f\. ?d|m\. ?fl|i\. ?st\. ?f|e\. ?d|f\. ?n|f\. ?ö|resp|inkl|exkl|ang|jfr)\.`)
	// spacedOut is the same without points, and what never has them.
	spacedOut = regexp.MustCompile(`(?:^|[\s(”])(t ex|bl a|m m|d v s|dvs|o s v|osv|p g a|pga|fr o m|t o m|s k|m fl|i st f|f ö|mkr|tkr|mdkr|msek|ksek|mnkr|dnr|inkl|exkl|resp)(?:$|[\s,.;:)”])`)
	roman     = regexp.MustCompile(`^[IVXLC]+$`)
)

// wellKnown are abbreviations that everybody knows better than the words.
func wellKnown() []string {
	return []string{
		"EU", "FN", "UN", "USA", "UK", "TV", "IT", "AI", "PDF", "SMS", "GPS", "OK", "AB", "HB", "PR", "DVD", "CD", "USB", "HTML", "WC",
		"MW", "GW", "TW", "MB", "GB", "TB", "SEK", "EUR", "SVT", "SR", "SJ", "DNA", "ID", "BBC", "AM", "PM", "CV", "VD", "CEO", "HR", "HIV", "DJ", "AA", "AAA",
	}
}

// abbreviationsIn finds where abbreviations stand in a block. A line of capitals alone is no abbreviation, but a shout.
func abbreviationsIn(b prose.Block, lang locale.Lang) [][2]int {
	var list [][2]int
	for _, w := range locale.Words(b.Text) {
		short, rest, _ := strings.Cut(w.Text, ":")
		short, _, _ = strings.Cut(short, "-")
		if rest != "" && strings.ToLower(rest) != rest || roman.MatchString(short) || capitals.FindString(short) != short {
			continue
		}
		if isDesignation(b.Text[w.From+len(short):]) || shouted(b.Text, w.From) {
			continue
		}
		list = append(list, [2]int{w.From, w.From + len(short)})
	}
	if lang == locale.Swedish {
		for _, at := range dotted.FindAllStringIndex(b.Text, -1) {
			list = append(list, [2]int(at))
		}
		for from := 0; ; {
			at := spacedOut.FindStringSubmatchIndex(b.Text[from:])
			if at == nil {
				break
			}
			list = append(list, [2]int{from + at[2], from + at[3]})
			from += at[3]
		}
	}
	slices.SortFunc(list, func(a, b [2]int) int { return a[0] - b[0] })
	return list
}

var numbered = regexp.MustCompile(`^[ \x{a0}-]?(?:dnr[ \x{a0}])?\d`)

// isDesignation tells whether what follows capitals makes the name of a thing of them: the number of a case or a standard, as
// in "KS 2026/0123" and "EN 301 549".
func isDesignation(after string) bool { return numbered.MatchString(after) }

// bare is an abbreviation without points and spaces, so that all its spellings are one.
func bare(s string) string {
	letters := strings.NewReplacer(".", "", " ", "", "\u00a0", "", "\n", "").Replace(s)
	if letters == strings.ToUpper(letters) {
		return letters
	}
	return strings.ToLower(letters)
}

// explained tells whether an abbreviation stands in brackets after words, or before brackets with words in them.
func explained(short, text string) bool {
	if strings.Contains(text, " ("+short+")") || strings.Contains(text, "\n("+short+")") {
		return true
	}
	_, after, found := strings.Cut(text, short+" (")
	inside, _, closed := strings.Cut(after, ")")
	return found && closed && len(locale.Words(inside)) > 1
}
