package page

import (
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// shared is the picture that social networks show of a page: one made for that, else the picture as it is, unless it is a
// drawing, which none of them shows.
func (r *renderer) shared(p *site.Page) *Image {
	if p.Kind != site.ItemPage || p.Item.Shared == nil {
		return nil
	}
	picture := p.Item.Shared
	if picture.Set(model.ShareUse) != nil || picture.Media.Type != "image/svg+xml" {
		return r.image(picture, model.ShareUse, r.absolute)
	}
	return nil
}
