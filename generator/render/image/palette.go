package image

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

const (
	// mostColours is how many colours a palette holds.
	mostColours = 256
	// mostCounted is how many a picture may have to be worth the counting; photographs have more.
	mostCounted = 1 << 15
	// mostOff is how far a colour may be from the one that stands for it, in any of its parts, of 255.
	mostOff = 16
)

// swatch is a colour of a picture, with how many pixels have it.
type swatch struct {
	parts [4]uint8 // red, green, blue, opacity; not premultiplied
	count int
}

// reduce gives a picture with a palette that looks the same; nil where there is none.
func reduce(m image.Image) *image.Paletted {
	swatches := count(m)
	if swatches == nil {
		return nil
	}
	boxes := part256(swatches)
	index := make(map[[4]uint8]uint8, len(swatches))
	var palette color.Palette
	for i, box := range boxes {
		mean := box.mean()
		for _, s := range box.swatches {
			if distance(s.parts, mean) > mostOff {
				return nil
			}
			index[s.parts] = uint8(i)
		}
		palette = append(palette, color.NRGBA{mean[0], mean[1], mean[2], mean[3]})
	}
	b := m.Bounds()
	made := image.NewPaletted(b, palette)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		last := partsAt(m, b.Min.X, y)
		number := index[last]
		for x := b.Min.X; x < b.Max.X; x++ {
			if parts := partsAt(m, x, y); parts != last {
				last, number = parts, index[parts]
			}
			made.SetColorIndex(x, y, number)
		}
	}
	return made
}

// count lists the colours of a picture, in an order of their own; nil where they are too many.
func count(m image.Image) []swatch {
	counts := map[[4]uint8]int{}
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		last, run := partsAt(m, b.Min.X, y), 0 // pixels come in runs
		for x := b.Min.X; x < b.Max.X; x++ {
			if parts := partsAt(m, x, y); parts != last {
				counts[last] += run
				last, run = parts, 0
			}
			run++
		}
		counts[last] += run
		if len(counts) > mostCounted {
			return nil
		}
	}
	list := make([]swatch, 0, len(counts))
	for parts, n := range counts {
		list = append(list, swatch{parts, n})
	}
	slices.SortFunc(list, func(a, b swatch) int { return slices.Compare(a.parts[:], b.parts[:]) })
	return list
}

// partsAt is a pixel of one of the kinds of pictures that fit makes.
func partsAt(m image.Image, x, y int) [4]uint8 {
	switch m := m.(type) {
	case *image.RGBA: // opaque, so that nothing is premultiplied
		return [4]uint8(m.Pix[m.PixOffset(x, y):][:4])
	case *image.NRGBA:
		p := [4]uint8(m.Pix[m.PixOffset(x, y):][:4])
		if p[3] == 0 {
			return [4]uint8{}
		}
		return p
	}
	c := color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
	return [4]uint8{c.R, c.G, c.B, c.A}
}

func distance(a, b [4]uint8) int {
	most := 0
	for i := range a {
		most = max(most, int(a[i])-int(b[i]), int(b[i])-int(a[i]))
	}
	return most
}

// box is a group of colours that one colour of the palette may stand for.
type box struct {
	swatches []swatch
	widest   int // the part in which they differ most
	spread   int // and by how much
}

func newBox(swatches []swatch) box {
	b := box{swatches: swatches}
	for part := range 4 {
		low, high := uint8(255), uint8(0)
		for _, s := range swatches {
			low, high = min(low, s.parts[part]), max(high, s.parts[part])
		}
		if n := int(high) - int(low); n > b.spread {
			b.spread, b.widest = n, part
		}
	}
	return b
}

// mean is the colour that stands for the box: that of most of its pixels, so that large surfaces keep theirs.
func (b box) mean() [4]uint8 {
	var mean [4]uint8
	for part := range 4 {
		sum, pixels := 0, 0
		for _, s := range b.swatches {
			sum, pixels = sum+s.count*int(s.parts[part]), pixels+s.count
		}
		mean[part] = uint8((sum + pixels/2) / pixels)
	}
	return mean
}

// split parts a box in the middle of where it is widest.
func (b box) split() (low, high box) {
	slices.SortStableFunc(b.swatches, func(x, y swatch) int { return cmp.Compare(x.parts[b.widest], y.parts[b.widest]) })
	first, last := int(b.swatches[0].parts[b.widest]), int(b.swatches[len(b.swatches)-1].parts[b.widest])
	at, _ := slices.BinarySearchFunc(b.swatches, (first+last)/2+1, func(s swatch, middle int) int {
		return cmp.Compare(int(s.parts[b.widest]), middle)
	})
	return newBox(b.swatches[:at]), newBox(b.swatches[at:])
}

// part256 groups colours into as many boxes as a palette has room for, always parting the one whose colours differ most.
func part256(swatches []swatch) []box {
	boxes := []box{newBox(swatches)}
	for len(boxes) < mostColours {
		widest := 0
		for i, b := range boxes {
			if b.spread > boxes[widest].spread {
				widest = i
			}
		}
		if boxes[widest].spread == 0 {
			break
		}
		low, high := boxes[widest].split()
		boxes[widest] = low
		boxes = append(boxes, high)
	}
	return boxes
}
