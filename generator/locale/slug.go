package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds a slug in bytes, so that any title gives a file name that
// every file system takes (most stop at 255 bytes) with room for a suffix.
const maxSlug = 200

// Slug folds a title or a file's name to the part of a URL that stands for
// it: lower-case ASCII letters and digits in groups joined by single hyphens.
// å, ä and á give a, ö gives o, é gives e, æ gives ae, ß gives ss; soft
// hyphens and other characters without width vanish, as do apostrophes inside
// words; everything else is a hyphen. Composed and decomposed input give the
// same slug, and a slug gives itself.
//
// A result longer than 200 bytes is cut at a hyphen. Text without one letter
// or digit of the Latin script gives "".
func Slug(s string) string {
	if isSlug(s) {
		return s
	}
	if slug, ok := quickSlug(s); ok {
		return slug
	}
	return fullSlug(s)
}

// fullSlug is Slug for any text.
func fullSlug(s string) string {
	var b strings.Builder
	b.Grow(min(len(s), 2*maxSlug))
	pending := false // a hyphen is due before the next letter
	runes := []rune(foldCompatible(s))
	for i, r := range runes {
		r = unicode.ToLower(r)
		letters := asciiLetters(r)
		switch {
		case letters != "":
			if pending && b.Len() > 0 {
				b.WriteByte('-')
			}
			pending = false
			b.WriteString(letters)
		case vanishes(r) || isApostrophe(r) && insideWord(runes, i):
		default:
			pending = true
		}
	}
	return cutSlug(b.String())
}

// quickSlug is Slug for words as they are mostly written: letters of ASCII and of Latin-1, digits, spaces, and marks that part words. It
// knows when it does not know.
func quickSlug(s string) (slug string, ok bool) {
	var room [64]byte
	b, pending := room[:0], false
	for i := 0; i < len(s); i++ {
		c, letters := s[i], ""
		switch {
		case c == firstOfLatin1 && i+1 < len(s) && isLatin1Letter(s[i+1]):
			i++
			letters = latin1Slugs[s[i]-0x80]
		case c >= 'A' && c <= 'Z':
			letters = asciiLetters(rune(c | 0x20))
		case c >= utf8.RuneSelf || c == '\'':
			return "", false
		default:
			letters = asciiLetters(rune(c))
		}
		if letters == "" {
			pending = true
			continue
		}
		if pending && len(b) > 0 {
			b = append(b, '-')
		}
		pending = false
		b = append(b, letters...)
	}
	return cutSlug(string(b)), true
}

// latin1Slugs are the slugs of the letters from U+00C0 to U+00FF.
var latin1Slugs = func() (list [64]string) {
	for i := range list {
		list[i] = fullSlug(string(rune(0xC0 + i)))
	}
	return list
}()

// isSlug tells whether a text is a slug already, as most names of files are.
func isSlug(s string) bool {
	hyphen := true // before the first letter none is due
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen && len(s) <= maxSlug
}

// foldCompatible decomposes accents and compatibility forms (ligatures, full
// width, superscripts). Soft hyphens must go first: one that stands between a
// letter and its accent would keep them apart.
func foldCompatible(s string) string { return norm.NFKD.String(withoutWidthless(s)) }

// asciiLetters gives what a lower-case, decomposed character is written as in
// a slug, or "" for one that is no Latin letter or digit.
func asciiLetters(r rune) string {
	const ascii = "0123456789abcdefghijklmnopqrstuvwxyz"
	switch {
	case r >= '0' && r <= '9':
		return ascii[r-'0' : r-'0'+1]
	case r >= 'a' && r <= 'z':
		return ascii[r-'a'+10 : r-'a'+11]
	}
	// Letters that Unicode does not decompose, and how they are commonly
	// transliterated (BGN/PCGN, ICAO Doc 9303 for the Nordic ones save that a
	// portal in Sweden writes ø as it writes ö).
	switch r {
	case 'ø':
		return "o"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ß':
		return "ss"
	case 'đ', 'ð', 'ɖ':
		return "d"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'ŋ':
		return "n"
	case 'ŧ':
		return "t"
	case 'ĸ':
		return "k"
	case 'ə':
		return "e"
	}
	return ""
}

// vanishes tells whether a character leaves no trace, not even a hyphen:
// accents (by now apart from their letters) and whatever has no width.
func vanishes(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r)
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ'
}

// insideWord tells whether a letter stands on both sides of runes[i].
func insideWord(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) &&
		(unicode.IsLetter(runes[i-1]) || unicode.IsMark(runes[i-1])) && unicode.IsLetter(runes[i+1])
}

// cutSlug bounds a slug, at a hyphen if there is one.
func cutSlug(slug string) string {
	if len(slug) <= maxSlug {
		return slug
	}
	if slug[maxSlug] == '-' {
		return slug[:maxSlug]
	}
	if i := strings.LastIndexByte(slug[:maxSlug], '-'); i > 0 {
		return slug[:i]
	}
	return slug[:maxSlug]
}

// ValidSlug tells whether s can stand in a URL as it is written:
// [a-z0-9]+(-[a-z0-9]+)*, at most 200 bytes. Slug(s) is the mend for one that
// cannot.
func ValidSlug(s string) bool {
	if s == "" || len(s) > maxSlug || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == '-' && s[i-1] != '-':
		default:
			return false
		}
	}
	return true
}

// Fold is the key under which differently written names of one topic meet:
// "Fritid", "fritid" and "FRITID" have one key. It is the name's slug, since
// topics that share a URL are one topic; a name without Latin letters is
// folded by case and compatibility alone.
func Fold(s string) string {
	if slug := Slug(s); slug != "" {
		return slug
	}
	fields := strings.Fields(strings.ToLower(foldCompatible(s)))
	return strings.Join(fields, " ")
}
