package locale

import "strings"

// Lang is a language that the program can write in, as its BCP 47 primary
// subtag. The zero value is no language; use one of the constants or
// [ParseLang].
type Lang string

// The languages that the package has rules for.
const (
	Swedish Lang = "sv"
	English Lang = "en"
)

// Langs lists the languages that the package has rules for, in the order in
// which they are to be offered to a person.
func Langs() []Lang { return []Lang{Swedish, English} }

// ParseLang reads a language as it is written in config.yaml, in a file name
// or in a flag. It accepts exactly the two-letter forms; ok is false for all
// else, region subtags included, because a site has one Swedish and one
// English.
func ParseLang(s string) (lang Lang, ok bool) {
	switch l := Lang(s); l {
	case Swedish, English:
		return l, true
	}
	return "", false
}

// LooksLikeLang tells whether s has the shape of a language subtag, known to
// us or not: two or three lower-case letters, with an optional region. It is
// what makes `NAME.fi.md` an error rather than a page called `NAME.fi`.
func LooksLikeLang(s string) bool {
	primary, region, hasRegion := strings.Cut(s, "-")
	if hasRegion && (len(region) != 2 || !isASCIILetters(region)) {
		return false
	}
	return (len(primary) == 2 || len(primary) == 3) &&
		isASCIILetters(primary) && primary == strings.ToLower(primary)
}

func isASCIILetters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// Tag returns the BCP 47 tag for the HTML attribute lang: "sv" or "en".
// British spelling is understood, so no region is given: screen readers then
// use the voice that their user has chosen.
func (l Lang) Tag() string { return string(l) }

// OGLocale returns the value for the Open Graph property og:locale, which
// wants language and territory with an underscore.
func (l Lang) OGLocale() string {
	if l == English {
		return "en_GB"
	}
	return "sv_SE"
}

// Autonym returns the language's name in itself, as it stands in a language
// switch: "Svenska", "English".
func (l Lang) Autonym() string {
	if l == English {
		return "English"
	}
	return "Svenska"
}

// Name returns the language's name in the language of the reader, as it
// stands in running text: "svenska", "English".
func (l Lang) Name(reader Lang) string {
	switch {
	case l == English && reader == English:
		return "English"
	case l == English:
		return "engelska"
	case reader == English:
		return "Swedish"
	}
	return "svenska"
}
