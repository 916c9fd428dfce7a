package locale

import (
	"strings"
	"unicode"
)

// mayHoldURL tells whether it is worth looking for URLs in a text.
func mayHoldURL(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "@") || strings.Contains(s, "www.") || strings.Contains(s, "WWW.")
}

// maxURL is the length in bytes of the longest URL that is looked for.
const maxURL = 2048

// chunkLength returns how far it is to the next character that no URL holds.
func chunkLength(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"“”„‟‘’‚«»<>`, r)
	})
	if end < 0 {
		return len(s)
	}
	return end
}

// urlLength returns how long a URL or an address of e-mail at the beginning
// of a chunk is, or 0 if there is none. Titles and summaries have them without
// markup, and RFC 3986 leaves nothing in them for a typesetter to decide. The
// marks of the sentence that follow one are not a part of it.
func urlLength(chunk string) int {
	if len(chunk) > maxURL {
		return 0
	}
	candidate := strings.TrimRight(chunk, ".,;:!?…'´)]}–—―−-")
	if scheme := strings.Index(candidate, "://"); scheme > 0 && isASCIILetters(candidate[:scheme]) && scheme+3 < len(candidate) {
		return len(candidate)
	}
	if len(candidate) > 4 && strings.EqualFold(candidate[:4], "www.") {
		return len(candidate)
	}
	if local, host, ok := strings.Cut(candidate, "@"); ok && local != "" && strings.Contains(host, ".") {
		return len(candidate)
	}
	return 0
}
