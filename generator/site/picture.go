package site

import (
	"html"
	"strconv"
	"strings"

	"growthportal/generator/model"
)

// inText resolves an image of an item's text. The first one is shared where the item has no picture of its own, and is
// marked where it stands at the very top.
func (g *graph) inText(it *Item, body *model.Body, i int) led {
	ref, alt := body.Refs[i], body.Refs[i].Alt
	uses := []model.Use{model.TextUse}
	alone := body == it.doc.Body && it.doc.Image == nil
	share := alone && it.Shared == nil
	if share {
		uses = append(uses, model.ShareUse)
	}
	p := g.picture(it, model.FileRef{File: ref.Target, Alt: &alt, Caption: ref.Title, Place: ref.Spot.In(it.doc.Path)}, uses...)
	if share {
		it.Shared = p
	}
	return led{More: More{Picture: p, First: alone && i == 0 && body.Leads}}
}

// Src is the address of the picture as it is shown for a use: its largest variant, else itself.
func (p *Picture) Src(use model.Use, href func(model.URL) string) string {
	switch set := p.Set(use); {
	case p.External != "":
		return model.EncodeAddress(p.External)
	case set != nil:
		return model.EncodeAddress(href(set.Largest().URL))
	}
	return p.Original(href)
}

// Original is the address of the picture itself, in full size.
func (p *Picture) Original(href func(model.URL) string) string {
	if p.External != "" {
		return model.EncodeAddress(p.External)
	}
	return model.EncodeAddress(href(p.URL))
}

// Size is the width and height of what Src leads to, in pixels; 0 where it has none of its own.
func (p *Picture) Size(use model.Use) (width, height int) {
	if set := p.Set(use); set != nil {
		return set.Largest().Width, set.Largest().Height
	}
	return p.Media.Width, p.Media.Height
}

// Type is the media type of what Src leads to; "" where it is not known.
func (p *Picture) Type(use model.Use) string {
	if set := p.Set(use); set != nil {
		return set.Largest().Type
	}
	return p.Media.Type
}

// Srcset are the values of the attributes srcset and sizes; "" where there is nothing to choose from.
func (p *Picture) Srcset(use model.Use, href func(model.URL) string) (srcset, sizes string) {
	set := p.Set(use)
	if set == nil || len(set.Variants) < 2 {
		return "", ""
	}
	var list []string
	for _, v := range set.Variants {
		list = append(list, model.EncodeAddress(href(v.URL))+" "+strconv.Itoa(v.Width)+"w")
	}
	return strings.Join(list, ", "), set.Sizes
}

// Image is the img element of an image in a text. It has a size, so that nothing moves when it arrives; unless it stands
// at the top of the page it is fetched when readers come near it.
func (t Target) Image(ref model.BodyRef, href func(model.URL) string) string {
	p := t.more().Picture
	if p == nil {
		return ""
	}
	var b strings.Builder
	attribute := func(name, value string) { b.WriteString(" " + name + `="` + html.EscapeString(value) + `"`) }
	b.WriteString("<img")
	attribute("src", p.Src(model.TextUse, href))
	if srcset, sizes := p.Srcset(model.TextUse, href); srcset != "" {
		attribute("srcset", srcset)
		attribute("sizes", sizes)
	}
	attribute("alt", ref.Alt)
	if ref.Title != "" && !ref.Figure {
		attribute("title", ref.Title)
	}
	if width, height := p.Size(model.TextUse); width > 0 {
		attribute("width", strconv.Itoa(width))
		attribute("height", strconv.Itoa(height))
	}
	if t.more().First {
		attribute("fetchpriority", "high")
	} else {
		attribute("loading", "lazy")
	}
	attribute("decoding", "async")
	b.WriteString(">")
	return b.String()
}
