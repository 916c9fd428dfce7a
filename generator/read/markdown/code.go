package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// renderCodeBlock writes code as it is. The block can be reached by keyboard, since it scrolls where it is too wide
// (WCAG 2.1.1); a fence's language becomes a class, for style sheets alone.
func renderCodeBlock(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	d.html(`<pre tabindex="0"><code`)
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		if language := unescape(string(fenced.Language(d.src))); language != "" {
			d.html(` class="language-` + escape(language) + `"`)
		}
	}
	d.html(">")
	for i := range n.Lines().Len() {
		d.write(d.written(n.Lines().At(i)))
	}
	d.html("</code></pre>\n")
	d.plain.end()
	return ast.WalkSkipChildren
}

// renderCodeSpan writes code in running text; its line ends are spaces.
func renderCodeSpan(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	d.html("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		d.write(strings.ReplaceAll(d.textOf(c), "\n", " "))
	}
	d.html("</code>")
	return ast.WalkSkipChildren
}
