package check

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"growthportal/generator/diag"
)

// wellFormed reports pages whose elements are not opened and closed as they should be, or that use an id twice. It is
// what can be told without a validator (https://html.spec.whatwg.org/multipage/syntax.html).
func wellFormed() Rule {
	return Rule{
		Codes: []diag.Code{diag.HTMLFault, diag.DoubledID}, Whole: true,
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, p := range b.all() {
				for _, f := range p.faults {
					found = append(found, f.code.At(place(p.claim), f.word, string(p.url)))
				}
			}
			return found
		},
	}
}

// htmlWalk follows the tags of a page.
type htmlWalk struct {
	page  *page
	stack []string
	ids   map[string]bool
	into  *strings.Builder // where text is gathered: a title's, or structured data
}

// Elements without content, and those whose end tag may be left out.
var (
	voidElements = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
	impliedEnds  = []string{"html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "caption", "rp", "rt"}
	// A paragraph ends where one of these begins.
	endsParagraph = []string{
		"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
		"h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul",
	}
	notInItself = []string{"a", "button", "form", "label", "h1", "h2", "h3", "h4", "h5", "h6"}
)

func (w *htmlWalk) fault(code diag.Code, word string) {
	f := pageFault{code, word}
	if !slices.Contains(w.page.faults, f) {
		w.page.faults = append(w.page.faults, f)
	}
}

func (w *htmlWalk) open(t html.Token) {
	attr := make(map[string]string, len(t.Attr))
	for _, a := range t.Attr {
		attr[a.Key] = a.Val
	}
	if id, ok := attr["id"]; ok {
		if w.ids[id] {
			w.fault(diag.DoubledID, id)
		}
		w.ids[id] = true
	}
	w.page.open(t, attr)
	if slices.Contains(notInItself, t.Data) && slices.Contains(w.stack, t.Data) {
		w.fault(diag.HTMLFault, t.Data)
	}
	if len(w.stack) > 0 && w.stack[len(w.stack)-1] == "p" && slices.Contains(endsParagraph, t.Data) {
		w.stack = w.stack[:len(w.stack)-1]
	}
	if slices.Contains(voidElements, t.Data) || t.Type == html.SelfClosingTagToken && w.foreign() {
		return
	}
	w.stack = append(w.stack, t.Data)
	switch {
	case t.Data == "title" && !w.foreign(), t.Data == "script" && attr["type"] == "application/ld+json":
		w.into = &strings.Builder{}
	}
}

// foreign tells whether what is open is a drawing or a formula, in which any element may close itself.
func (w *htmlWalk) foreign() bool {
	return slices.Contains(w.stack, "svg") || slices.Contains(w.stack, "math")
}

func (w *htmlWalk) text(s string) {
	if w.into != nil {
		w.into.WriteString(s)
	}
}

func (w *htmlWalk) close(name string) {
	if w.into != nil {
		switch {
		case name == "title" && !w.foreign():
			w.page.title = strings.Join(strings.Fields(html.UnescapeString(w.into.String())), " ")
		case name == "script":
			w.page.data = append(w.page.data, w.into.String())
		}
		w.into = nil
	}
	at := len(w.stack) - 1
	for at >= 0 && w.stack[at] != name {
		at--
	}
	if at < 0 {
		w.fault(diag.HTMLFault, "/"+name)
		return
	}
	w.leave(w.stack[at+1:])
	w.stack = w.stack[:at]
}

// leave reports elements that are left open and must be closed.
func (w *htmlWalk) leave(open []string) {
	for _, name := range open {
		if !slices.Contains(impliedEnds, name) {
			w.fault(diag.HTMLFault, name)
		}
	}
}

func (w *htmlWalk) end() {
	w.leave(w.stack)
}
