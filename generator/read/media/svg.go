package media

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
)

// The namespaces of XML that browsers act on.
const (
	svgSpace    = "http://www.w3.org/2000/svg"
	xlinkSpace  = "http://www.w3.org/1999/xlink"
	xmlSpace    = "http://www.w3.org/XML/1998/namespace"
	xhtmlSpace  = "http://www.w3.org/1999/xhtml"
	mathSpace   = "http://www.w3.org/1998/Math/MathML"
	eventsSpace = "http://www.w3.org/2001/xml-events"
	xsltSpace   = "http://www.w3.org/1999/XSL/Transform"
)

// maxNesting is how deep the elements of a drawing may stand in one another.
const maxNesting = 256

// inspectSVG reads a drawing as the XML that it is. It must be inert: shown in a page, opened by itself, or copied into a page, it
// runs nothing and fetches nothing. See svgElements for what it may hold.
func inspectSVG(in *inspection) {
	in.info.Fixed = true
	w := &drawingWalk{in: in}
	in.walkXML(w.start, w.style)
	if len(in.problems) == 0 && !w.root {
		in.otherwise(format{label: in.info.Label})
	}
	if w.root {
		in.info.Width, in.info.Height = w.size()
		if max(in.info.Width, in.info.Height) > 1_000_000 {
			in.report(diag.BrokenImage, in.info.Label)
		}
	}
}

// inspectXML reads other XML. Browsers act on drawings, pages and style sheets inside it, whatever it is called.
func inspectXML(in *inspection) {
	root := false
	in.walkXML(func(e xml.StartElement, _ int) {
		root = true
		switch e.Name.Space {
		case svgSpace, xhtmlSpace, xsltSpace, eventsSpace, "http://www.w3.org/TR/WD-xsl":
			in.active("<" + e.Name.Local + ">")
		}
	}, func([]byte) {})
	if len(in.problems) == 0 && !root {
		in.otherwise(format{label: in.info.Label})
	}
}

// walkXML gives the elements of a well-formed document in UTF-8 with their depth, counted from 1, and the text of each element style.
// It reports declarations that define or fetch something.
func (in *inspection) walkXML(start func(e xml.StartElement, depth int), style func(css []byte)) {
	content := bytes.TrimPrefix(in.content, []byte("\ufeff"))
	switch {
	case looksBinary(content):
		in.otherwise(format{label: in.info.Label})
		return
	case !utf8.Valid(content):
		in.notUTF8()
		return
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errEncoding }
	depth, styles := 0, 0
	var css []byte // of one element: a comment in it parts its text for us, but not for browsers
	for {
		token, err := d.Token()
		if err != nil {
			in.xmlError(err)
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxNesting {
				in.report(diag.BrokenImage, in.info.Label)
				return
			}
			if strings.EqualFold(t.Name.Local, "style") {
				styles++
			}
			start(t, depth)
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "style") {
				if styles--; styles == 0 {
					style(css)
					css = css[:0]
				}
			}
			depth--
		case xml.CharData:
			if styles > 0 {
				css = append(css, t...)
			}
		case xml.Directive:
			in.directive(t)
		case xml.ProcInst:
			if strings.HasPrefix(strings.ToLower(t.Target), "xml-stylesheet") {
				in.active("<?" + t.Target + "?>")
			}
		}
	}
}

var errEncoding = errors.New("another encoding than UTF-8")

func (in *inspection) xmlError(err error) {
	switch {
	case err == io.EOF || len(in.problems) > 0: // an entity of its own that was refused is unknown later
	case errors.Is(err, errEncoding) || strings.Contains(err.Error(), errEncoding.Error()):
		in.notUTF8()
	default:
		in.report(diag.BrokenFile, in.info.Label)
	}
}

// directive reports declarations. A document type that only names a public standard does nothing, and old drawing programs write
// it; entities of one's own are how small files become huge and how files of the machine are read.
func (in *inspection) directive(text []byte) {
	words := strings.Fields(string(text))
	harmless := len(words) >= 3 && words[0] == "DOCTYPE" && words[2] == "PUBLIC" && !bytes.ContainsAny(text, "[<&%")
	if !harmless {
		in.active("<!" + strings.Join(words[:min(1, len(words))], "") + ">")
	}
}

// drawingWalk is what is gathered on the way through a drawing.
type drawingWalk struct {
	in            *inspection
	root          bool
	width, height string
	viewBox       string
}

func (w *drawingWalk) start(e xml.StartElement, depth int) {
	if depth == 1 {
		if e.Name.Local != "svg" || e.Name.Space != svgSpace {
			return
		}
		w.root = true
		for _, a := range e.Attr {
			switch {
			case a.Name.Space != "":
			case a.Name.Local == "width":
				w.width = a.Value
			case a.Name.Local == "height":
				w.height = a.Value
			case a.Name.Local == "viewBox":
				w.viewBox = a.Value
			}
		}
	}
	if !isInertElement(e.Name) {
		w.in.active("<" + e.Name.Local + ">")
	}
	for _, a := range e.Attr {
		if what := activeAttribute(e.Name.Local, a); what != "" {
			w.in.active(what)
		}
	}
}

func (w *drawingWalk) style(css []byte) {
	if what := activeCSS(string(css)); what != "" {
		w.in.active(what)
	}
}

// size is the drawing's size in CSS pixels: as stated, else that of its view box, else what browsers take (CSS 2.2, 10.3.2).
func (w *drawingWalk) size() (width, height int) {
	wide, wideOK := length(w.width)
	high, highOK := length(w.height)
	var box [4]float64
	parts := strings.FieldsFunc(w.viewBox, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' })
	hasBox := len(parts) == 4
	for i := 0; i < 4 && hasBox; i++ {
		v, err := strconv.ParseFloat(parts[i], 64)
		box[i] = v
		hasBox = err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	hasBox = hasBox && box[2] > 0 && box[3] > 0
	switch {
	case wideOK && highOK:
	case hasBox && wideOK:
		high = wide * box[3] / box[2]
	case hasBox && highOK:
		wide = high * box[2] / box[3]
	case hasBox:
		wide, high = box[2], box[3]
	default:
		if !wideOK {
			wide = 300
		}
		if !highOK {
			high = 150
		}
	}
	return pixels(wide), pixels(high)
}

// pixels rounds to whole pixels, at least one.
func pixels(v float64) int { return int(math.Round(min(max(v, 1), 1e9))) }

// length reads a length of SVG in pixels of CSS; a share of the page is no length of its own.
func length(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	unit := strings.TrimLeft(s, "+-.0123456789")
	factor := 1.0
	switch strings.ToLower(unit) {
	case "", "px":
	case "pt":
		factor = 96.0 / 72
	case "pc":
		factor = 16
	case "in":
		factor = 96
	case "cm":
		factor = 96 / 2.54
	case "mm":
		factor = 96 / 25.4
	case "em", "rem":
		factor = 16
	default:
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, unit), 64)
	return v * factor, err == nil && v > 0 && !math.IsInf(v, 0)
}
