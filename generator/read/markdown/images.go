package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// renderImage writes an image's mark: the whole element is for the renderer to make, which knows its size.
func renderImage(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.image(n.(*ast.Image), false)
	}
	return ast.WalkSkipChildren
}

// image writes the mark of an image, or its alternative text where its address is refused.
func (d *draft) image(n *ast.Image, figure bool) {
	alt := d.said(n)
	if alt == "" {
		at := max(0, n.Pos())
		d.report(diag.ImageAlt, at, at+len("![]"))
	}
	address, place := d.destination(n, n.Destination)
	if !d.accept(address, place) {
		d.write(alt)
		return
	}
	ref := model.BodyRef{Kind: model.ImageRef, Target: address, Alt: alt, Figure: figure, Spot: model.SpotOf(place)}
	if !figure {
		ref.Title = d.title(n.Title)
	}
	d.html(d.open(ref))
}

// figure is an image that stands alone in its paragraph and has a title, which is its caption. The image may be a
// link.
type figure struct {
	link  *ast.Link // nil: none
	image *ast.Image
}

// figureIn finds the figure that a paragraph is.
func figureIn(paragraph ast.Node) (figure, bool) {
	var f figure
	n := paragraph.FirstChild()
	if n == nil || n.NextSibling() != nil {
		return f, false
	}
	if link, ok := n.(*ast.Link); ok && link.ChildCount() == 1 {
		f.link, n = link, link.FirstChild()
	}
	image, ok := n.(*ast.Image)
	if !ok || len(strings.TrimSpace(string(image.Title))) == 0 {
		return f, false
	}
	f.image = image
	return f, true
}

// renderFigure writes a figure with its caption and its credit.
func (d *draft) renderFigure(f figure, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	d.html("<figure>\n")
	if f.link != nil {
		renderLink(d, f.link, true)
	}
	d.image(f.image, true)
	if f.link != nil {
		renderLink(d, f.link, false)
	}
	d.html("\n<figcaption>")
	caption, credit := splitCredit(d.title(f.image.Title))
	d.write(d.setLine(caption, d.langOf(f.image)))
	if caption != "" && credit != "" {
		d.write(" ")
	}
	if credit != "" {
		d.html(`<span class="credit">`)
		d.write(d.setLine(credit, d.langOf(f.image)))
		d.html("</span>")
	}
	d.html("</figcaption>\n</figure>\n")
	d.plain.end()
	return ast.WalkSkipChildren
}

// splitCredit parts a caption from the credit at its end, which begins with one of the words that newsrooms use.
func splitCredit(title string) (caption, credit string) {
	at := len(title)
	for _, word := range []string{"Foto:", "Bild:", "Illustration:", "Photo:", "Photograph:", "Image:"} {
		for from := 0; ; {
			i := strings.Index(title[from:], word)
			if i < 0 {
				break
			}
			if i += from; i == 0 || strings.ContainsRune(" ([", rune(title[i-1])) {
				at = min(at, i)
				break
			}
			from = i + len(word)
		}
	}
	return strings.TrimSpace(title[:at]), title[at:]
}
