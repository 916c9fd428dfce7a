package markdown

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	xhtml "golang.org/x/net/html"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// structural are the elements of raw HTML that are kept: those that carry text and its structure.
var structural = []string{
	"a", "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del",
	"details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
	"ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong",
	"sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
}

// silent are the elements whose content is no text of the page: it goes with them.
var silent = []string{
	"applet", "audio", "canvas", "embed", "frame", "frameset", "head", "iframe", "math", "noembed", "noframes", "noscript",
	"object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
}

// openRef is the attribute that carries the number of an open reference through the cleaning.
const openRef = "data-ref"

// policy lets the structural elements through, with attributes that mean something to a reader and do nothing. It is
// never altered after it has been made.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(structural...)
	p.AllowNoAttrs().OnElements(structural...)
	number := regexp.MustCompile(`^[0-9]{1,4}$`)
	p.AllowAttrs("lang").Matching(regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)).Globally()
	p.AllowAttrs("dir").Matching(regexp.MustCompile(`^(?i:ltr|rtl|auto)$`)).Globally()
	p.AllowAttrs("id").Matching(htmlID).Globally()
	p.AllowAttrs("title").Globally()
	p.AllowAttrs(openRef).Matching(number).OnElements("a", "img")
	p.AllowAttrs("colspan", "rowspan").Matching(number).OnElements("td", "th")
	p.AllowAttrs("scope").Matching(regexp.MustCompile(`^(?i:row|col|rowgroup|colgroup)$`)).OnElements("th")
	p.AllowAttrs("span").Matching(number).OnElements("col", "colgroup")
	p.AllowAttrs("start").Matching(number).OnElements("ol")
	p.AllowAttrs("reversed").Matching(regexp.MustCompile(`^$`)).OnElements("ol")
	p.AllowAttrs("value").Matching(number).OnElements("li")
	p.AllowAttrs("open").Matching(regexp.MustCompile(`^$`)).OnElements("details")
	p.AllowAttrs("datetime").Matching(regexp.MustCompile(`^[0-9A-Za-z:+. -]{1,40}$`)).OnElements("time", "del", "ins")
	return p
}

// htmlID is an id that an author may give: nothing that our own ids could be (they have a colon, or come from a
// heading and are reserved), nor those of a theme's layouts, which have an underscore so that no text can take them.
var htmlID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,99}$`)

// cleaner goes through one piece of raw HTML.
type cleaner struct {
	*draft
	raw  rawHTML
	out  strings.Builder
	skip string // the element whose content is being left out
	gone int    // where it began
	lost bool   // text has gone with it
}

// clean writes a piece of raw HTML without what the policy does not know. Its links and images become open references
// like those of Markdown, and whatever goes is reported.
func (d *draft) clean(raw rawHTML) {
	c := &cleaner{draft: d, raw: raw}
	z := xhtml.NewTokenizer(strings.NewReader(raw.text))
	at := 0
	for z.Next() != xhtml.ErrorToken {
		size := len(z.Raw())
		c.token(z.Token(), raw.text[at:at+size], at)
		at += size
	}
	c.tail(raw.text[at:], at)
	if c.skip != "" {
		c.reportGone(len(raw.text))
	}
	d.html(policy.Sanitize(c.out.String()))
	d.mixed = true
}

// token takes one token; written is how it was written, at says where in the piece.
func (c *cleaner) token(t xhtml.Token, written string, at int) {
	for i := range t.Attr {
		t.Attr[i].Val = strings.Map(allowed, t.Attr[i].Val)
	}
	switch t.Type {
	case xhtml.TextToken:
		c.text(strings.Map(allowed, t.Data))
	case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
		c.start(t, written, at)
	case xhtml.EndTagToken:
		c.end(t, at, len(written))
	case xhtml.CommentToken:
		c.comment(written, at)
	case xhtml.DoctypeToken:
		c.removed(shownTag("", written), at, len(written))
	}
}

func (c *cleaner) text(s string) {
	if c.skip != "" {
		c.lost = c.lost || strings.TrimSpace(s) != ""
		return
	}
	c.out.WriteString(escape(s))
	c.plain.add(s)
}

func (c *cleaner) start(t xhtml.Token, written string, at int) {
	switch {
	case c.skip != "":
	case slices.Contains(structural, t.Data):
		c.keep(t, at, len(written))
	default:
		c.removed("<"+t.Data+">", at, len(written))
		if slices.Contains(silent, t.Data) && t.Type == xhtml.StartTagToken && t.Data != "embed" && t.Data != "frame" {
			c.skip, c.gone, c.lost = t.Data, at, false
		}
	}
}

func (c *cleaner) end(t xhtml.Token, at, size int) {
	switch {
	case c.skip == t.Data:
		c.reportGone(at + size)
	case c.skip != "":
	case slices.Contains(structural, t.Data):
		c.out.WriteString("</" + t.Data + ">")
		if !phrasing(t.Data) {
			c.plain.end()
		}
	}
}

// comment drops a comment. What only looks like one (<?php ... ?>, <![CDATA[ ... ]]>) is removed, and an unclosed one
// would take what follows with it.
func (c *cleaner) comment(written string, at int) {
	switch {
	case !strings.HasPrefix(written, string(commentStart)):
		c.removed(shownTag("", written), at, len(written))
	case commentLength([]byte(written)) == 0:
		start := c.raw.source(at)
		c.report(diag.UnclosedComment, start, start+len(commentStart))
	}
}

// tail takes what stands after the last token: the beginning of a tag that does not end is text.
func (c *cleaner) tail(written string, at int) {
	if strings.TrimSpace(written) == "" {
		return
	}
	start := c.raw.source(at)
	c.report(diag.UnclosedTag, start, start+len(strings.TrimRight(written, "\n")))
	c.text(written)
}

// removed reports a tag that goes.
func (c *cleaner) removed(shown string, at, size int) {
	start := c.raw.source(at)
	c.report(diag.RemovedHTML, start, start+size, shown)
}

// reportGone reports text that has gone with its element.
func (c *cleaner) reportGone(end int) {
	if c.lost {
		start := c.raw.source(c.gone)
		c.report(diag.RemovedText, start, c.raw.source(end), "<"+c.skip+">")
	}
	c.skip = ""
}

// keep writes a tag that stays, its reference open.
func (c *cleaner) keep(t xhtml.Token, at, size int) {
	start := c.raw.source(at)
	place := c.place(start, start+size)
	if t.Data == "br" {
		c.plain.space()
	} else if !phrasing(t.Data) {
		c.plain.end()
	}
	var attrs []xhtml.Attribute
	for _, a := range t.Attr {
		switch {
		case a.Key == openRef:
		case a.Key == "href" && t.Data == "a", a.Key == "src" && t.Data == "img", t.Data == "img":
		case a.Key == "id", a.Key == "name" && t.Data == "a":
			id := strings.ReplaceAll(a.Val, "_", "-")
			if htmlID.MatchString(id) && c.anchors.Reserve(id) {
				c.ids = append(c.ids, c.opt.Prefix+id)
				attrs = append(attrs, xhtml.Attribute{Key: "id", Val: c.opt.Prefix + id})
			}
		default:
			attrs = append(attrs, a)
		}
	}
	switch t.Data {
	case "a":
		if href, ok := attribute(t, "href"); ok && c.accept(href, place) {
			c.open(model.BodyRef{Kind: model.LinkRef, Target: href, Spot: model.SpotOf(place)})
			attrs = append(attrs, c.latestRef())
		}
	case "img":
		src, _ := attribute(t, "src")
		alt, described := attribute(t, "alt")
		if !described {
			c.add(diag.ImageAlt.At(place))
		}
		if !c.accept(src, place) {
			c.text(alt)
			return
		}
		title, _ := attribute(t, "title")
		c.open(model.BodyRef{Kind: model.ImageRef, Target: src, Alt: alt, Title: title, Spot: model.SpotOf(place)})
		attrs = append(attrs, c.latestRef())
	}
	c.out.WriteString(xhtml.Token{Type: xhtml.StartTagToken, Data: t.Data, Attr: attrs}.String())
}

// latestRef is the attribute that carries the reference that was opened last.
func (c *cleaner) latestRef() xhtml.Attribute {
	return xhtml.Attribute{Key: openRef, Val: strconv.Itoa(len(c.refs))}
}

func attribute(t xhtml.Token, name string) (string, bool) {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// phrasing tells whether an element stands within a line of text, so that words on both sides of it are one.
func phrasing(name string) bool {
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "rp", "rt",
		"ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr":
		return true
	}
	return false
}
