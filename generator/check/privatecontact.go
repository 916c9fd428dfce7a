package check

import (
	"regexp"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/prose"
)

// privateContact reports what looks like somebody's own: mobile numbers in running text, e-mail addresses of services for
// private persons, and where somebody lives. The telephone numbers of contacts stand in fields, and are not looked at.
//
// The numbers for mobile services begin with 70, 72, 73, 76 and 79 (PTS, the Swedish numbering plan for telephony
// according to ITU-T E.164).
func privateContact() Rule {
	return Rule{
		Codes:    []diag.Code{diag.PrivatePhone, diag.PrivateAddress},
		Settings: []Setting{{Name: "allow", Words: true, About: diag.Text{SV: "nummer och adresser som får stå", EN: "numbers and addresses that are let pass"}}},
		Text: func(t *Text, v Values) []diag.Diagnostic {
			allowed := map[string]bool{}
			for _, w := range v.Words("allow") {
				allowed[strings.ToLower(w)] = true
			}
			var found []diag.Diagnostic
			add := func(code diag.Code, b prose.Block, from, to int) {
				if words := b.Text[from:to]; !allowed[strings.ToLower(words)] {
					found = append(found, code.At(b.Place(from, to), words).With(diag.UseContacts))
				}
			}
			for _, b := range t.Writing.Texts() {
				for _, at := range mobile.FindAllStringSubmatchIndex(b.Text, -1) {
					add(diag.PrivatePhone, b, at[2], at[3])
				}
				for _, at := range privateMail.FindAllStringIndex(b.Text, -1) {
					add(diag.PrivateAddress, b, at[0], at[1])
				}
				if home := homes[t.lang(b)]; home != nil {
					for _, at := range home.FindAllStringIndex(b.Text, -1) {
						add(diag.PrivateAddress, b, at[0], at[1])
					}
				}
			}
			for _, l := range slices.Concat(t.Writing.Body.Links, t.Writing.Body.Bare) {
				if m := privateMail.FindString(l.Target); m != "" && !allowed[strings.ToLower(m)] {
					found = append(found, diag.PrivateAddress.At(l.Place, m).With(diag.UseContacts))
				}
			}
			return found
		},
	}
}

var (
	mobile      = regexp.MustCompile(`(?:^|[^\d/-])((?:\+46[ \x{a0}]?(?:\(0\))?|0)7[02369][ \x{a0}\x{2011}-]{0,3}(?:\d[ \x{a0}]?){6}\d)(?:$|[^\d/-])`)
	privateMail = regexp.MustCompile(`(?i)[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|telia|comhem|bredband|bahnhof|spray|protonmail|proton|tele2|home|glocalnet)\.(?:com|se|me|net)\b`)
	homes       = map[locale.Lang]*regexp.Regexp{
		locale.Swedish: regexp.MustCompile(`(?i)\blgh\.? ?\d{3,4}\b|\bc/o \p{L}+|\b(?:bor|bosatt|boende) på \p{Lu}?\p{L}*(?:vägen|gatan|gränd|stigen|backen|torget|gården) \d+\b|\bhemadress:? \p{L}+ \d+`),
		locale.English: regexp.MustCompile(`(?i)\b(?:lives|living|resident) at (?:\d+ \p{L}+|\p{L}+ \d+)|\bc/o \p{L}+|\bhome address:? (?:\d+ \p{L}+|\p{L}+ \d+)`),
	}
)
