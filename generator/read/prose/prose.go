// Package prose holds texts as their authors wrote them, each with the way back from a word in it to its place in the
// file: what those look at who judge the language, rather than the page.
package prose

import (
	"sort"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
)

// Kind tells what a block of text is.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Item           // of a list, or a term or its description
	Heading
	Cell    // of a table
	Caption // of a picture or a table
	Quote   // a paragraph that somebody else has written
	Alt     // what is said of a picture to those who do not see it
	Line    // a text of front matter
)

// Opaque stands in a block's text for what is no words of its language: code, an address, a phrase in another one.
const Opaque = "\ufffc"

// Block is one paragraph, heading, cell or line. It is plain data; nothing alters it after it was made.
type Block struct {
	Kind  Kind
	Key   string // the key of front matter under which it stands, such as "summary" or "image.alt"; "" in a body
	Lang  string // the language that it is marked as; "" for the text's own
	Level int    // of a heading
	Text  string // as written, without marks and escapes; a line's end is a "\n"
	marks []mark
	whole diag.Place // where its own places cannot be told
}

// mark says that the text from an offset on stands in the file, character by character, from a place on.
type mark struct {
	at, line, column int
}

// Place is where the text from one byte to before another stands in the file, cut off at the end of its first line.
func (b *Block) Place(from, to int) diag.Place {
	if b.whole.Line > 0 || len(b.marks) == 0 {
		return b.whole
	}
	n := max(0, sort.Search(len(b.marks), func(i int) bool { return b.marks[i].at > from })-1)
	m := b.marks[n]
	p := diag.Place{File: b.whole.File, Line: m.line, Column: m.column + runes(b.Text, m.at, from)}
	for ; n < len(b.marks) && b.marks[n].line == m.line && b.marks[n].at < to; n++ {
		end := to
		if n+1 < len(b.marks) {
			end = min(to, b.marks[n+1].at)
		}
		end = b.marks[n].at + len(strings.TrimRight(b.Text[b.marks[n].at:max(end, b.marks[n].at)], "\n"))
		p.EndColumn = b.marks[n].column + runes(b.Text, b.marks[n].at, end)
	}
	if p.EndColumn <= p.Column {
		p.EndColumn = 0
	}
	return p
}

func runes(text string, from, to int) int {
	if from >= to {
		return 0
	}
	return utf8.RuneCountInString(text[from:to])
}

// Moved is the block with its places put elsewhere in the file, for a text that was read by itself. Where to gives
// every place the same, that is the place of all of the block.
func (b Block) Moved(to func(diag.Place) diag.Place) Block {
	marks := make([]mark, len(b.marks))
	for i, m := range b.marks {
		p := to(diag.Place{File: b.whole.File, Line: m.line, Column: m.column})
		marks[i] = mark{m.at, p.Line, p.Column}
	}
	b.marks = marks
	if first, next := to(diag.Place{Line: 1, Column: 1}), to(diag.Place{Line: 2, Column: 2}); first == next {
		b.whole = first
	}
	return b
}

// Builder gathers a block's text, piece by piece.
type Builder struct {
	block Block
	text  strings.Builder
}

// Begin begins a block in a file.
func Begin(file string, kind Kind) *Builder {
	return &Builder{block: Block{Kind: kind, whole: diag.Place{File: file}}}
}

// Add adds text that stands in the file at a place, character by character. "\n" at its end is the line's.
func (b *Builder) Add(text string, line, column int) {
	if text == "" {
		return
	}
	b.block.marks = append(b.block.marks, mark{b.text.Len(), line, column})
	b.text.WriteString(text)
}

// Block ends the block. Its language, key and level are the caller's to give it.
func (b *Builder) Block() Block {
	b.block.Text = b.text.String()
	return b.block
}

// At is a block whose text stands somewhere in the range of a place, as one that the file writes with escapes.
func At(place diag.Place, kind Kind, text string) Block {
	return Block{Kind: kind, Text: text, whole: place}
}
