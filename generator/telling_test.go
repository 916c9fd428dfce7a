package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bep/imagemeta"

	"growthportal/generator/read/media"
)

// No file that is published, nor the memory, tells where the site was built, by whom, or on which machine: it is built in a
// folder with a telling name, twice, and all is looked at, as it is, escaped, encoded and compressed.
func TestNoPathsInTheOutput(t *testing.T) {
	files := map[string]string{}
	for name, f := range tracesBase(t, false) {
		files[name] = string(f.Data)
	}
	const telling = "zq777k"
	dir := filepath.Join(t.TempDir(), telling, "site")
	for name, content := range files {
		robustWrite(t, dir, name, content)
	}
	s := pictureSite{dir}
	status, said, published := s.build(t)
	if status != 0 || len(published) < 40 {
		t.Fatal(said)
	}
	s.write(t, "content/om.md", "---\ntitle: Om oss\n---\nText.\n")
	status, said, published = s.build(t)
	if status != 0 {
		t.Fatal(said)
	}
	words := []string{filepath.Dir(filepath.Dir(dir)), filepath.ToSlash(os.TempDir())}
	if machine, err := os.Hostname(); err == nil && len(machine) > 5 {
		words = append(words, machine)
	}
	if by, err := user.Current(); err == nil && len(by.Username) > 5 {
		words = append(words, by.Username, by.HomeDir)
	}
	for name, content := range published {
		for _, c := range canariesIn([]byte(content)) {
			t.Errorf("%s holds %s", name, c)
		}
		for _, view := range seen([]byte(content), 1) {
			for _, word := range words {
				if strings.Contains(view, word) {
					t.Errorf("%s holds %q", name, word)
				}
			}
		}
	}
}

// telephoneJPEG is a photograph as a telephone takes it: lying on its side, with position, serial numbers, a thumbnail, and
// whose work it is, in Exif, IPTC, XMP and a comment.
func telephoneJPEG(t *testing.T) string {
	plain := photograph(t, 900, 600)
	plain = plain[:2] + plain[4+int(binary.BigEndian.Uint16([]byte(plain[4:6]))):] // without the position that it has already
	var exif bytes.Buffer
	write := func(values ...any) {
		for _, v := range values {
			if s, ok := v.(string); ok {
				exif.WriteString(s)
			} else if err := binary.Write(&exif, binary.BigEndian, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	entries := []struct {
		id, kind uint16
		count    uint32
		value    string
	}{
		{0x010f, 2, 9, "Fabrikat\x00"}, {0x0112, 3, 1, "\x00\x06\x00\x00"}, {0x013b, 2, 12, "Asa Provare\x00"}, {0x8298, 2, 9, "Kommunen\x00"}, {0xa431, 2, 12, "SERIAL-4711\x00"}, {0xc62f, 2, 12, "SERIAL-4712\x00"},
	}
	const after = 8 + 2 + 6*12 + 4
	write("MM\x00*", uint32(8), uint16(len(entries)))
	at, values := uint32(after), ""
	for _, e := range entries {
		write(e.id, e.kind, e.count)
		if len(e.value) == 4 {
			write(e.value)
			continue
		}
		write(at)
		values += e.value
		at += uint32(len(e.value))
	}
	thumbnail := jpegOf()
	write(at, values, uint16(2), uint16(0x0201), uint16(4), uint32(1), at+30, uint16(0x0202), uint16(4), uint32(1), uint32(len(thumbnail)), uint32(0), thumbnail)
	segment := func(marker byte, content string) string {
		return "\xff" + string([]byte{marker, byte((len(content) + 2) >> 8), byte(len(content) + 2)}) + content
	}
	iptc := "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0d\x1c\x02\x5a\x00\x08Hemorten\x00"
	xmp := "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x='adobe:ns:meta/'><a exif:GPSLatitude='57,55.7N' aux:SerialNumber='SERIAL-4713'/></x:xmpmeta>"
	position := withPosition("\xff\xd8")[2:]
	return plain[:2] + segment(0xe1, "Exif\x00\x00"+exif.String()) + position + segment(0xe1, xmp) + segment(0xed, iptc) + segment(0xfe, "SERIAL-4714") + plain[2:]
}

// Of a telephone's photograph nothing is published but the picture, upright, and whose work it is: in the original and in
// every picture that is made of it.
func TestPublishedTelephonePhotograph(t *testing.T) {
	photo := telephoneJPEG(t)
	if !media.HasPosition([]byte(photo)) || strings.Count(photo, "\xff\xd8\xff") < 2 {
		t.Fatal("the photograph says nothing, or has no thumbnail")
	}
	site := newPictureSite(t, map[string]string{"content/press/2026-11-01-ny/index.md": withPhoto, "content/press/2026-11-01-ny/Bro över ån.jpg": photo})
	status, said, files := site.build(t)
	if status != 0 {
		t.Fatal(said)
	}
	looked := 0
	for name, content := range files {
		for _, gone := range []string{"SERIAL", "Fabrikat", "GPS", "Hemorten", "8BIM", "xmpmeta"} {
			if strings.Contains(content, gone) {
				t.Errorf("%s says %s", name, gone)
			}
		}
		if !strings.HasSuffix(name, ".jpg") {
			continue
		}
		looked++
		if media.HasPosition([]byte(content)) || strings.Count(content, "\xff\xd8\xff") != 1 {
			t.Errorf("%s says where it was taken, or has a thumbnail", name)
		}
		m, _, err := image.DecodeConfig(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		tags := fmt.Sprint(tagsOf(t, content))
		upright := m.Width < m.Height || m.Width == 1200 // what is shared is cut to 1200 × 630, or less
		want := "map[Artist:Asa Provare Copyright:Kommunen]"
		if !upright && strings.HasSuffix(name, "bro-over-an.jpg") {
			upright, want = true, "map[Artist:Asa Provare Copyright:Kommunen Orientation:6]" // it is turned when it is shown
		}
		if tags != want || !upright && !strings.Contains(name, "-600.") {
			t.Errorf("%s: %d × %d, %s", name, m.Width, m.Height, tags)
		}
	}
	if looked < 3 {
		t.Errorf("%d photographs", looked)
	}
}

// tagsOf reads a JPEG's metadata with another reader than ours.
func tagsOf(t *testing.T, content string) map[string]any {
	got := map[string]any{}
	_, err := imagemeta.Decode(imagemeta.Options{
		R: strings.NewReader(content), ImageFormat: imagemeta.JPEG, Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
		HandleTag: func(tag imagemeta.TagInfo) error { got[tag.Tag] = tag.Value; return nil },
	})
	if err != nil {
		t.Error(err)
	}
	return got
}
