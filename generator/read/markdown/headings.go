package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// headingMark matches attributes at the end of a heading: "{#id}", and others that some tools know.
var headingMark = regexp.MustCompile(`[ \t]*\{([.#][^{}]*|[A-Za-z-]+=[^{}]*)\}$`)

// nameHeadings gives every heading its id: the one that stands at its end, "## Tider {#tider}", else its folded text.
// It runs before anything is typeset, so that typography never moves an anchor.
func (d *draft) nameHeadings() {
	headings := d.find(ast.KindHeading)
	for _, n := range headings {
		d.readMark(n.(*ast.Heading))
	}
	for _, n := range headings {
		h := n.(*ast.Heading)
		text, place := d.said(h), d.headingPlace(h)
		if text == "" {
			d.add(diag.EmptyHeading.At(place))
		}
		if h.Level == 1 {
			d.add(diag.HeadingOne.At(place).With(diag.WriteSo, "##"))
		}
		if _, named := h.AttributeString("id"); !named {
			d.nameHeading(h, d.anchors.Unique(text))
		}
	}
}

func (d *draft) nameHeading(h *ast.Heading, anchor string) {
	id := d.opt.Prefix + anchor
	h.SetAttributeString("id", id)
	d.ids = append(d.ids, id)
}

// readMark takes the id that an author gave out of a heading's text. It is written as it will stand in addresses.
func (d *draft) readMark(h *ast.Heading) {
	last, ok := h.LastChild().(*ast.Text)
	if !ok || last.SoftLineBreak() {
		return
	}
	written := last.Value(d.src)
	if !bytes.HasSuffix(written, []byte("}")) {
		return
	}
	m := headingMark.FindSubmatchIndex(written)
	if m == nil || last.Segment.Padding > 0 {
		return
	}
	start := last.Segment.Start + m[2]
	end := last.Segment.Start + m[3]
	attr := string(d.src[start:end])
	last.Segment = last.Segment.WithStop(last.Segment.Start + m[0])
	anchor, isID := strings.CutPrefix(attr, "#")
	switch {
	case !isID:
		d.report(diag.UnknownAttribute, start, end, attr)
	case !locale.ValidSlug(anchor):
		hint(d.report(diag.BadAnchor, start, end, anchor), diag.WriteSo, "{#"+locale.Anchor(anchor)+"}")
	case !d.anchors.Reserve(anchor):
		d.report(diag.DoubledAnchor, start, end, anchor)
	default:
		d.nameHeading(h, anchor)
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
	d.headings = append(d.headings, model.Heading{Level: int8(h.Level), ID: id.(string), Text: d.said(h), Spot: model.SpotOf(d.headingPlace(h))})
	return ast.WalkContinue
}

// sortedIDs are all ids of the body.
func (d *draft) sortedIDs() []string {
	slices.Sort(d.ids)
	return d.ids
}
