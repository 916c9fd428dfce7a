package page

import (
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// shared is the picture that social networks show of a page: its card where it has one, else a picture of its own, unless
// that is a drawing, which none of them shows.
func (r *renderer) shared(p *site.Page) *Image {
	switch {
	case p.Card != nil:
		alt := p.Card.Title
		if p.Card.Label != "" {
			alt = p.Card.Label + ": " + alt
		}
		return &Image{Src: r.absolute(p.Card.URL), Width: site.CardWidth, Height: site.CardHeight, Alt: alt, Type: "image/png"}
	case p.Kind != site.ItemPage || p.Item.Shared == nil || p.Item.Shared.Media.Type == "image/svg+xml":
		return nil
	}
	return r.image(p.Item.Shared, model.ShareUse, r.absolute)
}
