package media

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// TestHostilePicturesEnd holds pictures made to keep a reader busy: they are read in a moment, where each bound that is left out makes
// it minutes.
func TestHostilePicturesEnd(t *testing.T) {
	// A directory that names the whole of its data as the artist, and as a position, in each of its entries.
	exif := []byte("MM\x00*\x00\x00\x00\x08\xff\xff")
	for i := range 65535 {
		id, kind := uint16(tagArtist), uint16(typeASCII)
		if i%2 == 1 {
			id, kind = tagGPS, typeLong
		}
		exif = binary.BigEndian.AppendUint16(exif, id)
		exif = binary.BigEndian.AppendUint16(exif, kind)
		exif = binary.BigEndian.AppendUint32(exif, map[uint16]uint32{typeASCII: 700_000, typeLong: 1}[kind])
		exif = binary.BigEndian.AppendUint32(exif, 8)
	}
	bomb := chunk("zTXt", "XML:com.adobe.xmp\x00\x00", deflate(strings.Repeat("<a>", 1<<20)))
	var bombs [][]byte
	for range 5000 {
		bombs = append(bombs, bomb)
	}
	comments := bytes.Repeat([]byte("\xff\xfe\x00\x02"), 2_000_000)
	tests := []struct {
		name    string
		content []byte
	}{
		{"a directory that repeats itself", pngOf(8, 8, chunk("eXIf", string(exif)))},
		{"many texts that inflate", pngOf(8, 8, bombs...)},
		{"millions of segments", jpegOf(8, 8, comments)},
		{"millions of fill bytes", jpegOf(8, 8, bytes.Repeat([]byte{0xff}, 8_000_000))},
		{"millions of extensions", bytes.Replace(gifOf(8, 8, 1), []byte(","), append(bytes.Repeat([]byte("\x21\xfe\x00"), 2_000_000), ','), 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			name := "a" + sniff(tt.content)
			if info, problems := Inspect(name, tt.content, Limits{}); info.Width != 8 || len(problems) > 0 {
				t.Errorf("%+v, %v", info, said(problems))
			}
			if out, err := Strip(name, tt.content); err != nil || len(out) > 3000 {
				t.Errorf("stripped to %d bytes, %v", len(out), err)
			}
		})
	}
}
