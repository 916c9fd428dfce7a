package card

import (
	"image"
	"image/color"
	"strconv"
	"strings"
	"sync"

	"growthportal/generator/site"
)

// ink is one of the two colours that are put on a sheet.
type ink int

const (
	blackInk ink = iota
	brandInk
)

const (
	// shades is how many steps there are from paper to ink, for letters' edges: two inks and the paper are sixteen
	// colours then, which a pixel of four bits tells apart.
	shades = 7
	// black is the ink of words.
	black = 0x1a
)

// sheet is a card that is being set.
type sheet struct{ picture *image.Paletted }

func newSheet(brand string) *sheet {
	palette := color.Palette{color.White}
	for _, full := range []color.RGBA{{black, black, black, 255}, colour(brand)} {
		for step := 1; step <= shades; step++ {
			mix := func(part uint8) uint8 { return uint8(255 - (255-int(part))*step/shades) }
			palette = append(palette, color.RGBA{mix(full.R), mix(full.G), mix(full.B), 255})
		}
	}
	picture, ok := pictures.Get().(*image.Paletted)
	if ok {
		clear(picture.Pix)
		picture.Palette = palette
	} else {
		picture = image.NewPaletted(image.Rect(0, 0, site.CardWidth, site.CardHeight), palette)
	}
	return &sheet{picture}
}

// pictures lends out the memory of sheets: 700 kB each.
var pictures sync.Pool

// rest ends the use of a sheet.
func (s *sheet) rest() { pictures.Put(s.picture) }

// colour reads #rgb or #rrggbb; a site without a colour of its own has black.
func colour(hex string) color.RGBA {
	digits := strings.TrimPrefix(hex, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return color.RGBA{black, black, black, 255}
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// index is the colour of an ink in a step from paper, 0, to full, shades.
func (i ink) index(step int) uint8 {
	if step == 0 {
		return 0
	}
	return uint8(int(i)*shades + step)
}

func (s *sheet) fill(r image.Rectangle, ink ink) {
	full := ink.index(shades)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := s.picture.Pix[s.picture.PixOffset(r.Min.X, y):][:r.Dx()]
		for i := range row {
			row[i] = full
		}
	}
}

// stamp puts what a mask covers on the sheet.
func (s *sheet) stamp(mask *image.Alpha, ink ink) {
	r := mask.Rect.Intersect(s.picture.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		from := mask.Pix[mask.PixOffset(r.Min.X, y):][:r.Dx()]
		to := s.picture.Pix[s.picture.PixOffset(r.Min.X, y):][:r.Dx()]
		for i, cover := range from {
			if step := (int(cover)*shades + 127) / 255; step > 0 {
				to[i] = ink.index(step)
			}
		}
	}
}
