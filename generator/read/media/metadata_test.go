package media

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	must(w.Write([]byte(s)))
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func TestShownSizeFollowsTheTurn(t *testing.T) {
	for orientation := byte(0); orientation <= 9; orientation++ {
		exif := exifOf([]entryOf{short16(tagOrientation, orientation)})
		across := orientation >= 5 && orientation <= 8
		for name, content := range map[string][]byte{"a.jpg": jpegOf(40, 30, app1(exif)), "a.png": pngOf(40, 30, chunk("eXIf", string(exif)))} {
			info, problems := Inspect(name, content, Limits{})
			if (info.Width == 30 && info.Height == 40) != across || len(problems) > 0 {
				t.Errorf("%s, orientation %d: %d × %d, %v", name, orientation, info.Width, info.Height, said(problems))
			}
		}
	}
}

func TestPositionIsFoundWhereverItStands(t *testing.T) {
	at := exifOf([]entryOf{short16(tagOrientation, 1)}, here()...)
	xmp := xmpOf(`<exif:GPSLatitude>57,55.7N</exif:GPSLatitude>`)
	profile := "\nexif\n" + "      99\n" + hex.EncodeToString([]byte(exifHeader+string(at))) + "\n"
	tests := []struct {
		name    string
		content []byte
		want    bool
	}{
		{"exif.jpg", jpegOf(8, 8, app1(at)), true},
		{"second.jpg", jpegOf(8, 8, app1(exifOf([]entryOf{short16(tagOrientation, 1)})), app1(at)), true},
		{"xmp.jpg", jpegOf(8, 8, segment(0xe1, xmpHeader, xmp)), true},
		{"attribute.jpg", jpegOf(8, 8, segment(0xe1, xmpHeader, strings.Replace(xmpOf(""), "<rdf:Description", `<rdf:Description exif:GPSLongitude="12,31.9E"`, 1))), true},
		{"extended.jpg", jpegOf(8, 8, segment(0xe1, xmpMoreHeader, strings.Repeat("0", 40), "...exif:GPSLatitude=...")), true},
		{"drone.jpg", jpegOf(8, 8, segment(0xe1, xmpHeader, `<a drone-dji:GpsLatitude="+57.92"`)), true},
		{"astext.jpg", jpegOf(8, 8, app1(exifOf(nil, ascii(tagGPSLatitude, "57,55.7")))), true},
		{"exif.png", pngOf(8, 8, chunk("eXIf", string(at))), true},
		{"xmp.png", pngOf(8, 8, chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00", xmp)), true},
		{"packed.png", pngOf(8, 8, chunk("iTXt", "XML:com.adobe.xmp\x00\x01\x00\x00\x00", deflate(xmp))), true},
		{"profile.png", pngOf(8, 8, chunk("zTXt", "Raw profile type exif\x00\x00", deflate(profile))), true},
		{"exif.webp", webpOf(webpEXIF, riff("EXIF", string(at))), true},
		{"xmp.webp", webpOf(webpXMP, riff("XMP ", xmp)), true},

		{"nothing.jpg", jpegOf(8, 8), false},
		{"nofix.jpg", jpegOf(8, 8, app1(exifOf(nil, ascii(1, "N"), rational(tagGPSLatitude, 0, 0, 0, 0, 0, 0)))), false},
		{"version.jpg", jpegOf(8, 8, app1(exifOf(nil, entryOf{0, 1, 4, []byte{2, 3, 0, 0}}))), false},
		{"cut.jpg", jpegOf(8, 8, app1(at[:30])), false},
		{"text.png", pngOf(8, 8, chunk("tEXt", "Comment\x00exif:GPSLatitude")), false},
	}
	for _, tt := range tests {
		info, problems := Inspect(tt.name, tt.content, Limits{})
		if info.HasPosition != tt.want || len(problems) > 0 {
			t.Errorf("%s: %v, %v", tt.name, info.HasPosition, said(problems))
		}
		if HasPosition(tt.content) != tt.want {
			t.Errorf("%s: HasPosition by content is %v", tt.name, !tt.want)
		}
	}
	if HasPosition(nil) || HasPosition([]byte("no picture")) {
		t.Error("what is no picture has a position")
	}
}

func TestCreditsAreFoundWhereverTheyStand(t *testing.T) {
	exif := app1(exifOf([]entryOf{ascii(tagArtist, "Eva Exif"), ascii(tagCopyright, "Foto\x00Red")}))
	iptc := iptcOf("\x50", "Ivar Iptc", "\x74", "\xa9 kommunen")
	xmp := segment(0xe1, xmpHeader, xmpOf(`<dc:creator><rdf:Seq><rdf:li>Xenia</rdf:li><rdf:li>Yngve</rdf:li></rdf:Seq></dc:creator>
		<dc:rights><rdf:Alt><rdf:li xml:lang="x-default"> Fritt  att
		använda </rdf:li></rdf:Alt></dc:rights>`))
	tests := []struct {
		name              string
		content           []byte
		artist, copyright string
	}{
		{"exif", jpegOf(8, 8, exif), "Eva Exif", "Foto; Red"},
		{"iptc", jpegOf(8, 8, iptc), "Ivar Iptc", "© kommunen"},
		{"xmp", jpegOf(8, 8, xmp), "Xenia; Yngve", "Fritt att använda"},
		{"exif first, in whatever order", jpegOf(8, 8, xmp, iptc, exif), "Eva Exif", "Foto; Red"},
		{"iptc before xmp", jpegOf(8, 8, xmp, iptc), "Ivar Iptc", "© kommunen"},
		{"none", jpegOf(8, 8), "", ""},
	}
	for _, tt := range tests {
		p, err := readJPEG(tt.content)
		if err != nil || p.meta.artist != tt.artist || p.meta.copyright != tt.copyright {
			t.Errorf("%s: %+v, %v", tt.name, p.meta, err)
		}
	}
}

func TestCreditIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "raw")
		once := credit(raw)
		if twice := credit([]byte(once)); twice != once {
			t.Fatalf("%q became %q", once, twice)
		}
		if len(once) > maxCredit || strings.ContainsAny(once, "\x00\r\n\t\x1b") {
			t.Fatalf("%q", once)
		}
	})
}

func TestSmallEXIFSaysWhatItWasGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := metadata{
			orientation: rapid.IntRange(1, 8).Draw(t, "orientation"),
			artist:      credit([]byte(rapid.String().Draw(t, "artist"))),
			copyright:   credit([]byte(rapid.String().Draw(t, "copyright"))),
		}
		exif := smallEXIF(want)
		got := readEXIF(exif)
		if got.orientation == 0 {
			got.orientation = 1
		}
		if got != want {
			t.Fatalf("wrote %+v, read %+v", want, got)
		}
	})
}
