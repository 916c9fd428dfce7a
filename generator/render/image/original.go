package image

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"sync"
	"weak"

	"golang.org/x/image/webp"

	"growthportal/generator/read/media"
	"growthportal/generator/site"
)

// desk is where originals lie while variants are made of them. How many lie there at a time is bounded by their pixels.
type desk struct {
	read      func(source string) ([]byte, error)
	room      *room
	originals map[string]*original // complete before any variant is made
}

// deskPixels is how many pixels may be worked on at a time, some 400 MB of them: two photographs of the largest cameras.
// A larger picture is worked on alone.
const deskPixels = 100_000_000

func newDesk(read func(string) ([]byte, error)) *desk {
	return &desk{read: read, room: newRoom(deskPixels), originals: map[string]*original{}}
}

func (d *desk) original(source string) *original {
	if d.originals[source] == nil {
		d.originals[source] = &original{desk: d, source: source}
	}
	return d.originals[source]
}

// original is an image of the sources. Its pixels are read when the first variant is made, and are there for the next as
// long as nobody needs the memory.
type original struct {
	desk   *desk
	source string

	mu   sync.Mutex
	last weak.Pointer[picture]
}

// picture is the decoded pixels of an original, and what goes along to all that is made of it. It is not altered.
type picture struct {
	stored  image.Image // as the file has it, before any turn
	carried media.Carried
}

func (o *original) pixels(v site.Variant) int { return v.Media.Width * v.Media.Height }

// picture gives the pixels, which one reader at a time decodes.
func (o *original) picture(v site.Variant) (*picture, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if p := o.last.Value(); p != nil {
		return p, nil
	}
	content, err := o.desk.read(o.source)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", o.source, err)
	}
	p, err := decode(content, v)
	if err != nil {
		return nil, &BrokenError{Source: o.source, Label: v.Media.Label, Err: err}
	}
	o.last = weak.Make(p)
	return p, nil
}

// errOtherSize is for a picture whose pixels are not as many as its header said when it was looked at.
var errOtherSize = errors.New("its size is another than its header says")

// decode reads the pixels of an image. They are counted before there is any memory for them.
func decode(content []byte, v site.Variant) (*picture, error) {
	carried, err := media.Carry(content)
	if err != nil {
		return nil, err
	}
	width, height := v.Media.Width, v.Media.Height
	if carried.Orientation >= 5 {
		width, height = height, width
	}
	form, err := formOf(v.Media.Type)
	if err != nil {
		return nil, err
	}
	header, err := form.header(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	if header.Width != width || header.Height != height {
		return nil, errOtherSize
	}
	stored, err := form.decode(content)
	if err != nil {
		return nil, err
	}
	return &picture{stored: onCanvas(stored, image.Rect(0, 0, width, height)), carried: carried}, nil
}

// onCanvas puts a picture that is smaller than its canvas, as a GIF's may be, where it belongs on it.
func onCanvas(m image.Image, canvas image.Rectangle) image.Image {
	if m.Bounds() == canvas {
		return m
	}
	whole := image.NewNRGBA(canvas)
	draw.Draw(whole, m.Bounds(), m, m.Bounds().Min, draw.Src)
	return whole
}

// form is how a kind of image is read.
type form struct {
	header func(r *bytes.Reader) (image.Config, error)
	decode func(content []byte) (image.Image, error)
}

func formOf(mediaType string) (form, error) {
	switch mediaType {
	case "image/jpeg":
		return form{
			func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) },
			func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) },
		}, nil
	case "image/png":
		return form{
			func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) },
			func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) },
		}, nil
	case "image/gif":
		return form{
			func(r *bytes.Reader) (image.Config, error) { return gif.DecodeConfig(r) },
			func(b []byte) (image.Image, error) { return gif.Decode(bytes.NewReader(b)) },
		}, nil
	case "image/webp":
		return form{
			func(r *bytes.Reader) (image.Config, error) { return webp.DecodeConfig(r) },
			func(b []byte) (image.Image, error) { return webp.Decode(bytes.NewReader(b)) },
		}, nil
	}
	return form{}, fmt.Errorf("no variants are made of %s", mediaType)
}
