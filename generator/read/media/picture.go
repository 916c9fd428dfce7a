package media

import (
	"errors"
	"fmt"

	"growthportal/generator/diag"
)

// errBroken is what the readers of pictures' structure say of a file that ends too early or contradicts itself.
var errBroken = errors.New("broken or cut off")

// found is what a picture's header and metadata say.
type found struct {
	width, height int // as stored
	animated      bool
	pixels        bool // there are any
	opaque        bool // no part of it is transparent
	print         bool // its colours are those of print, which no other picture can be made of without knowing its inks
	meta          metadata
}

// settle takes over what a reader found, and holds it against the limits.
func (in *inspection) settle(p found, err error) {
	if p.width > 0 && p.height > 0 {
		in.info.Width, in.info.Height = p.width, p.height
		if p.meta.turned() {
			in.info.Width, in.info.Height = p.height, p.width
		}
	}
	in.info.Animated = p.animated
	in.info.HasPosition = p.meta.position
	in.info.Opaque, in.info.Fixed = p.opaque, p.animated || p.print
	megapixels := in.limits.Pixels / 1_000_000
	switch {
	case int64(p.width)*int64(p.height) > in.limits.Pixels || p.width > in.limits.Side || p.height > in.limits.Side:
		in.report(diag.TooManyPixels, fmt.Sprint(p.width), fmt.Sprint(p.height), fmt.Sprint(megapixels), fmt.Sprint(in.limits.Side))
	case err != nil || p.width <= 0 || p.height <= 0 || !p.pixels:
		in.report(diag.BrokenImage, in.info.Label)
	}
}

// HasPosition tells whether a photograph says where it was taken. It goes by the content, whatever the file is called: what is published
// as it is (content/static/) has been through no [Inspect].
func HasPosition(content []byte) bool {
	var p found
	switch {
	case begins("\xff\xd8\xff")(content):
		p, _ = readJPEG(content)
	case begins(pngSignature)(content):
		p, _ = readPNG(content)
	case isWebP(content):
		p, _ = readWebP(content)
	}
	return p.meta.position
}
