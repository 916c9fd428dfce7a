package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// plainParser takes words without marks as they are, a stretch at a time. goldmark would stop at each space, since an
// address may begin there, and put the text together word by word: that took most of the time of reading. The tree is the
// same with it and without it, once joinText has been there.
type plainParser struct{ kinds [256]plainKind }

// plainKind is what a character in running text may be the beginning of.
type plainKind uint8

const (
	isText plainKind = iota // nothing
	isMark                  // something else than text
	isGap                   // an address, behind it
	isAt                    // nothing, but an address of e-mail may have begun before it
)

// newPlainParser makes one that stops at the characters at which the others begin something, as they say themselves.
func newPlainParser(others []util.PrioritizedValue) plainParser {
	var p plainParser
	p.kinds[' '], p.kinds['('], p.kinds['@'] = isGap, isGap, isAt
	for _, other := range others {
		for _, c := range other.Value.(parser.InlineParser).Trigger() {
			p.kinds[c] = isMark
		}
	}
	p.kinds['\\'], p.kinds['\n'] = isMark, isMark
	return p
}

// Trigger is what plain words are looked for at: any space, and the beginning of what remains of a line.
func (plainParser) Trigger() []byte { return []byte{' '} }

// Parse takes what is plain up to the next mark, to an address, to the spaces at the end of the line, or the whole line.
// In a block with backslashes it leaves all to goldmark, which remembers from one stretch to the next that one stood
// before; and so where the spaces that a line begins with are not those of the source.
func (p plainParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	d := draftOf(pc)
	if d.enter(parent); !d.meter.plain || segment.Padding > 0 {
		return nil
	}
	end := p.stretch(line)
	if end == len(line) || line[end] == '\n' {
		if trimmed := len(bytes.TrimRight(line[:end], " \t")); trimmed < end {
			end = trimmed // how many spaces there are says how the line ends
		}
	}
	if end == 0 {
		return nil
	}
	node := d.textNode(segment.WithStop(segment.Start + end))
	if end == len(line) || line[end] == '\n' {
		node.SetSoftLineBreak(end < len(line))
		block.AdvanceLine()
		return node
	}
	block.Advance(end)
	return node
}

// maxLocal is how much there can be of an address of e-mail before its @ (RFC 5321, 4.5.3.1.1): some marks among it.
const maxLocal = 64

// stretch is how much of a line is plain: up to a mark, or to what stands before a possible address (bareLinkParser): an
// address begins a line, or stands behind a space or a bracket.
func (p plainParser) stretch(line []byte) int {
	start := 0 // what stands before the latest word
	if beginsAddress(line) {
		return 0
	}
	for i, c := range line {
		switch p.kinds[c] {
		case isMark:
			if bytes.IndexByte(line[i:min(len(line), i+maxLocal)], '@') < 0 {
				return i
			}
			return start
		case isAt:
			return start
		case isGap:
			if start = i; beginsAddress(line[i+1:]) {
				return start
			}
		}
	}
	return len(line)
}

// beginsAddress tells whether a text may begin with an address other than one of e-mail.
func beginsAddress(text []byte) bool {
	return len(text) > 4 && (text[0] == 'h' && text[1] == 't' && text[2] == 't' || text[0] == 'w' && text[1] == 'w' && text[2] == 'w')
}
