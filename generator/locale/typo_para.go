package locale

import (
	"slices"
	"strings"
	"sync"
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
	out     []byte // what writeTo writes
}

// paras are those that have been let go: a text has thousands of paragraphs,
// and the tokens of each weigh a dozen times what it does.
var paras = sync.Pool{New: func() any { return new(para) }}

// mostKept is how many tokens a paragraph has at most that is used again; a
// larger one would be held for the sake of a single text.
const mostKept = 1 << 14

// free lets a paragraph go. None of its tokens may be looked at any more;
// the texts that writeTo gave are their receiver's.
func (p *para) free() {
	if cap(p.tokens) <= mostKept {
		p.source = ""
		paras.Put(p)
	}
}

// newPara cuts runs into tokens. The paragraph is for a single use and goes
// back with free.
func newPara(lang Lang, runs []Run) *para {
	p := paras.Get().(*para)
	*p = para{
		lang: lang, source: joined(runs), ends: p.ends[:0], tokens: p.tokens[:0], marks: p.marks[:0], numbers: p.numbers[:0],
		short: p.short[:0], amounts: p.amounts[:0], out: p.out[:0],
	}
	p.tokens = slices.Grow(p.tokens, len(p.source)/5*2+8)
	from, to := 0, 0 // a stretch of text that is not opaque
	for _, run := range runs {
		to += len(run.Text)
		p.ends = append(p.ends, to)
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

// joined is the texts of all runs.
func joined(runs []Run) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	size := 0
	for _, run := range runs {
		size += len(run.Text)
	}
	var b strings.Builder
	b.Grow(size)
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return b.String()
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
	if len(s) == 1 && s[0] < utf8.RuneSelf {
		return rune(s[0])
	}
	if r, size := utf8.DecodeRuneInString(s); size == len(s) && (r != utf8.RuneError || size > 1) {
		return r
	}
	return 0
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
