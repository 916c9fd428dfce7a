package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// nameHeadings gives every heading its id. It runs before anything is typeset, so that typography never moves an
// anchor.
func (d *draft) nameHeadings() {
	for _, n := range d.find(ast.KindHeading) {
		h := n.(*ast.Heading)
		text, place := d.said(h), d.headingPlace(h)
		if text == "" {
			d.add(diag.EmptyHeading.At(place))
		}
		if h.Level == 1 {
			d.add(diag.HeadingOne.At(place).With(diag.WriteSo, "##"))
		}
		id := d.opt.Prefix + d.anchors.Unique(text)
		h.SetAttributeString("id", id)
		d.ids = append(d.ids, id)
	}
}

// headingPlace is the line of a heading, from its marker on.
func (d *draft) headingPlace(h *ast.Heading) diag.Place {
	at := max(0, h.Pos())
	return d.place(d.trimmed(at, d.lineEnd(at)))
}

func renderHeading(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	h := n.(*ast.Heading)
	tag := "h" + strconv.Itoa(h.Level)
	if !entering {
		d.html("</" + tag + ">\n")
		d.plain.end()
		return ast.WalkContinue
	}
	id, _ := h.AttributeString("id")
	d.html("<" + tag + ` id="` + escape(id.(string)) + `">`)
	d.headings = append(d.headings, model.Heading{Level: h.Level, ID: id.(string), Text: d.said(h), Place: d.headingPlace(h)})
	return ast.WalkContinue
}

// sortedIDs are all ids of the body.
func (d *draft) sortedIDs() []string {
	slices.Sort(d.ids)
	return d.ids
}
