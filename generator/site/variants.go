package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
)

// VariantMaker names what makes variants, and its version. It goes into their URLs, so that a picture which is made
// otherwise gets another: browsers keep each for good.
const VariantMaker = "image/1"

// Variant is a picture that is made of one beside an item, for one width. The turn that a photograph asks for has been
// made; its proportion is the source's or, where that is another, the source is cut to it.
type Variant struct {
	URL     model.URL
	Type    string // media type: "image/jpeg" or "image/png"
	Width   int    // pixels
	Height  int
	Quality int  // of JPEG
	Flat    bool // put upon white, for those who show nothing transparent
	Media   model.Media
}

// Set is a picture in several widths, for one use.
type Set struct {
	Use      model.Use
	Sizes    string    // as HTML's "sizes" attribute has it
	Variants []Variant // by width, ascending; at least one
}

// Largest is the widest of the set.
func (s *Set) Largest() Variant { return s.Variants[len(s.Variants)-1] }

// Set is the picture made for a use; nil where it is shown as it is.
func (p *Picture) Set(use model.Use) *Set {
	for i := range p.Sets {
		if p.Sets[i].Use == use {
			return &p.Sets[i]
		}
	}
	return nil
}

const (
	// light is the size in bytes of a file that is not worth making smaller ones of.
	light = 24_000
	// heavy is how many bytes a pixel of a photograph has that was saved as PNG; drawings and pictures of screens have
	// far fewer.
	heavy = 0.75
	// leastShared is how wide a picture must be for social networks to show it large, in pixels:
	// https://developers.facebook.com/docs/sharing/webmasters/images/.
	leastShared = 600
	// variants is the folder for them; output keeps nothing in it beyond the version that refers to it.
	variants = "/" + output.Pictures
	// nameLength is how much of a file's name stands in those of its variants.
	nameLength = 60
)

// sets tells what is made of a picture for its uses, and notes it if the item is shown.
func (g *graph) sets(it *Item, m model.Media, uses []model.Use) []Set {
	if m.Fixed || m.Width <= 0 || m.Height <= 0 {
		return nil
	}
	var list []Set
	for _, use := range uses {
		preset, ok := g.Images[use]
		if !ok && use == model.CardUse {
			preset, ok = g.Images[model.LeadUse]
		}
		if !ok {
			continue
		}
		if made := variantsOf(m, use, preset); len(made) > 0 {
			list = append(list, Set{Use: use, Sizes: cmp.Or(preset.Sizes, "100vw"), Variants: made})
		}
	}
	if it.Shown {
		for _, set := range list {
			for _, v := range set.Variants {
				if _, known := g.variants[v.URL]; !known {
					g.variants[v.URL] = v
				}
			}
		}
	}
	return list
}

// variantsOf are the pictures that a preset makes of one, the narrowest first.
func variantsOf(m model.Media, use model.Use, preset model.Preset) []Variant {
	width, height := m.Width, m.Height
	if w, h := preset.Crop[0], preset.Crop[1]; w > 0 {
		width, height = min(m.Width, max(1, m.Height*w/h)), min(m.Height, max(1, m.Width*h/w))
	}
	switch {
	case use == model.ShareUse && width < leastShared:
		return nil
	case use != model.ShareUse && preset.Crop[0] == 0 && m.Size <= light:
		return nil
	}
	var list []Variant
	for _, w := range widthsOf(preset.Widths, width) {
		v := Variant{Type: variantType(m), Width: w, Height: max(1, (w*height+width/2)/width), Quality: preset.Quality, Media: m}
		v.Flat = use == model.ShareUse && !m.Opaque
		if v.Type == "image/png" {
			v.Quality = 0
		}
		v.URL = v.address()
		list = append(list, v)
	}
	return list
}

// widthsOf are the widths of a preset for a picture so wide. None is larger than the picture; the largest is as large as
// the preset wants it or the picture is, and those that hardly differ from it are left out.
func widthsOf(widths []int, most int) []int {
	largest := min(most, widths[len(widths)-1])
	var list []int
	for _, w := range widths {
		if w*10 <= largest*9 {
			list = append(list, w)
		}
	}
	return append(list, largest)
}

// variantType is the kind of file for a picture: JPEG for photographs, PNG for drawings and what has transparent parts.
func variantType(m model.Media) string {
	photograph := m.Type == "image/jpeg" || m.Type == "image/webp" ||
		m.Type == "image/png" && float64(m.Size) > heavy*float64(m.Width)*float64(m.Height)
	if photograph && m.Opaque {
		return "image/jpeg"
	}
	return "image/png"
}

// address is where a variant stands: the source's name, its own width, and a digest of all that its bytes follow from.
func (v Variant) address() model.URL {
	const digits = 16
	ext := ".png"
	if v.Type == "image/jpeg" {
		ext = ".jpg"
	}
	name := path.Base(v.Media.Path)
	name = cmp.Or(locale.Slug(strings.TrimSuffix(name, path.Ext(name))), "bild")
	name = strings.TrimRight(name[:min(len(name), nameLength)], "-")
	digest := output.DigestOf(VariantMaker, v.Media.Digest, v.Type, v.Width, v.Height, v.Quality, v.Flat)
	return model.URL(fmt.Sprintf("%s%s-%d.%s%s", variants, name, v.Width, digest.String()[:digits], ext))
}

// allVariants lists what is made of pictures, ordered by URL.
func (g *graph) allVariants() []Variant {
	list := make([]Variant, 0, len(g.variants))
	for _, v := range g.variants {
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b Variant) int { return strings.Compare(string(a.URL), string(b.URL)) })
	return list
}
