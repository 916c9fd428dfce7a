package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	xhtml "golang.org/x/net/html"

	"growthportal/generator/diag"
)

// rawHTML is a piece of raw HTML: a single tag in running text, or a block of whole lines.
type rawHTML struct {
	text   string
	starts []lineStart
}

// lineStart says where in the author's text a line of raw HTML stands.
type lineStart struct{ at, source int }

// rawOf gathers the raw HTML of a node.
func (d *draft) rawOf(n ast.Node) rawHTML {
	var raw rawHTML
	var b strings.Builder
	add := func(start, stop, padding int) {
		b.WriteString(strings.Repeat(" ", padding))
		raw.starts = append(raw.starts, lineStart{b.Len(), start})
		b.Write(d.src[start:stop])
	}
	switch n := n.(type) {
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			add(s.Start, s.Stop, s.Padding)
		}
	case *ast.HTMLBlock:
		for i := range n.Lines().Len() {
			s := n.Lines().At(i)
			add(s.Start, s.Stop, s.Padding)
		}
		if n.HasClosure() {
			add(n.ClosureLine.Start, n.ClosureLine.Stop, n.ClosureLine.Padding)
		}
	}
	raw.text = b.String()
	return raw
}

// source is the offset in the author's text of an offset in the raw HTML.
func (r rawHTML) source(at int) int {
	for i := len(r.starts) - 1; i >= 0; i-- {
		if s := r.starts[i]; s.at <= at {
			return s.source + at - s.at
		}
	}
	return 0
}

func renderHTMLBlock(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.renderRaw(n)
		if !bytes.HasSuffix(d.out.Bytes(), []byte("\n")) {
			d.html("\n")
		}
		d.plain.end()
	}
	return ast.WalkSkipChildren
}

func renderRawHTML(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.renderRaw(n)
	}
	return ast.WalkSkipChildren
}

// renderRaw writes raw HTML cleaned, where the collection allows that. Else it is an error, and shown as it was
// written to whoever looks at the text all the same.
func (d *draft) renderRaw(n ast.Node) {
	raw := d.rawOf(n)
	if d.opt.HTML == Clean {
		d.clean(raw)
		return
	}
	d.forbid(raw)
	if n.Kind() == ast.KindHTMLBlock {
		d.html("<p>" + escape(strings.TrimSpace(raw.text)) + "</p>")
	} else {
		d.html(escape(raw.text))
	}
	d.plain.add(raw.text)
}

// forbid reports raw HTML: the first tag of a block; of a pair of tags in running text the first.
func (d *draft) forbid(raw rawHTML) {
	at := strings.IndexByte(raw.text, '<')
	end := strings.IndexByte(raw.text[at:], '>')
	if end++; end == 0 {
		end = len(strings.TrimRight(raw.text[at:], "\n"))
	}
	tag := raw.text[at : at+end]
	name, closing := tagName(tag)
	if closing && d.tags[name] > 0 {
		d.tags[name]--
		return
	}
	if !closing {
		d.tags[name]++
	}
	start := raw.source(at)
	found := d.report(diag.RawHTML, start, start+end, shownTag(name, tag))
	if instead := markdownFor(name); pasted(name, tag) {
		hint(found, diag.PasteAsText)
	} else if instead != "" {
		hint(found, diag.WriteSo, instead)
	} else {
		hint(found, diag.EscapeTag, `\<`)
	}
}

// tagName is the name of a tag in lower case, and whether it is an end tag. What is no tag has no name.
func tagName(tag string) (string, bool) {
	z := xhtml.NewTokenizer(strings.NewReader(tag))
	kind := z.Next()
	if kind != xhtml.StartTagToken && kind != xhtml.EndTagToken && kind != xhtml.SelfClosingTagToken {
		return "", false
	}
	name, _ := z.TagName()
	return string(name), kind == xhtml.EndTagToken
}

// pasted tells whether a tag looks like one that a word processor or a web page leaves in a text when it is pasted:
// elements that carry nothing but looks, Word's own (<o:p>), and what has its styles (class="MsoNormal").
func pasted(name, tag string) bool {
	switch name {
	case "span", "font", "center", "div", "p", "meta", "link", "style", "xml":
		return true
	}
	tag = strings.ToLower(tag)
	return strings.Contains(name, ":") || strings.Contains(tag, "mso") || strings.Contains(tag, " style=")
}

// shownTag is a tag as it is named in a message.
func shownTag(name, tag string) string {
	if name != "" && len(name) < 40 {
		return "<" + name + ">"
	}
	return strings.ToValidUTF8(tag[:min(len(tag), 20)], "")
}

// markdownFor is what to write instead of an element, or "".
func markdownFor(name string) string {
	switch name {
	case "b", "strong":
		return "**…**"
	case "i", "em", "cite", "dfn", "var":
		return "*…*"
	case "a":
		return "[…](…)"
	case "img", "figure", "figcaption", "picture":
		return `![…](… "…")`
	case "br":
		return `\`
	case "hr":
		return "---"
	case "h1", "h2":
		return "## …"
	case "h3", "h4", "h5", "h6":
		return strings.Repeat("#", int(name[1]-'0')) + " …"
	case "ul", "li":
		return "- …"
	case "ol":
		return "1. …"
	case "blockquote", "q":
		return "> …"
	case "code", "kbd", "samp", "tt":
		return "`…`"
	case "pre":
		return "```"
	case "sub":
		return "₀₁₂₃₄₅₆₇₈₉"
	case "sup":
		return "⁰¹²³⁴⁵⁶⁷⁸⁹"
	case "del", "s", "strike":
		return "~~…~~"
	case "table", "thead", "tbody", "tr", "td", "th", "caption":
		return "| … | … |"
	case "dl", "dt", "dd":
		return ": …"
	}
	return ""
}
