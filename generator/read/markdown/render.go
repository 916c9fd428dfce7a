package markdown

import (
	"strconv"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// renderFunc writes a node: its beginning, and after its children its end.
type renderFunc func(d *draft, n ast.Node, entering bool) ast.WalkStatus

// renderersByKind says how each kind of node is written. It is worked out once: it does not change.
var renderersByKind = sync.OnceValue(func() []renderFunc {
	var list []renderFunc
	for kind, render := range renderers() {
		if more := int(kind) + 1 - len(list); more > 0 {
			list = append(list, make([]renderFunc, more)...)
		}
		list[kind] = render
	}
	return list
})

// renderers lists them. A kind that is not here is a fault of ours.
func renderers() map[ast.NodeKind]renderFunc {
	return map[ast.NodeKind]renderFunc{
		ast.KindDocument:                renderNothing,
		ast.KindLinkReferenceDefinition: renderNothing,
		ast.KindParagraph:               renderParagraph,
		ast.KindTextBlock:               renderTextBlock,
		ast.KindBlockquote:              block("blockquote"),
		ast.KindList:                    renderList,
		ast.KindListItem:                renderItem,
		ast.KindThematicBreak:           renderRule,
		ast.KindText:                    renderText,
		ast.KindString:                  renderText,
		ast.KindEmphasis:                renderEmphasis,
		east.KindStrikethrough:          inline("del"),
		east.KindDefinitionList:         block("dl"),
		east.KindDefinitionTerm:         line("dt"),
		east.KindDefinitionDescription:  renderDescription,

		ast.KindHeading:         renderHeading,      // headings.go
		ast.KindCodeBlock:       renderCodeBlock,    // code.go
		ast.KindFencedCodeBlock: renderCodeBlock,    //
		ast.KindCodeSpan:        renderCodeSpan,     //
		ast.KindLink:            renderLink,         // links.go
		ast.KindAutoLink:        renderAutoLink,     //
		ast.KindImage:           renderImage,        // images.go
		ast.KindHTMLBlock:       renderHTMLBlock,    // html.go
		ast.KindRawHTML:         renderRawHTML,      //
		east.KindTable:          renderTable,        // tables.go
		east.KindTableHeader:    renderTableHeader,  //
		east.KindTableRow:       renderTableRow,     //
		east.KindTableCell:      renderTableCell,    //
		east.KindTaskCheckBox:   renderTask,         // tasks.go
		east.KindFootnoteLink:   renderFootnoteCall, // footnotes.go
		kindPhrase:              renderPhrase,       // passages.go
		kindPassage:             renderPassage,      //
	}
}

// renderTree writes the whole tree, and the footnotes after it.
func (d *draft) renderTree() {
	d.renderers = renderersByKind()
	d.renderNode(d.tree)
	d.renderFootnotes()
	d.balanceAll()
}

// renderNode writes a node and all within it. Where cleaned HTML stands between the children of a block, what they
// make is balanced before the block ends, so that no tag of an author's reaches beyond its block.
func (d *draft) renderNode(n ast.Node) {
	kind := n.Kind()
	if int(kind) >= len(d.renderers) || d.renderers[kind] == nil {
		panic("markdown: no renderer for " + kind.String())
	}
	render := d.renderers[kind]
	if render(d, n, true) != ast.WalkSkipChildren {
		start, mixed := d.out.Len(), d.mixed
		d.mixed = false
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			d.renderNode(c)
		}
		if d.mixed && n.Type() != ast.TypeInline {
			d.balance(start, n)
		}
		d.mixed = d.mixed || mixed
	}
	render(d, n, false)
}

func renderNothing(*draft, ast.Node, bool) ast.WalkStatus { return ast.WalkContinue }

// block writes an element around blocks.
func block(tag string) renderFunc {
	begin, end := "<"+tag+">\n", "</"+tag+">\n"
	return func(d *draft, _ ast.Node, entering bool) ast.WalkStatus {
		if entering {
			d.html(begin)
		} else {
			d.html(end)
		}
		return ast.WalkContinue
	}
}

// line writes an element that is a paragraph of its own.
func line(tag string) renderFunc {
	begin, end := "<"+tag+">", "</"+tag+">\n"
	return func(d *draft, _ ast.Node, entering bool) ast.WalkStatus {
		if entering {
			d.html(begin)
		} else {
			d.html(end)
			d.plain.end()
		}
		return ast.WalkContinue
	}
}

// inline writes an element in running text.
func inline(tag string) renderFunc {
	begin, end := "<"+tag+">", "</"+tag+">"
	return func(d *draft, _ ast.Node, entering bool) ast.WalkStatus {
		if entering {
			d.html(begin)
		} else {
			d.html(end)
		}
		return ast.WalkContinue
	}
}

func renderParagraph(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if d.isCaption(n) {
		return ast.WalkSkipChildren
	}
	if f, ok := figureIn(n); ok {
		return d.renderFigure(f, entering)
	}
	if entering {
		d.html("<p")
		if d.speech[n] {
			d.html(` class="speech"`)
		}
		d.html(">")
		return ast.WalkContinue
	}
	d.html("</p>\n")
	d.plain.end()
	return ast.WalkContinue
}

// renderTextBlock writes the text of an item of a tight list.
func renderTextBlock(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if f, ok := figureIn(n); ok {
		return d.renderFigure(f, entering)
	}
	if !entering {
		if n.NextSibling() != nil && n.FirstChild() != nil {
			d.html("\n")
		}
		d.plain.end()
	}
	return ast.WalkContinue
}

func renderList(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	list := n.(*ast.List)
	switch {
	case entering && list.IsOrdered() && list.Start != 1:
		d.html(`<ol start="` + strconv.Itoa(list.Start) + "\">\n")
	case entering && list.IsOrdered():
		d.html("<ol>\n")
	case entering:
		d.html("<ul>\n")
	case list.IsOrdered():
		d.html("</ol>\n")
	default:
		d.html("</ul>\n")
	}
	return ast.WalkContinue
}

func renderItem(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		d.html("</li>\n")
		d.plain.end()
		return ast.WalkContinue
	}
	d.html("<li")
	if isTask(n) {
		d.html(` class="task"`)
	}
	d.html(">")
	if c := n.FirstChild(); c != nil && c.Kind() != ast.KindTextBlock {
		d.html("\n")
	}
	return ast.WalkContinue
}

func renderDescription(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.html("<dd>")
		if c := n.FirstChild(); c != nil && c.Kind() != ast.KindTextBlock {
			d.html("\n")
		}
		return ast.WalkContinue
	}
	d.html("</dd>\n")
	d.plain.end()
	return ast.WalkContinue
}

func renderRule(d *draft, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.html("<hr>\n")
	}
	return ast.WalkContinue
}

func renderEmphasis(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	switch strong := n.(*ast.Emphasis).Level == 2; {
	case strong && entering:
		d.html("<strong>")
	case strong:
		d.html("</strong>")
	case entering:
		d.html("<em>")
	default:
		d.html("</em>")
	}
	return ast.WalkContinue
}

func renderText(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	d.writeText(n, d.textOf(n))
	if t, ok := n.(*ast.Text); ok && t.HardLineBreak() {
		d.html("<br>\n")
		d.plain.space()
	}
	return ast.WalkContinue
}
