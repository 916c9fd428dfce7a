package image

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"testing"

	"growthportal/generator/model"
	"growthportal/generator/site"
)

// corners is a picture whose quarters are red, green, blue and white, in the order of reading.
func corners(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{255, 0, 0, 255}
			switch {
			case x >= width/2 && y < height/2:
				c = color.RGBA{0, 255, 0, 255}
			case x < width/2 && y >= height/2:
				c = color.RGBA{0, 0, 255, 255}
			case x >= width/2:
				c = color.RGBA{255, 255, 255, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

// noise is a picture in which no two pixels are alike, from a seed.
func noise(width, height int, seed byte) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	for i := range m.Pix {
		m.Pix[i] = uint8(r.Uint32())
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	return m
}

func jpegBytes(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngBytes(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifBytes(t testing.TB, m *image.Paletted, canvas image.Point) []byte {
	t.Helper()
	var b bytes.Buffer
	g := &gif.GIF{Image: []*image.Paletted{m}, Delay: []int{0}, Config: image.Config{ColorModel: m.Palette, Width: canvas.X, Height: canvas.Y}}
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is what a telephone writes into a JPEG, as its first segment: how it was held, who took the picture, and where.
func exif(orientation int) []byte {
	var b bytes.Buffer
	b.WriteString("Exif\x00\x00MM\x00*\x00\x00\x00\x08")
	entry := func(id, kind uint16, count uint32, value string) {
		_ = binary.Write(&b, binary.BigEndian, id)
		_ = binary.Write(&b, binary.BigEndian, kind)
		_ = binary.Write(&b, binary.BigEndian, count)
		b.WriteString(value)
	}
	const values = 8 + 2 + 4*12 + 4 // where the values of the first directory stand
	_ = binary.Write(&b, binary.BigEndian, uint16(4))
	entry(0x0112, 3, 1, fmt.Sprintf("\x00%c\x00\x00", orientation))
	entry(0x013b, 2, 9, fmt.Sprintf("\x00\x00\x00%c", values))
	entry(0x8825, 4, 1, fmt.Sprintf("\x00\x00\x00%c", values+9+12))
	entry(0xc62f, 2, 12, fmt.Sprintf("\x00\x00\x00%c", values+9))
	b.WriteString("\x00\x00\x00\x00" + "Asa Prov\x00" + "SERIAL-4711\x00")
	const gps = values + 9 + 12
	_ = binary.Write(&b, binary.BigEndian, uint16(2))
	entry(1, 2, 2, "N\x00\x00\x00")
	entry(2, 5, 3, fmt.Sprintf("\x00\x00\x00%c", gps+2+2*12+4))
	b.WriteString("\x00\x00\x00\x00")
	for _, n := range []uint32{57, 1, 55, 1, 42, 1} {
		_ = binary.Write(&b, binary.BigEndian, n)
	}
	head := append([]byte{0xff, 0xe1}, 0, 0)
	binary.BigEndian.PutUint16(head[2:], uint16(b.Len()+2))
	return append(head, b.Bytes()...)
}

// withSegment puts a segment behind a JPEG's start.
func withSegment(photo, segment []byte) []byte {
	return append(append(append([]byte{}, photo[:2]...), segment...), photo[2:]...)
}

// jpegOf, pngOf and the like are what site knows of pictures.
func mediaOf(kind, label string, width, height int, opaque bool) model.Media {
	return model.Media{Path: "content/a", Type: "image/" + kind, Label: label, Width: width, Height: height, Image: true, Opaque: opaque}
}

// made makes one variant of content.
func made(content []byte, v site.Variant) ([]byte, error) {
	v.URL = "/assets/pictures/a"
	recipes := Recipes(&site.Site{Variants: []site.Variant{v}}, func(string) ([]byte, error) { return content, nil })
	var b bytes.Buffer
	err := recipes[0].Make(&b)
	return b.Bytes(), err
}

// mustMake makes one variant and decodes it.
func mustMake(t *testing.T, content []byte, v site.Variant) (image.Image, []byte) {
	t.Helper()
	b, err := made(content, v)
	if err != nil {
		t.Fatal(err)
	}
	m, format, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if "image/"+format != v.Type {
		t.Errorf("made a %s, not a %s", format, v.Type)
	}
	if got := m.Bounds().Size(); got != image.Pt(v.Width, v.Height) {
		t.Errorf("is %v, not %d x %d", got, v.Width, v.Height)
	}
	return m, b
}

// hue names the colour of a place in a picture.
func hue(m image.Image, x, y int) string {
	r, g, b, a := m.At(x, y).RGBA()
	switch high := func(n uint32) bool { return n > 0xb000 }; {
	case a < 0x4000:
		return "nothing"
	case high(r) && high(g) && high(b):
		return "white"
	case high(r) && !high(g):
		return "red"
	case high(g) && !high(r):
		return "green"
	case high(b) && !high(r):
		return "blue"
	}
	return fmt.Sprint(r>>8, g>>8, b>>8)
}

// quarters are the colours of a picture's quarters, in the order of reading.
func quarters(m image.Image) string {
	b := m.Bounds()
	at := func(x, y int) string { return hue(m, b.Dx()*x/4, b.Dy()*y/4) }
	return at(1, 1) + " " + at(3, 1) + " " + at(1, 3) + " " + at(3, 3)
}
