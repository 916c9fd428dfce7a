package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"growthportal/generator/diag"
)

// footnoteBlockParser reads the definitions of footnotes. It opens none inside another, which goldmark does not
// survive whole, and keeps count.
type footnoteBlockParser struct{ parser.BlockParser }

// Open begins the definition of a footnote.
func (p footnoteBlockParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	d := draftOf(pc)
	for n := parent; n != nil; n = n.Parent() {
		if n.Kind() == east.KindFootnote {
			return nil, parser.NoChildren
		}
	}
	_, segment := r.PeekLine()
	at := segment.Start + max(0, pc.BlockOffset()) - segment.Padding
	node, state := p.BlockParser.Open(parent, r, pc)
	if node == nil {
		return nil, state
	}
	label := string(node.(*east.Footnote).Ref)
	mark := len("[^]:") + len(label)
	if d.labels[label] {
		d.report(diag.DoubledFootnote, at, at+mark, label)
	}
	if d.labels[label] = true; len(d.labels) == maxNotes+1 {
		d.refuse(at, at+mark)
	}
	node.SetAttributeString(noteMark, [2]int{at, at + mark})
	return node, state
}

// noteMark is the attribute that holds where the label of a footnote stands.
const noteMark = "mark"

// footnoteParser reads the calls of footnotes, and watches for those of footnotes that are not defined.
type footnoteParser struct{ parser.InlineParser }

// Parse reads a call.
func (p footnoteParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := newLook(parent, block, pc)
	open := bytes.IndexByte(l.line, '[')
	if open > 1 || open < 0 || open+1 >= len(l.line) || l.line[open+1] != '^' {
		return nil
	}
	if len(l.d.labels) > maxNotes || !l.d.pay(1000+len(l.d.labels), l.at) {
		return nil
	}
	if node := p.InlineParser.Parse(parent, block, pc); node != nil {
		node.(*east.FootnoteLink).SetPos(l.at + open)
		return node
	}
	call := l.line[open:]
	end := bytes.IndexByte(call, ']')
	if end < 0 || util.IsBlank(call[2:end]) || bytes.ContainsAny(call[2:end], "[ \t\n") ||
		end+1 < len(call) && bytes.IndexByte([]byte("(["), call[end+1]) >= 0 {
		return nil
	}
	if _, isLink := pc.Reference(util.ToLinkReference(call[1:end])); !isLink {
		l.d.report(diag.MissingFootnote, l.at+open, l.at+open+end+1, string(call[2:end]))
	}
	return nil
}

// note is a footnote that is called.
type note struct {
	node  ast.Node
	calls int
}

// gatherFootnotes takes the footnotes out of the tree and numbers those that are called by the order of their first
// calls: those in the text, then those in the footnotes themselves. What is never called would not be seen by anyone.
func (d *draft) gatherFootnotes() {
	if !d.has(east.KindFootnoteList, east.KindFootnoteLink) {
		return
	}
	defined := map[int]ast.Node{} // by goldmark's number
	var all []*east.Footnote
	for _, list := range d.find(east.KindFootnoteList) {
		for n := list.FirstChild(); n != nil; n = n.NextSibling() {
			f := n.(*east.Footnote)
			all = append(all, f)
			if f.Index > 0 {
				defined[f.Index] = f
			}
		}
		list.Parent().RemoveChild(list.Parent(), list)
	}
	numbers := map[int]int{} // goldmark's number -> ours
	d.numberCalls(d.tree, defined, numbers)
	for i := 0; i < len(d.footnotes); i++ {
		d.numberCalls(d.footnotes[i].node, defined, numbers)
	}
	seen := map[string]bool{}
	for _, f := range all {
		label := string(f.Ref)
		if _, called := numbers[f.Index]; !called && !seen[label] {
			d.reportUnused(f, label)
		}
		seen[label] = true
	}
}

// numberCalls numbers the calls below a node.
func (d *draft) numberCalls(root ast.Node, defined map[int]ast.Node, numbers map[int]int) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		call, ok := n.(*east.FootnoteLink)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		number, known := numbers[call.Index]
		if !known {
			d.footnotes = append(d.footnotes, &note{node: defined[call.Index]})
			number = len(d.footnotes)
			numbers[call.Index] = number
		}
		d.footnotes[number-1].calls++
		call.Index, call.RefIndex = number, d.footnotes[number-1].calls
		return ast.WalkContinue, nil
	})
}

func (d *draft) reportUnused(f *east.Footnote, label string) {
	mark, _ := f.AttributeString(noteMark)
	at := mark.([2]int)
	d.report(diag.UnusedFootnote, at[0], at[1], label)
}

// noteID and callID are the ids of a footnote and of its nth call. No heading's id has a colon in it.
func (d *draft) noteID(number int) string { return d.opt.Prefix + "fn:" + strconv.Itoa(number) }

func (d *draft) callID(number, nth int) string {
	id := d.opt.Prefix + "fnref:" + strconv.Itoa(number)
	if nth > 1 {
		id += ":" + strconv.Itoa(nth)
	}
	return id
}

func renderFootnoteCall(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	call := n.(*east.FootnoteLink)
	id := d.callID(call.Index, call.RefIndex)
	d.ids = append(d.ids, id)
	written := `<sup class="footnote-call"><a id="` + id + `" href="#` + d.noteID(call.Index) + `" role="doc-noteref" aria-label="` +
		numbered(d.words.footnote, call.Index, 1) + `">` + strconv.Itoa(call.Index) + `</a></sup>`
	if d.inLink { // a link has no link in it: the call follows it
		d.afterLink += written
	} else {
		d.html(written)
	}
	return ast.WalkContinue
}

// renderFootnotes writes the footnotes that are called, each with a way back to every call of it (DPUB-ARIA 1.1:
// doc-endnotes, doc-backlink).
func (d *draft) renderFootnotes() {
	if len(d.footnotes) == 0 {
		return
	}
	d.html(`<section class="footnotes" role="doc-endnotes" aria-label="` + d.words.footnotes + "\">\n<ol>\n")
	for i, f := range d.footnotes {
		id := d.noteID(i + 1)
		d.ids = append(d.ids, id)
		d.html(`<li id="` + id + "\">\n")
		d.renderNote(f, i+1)
		d.html("</li>\n")
	}
	d.html("</ol>\n</section>\n")
}

// renderNote writes what a footnote says and the ways back, which stand at the end of its last paragraph.
func (d *draft) renderNote(f *note, number int) {
	start, mixed := d.out.Len(), d.mixed
	d.mixed = false
	for c := f.node.FirstChild(); c != nil; c = c.NextSibling() {
		d.renderNode(c)
	}
	if d.mixed {
		d.balance(start, f.node)
	}
	d.mixed = d.mixed || mixed
	if tail := []byte("</p>\n"); bytes.HasSuffix(d.out.Bytes()[start:], tail) {
		d.out.Truncate(d.out.Len() - len(tail))
		d.waysBack(number, f.calls)
		d.html("</p>\n")
		return
	}
	d.html("<p>")
	d.waysBack(number, f.calls)
	d.html("</p>\n")
}

func (d *draft) waysBack(number, calls int) {
	for nth := 1; nth <= calls; nth++ {
		d.html(noBreakSpace + `<a class="footnote-back" href="#` + d.callID(number, nth) + `" role="doc-backlink" aria-label="` +
			numbered(d.words.back, number, nth) + `">↩`)
		if nth > 1 {
			d.html("<sup>" + strconv.Itoa(nth) + "</sup>")
		}
		d.html("</a>")
	}
}
