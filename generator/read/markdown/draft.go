package markdown

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// draft is one text on its way to a body: it is made by Parse, handed from step to step, and left behind.
type draft struct {
	ground
	*scratch
	opt    Options
	words  words
	diags  []diag.Diagnostic
	counts [2]int // of errors and of warnings
	meter  meter

	tree      ast.Node
	kinds     kindSet               // of the nodes in it
	labels    map[string]bool       // the footnotes that are defined, by label
	footnotes []*note               // those that are called, in the order of their numbers
	speech    map[ast.Node]bool     // the paragraphs that are lines of speech
	renderers []renderFunc          // by kind
	anchors   locale.Anchors        // ids that are taken
	set       map[ast.Node]string   // text nodes whose text is not what was written, after typesetting
	captions  map[ast.Node]ast.Node // table -> the paragraph before it that is its caption
	tags      map[string]int        // raw HTML elements that are open, to report a pair once

	mixed     bool   // there is cleaned HTML in out
	inLink    bool   // what is being written stands in a link
	afterLink string // what has to wait for its end
	tables    int
	headings  []model.Heading
	ids       []string
	refs      []model.BodyRef
	seen      map[string]bool // terms that stand in the text already
	looked    bool            // raw says whether there is HTML of the author's own
	raw       bool
}

func newDraft(src []byte, opt Options) *draft {
	if opt.Lang == "" {
		opt.Lang = locale.Swedish
	}
	return &draft{
		scratch: scratches.Get().(*scratch),
		ground:  newGround(src, opt.File, opt.FirstLine),
		opt:     opt,
		words:   wordsIn(opt.Lang),
		meter:   newMeter(len(src)),
		labels:  map[string]bool{},
		set:     map[ast.Node]string{},
		seen:    map[string]bool{},
		tags:    map[string]int{},
	}
}

// prepare gives the text with "\n" at its line ends, in UTF-8, without characters that HTML does not allow: itself, where
// that is what it is. Every character that goes is replaced by one, so that columns stay true.
func prepare(src []byte) []byte {
	if isPrepared(src) {
		return slices.Clip(src)
	}
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	out := make([]byte, 0, len(src))
	for len(src) > 0 {
		c, size := utf8.DecodeRune(src)
		switch {
		case c == '\r':
			out = append(out, '\n')
		case c == '\n', c == '\t':
			out = append(out, byte(c))
		default:
			out = utf8.AppendRune(out, allowed(c))
		}
		src = src[size:]
	}
	return slices.Clip(out)
}

// isPrepared tells whether a text has nothing to replace.
func isPrepared(src []byte) bool {
	for i := 0; i < len(src); {
		if i += locale.PrintableLatin(src[i:]); i == len(src) {
			break
		}
		if c := src[i]; c == '\n' || c == '\t' {
			i++
			continue
		} else if c < utf8.RuneSelf {
			return false
		}
		r, size := utf8.DecodeRune(src[i:])
		if size == 1 || allowed(r) != r {
			return false
		}
		i += size
	}
	return true
}

// allowed replaces a character that may not stand in HTML: controls but for tab and line feed, surrogates and
// noncharacters (HTML standard, 13.2.5; Unicode 23.7). That frees U+FDD0 and its kin for our own marks (refs.go).
func allowed(c rune) rune {
	switch {
	case c < ' ' && c != '\t' && c != '\n', c >= 0x7F && c < 0xA0, c >= 0xFDD0 && c <= 0xFDEF, c&0xFFFE == 0xFFFE,
		c >= 0xD800 && c < 0xE000, c > utf8.MaxRune:
		return utf8.RuneError
	}
	return c
}

// draftKey is where the parsers find the draft that they work for.
var draftKey = parser.NewContextKey()

func draftOf(pc parser.Context) *draft { return pc.Get(draftKey).(*draft) }

// parse makes the tree.
func (d *draft) parse() { d.parseBy(grammar) }

func (d *draft) parseBy(grammar parser.Parser) {
	pc := parser.NewContext()
	pc.Set(draftKey, d)
	d.tree = grammar.Parse(text.NewReader(d.src), parser.WithContext(pc))
}

// maxFindings bounds how many errors, and how many warnings, of one text are reported: it is garbage if there are more,
// and the first thousand say so.
const maxFindings = 1000

// report adds a finding about the range from start to end of the text.
func (d *draft) report(code diag.Code, start, end int, args ...string) *diag.Diagnostic {
	return d.add(code.At(d.place(start, end), args...))
}

// add adds a finding, and gives it to add a hint to.
func (d *draft) add(found diag.Diagnostic) *diag.Diagnostic {
	if d.counts[found.Severity]++; d.counts[found.Severity] > maxFindings {
		return &found
	}
	d.diags = append(d.diags, found)
	return &d.diags[len(d.diags)-1]
}

// hint adds the mend to the latest finding.
func hint(found *diag.Diagnostic, name diag.HintName, args ...string) {
	*found = found.With(name, args...)
}

func (d *draft) finishedDiags() []diag.Diagnostic { return diag.Sort(d.diags) }
