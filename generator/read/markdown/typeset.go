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
	var runs []locale.Run
	var nodes []ast.Node // of each run; nil for what is not text
	d.gatherRuns(paragraph, func(n ast.Node, run locale.Run) {
		nodes, runs = append(nodes, n), append(runs, run)
	})
	for i, text := range (locale.Setter{Lang: d.langOf(paragraph)}).Paragraph(runs) {
		if nodes[i] != nil && text != runs[i].Text {
			d.set[nodes[i]] = text
		}
	}
}

// gatherRuns parts a paragraph into runs. A phrase in another language is a thing of its own, set by itself.
func (d *draft) gatherRuns(parent ast.Node, add func(ast.Node, locale.Run)) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			add(n, locale.Run{Text: d.textOf(n)})
			if n.HardLineBreak() {
				add(nil, locale.Run{Text: "\n", Opaque: true})
			}
		case *ast.String:
			add(n, locale.Run{Text: d.textOf(n)})
		case *ast.CodeSpan, *ast.AutoLink, *ast.Image, *east.FootnoteLink, *phrase:
			add(nil, locale.Run{Text: d.said(n), Opaque: true})
		case *ast.RawHTML, *east.TaskCheckBox: // a tag has no width
		default:
			d.gatherRuns(n, add)
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
