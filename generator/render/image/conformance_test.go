package image_test

import (
	"bytes"
	stdimage "image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/image"
	"growthportal/generator/render/rendertest"
	"growthportal/generator/site"
)

func TestConformance(t *testing.T) {
	rendertest.Run(t, rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return image.Recipes(m.Site, paintings(m.Site)) },
		Owns:    func(path string) bool { return strings.HasPrefix(path, output.Pictures) },
		Moves:   1,
	})
}

// paintings are pictures for a site whose files are words: each in its size, and in a colour that follows from its digest.
func paintings(s *site.Site) func(source string) ([]byte, error) {
	return func(source string) ([]byte, error) {
		var b bytes.Buffer
		for _, v := range s.Variants {
			if v.Media.Path == source {
				d := v.Media.Digest
				m := stdimage.NewPaletted(stdimage.Rect(0, 0, v.Media.Width, v.Media.Height), color.Palette{color.RGBA{d[0], d[1], d[2], 255}})
				err := png.Encode(&b, m)
				return b.Bytes(), err
			}
		}
		return nil, nil
	}
}
