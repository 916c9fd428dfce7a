package markdown

import (
	"github.com/yuin/goldmark/ast"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// findSpeech finds the paragraphs that are lines of speech: those that begin with a dash and a space (locale.Speech).
// Their dash and its space are set with the rest of the typography. A list of a single item that says who said it was
// meant as one.
func (d *draft) findSpeech() {
	d.speech = map[ast.Node]bool{}
	d.walk(func(n ast.Node) {
		switch n.Kind() {
		case ast.KindParagraph:
			if d.beginsWithLetter(n) {
				return
			}
			if _, ok := locale.Speech(d.said(n)); ok {
				d.speech[n] = true
			}
		case ast.KindList:
			d.checkList(n.(*ast.List))
		}
	})
}

// beginsWithLetter tells of most paragraphs, without putting their words together, that no dash stands first in them.
func (d *draft) beginsWithLetter(n ast.Node) bool {
	for n.FirstChild() != nil {
		n = n.FirstChild()
	}
	t, ok := n.(*ast.Text)
	return ok && t.Segment.Padding == 0 && t.Segment.Start < t.Segment.Stop && isASCIILetter(d.src[t.Segment.Start])
}

func (d *draft) checkList(list *ast.List) {
	if list.Marker != '-' || list.ChildCount() != 1 || list.FirstChild().ChildCount() != 1 {
		return
	}
	text := list.FirstChild().FirstChild()
	if kind := text.Kind(); kind != ast.KindParagraph && kind != ast.KindTextBlock {
		return
	}
	if at := list.Pos(); at >= 0 && locale.Attribution(d.said(text), d.langOf(list)) {
		hint(d.report(diag.SpeechAsList, at, at+1), diag.WriteSo, "– …")
	}
}
