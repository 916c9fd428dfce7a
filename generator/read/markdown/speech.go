package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// dashes are what a line of speech may begin with: en dash, em dash, horizontal bar.
const dashes = "–—―"

// noBreakSpace keeps the dash of a line of speech beside its first word.
const noBreakSpace = "\u00A0"

// setSpeech finds the paragraphs that are lines of speech: those that begin with a dash and a space. Their dash is set
// as an en dash and a no-break space (Svenska skrivregler, "talstreck"), unless the text's typography is to be left.
func (d *draft) setSpeech() {
	d.speech = map[ast.Node]bool{}
	d.walk(func(n ast.Node) {
		if n.Kind() != ast.KindParagraph {
			return
		}
		first, ok := n.FirstChild().(*ast.Text)
		if !ok {
			return
		}
		rest, ok := afterDash(d.textOf(first))
		if !ok {
			return
		}
		d.speech[n] = true
		if d.opt.Typography {
			d.set[first] = "–" + noBreakSpace + rest
		}
	})
}

// afterDash is what follows the dash and the space that a line of speech begins with.
func afterDash(text string) (string, bool) {
	for _, dash := range dashes {
		rest, ok := strings.CutPrefix(text, string(dash))
		if !ok {
			continue
		}
		words := strings.TrimLeft(rest, " \t"+noBreakSpace)
		return words, len(words) < len(rest)
	}
	return "", false
}
