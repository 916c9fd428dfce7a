package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/language"

	"growthportal/generator/diag"
)

// Passages in another language than the page's, which a screen reader is to read with another voice (WCAG 3.1.2):
// "[text]{lang=en}" in running text, and lines of colons around blocks, "::: {lang=en}" and ":::".

// tongue is a language as it stands in the attributes of an element.
type tongue struct {
	lang string
	rtl  bool // written from right to left
}

func (t tongue) attributes() string {
	switch {
	case t.lang == "":
		return ""
	case t.rtl:
		return ` lang="` + t.lang + `" dir="rtl"`
	}
	return ` lang="` + t.lang + `"`
}

// readTongue reads what stands between the braces at an offset, and reports what it does not understand.
func (d *draft) readTongue(written []byte, at int) tongue {
	var t tongue
	for _, span := range nonSpace.FindAllIndex(written, -1) {
		attr := string(written[span[0]:span[1]])
		start, end := at+span[0], at+span[1]
		name, value, _ := strings.Cut(attr, "=")
		if name != "lang" {
			hint(d.report(diag.UnknownAttribute, start, end, attr), diag.WriteSo, "lang=en")
			continue
		}
		value = strings.Trim(value, `"'“”„`)
		tag, err := language.Parse(value)
		if base, confidence := tag.Base(); err != nil || confidence == language.No || base.String() == "und" || strings.Contains(value, "_") {
			hint(d.report(diag.BadLanguage, start, end, value), diag.WriteSo, "lang=en")
			continue
		}
		t.lang, t.rtl = tag.String(), isRightToLeft(tag)
	}
	if len(bytes.TrimSpace(written)) == 0 {
		hint(d.report(diag.UnknownAttribute, at, at, ""), diag.WriteSo, "lang=en")
	}
	return t
}

var nonSpace = regexp.MustCompile(`[^\s]+`)

// isRightToLeft tells the scripts that are written from right to left and that living languages use.
func isRightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return true
	}
	return false
}

// braces matches attributes: what could be meant as such, and not just any text in braces.
var braces = regexp.MustCompile(`^\{[ \t]*(?:[.#]?[A-Za-z][\w:-]*(?:[ \t]*=[ \t]*(?:"[^"{}\n]*"|[^\s{}"]*))?[ \t]*)+\}`)

// phrase is a stretch of running text in another language.
type phrase struct {
	ast.BaseInline
	tongue
}

var kindPhrase = ast.NewNodeKind("Phrase")

// Kind names the node for renderers.
func (*phrase) Kind() ast.NodeKind { return kindPhrase }

// Dump prints the node for debugging.
func (p *phrase) Dump(source []byte, level int) { ast.DumpHelper(p, source, level, nil, nil) }

// openPhrase is a phrase whose end lies ahead. It stands in the tree, empty, where its opening bracket is.
type openPhrase struct {
	node   *phrase
	start  int               // of the opening bracket
	end    int               // of the closing one
	bottom *parser.Delimiter // the last delimiter before it
}

var openPhrasesKey = parser.NewContextKey()

func openPhrases(pc parser.Context) []openPhrase {
	open, _ := pc.Get(openPhrasesKey).([]openPhrase)
	return open
}

// phraseParser reads phrases. At an opening bracket it looks ahead for the closing one, which must have braces after
// it; at that one everything since the opening becomes the phrase's.
type phraseParser struct{}

// Trigger is what a phrase is looked for at.
func (phraseParser) Trigger() []byte { return []byte{'[', ']', '{'} }

// Parse reads the beginning or the end of a phrase.
func (p phraseParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := newLook(parent, block, pc)
	switch {
	case l.d.meter.empty, !l.d.meter.marks && l.line[0] != '{':
	case l.line[0] == '[' && l.d.pay(l.whole(), l.at):
		return p.open(l, block, pc)
	case l.line[0] == ']':
		return p.close(l, block, pc)
	case l.line[0] == '{':
		stray := string(braces.Find(l.line))
		if strings.HasPrefix(strings.TrimLeft(stray, "{ \t"), "lang=") {
			hint(l.d.report(diag.StrayLanguage, l.at, l.at+len(stray), stray), diag.WriteSo, "[…]"+stray)
		}
	}
	return nil
}

func (phraseParser) open(l look, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.Position()
	block.Advance(1)
	_, found := block.FindClosure('[', ']', text.FindClosureOptions{Nesting: true, CodeSpan: true, Newline: true, Advance: true})
	after, at := block.PeekLine()
	block.SetPosition(line, segment)
	if !found || !braces.Match(after) {
		return nil
	}
	block.Advance(1)
	node := &phrase{}
	pc.Set(openPhrasesKey, append(openPhrases(pc), openPhrase{node, l.at, at.Start - 1, pc.LastDelimiter()}))
	return node
}

func (phraseParser) close(l look, block text.Reader, pc parser.Context) ast.Node {
	open := openPhrases(pc)
	if len(open) == 0 || open[len(open)-1].end != l.at {
		return nil
	}
	latest := open[len(open)-1]
	pc.Set(openPhrasesKey, open[:len(open)-1])
	written := braces.Find(l.line[1:])
	block.Advance(1 + len(written))
	if latest.bottom == nil {
		parser.ProcessDelimiters(nil, pc)
	} else {
		parser.ProcessDelimiters(latest.bottom, pc)
	}
	for c := latest.node.NextSibling(); c != nil; c = latest.node.NextSibling() {
		latest.node.AppendChild(latest.node, c)
	}
	latest.node.tongue = l.d.readTongue(written[1:len(written)-1], l.at+2)
	return latest.node
}

// CloseBlock gives back the brackets of phrases whose end turned out to be part of something else.
func (phraseParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	for _, open := range openPhrases(pc) {
		if parent := open.node.Parent(); parent != nil {
			bracket := ast.NewTextSegment(text.NewSegment(open.start, open.start+1))
			parent.ReplaceChild(parent, open.node, bracket)
		}
	}
	pc.Set(openPhrasesKey, nil)
}

func renderPhrase(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.html("<span" + n.(*phrase).attributes() + ">")
	} else {
		d.html("</span>")
	}
	return ast.WalkContinue
}

// passage is a group of blocks in another language.
type passage struct {
	ast.BaseBlock
	tongue
	start, end int // where its first line stands
	closed     bool
}

var kindPassage = ast.NewNodeKind("Passage")

// Kind names the node for renderers.
func (*passage) Kind() ast.NodeKind { return kindPassage }

// Dump prints the node for debugging.
func (p *passage) Dump(source []byte, level int) { ast.DumpHelper(p, source, level, nil, nil) }

// fence matches a line of colons and what follows them.
var fence = regexp.MustCompile(`^ {0,3}:{3,}[ \t]*([^\n]*?)[ \t]*\n?$`)

// passageParser reads passages: from ":::" with braces to ":::" alone. They may stand in one another and in lists.
type passageParser struct{}

// Trigger is what a passage begins with.
func (passageParser) Trigger() []byte { return []byte{':'} }

// Open begins a passage.
func (passageParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := r.PeekLine()
	m := fence.FindSubmatchIndex(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	d, at := draftOf(pc), segment.Start-segment.Padding
	start, end := d.trimmed(segment.Start, d.lineEnd(segment.Start))
	written := bytes.Trim(line[m[2]:m[3]], "{}")
	switch {
	case len(line[m[2]:m[3]]) == 0:
		d.report(diag.StrayFence, start, end)
	case openPassages(pc) == maxPassages:
		d.refuse(start, end)
	default:
		node := &passage{start: start, end: end}
		node.tongue = d.readTongue(written, at+m[2]+bytes.Index(line[m[2]:m[3]], written))
		r.AdvanceToEOL()
		return node, parser.HasChildren
	}
	return nil, parser.NoChildren
}

func openPassages(pc parser.Context) int {
	n := 0
	for _, b := range pc.OpenedBlocks() {
		if b.Node.Kind() == kindPassage {
			n++
		}
	}
	return n
}

// Continue goes on until the line that ends the passage.
func (passageParser) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	line, _ := r.PeekLine()
	m := fence.FindSubmatchIndex(line)
	if m == nil || m[3] > m[2] || !innermost(node, pc) {
		return parser.Continue | parser.HasChildren
	}
	node.(*passage).closed = true
	r.AdvanceToEOL()
	return parser.Close
}

// innermost tells whether a line of colons belongs to this passage: to none in it, and to no code or HTML.
func innermost(node ast.Node, pc parser.Context) bool {
	blocks := pc.OpenedBlocks()
	for i := len(blocks) - 1; i >= 0 && blocks[i].Node != node; i-- {
		switch blocks[i].Node.Kind() {
		case kindPassage, ast.KindFencedCodeBlock, ast.KindHTMLBlock:
			return false
		}
	}
	return true
}

// Close reports a passage that has not been ended.
func (passageParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if p := node.(*passage); !p.closed {
		hint(draftOf(pc).report(diag.UnclosedFence, p.start, p.end), diag.WriteSo, ":::")
	}
}

// CanInterruptParagraph lets a passage begin right below a paragraph.
func (passageParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine leaves indented lines to code.
func (passageParser) CanAcceptIndentedLine() bool { return false }

func renderPassage(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.html("<div" + n.(*passage).attributes() + ">\n")
	} else {
		d.html("</div>\n")
	}
	return ast.WalkContinue
}
