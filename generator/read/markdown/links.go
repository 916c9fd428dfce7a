package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// linkParser reads links and images (CommonMark 6.3 and 6.4), and watches for calls of definitions that do not exist:
// the brackets would be left in the text, and nobody would know why.
type linkParser struct{ parser.InlineParser }

// Parse reads a bracket.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := newLook(parent, block, pc)
	closing := l.line[0] == ']' && pc.IsInLinkLabel()
	cost := costOfNode
	if closing {
		cost += l.whole()
	}
	if !l.d.pay(cost, l.at) {
		return nil
	}
	node := p.InlineParser.Parse(parent, block, pc)
	if node == nil && closing {
		l.watchDefinition(pc)
	}
	if link, ok := node.(*ast.Link); ok && closing {
		l.payReference(link.Reference, link.Destination, link.Title)
	}
	if image, ok := node.(*ast.Image); ok && closing {
		l.payReference(image.Reference, image.Destination, image.Title)
	}
	return node
}

// payReference charges for what a definition adds to the text: a short call may stand for a long address many times.
func (l look) payReference(ref *ast.ReferenceLink, destination, title []byte) {
	if ref != nil {
		l.d.pay(16*(len(destination)+len(title)), l.at)
	}
}

// watchDefinition looks at a closed bracket that is no link: one that is followed by "[label]" was meant as one.
func (l look) watchDefinition(pc parser.Context) {
	line := l.line[1:]
	if len(line) < 2 || line[0] != '[' || line[1] == '^' {
		return
	}
	end := bytes.IndexByte(line, ']')
	if end < 0 || end+1 < len(line) && bytes.IndexByte([]byte("[("), line[end+1]) >= 0 {
		return
	}
	label := line[1:end]
	if bytes.IndexByte(label, '[') >= 0 || end > 1 && util.IsBlank(label) {
		return
	}
	if _, ok := pc.Reference(util.ToLinkReference(label)); ok {
		return
	}
	l.d.report(diag.MissingDefinition, l.at+1, l.at+2+end, string(label))
}

// CloseBlock lets go of brackets that were never closed.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// destination is the address of a link or an image, and where it stands: at the link, or in its definition.
func (d *draft) destination(n ast.Node, written []byte) (string, diag.Place) {
	if at, ok := d.offsetOf(written); ok {
		return unescape(string(written)), d.place(at, at+len(written))
	}
	at := max(0, n.Pos())
	return unescape(string(written)), d.place(at, at+1)
}

// accept judges an address and reports what is wrong with it. A link that is not accepted is written without its
// address: nothing that was refused reaches the page.
func (d *draft) accept(address string, place diag.Place) bool {
	v := judge(address)
	if v.code == "" {
		return true
	}
	found := v.code.At(place, v.args...)
	if v.hint != "" {
		found = found.With(v.hint, v.mend)
	}
	d.add(found)
	return false
}

func renderLink(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	link := n.(*ast.Link)
	if !entering {
		if _, refused := link.AttributeString(refusedLink); !refused {
			d.html("</a>" + d.afterLink)
			d.inLink, d.afterLink = false, ""
		}
		return ast.WalkContinue
	}
	address, place := d.destination(n, link.Destination)
	if !d.accept(address, place) {
		link.SetAttributeString(refusedLink, true)
		return ast.WalkContinue
	}
	title := d.title(link.Title)
	d.html(`<a href="` + d.open(model.BodyRef{Kind: model.LinkRef, Target: address, Title: title, Spot: model.SpotOf(place)}) + `"`)
	if title != "" {
		d.html(` title="` + escape(title) + `"`)
	}
	d.html(">")
	d.inLink = true
	return ast.WalkContinue
}

// refusedLink marks a link whose address was not accepted.
const refusedLink = "refused"

// title is the title of a link or an image, on one line.
func (d *draft) title(written []byte) string {
	if len(written) > maxAddress {
		at, _ := d.offsetOf(written)
		d.refuse(at, at+1)
		return ""
	}
	return strings.Join(strings.Fields(unescape(string(written))), " ")
}

// renderAutoLink writes an address that is its own text, in angle brackets or bare.
func renderAutoLink(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	auto := n.(*ast.AutoLink)
	label := auto.Label(d.src)
	if d.inLink { // a link has no link in it: HTML would end the outer one
		d.write(string(label))
		return ast.WalkSkipChildren
	}
	address := string(auto.URL(d.src))
	if scheme, ok := schemeOf(address); auto.AutoLinkType == ast.AutoLinkEmail && !(ok && scheme == "mailto") {
		address = "mailto:" + address
	}
	_, place := d.destination(n, label)
	if !d.accept(address, place) {
		d.write(string(label))
		return ast.WalkSkipChildren
	}
	d.html(`<a href="` + d.open(model.BodyRef{Kind: model.LinkRef, Target: address, Spot: model.SpotOf(place)}) + `">`)
	d.write(string(label))
	d.html("</a>")
	return ast.WalkSkipChildren
}
