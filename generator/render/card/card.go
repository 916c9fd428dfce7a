// Package card sets words as pictures: the cards that social networks show of pages without a picture of their own.
//
// A card is black on white, with one colour of the site's, so that sixteen colours are enough: 15 to 20 kB,
// and six thousandths of a second. The letters are those of Go's fonts, which are part of the program.
package card

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"sync"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"

	"growthportal/generator/output"
	"growthportal/generator/site"
)

// Recipes lists a recipe for each card of the site.
func Recipes(s *site.Site) []output.Recipe {
	fonts := load()
	list := make([]output.Recipe, 0, len(s.Cards))
	for _, c := range s.Cards {
		list = append(list, output.Recipe{
			Path: output.Path(c.URL.File()), Maker: site.CardMaker, Claim: string(c.URL),
			Inputs: output.DigestOf(c.Label, c.Title, c.Date, c.From, c.Brand),
			Make:   func(w io.Writer) error { return write(w, *c, fonts) },
		})
	}
	return list
}

// encoders lend out what PNGs are encoded with, which takes more memory than the card.
type encoders struct{}

var encoderBuffers = sync.Pool{New: func() any { return new(png.EncoderBuffer) }}

func (encoders) Get() *png.EncoderBuffer  { return encoderBuffers.Get().(*png.EncoderBuffer) }
func (encoders) Put(b *png.EncoderBuffer) { encoderBuffers.Put(b) }

// fonts are the letters of all cards. They are safe for concurrent use; the faces made of them are not.
type fonts struct{ regular, bold *opentype.Font }

func load() fonts {
	parse := func(ttf []byte) *opentype.Font {
		f, err := opentype.Parse(ttf)
		if err != nil {
			panic("card: a font of the program's own: " + err.Error())
		}
		return f
	}
	return fonts{parse(goregular.TTF), parse(gobold.TTF)}
}

// Places on a card, in pixels.
const (
	margin = 80
	bar    = 24 // of the site's colour, at the top
	inner  = site.CardWidth - 2*margin

	labelBase = 128 // baselines
	fromBase  = site.CardHeight - 64
	titleTop  = 170
	titleEnd  = site.CardHeight - 140
)

// write sets a card.
func write(w io.Writer, c site.Card, fonts fonts) error {
	sheet := newSheet(c.Brand)
	defer sheet.rest()
	sheet.fill(image.Rect(0, 0, site.CardWidth, bar), brandInk)
	small, err := newSetter(fonts.regular, 34)
	if err != nil {
		return err
	}
	strong, err := newSetter(fonts.bold, 34)
	if err != nil {
		return err
	}
	x := margin
	if c.Label != "" {
		x += sheet.line(strong, brandInk, strong.fit(c.Label, inner), margin, labelBase)
	}
	if c.Date != "" {
		if x > margin {
			x += small.width("  ")
		}
		sheet.line(small, blackInk, small.fit(c.Date, margin+inner-x), x, labelBase)
	}
	if err := title(sheet, c.Title, fonts); err != nil {
		return err
	}
	if c.From != "" {
		sheet.fill(image.Rect(margin, titleEnd+30, margin+inner, titleEnd+33), brandInk)
		sheet.line(small, blackInk, small.fit(c.From, inner), margin, fromBase)
	}
	e := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: encoders{}}
	if err := e.Encode(w, sheet.picture); err != nil {
		return fmt.Errorf("encoding a card: %w", err)
	}
	return nil
}

// title sets the title as large as it fits; of one that does not fit even in the smallest size the end is left out.
func title(sheet *sheet, text string, fonts fonts) error {
	for _, size := range []int{84, 72, 62, 54, 46} {
		setter, err := newSetter(fonts.bold, size)
		if err != nil {
			return err
		}
		height := size * 5 / 4
		room := (titleEnd - titleTop) / height
		lines, whole := setter.lines(text, inner)
		if len(lines) > room || !whole && size != 46 {
			if size != 46 {
				continue
			}
			lines = append(lines[:room-1], setter.fit(lines[room-1]+" "+lines[room], inner))
		}
		for i, line := range lines {
			sheet.line(setter, blackInk, line, margin, titleTop+size+i*height)
		}
		return nil
	}
	return nil
}
