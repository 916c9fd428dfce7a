package image

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/bep/imagemeta"
	_ "golang.org/x/image/webp"

	"growthportal/generator/diag"
	"growthportal/generator/site"
)

// A photograph is shown upright, however the telephone was held, and cut in the same place.
func TestTurnOfAPhotographIsHonoured(t *testing.T) {
	shown := map[int]string{
		1: "red green blue white", 2: "green red white blue", 3: "white blue green red", 4: "blue white red green",
		5: "red blue green white", 6: "blue red white green", 7: "white green blue red", 8: "green white red blue",
	}
	for orientation := 1; orientation <= 8; orientation++ {
		photo := withSegment(jpegBytes(t, corners(160, 120)), exif(orientation))
		width, height := 160, 120
		if orientation >= 5 {
			width, height = height, width
		}
		v := site.Variant{Type: "image/jpeg", Width: width / 2, Height: height / 2, Quality: 90, Media: mediaOf("jpeg", "JPEG", width, height, true)}
		m, _ := mustMake(t, photo, v)
		if got := quarters(m); got != shown[orientation] {
			t.Errorf("turn %d: %s, want %s", orientation, got, shown[orientation])
		}
		v.Width, v.Height = 60, 30 // cut above and below: the upper third stays out of sight less than the lower
		m, _ = mustMake(t, photo, v)
		words := strings.Fields(shown[orientation])
		if got := hue(m, 15, 3) + " " + hue(m, 45, 3); got != words[0]+" "+words[1] {
			t.Errorf("turn %d, cut: %s above, want %s %s", orientation, got, words[0], words[1])
		}
	}
}

// Whose work a photograph is stays in what is made of it; where and with what it was taken does not.
func TestVariantsKeepTheCreditAlone(t *testing.T) {
	photo := withSegment(jpegBytes(t, corners(160, 120)), exif(6))
	for _, kind := range []string{"jpeg", "png"} {
		_, b := mustMake(t, photo, site.Variant{Type: "image/" + kind, Width: 60, Height: 80, Quality: 80, Media: mediaOf("jpeg", "JPEG", 120, 160, true)})
		format := imagemeta.JPEG
		if kind == "png" {
			format = imagemeta.PNG
		}
		var tags []string
		_, err := imagemeta.Decode(imagemeta.Options{
			R: bytes.NewReader(b), ImageFormat: format, Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
			HandleTag: func(tag imagemeta.TagInfo) error { tags = append(tags, tag.Tag); return nil },
		})
		if err != nil || !slices.Equal(tags, []string{"Artist"}) {
			t.Errorf("%s: says %v, %v", kind, tags, err)
		}
		if !bytes.Contains(b, []byte("Asa Prov")) || bytes.Contains(b, []byte("SERIAL")) {
			t.Errorf("%s: the credit has gone, or the serial number has not", kind)
		}
	}
}

// Colours of a wider range than a screen's are marked as such in what is made; those of every screen need no mark.
func TestColourProfileIsCarried(t *testing.T) {
	profile := make([]byte, 300)
	copy(profile[16:], "RGB ")
	copy(profile[36:], "acsp")
	for name, carried := range map[string]bool{"Display P3": true, "sRGB IEC61966-2.1": false} {
		copy(profile[200:], strings.Repeat("\x00", 40))
		copy(profile[200:], name)
		segment := append([]byte{0xff, 0xe2, 0, byte(2 + 14 + 44)}, "ICC_PROFILE\x00\x01\x01"...)
		segment = append(segment, profile...)
		size := len(segment) - 2
		segment[2], segment[3] = byte(size>>8), byte(size)
		photo := withSegment(jpegBytes(t, corners(160, 120)), segment)
		_, b := mustMake(t, photo, site.Variant{Type: "image/jpeg", Width: 80, Height: 60, Quality: 80, Media: mediaOf("jpeg", "JPEG", 160, 120, true)})
		if bytes.Contains(b, []byte("ICC_PROFILE")) != carried {
			t.Errorf("%s: carried is %v", name, !carried)
		}
	}
}

// A diagram stays one: few colours, transparent where it was, and fewer bytes than without a palette.
func TestDiagramsKeepAPalette(t *testing.T) {
	diagram := image.NewNRGBA(image.Rect(0, 0, 400, 300))
	draw.Draw(diagram, image.Rect(40, 40, 360, 260), &image.Uniform{color.NRGBA{200, 10, 10, 255}}, image.Point{}, draw.Src)
	m, _ := mustMake(t, pngBytes(t, diagram), site.Variant{Type: "image/png", Width: 200, Height: 150, Media: mediaOf("png", "PNG", 400, 300, false)})
	if _, ok := m.(*image.Paletted); !ok {
		t.Errorf("it is a %T", m)
	}
	if hue(m, 2, 2) != "nothing" || hue(m, 100, 75) != "red" {
		t.Error(hue(m, 2, 2), hue(m, 100, 75))
	}
	flat, _ := mustMake(t, pngBytes(t, diagram), site.Variant{Type: "image/png", Width: 200, Height: 150, Flat: true, Media: mediaOf("png", "PNG", 400, 300, false)})
	if hue(flat, 2, 2) != "white" {
		t.Errorf("upon white it is %s", hue(flat, 2, 2))
	}
	photo, _ := mustMake(t, pngBytes(t, noise(400, 300, 1)), site.Variant{Type: "image/png", Width: 390, Height: 293, Media: mediaOf("png", "PNG", 400, 300, true)})
	if _, ok := photo.(*image.Paletted); ok {
		t.Error("a picture of very many colours lost most of them")
	}
}

// A GIF may be smaller than its canvas; a WebP and a grey photograph are read as well.
func TestOtherPicturesAreRead(t *testing.T) {
	part := image.NewPaletted(image.Rect(50, 0, 100, 50), color.Palette{color.RGBA{255, 0, 0, 255}, color.Black})
	m, _ := mustMake(t, gifBytes(t, part, image.Pt(100, 50)), site.Variant{Type: "image/png", Width: 50, Height: 25, Media: mediaOf("gif", "GIF", 100, 50, false)})
	if hue(m, 10, 12) != "nothing" || hue(m, 40, 12) != "red" {
		t.Error("GIF:", hue(m, 10, 12), hue(m, 40, 12))
	}
	webp := []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00")
	mustMake(t, webp, site.Variant{Type: "image/jpeg", Width: 1, Height: 1, Quality: 80, Media: mediaOf("webp", "WebP", 1, 1, true)})
	grey := image.NewGray(image.Rect(0, 0, 64, 64))
	m, _ = mustMake(t, jpegBytes(t, grey), site.Variant{Type: "image/jpeg", Width: 32, Height: 32, Quality: 80, Media: mediaOf("jpeg", "JPEG", 64, 64, true)})
	if _, ok := m.(*image.Gray); !ok {
		t.Errorf("a grey picture became a %T", m)
	}
}

// Pixels that cannot be read, and a header that has grown since it was looked at, are the author's to mend; nothing is
// allocated for what a header claims.
func TestBrokenPixelsAreTheAuthors(t *testing.T) {
	whole := jpegBytes(t, noise(160, 120, 1))
	huge := slices.Clone(whole)
	at := bytes.Index(huge, []byte{0xff, 0xc0})
	copy(huge[at+5:], "\xff\xff\xff\xff")
	for name, content := range map[string][]byte{"cut off": append(slices.Clone(whole[:len(whole)/2]), 0xff, 0xd9), "65,535 x 65,535": huge, "nothing": nil} {
		_, err := made(content, site.Variant{Type: "image/jpeg", Width: 80, Height: 60, Quality: 80, Media: mediaOf("jpeg", "JPEG", 160, 120, true)})
		var broken *BrokenError
		if !errors.As(err, &broken) || broken.Diagnostic().Code != diag.BrokenImage || broken.Diagnostic().File != "content/a" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// However many variants are made at a time, of one picture or of several, the bytes are the same.
func TestVariantsAreDeterministic(t *testing.T) {
	contents := map[string][]byte{"content/a": jpegBytes(t, noise(320, 240, 1)), "content/b": jpegBytes(t, noise(320, 240, 2))}
	var s site.Site
	for name := range contents {
		for width := 40; width <= 320; width += 40 {
			m := mediaOf("jpeg", "JPEG", 320, 240, true)
			m.Path = name
			s.Variants = append(s.Variants, site.Variant{URL: "/assets/pictures/x", Type: "image/jpeg", Width: width, Height: width * 3 / 4, Quality: 80, Media: m})
		}
	}
	read := func(name string) ([]byte, error) { return contents[name], nil }
	one := Recipes(&s, read)
	many := Recipes(&s, read)
	got := make([]bytes.Buffer, len(many))
	var workers sync.WaitGroup
	for i, r := range many {
		workers.Go(func() {
			if err := r.Make(&got[i]); err != nil {
				t.Error(err)
			}
		})
	}
	workers.Wait()
	for i, r := range one {
		var b bytes.Buffer
		if err := r.Make(&b); err != nil || !bytes.Equal(b.Bytes(), got[i].Bytes()) {
			t.Errorf("variant %d differs: %v", i, err)
		}
	}
}

// No more pixels are worked on at a time than there is room for; what is larger than the room is worked on alone.
func TestRoomIsBounded(t *testing.T) {
	r := newRoom(100)
	var mu sync.Mutex
	taken, most := 0, 0
	var workers sync.WaitGroup
	for _, n := range []int{60, 60, 60, 30, 30, 250, 10} {
		workers.Go(func() {
			for range 50 {
				r.enter(n)
				mu.Lock()
				if taken += n; taken > 100 && taken != n {
					t.Errorf("%d at a time", taken)
				}
				most = max(most, taken)
				mu.Unlock()
				mu.Lock()
				taken -= n
				mu.Unlock()
				r.leave(n)
			}
		})
	}
	workers.Wait()
	if most != 250 {
		t.Errorf("the largest never got in: %d", most)
	}
}
