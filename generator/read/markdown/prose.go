package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"growthportal/generator/diag"
	"growthportal/generator/read/prose"
)

// Prose is what a text says, as it is written: its words with their places, and what an author means by its marks.
type Prose struct {
	Blocks []prose.Block // in the order of the text, footnotes last
	Links  []Link
	Tables []Table
	Bare   []Link // addresses that are their own text
}

// Link is a link in a text with words of its own; a bare address is none.
type Link struct {
	Text   string // what can be seen, or is said of a picture
	Target string
	Place  diag.Place // of the text
}

// Table is a table in a text.
type Table struct {
	Place   diag.Place // of its first row
	Headers []string   // the texts of the first row
}

// WrittenAs reads the words of a text with the way back to their places. It sees what [Parse] sees, and reports nothing;
// a text that Parse refuses has none.
func WrittenAs(src []byte, opt Options) Prose {
	opt.Typography = false
	d := newDraft(prepare(src), opt)
	defer d.release()
	if !d.withinBounds() {
		return Prose{}
	}
	d.parse()
	if d.tooDeep() {
		return Prose{}
	}
	d.joinText()
	d.gatherFootnotes()
	d.dropComments()
	d.captionTables()
	p := &prosaist{draft: d}
	for _, root := range d.roots() {
		p.blocks(root)
	}
	return p.prose
}

// prosaist gathers the words of a draft.
type prosaist struct {
	draft *draft
	prose Prose
}

// blocks gathers the text of every block in a node.
func (p *prosaist) blocks(n ast.Node) {
	switch {
	case n.Kind() == east.KindTable:
		p.table(n)
	case n.Kind() == ast.KindHTMLBlock || n.IsRaw():
		return
	}
	if first := n.FirstChild(); first != nil && first.Type() == ast.TypeInline {
		p.block(n)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.blocks(c)
	}
}

func (p *prosaist) block(n ast.Node) {
	b := prose.Begin(p.draft.file, p.kindOf(n))
	p.words(b, n)
	block := b.Block()
	if lang := p.draft.langOf(n); lang != p.draft.opt.Lang {
		block.Lang = string(lang)
	}
	if h, ok := n.(*ast.Heading); ok {
		block.Level = h.Level
	}
	p.prose.Blocks = append(p.prose.Blocks, block)
}

func (p *prosaist) kindOf(n ast.Node) prose.Kind {
	switch {
	case n.Kind() == ast.KindHeading:
		return prose.Heading
	case n.Kind() == east.KindTableCell:
		return prose.Cell
	case p.draft.isCaption(n):
		return prose.Caption
	case n.Kind() == east.KindDefinitionTerm:
		return prose.Item
	}
	for up := n.Parent(); up != nil; up = up.Parent() {
		switch up.Kind() {
		case ast.KindBlockquote:
			return prose.Quote
		case ast.KindListItem, east.KindDefinitionDescription:
			return prose.Item
		}
	}
	return prose.Paragraph
}

// words adds the text of all within a node.
func (p *prosaist) words(b *prose.Builder, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			p.run(b, n)
		case *ast.Link:
			p.words(b, n)
			p.link(n)
		case *ast.Image:
			p.image(n)
		case *ast.AutoLink:
			p.bare(n)
			p.opaque(b, n)
		case *ast.CodeSpan, *phrase, *ast.String:
			p.opaque(b, n)
		case *ast.RawHTML, *east.TaskCheckBox, *east.FootnoteLink:
		default:
			p.words(b, n)
		}
	}
}

// opaque adds what stands for something that is no words.
func (p *prosaist) opaque(b *prose.Builder, n ast.Node) {
	place := p.draft.place(max(0, n.Pos()), 0)
	b.Add(prose.Opaque, place.Line, place.Column)
}

// run adds a stretch of text, character by character where it is written so, and by its place where an escape stands.
func (p *prosaist) run(b *prose.Builder, t *ast.Text) {
	written, at := p.draft.written(t.Segment), t.Segment.Start
	for len(written) > 0 {
		plain := strings.IndexAny(written, `\&`)
		if plain < 0 {
			plain = len(written)
		}
		if plain == 0 {
			_, plain = utf8.DecodeRuneInString(written)
			if written[0] == '\\' && len(written) > 1 {
				plain = 2
			} else if written[0] == '&' {
				_, plain = reference(written)
			}
		}
		place := p.draft.place(at, 0)
		b.Add(unescape(written[:plain]), place.Line, place.Column)
		written, at = written[plain:], at+plain
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		place := p.draft.place(t.Segment.Stop, 0)
		b.Add("\n", place.Line, place.Column)
	}
}

func (p *prosaist) link(n *ast.Link) {
	target, _ := p.draft.destination(n, n.Destination)
	p.prose.Links = append(p.prose.Links, Link{Text: p.draft.said(n), Target: target, Place: p.span(n)})
}

func (p *prosaist) bare(n *ast.AutoLink) {
	label := n.Label(p.draft.src)
	_, place := p.draft.destination(n, label)
	p.prose.Bare = append(p.prose.Bare, Link{Text: string(label), Target: string(label), Place: place})
}

// span is where the text within a node stands, or the node.
func (p *prosaist) span(n ast.Node) diag.Place {
	start, end := -1, -1
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			if start < 0 {
				start = t.Segment.Start
			}
			end = t.Segment.Stop
		}
		return ast.WalkContinue, nil
	})
	if start < 0 {
		start, end = max(0, n.Pos()), max(0, n.Pos())+1
	}
	return p.draft.place(start, end)
}

// image adds what is said of a picture, and its caption.
func (p *prosaist) image(n *ast.Image) {
	b := prose.Begin(p.draft.file, prose.Alt)
	p.words(b, n)
	p.prose.Blocks = append(p.prose.Blocks, b.Block())
	if at, ok := p.draft.offsetOf(n.Title); ok {
		place := p.draft.place(at, at+len(n.Title))
		p.prose.Blocks = append(p.prose.Blocks, prose.At(place, prose.Caption, unescape(string(n.Title))))
	}
}

func (p *prosaist) table(n ast.Node) {
	t := Table{}
	row := n.FirstChild()
	if row == nil {
		return
	}
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		t.Headers = append(t.Headers, p.draft.said(cell))
	}
	if cell := row.FirstChild(); cell != nil && cell.Lines().Len() > 0 {
		at := cell.Lines().At(0).Start
		line := p.draft.ground.lines[p.draft.line(at)]
		start, end := p.draft.trimmed(line, p.draft.lineEnd(line))
		t.Place = p.draft.place(start, end)
	} else if n.Pos() >= 0 {
		t.Place = p.draft.place(n.Pos(), p.draft.lineEnd(n.Pos()))
	}
	p.prose.Tables = append(p.prose.Tables, t)
}
