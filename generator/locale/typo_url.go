package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mayHoldURL tells whether it is worth looking for URLs in a text.
func mayHoldURL(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "@") || strings.Contains(s, "www.") || strings.Contains(s, "WWW.")
}

// urlLength returns how long a URL or an address of e-mail at the beginning
// of s is, or 0 if there is none. Titles and summaries have them without
// markup, and RFC 3986 leaves nothing in them for a typesetter to decide. The
// marks of the sentence that follow one are not a part of it.
func urlLength(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"“”„‟‘’‚«»<>`, r)
	})
	if end < 0 {
		end = len(s)
	}
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		if !strings.ContainsRune(`.,;:!?…'´)]}–—―−-`, r) {
			break
		}
		end -= size
	}
	candidate := s[:end]
	if scheme := strings.Index(candidate, "://"); scheme > 0 && isASCIILetters(candidate[:scheme]) && scheme+3 < end {
		return end
	}
	if len(candidate) > 4 && strings.EqualFold(candidate[:4], "www.") {
		return end
	}
	if local, host, ok := strings.Cut(candidate, "@"); ok && local != "" && strings.Contains(host, ".") {
		return end
	}
	return 0
}
