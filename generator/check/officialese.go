package check

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/prose"
)

// The lists of words are the project's own: what plain language guides for public bodies warn of, in all forms that
// occur, each with the plain word in the same form.
var (
	//go:embed words/officialese.sv.txt
	officialeseSwedish string
	//go:embed words/officialese.en.txt
	officialeseEnglish string
)

// officialese reports words of the office, each with a plainer one in the same form. What somebody is quoted as having
// said in writing is let pass.
func officialese() Rule {
	lists := map[locale.Lang]plainWords{
		locale.Swedish: readPlainWords(officialeseSwedish), locale.English: readPlainWords(officialeseEnglish),
	}
	return Rule{
		Codes:    []diag.Code{diag.Officialese},
		Settings: []Setting{{Name: "allow", Words: true, About: diag.Text{SV: "ord som får stå kvar", EN: "words that are let pass"}}},
		Text: func(t *Text, v Values) []diag.Diagnostic {
			allowed := map[string]bool{}
			for _, w := range v.Words("allow") {
				allowed[strings.ToLower(w)] = true
			}
			var found []diag.Diagnostic
			for _, b := range t.Writing.Texts() {
				if b.Kind == prose.Quote {
					continue
				}
				for _, f := range lists[t.lang(b)].in(b.Text) {
					written := strings.Join(strings.Fields(b.Text[f.from:f.to]), " ")
					if !allowed[strings.ToLower(written)] {
						plain := sameCase(written, f.plain)
						found = append(found, diag.Officialese.At(b.Place(f.from, f.to), written, plain).With(diag.WriteSo, plain))
					}
				}
			}
			return found
		},
	}
}

// plainWords are phrases of officialese by their first word, in small letters.
type plainWords map[string][]plainPhrase

type plainPhrase struct {
	words []string
	plain string
}

// readPlainWords reads a list: a line for each family of words, its forms parted by ";", each with "=" and the plain word.
// Lines that begin with "#" are comments.
func readPlainWords(list string) plainWords {
	words := plainWords{}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for form := range strings.SplitSeq(line, ";") {
			heavy, plain, ok := strings.Cut(form, "=")
			if parts := strings.Fields(heavy); ok && len(parts) > 0 {
				words[parts[0]] = append(words[parts[0]], plainPhrase{parts, strings.TrimSpace(plain)})
			}
		}
	}
	return words
}

type officialPhrase struct {
	from, to int
	plain    string
}

// in finds the phrases in a text, the longest at each word.
func (p plainWords) in(text string) []officialPhrase {
	var found []officialPhrase
	words := locale.Words(text)
	for i := 0; i < len(words); i++ {
		longest := 0
		var hit plainPhrase
		for _, phrase := range p[strings.ToLower(words[i].Text)] {
			if len(phrase.words) > longest && phrase.at(text, words[i:]) {
				longest, hit = len(phrase.words), phrase
			}
		}
		if longest > 0 {
			found = append(found, officialPhrase{words[i].From, words[i+longest-1].To, hit.plain})
			i += longest - 1
		}
	}
	return found
}

func (p plainPhrase) at(text string, words []locale.Word) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		if strings.ToLower(words[i].Text) != w || i > 0 && strings.TrimSpace(text[words[i-1].To:words[i].From]) != "" {
			return false
		}
	}
	return true
}

// sameCase begins the plain word with a capital where the written one does.
func sameCase(written, plain string) string {
	first, _ := utf8.DecodeRuneInString(written)
	if !unicode.IsUpper(first) {
		return plain
	}
	r, size := utf8.DecodeRuneInString(plain)
	return string(unicode.ToUpper(r)) + plain[size:]
}
