package locale

import (
	"unicode"
	"unicode/utf8"
)

// lex cuts a stretch of the source into tokens.
func (p *para) lex(from, to int) {
	hasURL := mayHoldURL(p.source[from:to])
	chunkEnd := from
	for i := from; i < to; {
		if hasURL && i >= chunkEnd {
			chunkEnd = i + chunkLength(p.source[i:to])
		}
		if i < chunkEnd && !p.lastIs(word) && !p.lastIs(number) {
			if n := urlLength(p.source[i:chunkEnd]); n > 0 {
				p.add(object, i, i+n)
				i += n
				continue
			}
		}
		kind, end := p.next(i, to)
		p.add(kind, i, end)
		i = end
	}
}

func (p *para) lastIs(kind tokenKind) bool {
	return len(p.tokens) > 0 && p.tokens[len(p.tokens)-1].kind == kind
}

// next finds the token that begins at i.
func (p *para) next(i, to int) (kind tokenKind, end int) {
	c := p.source[i]
	if c >= utf8.RuneSelf {
		return p.nextOf(i, to)
	}
	kind, end = asciiKinds[c], i+1
	switch {
	case kind == word:
		end = p.wordEnd(end, to)
	case kind == number:
		for end < to && p.source[end]-'0' <= 9 {
			end++
		}
	case c == '.' || c == '-':
		for end < to && p.source[end] == c {
			end++
		}
	}
	return kind, end
}

// nextOf finds a token that begins with another character than those of
// ASCII.
func (p *para) nextOf(i, to int) (kind tokenKind, end int) {
	r, size := utf8.DecodeRuneInString(p.source[i:to])
	kind, end = kindOf(r), i+size
	if kind == word {
		end = p.wordEnd(end, to)
	}
	return kind, end
}

// wordEnd is where a word ends that goes on at i, if it does.
func (p *para) wordEnd(i, to int) int {
	for i < to {
		c := p.source[i]
		switch {
		case c < utf8.RuneSelf:
			if asciiKinds[c] != word {
				return i
			}
			i++
		case c == firstOfLatin1 && i+1 < to && isLatin1Letter(p.source[i+1]):
			i += 2
		default:
			r, size := utf8.DecodeRuneInString(p.source[i:to])
			if kindOf(r) != word {
				return i
			}
			i += size
		}
	}
	return to
}

// firstOfLatin1 is the first byte in UTF-8 of U+00C0 to U+00FF: letters of
// Swedish and its neighbours, and the signs × and ÷ among them.
const firstOfLatin1 = 0xC3

func isLatin1Letter(second byte) bool {
	const times, divided = 0x97, 0xB7
	return second >= 0x80 && second <= 0xBF && second != times && second != divided
}

// asciiKinds are what kindOf says of the characters of ASCII.
var asciiKinds = func() (kinds [utf8.RuneSelf]tokenKind) {
	for c := range kinds {
		kinds[c] = kindOf(rune(c))
	}
	return kinds
}()

func kindOf(r rune) tokenKind {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return word
	case r == ' ':
		return space
	case r >= '0' && r <= '9':
		return number
	case r < utf8.RuneSelf:
		if r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\v' {
			return space
		}
		return punct
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r):
		return word
	case unicode.IsSpace(r):
		return space
	}
	return punct
}
