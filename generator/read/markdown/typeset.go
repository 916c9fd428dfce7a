package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"growthportal/generator/locale"
)

// typeset hands the text of every paragraph, heading and cell to the typography of its language, unless the text is to
// be left as it is written.
func (d *draft) typeset() {
	if !d.opt.Typography {
		return
	}
	d.walk(func(n ast.Node) {
		if n.Kind() == kindPhrase || n.Type() == ast.TypeBlock && !n.IsRaw() && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
			d.setRuns(n)
		}
	})
}

// setRuns sets the text of one paragraph.
func (d *draft) setRuns(paragraph ast.Node) {
	d.runs, d.nodes = d.runs[:0], d.nodes[:0]
	d.gatherRuns(paragraph)
	d.says = locale.Setter{Lang: d.langOf(paragraph)}.ParagraphIn(d.says, d.runs)
	for i, text := range d.says {
		if d.nodes[i] != nil && text != d.runs[i].Text {
			d.set[d.nodes[i]] = text
		}
	}
}

// addRun adds what a node says to the paragraph that is being set; the node is nil for what is not text.
func (d *draft) addRun(n ast.Node, text string) {
	d.runs, d.nodes = append(d.runs, locale.Run{Text: text, Opaque: n == nil}), append(d.nodes, n)
}

// gatherRuns parts a paragraph into runs. A phrase in another language is a thing of its own, set by itself.
func (d *draft) gatherRuns(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			d.addRun(n, d.textOf(n))
			if n.HardLineBreak() {
				d.addRun(nil, "\n")
			}
		case *ast.String:
			d.addRun(n, d.textOf(n))
		case *ast.CodeSpan, *ast.AutoLink, *ast.Image, *east.FootnoteLink, *phrase:
			d.addRun(nil, d.said(n))
		case *ast.RawHTML, *east.TaskCheckBox: // a tag has no width
		default:
			d.gatherRuns(n)
		}
	}
}

// langOf is the language in which a node stands.
func (d *draft) langOf(n ast.Node) locale.Lang {
	for ; n != nil; n = n.Parent() {
		switch n := n.(type) {
		case *phrase:
			if n.lang != "" {
				return locale.Lang(n.lang)
			}
		case *passage:
			if n.lang != "" {
				return locale.Lang(n.lang)
			}
		}
	}
	return d.opt.Lang
}

// setLine sets a line that stands for itself, as a caption.
func (d *draft) setLine(text string, lang locale.Lang) string {
	if !d.opt.Typography {
		return text
	}
	return locale.Setter{Lang: lang}.String(text)
}
