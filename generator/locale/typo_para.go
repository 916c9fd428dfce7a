package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token is to the rules of typography.
type tokenKind uint8

const (
	edge   tokenKind = iota // before the first token and after the last
	word                    // letters with their accents, and soft hyphens
	number                  // digits 0–9
	space                   // one space of any kind, newlines included
	punct                   // one other character; dots or hyphens in a row are one token
	object                  // an opaque run, or a URL
)

// A token is the smallest piece of a paragraph that a rule looks at.
type token struct {
	kind       tokenKind
	start, end int32  // in para.source
	mark       rune   // the character of a punct, 0 for several
	text       string // as it is to be written
}

// A para is a paragraph on its way through the rules.
type para struct {
	lang    Lang
	source  string // the texts of all runs, opaque ones too
	ends    []int  // where each run ends in source
	tokens  []token
	marks   []int // the tokens that are punct, in order
	numbers []int // those that are number
	short   []int // those that are a word of at most maxShort bytes
	amounts []amount
	changed bool
}

func newPara(lang Lang, runs []Run) *para {
	p := &para{lang: lang, ends: make([]int, len(runs))}
	if len(runs) == 1 {
		p.source = runs[0].Text
	} else {
		var b strings.Builder
		for _, run := range runs {
			b.WriteString(run.Text)
		}
		p.source = b.String()
	}
	p.tokens = make([]token, 0, len(p.source)/5*2+8)
	p.marks = make([]int, 0, len(p.source)/16+8)
	p.short = make([]int, 0, len(p.source)/12+8)
	from, to := 0, 0 // a stretch of text that is not opaque
	for i, run := range runs {
		to += len(run.Text)
		p.ends[i] = to
		if run.Opaque {
			start := to - len(run.Text)
			p.lex(from, start)
			p.add(object, start, to)
			from = to
		}
	}
	p.lex(from, to)
	p.findAmounts()
	return p
}

// maxShort is the length in bytes of the longest abbreviated title.
const maxShort = 4

func (p *para) add(kind tokenKind, start, end int) {
	text := p.source[start:end]
	var mark rune
	switch i := len(p.tokens); {
	case kind == punct:
		p.marks = append(p.marks, i)
		mark = onlyRune(text)
	case kind == number:
		p.numbers = append(p.numbers, i)
	case kind == word && end-start <= maxShort:
		p.short = append(p.short, i)
	}
	p.tokens = append(p.tokens, token{kind, int32(start), int32(end), mark, text})
}

// onlyRune returns the character that s consists of, or 0 if there are more
// or it is a stray byte.
func onlyRune(s string) rune {
	if r, size := utf8.DecodeRuneInString(s); size == len(s) && (r != utf8.RuneError || size > 1) {
		return r
	}
	return 0
}

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
	r, size := utf8.DecodeRuneInString(p.source[i:to])
	kind = kindOf(r)
	end = i + size
	if kind == space || kind == punct && r != '.' && r != '-' {
		return kind, end
	}
	for end < to {
		following, size := utf8.DecodeRuneInString(p.source[end:to])
		if kind == punct && following != r || kind != punct && kindOf(following) != kind {
			break
		}
		end += size
	}
	return kind, end
}

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

// at returns a token, or an edge outside the paragraph.
func (p *para) at(i int) token {
	if i < 0 || i >= len(p.tokens) {
		return token{}
	}
	return p.tokens[i]
}

// first returns the first token that is no space.
func (p *para) first() int {
	i := 0
	for p.is(i, space) {
		i++
	}
	return i
}

// is tells of which kind token i is.
func (p *para) is(i int, kind tokenKind) bool {
	if i < 0 || i >= len(p.tokens) {
		return kind == edge
	}
	return p.tokens[i].kind == kind
}

// isMark tells whether the token is one of the marks, each a single
// character.
func (p *para) isMark(i int, marks string) bool {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].mark == 0 {
		return false
	}
	mark := p.tokens[i].mark
	for _, r := range marks {
		if r == mark {
			return true
		}
	}
	return false
}

// isWord tells whether the token is this word, in this case.
func (p *para) isWord(i int, text string) bool {
	t := p.at(i)
	return t.kind == word && t.text == text
}

// replace gives a token another text.
func (p *para) replace(i int, text string) {
	if p.tokens[i].text != text {
		p.tokens[i].text = text
		if p.tokens[i].kind == punct {
			p.tokens[i].mark = onlyRune(text)
		}
		p.changed = true
	}
}

// glue makes a space one at which no line breaks, if it is a space.
func (p *para) glue(i int) {
	if p.is(i, space) && p.tokens[i].text != narrowNbsp {
		p.replace(i, nbsp)
	}
}

// narrowNbsp is U+202F NARROW NO-BREAK SPACE, which some set in numbers.
const narrowNbsp = "\u202f"

// beginsPlainly tells whether a word or number that begins at token i stands
// free on its left: after nothing, a space, an opening bracket or a quotation
// mark, or after an opaque run, which most often is a line break or an image.
func (p *para) beginsPlainly(i int) bool {
	before := p.at(i - 1)
	return before.kind == edge || before.kind == space || before.kind == object || p.isMark(i-1, "([{«»"+doubleQuotes+singleQuotes)
}

// endsPlainly tells whether a word or number that ends at token i stands free
// on its right: before nothing, a space, an opaque run, or a mark that ends
// something and is not followed by a letter or digit at once.
func (p *para) endsPlainly(i int) bool {
	after := p.at(i + 1)
	if after.kind == edge || after.kind == space || after.kind == object || p.isMark(i+1, ")]}«»!?;…"+doubleQuotes+singleQuotes) {
		return true
	}
	return p.isMark(i+1, ".,:") && !p.is(i+2, number) && !p.is(i+2, word)
}

// wordBefore returns the word, in lower case, that leads up to token i: next
// to it or one space before it, with or without a point or colon. It returns
// "" if there is none.
func (p *para) wordBefore(i int) string {
	i--
	if p.is(i, space) {
		i--
	}
	if p.isMark(i, ".:") {
		i--
	}
	if p.is(i, word) {
		return strings.ToLower(p.at(i).text)
	}
	return ""
}
