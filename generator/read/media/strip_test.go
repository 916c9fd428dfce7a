package media

import (
	"bytes"
	"image"
	"image/gif"
	"reflect"
	"strings"
	"testing"

	"github.com/bep/imagemeta"
	_ "golang.org/x/image/webp"
)

// photograph is a JPEG with all that a telephone and an agency write into it.
func photograph() []byte {
	thumbnail := jpegOf(16, 12)
	exif := exifOf([]entryOf{
		ascii(0x010f, "Fabrikat"), short16(tagOrientation, 6), ascii(tagArtist, "Asa Provare"), ascii(tagCopyright, "Kommunen"),
		ascii(0xc62f, "SERIAL-4711"),
	}, here()...)
	icc := "ICC_PROFILE\x00\x01\x01" + strings.Repeat("profile ", 10)
	b := jpegOf(40, 30,
		segment(jpegAPP0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x02\x02", strings.Repeat("thumb", 4)[:12]),
		segment(jpegAPP0, "JFXX\x00\x10", string(thumbnail)),
		segment(0xe1, exifHeader, string(exif), string(thumbnail)),
		segment(0xe1, xmpHeader, xmpOf(`<exif:GPSLatitude>57,55.7N</exif:GPSLatitude>`)),
		segment(0xe2, icc), segment(0xe2, "MPF\x00 two pictures"), segment(0xeb, "JP JUMB history"),
		iptcOf("\x5a", "Hemorten"), segment(jpegCOM, "SERIAL-4711"), []byte{0xff, 0xff},
	)
	return append(b, jpegOf(8, 8, app1(exif))...) // the picture behind the picture
}

func decoded(t *testing.T, b []byte) image.Image {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// tags reads metadata with another reader than ours.
func tags(t *testing.T, b []byte, format imagemeta.ImageFormat) map[string]any {
	t.Helper()
	got := map[string]any{}
	_, err := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(b), ImageFormat: format, Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
		HandleTag: func(tag imagemeta.TagInfo) error { got[tag.Tag] = tag.Value; return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestStripKeepsThePictureAndWhoseItIs(t *testing.T) {
	exif := string(exifOf([]entryOf{short16(tagOrientation, 6), ascii(tagArtist, "Asa Provare"), ascii(tagCopyright, "Kommunen"), ascii(0xc62f, "SERIAL-4711")}, here()...))
	tests := []struct {
		name    string
		content []byte
		format  imagemeta.ImageFormat
		keep    []string
	}{
		{"a.jpg", photograph(), imagemeta.JPEG, []string{"ICC_PROFILE\x00\x01\x01", "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00\xff"}},
		{"a.png", pngOf(40, 30, chunk("gAMA", "\x00\x00\xb1\x8f"), chunk("eXIf", exif), chunk("tIME", "1234567"), chunk("tEXt", "Comment\x00SERIAL-4711"),
			chunk("tEXt", "Author\x00Kvar"), chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00", xmpOf("SERIAL-4711")), chunk("caBX", "history")),
			imagemeta.PNG, []string{"gAMA", "Author\x00Kvar"}},
		{"a.webp", append(webpOf(webpEXIF|webpXMP, riff("EXIF", exif), riff("XMP ", xmpOf("SERIAL-4711")), riff("ABCD", "SERIAL-4711")), "SERIAL-4711"...),
			imagemeta.WebP, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Strip(tt.name, tt.content)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(decoded(t, got), decoded(t, tt.content)) {
				t.Error("the pixels changed")
			}
			want := map[string]any{"Orientation": uint16(6), "Artist": "Asa Provare", "Copyright": "Kommunen"}
			if said := tags(t, got, tt.format); !reflect.DeepEqual(said, want) {
				t.Errorf("says %v", said)
			}
			for _, gone := range []string{"SERIAL", "GPS", "MPF", "thumb", "JUMB", "history", "tIME", "XML:", "8BIM", "Fabrikat"} {
				if bytes.Contains(got, []byte(gone)) {
					t.Errorf("%s is still there", gone)
				}
			}
			for _, kept := range tt.keep {
				if !bytes.Contains(got, []byte(kept)) {
					t.Errorf("%q is gone", kept)
				}
			}
			before, _ := Inspect(tt.name, tt.content, Limits{})
			after, problems := Inspect(tt.name, got, Limits{})
			before.HasPosition = false
			if before != after || len(problems) > 0 {
				t.Errorf("was %+v, became %+v, %v", before, after, said(problems))
			}
			again, err := Strip(tt.name, got)
			if err != nil || !bytes.Equal(again, got) {
				t.Errorf("stripping twice changes something (%v)", err)
			}
		})
	}
}

func TestStripLeavesNothingWhereThereIsNothingToSay(t *testing.T) {
	plain := jpegOf(40, 30)
	got, err := Strip("a.jpg", jpegOf(40, 30, app1(exifOf([]entryOf{short16(tagOrientation, 1)}, here()...))))
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("an upright photograph of nobody's has %d bytes, the plain one %d (%v)", len(got), len(plain), err)
	}
}

func TestStripGIFKeepsTheAnimation(t *testing.T) {
	content := gifOf(9, 9, 3)
	comment := "\x21\xfe\x0bSERIAL-4711\x00"
	at := 13 + paletteSize(content[10])
	with := append(bytes.Join([][]byte{content[:at], content[at:]}, []byte(comment)), "SERIAL-4711"...)
	got, err := Strip("a.gif", with)
	if err != nil || !bytes.Equal(got, content) {
		t.Errorf("not the picture without its comment (%v)", err)
	}
	if g := must(gif.DecodeAll(bytes.NewReader(got))); len(g.Image) != 3 {
		t.Errorf("%d pictures", len(g.Image))
	}
}

func TestStripLeavesOtherFilesAlone(t *testing.T) {
	for name, content := range map[string][]byte{
		"a.pdf": pdfOf(1), "a.svg": []byte("<svg/>"), "a.txt": []byte("hej"), "empty.jpg": nil, "a.jpg": []byte("no picture"),
	} {
		got, err := Strip(name, content)
		if err != nil || !bytes.Equal(got, content) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
