package image

import (
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
)

// Encoder writes pictures in one format. Equal pictures give equal bytes.
type Encoder interface {
	// Encode writes a picture; quality is that of JPEG, 1 to 100, and nothing to formats that lose nothing.
	Encode(w io.Writer, m image.Image, quality int) error
}

// encoderOf is the encoder for one of the media types that site asks for.
func encoderOf(mediaType string) Encoder {
	switch mediaType {
	case "image/jpeg":
		return jpegEncoder{}
	case "image/png":
		return pngEncoder{}
	}
	panic(fmt.Sprintf("image: nothing writes %s", mediaType))
}

type jpegEncoder struct{}

func (jpegEncoder) Encode(w io.Writer, m image.Image, quality int) error {
	return jpeg.Encode(w, m, &jpeg.Options{Quality: quality})
}

// pngEncoder writes drawings, diagrams and pictures of screens with a palette, which takes a third of the bytes, where
// that cannot be seen.
type pngEncoder struct{}

func (pngEncoder) Encode(w io.Writer, m image.Image, _ int) error {
	if indexed := reduce(m); indexed != nil {
		m = indexed
	}
	e := png.Encoder{CompressionLevel: png.BestCompression}
	return e.Encode(w, m)
}
