package image

import (
	"image"
	"image/draw"

	"github.com/gohugoio/gift"

	"growthportal/generator/site"
)

// fit cuts, scales and turns a picture into a variant.
func (p *picture) fit(v site.Variant) image.Image {
	stored := p.stored.Bounds()
	width, height := v.Width, v.Height
	if p.carried.Orientation >= 5 {
		width, height = height, width
	}
	filters := []gift.Filter{}
	if part := storedPart(part(v), stored.Size(), p.carried.Orientation); part != stored {
		filters = append(filters, gift.Crop(part))
	}
	filters = append(filters, gift.Resize(width, height, gift.LanczosResampling))
	filters = append(filters, turn(p.carried.Orientation)...)
	g := gift.NewWithOptions(gift.Options{Workers: 1}, filters...) // the recipes run side by side already
	made := p.blank(v)
	if err := g.Draw(made, p.stored); err != nil {
		panic("image: a filter without a parallel way failed: " + err.Error())
	}
	if v.Flat {
		return flattened(made)
	}
	return made
}

// blank is an empty picture for a variant: of grey for what is grey, else of colour.
func (p *picture) blank(v site.Variant) draw.Image {
	r := image.Rect(0, 0, v.Width, v.Height)
	if _, grey := p.stored.(*image.Gray); grey {
		return image.NewGray(r)
	}
	if v.Media.Opaque {
		return image.NewRGBA(r)
	}
	return image.NewNRGBA(r)
}

// part is what of a picture, as it is shown, a variant shows. Where it is cut, as much goes at the left as at the right,
// and twice as much below as above: heads are above the middle.
func part(v site.Variant) image.Rectangle {
	width, height := v.Media.Width, v.Media.Height
	w := min(width, max(1, (height*v.Width+v.Height/2)/v.Height))
	h := min(height, max(1, (width*v.Height+v.Width/2)/v.Width))
	if (width-w)*v.Width < width { // by less than a pixel of the variant: its size was rounded
		w = width
	}
	if (height-h)*v.Height < height {
		h = height
	}
	return image.Rect(0, 0, w, h).Add(image.Pt((width-w)/2, (height-h)/3))
}

// storedPart is where a part of the shown picture stands in one stored in a size and to be turned as Exif says.
func storedPart(r image.Rectangle, size image.Point, orientation int) image.Rectangle {
	x, y, w, h := r.Min.X, r.Min.Y, r.Dx(), r.Dy()
	if orientation >= 5 {
		x, y, w, h = y, x, h, w // across
	}
	switch orientation {
	case 2, 3, 7, 8:
		x = size.X - x - w
	}
	switch orientation {
	case 3, 4, 6, 7:
		y = size.Y - y - h
	}
	return image.Rect(x, y, x+w, y+h)
}

// turn is what shows a stored picture upright: Exif 2.32, 4.6.4, Orientation. gift counts angles against the clock.
func turn(orientation int) []gift.Filter {
	switch orientation {
	case 2:
		return []gift.Filter{gift.FlipHorizontal()}
	case 3:
		return []gift.Filter{gift.Rotate180()}
	case 4:
		return []gift.Filter{gift.FlipVertical()}
	case 5:
		return []gift.Filter{gift.Transpose()}
	case 6:
		return []gift.Filter{gift.Rotate270()}
	case 7:
		return []gift.Filter{gift.Transverse()}
	case 8:
		return []gift.Filter{gift.Rotate90()}
	}
	return nil
}

// flattened puts a picture upon white.
func flattened(m image.Image) image.Image {
	flat := image.NewRGBA(m.Bounds())
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), m, m.Bounds().Min, draw.Over)
	return flat
}
