package media

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// The tags of Exif (CIPA DC-008, which builds on TIFF 6.0) that are read.
const (
	tagOrientation = 0x0112
	tagArtist      = 0x013b
	tagCopyright   = 0x8298
	tagGPS         = 0x8825 // where the directory of the position begins

	tagGPSLatitude      = 0x02
	tagGPSLongitude     = 0x04
	tagGPSDestLatitude  = 0x14
	tagGPSDestLongitude = 0x16
)

// The types of values.
const (
	typeASCII    = 2
	typeShort    = 3
	typeLong     = 4
	typeRational = 5
	typeUTF8     = 129 // Exif 3.0
)

// tiff is Exif data, a small TIFF file.
type tiff struct {
	data  []byte
	order binary.ByteOrder
}

// tag is one entry of a directory; its value may stand elsewhere.
type tag struct {
	id, kind uint16
	value    []byte
}

func readEXIF(data []byte) metadata {
	var m metadata
	t, ok := openTIFF(data)
	if !ok {
		return m
	}
	located := false
	t.directory(t.order.Uint32(data[4:]), func(g tag) {
		switch {
		case g.id == tagOrientation && g.kind == typeShort && len(g.value) >= 2:
			if o := int(t.order.Uint16(g.value)); o >= 1 && o <= 8 {
				m.orientation = o
			}
		case g.id == tagArtist && (g.kind == typeASCII || g.kind == typeUTF8):
			m.artist = credit(g.value)
		case g.id == tagCopyright && (g.kind == typeASCII || g.kind == typeUTF8):
			m.copyright = credit(g.value)
		case g.id == tagGPS && g.kind == typeLong && len(g.value) >= 4 && !located:
			located = true
			t.directory(t.order.Uint32(g.value), func(g tag) { m.position = m.position || t.isPosition(g) })
		}
	})
	return m
}

func openTIFF(data []byte) (tiff, bool) {
	if len(data) < 8 {
		return tiff{}, false
	}
	t := tiff{data: data}
	switch string(data[:4]) {
	case "II*\x00":
		t.order = binary.LittleEndian
	case "MM\x00*":
		t.order = binary.BigEndian
	default:
		return tiff{}, false
	}
	return t, true
}

// maxTags is how many entries of a directory are read; cameras write some fifty.
const maxTags = 1000

// directory gives the entries of the directory at an offset, as far as they lie within the data.
func (t tiff) directory(at uint32, visit func(tag)) {
	if int64(at)+2 > int64(len(t.data)) {
		return
	}
	count := min(maxTags, int(t.order.Uint16(t.data[at:])))
	for entries := t.data[at+2:]; count > 0 && len(entries) >= 12; count, entries = count-1, entries[12:] {
		g := tag{id: t.order.Uint16(entries), kind: t.order.Uint16(entries[2:])}
		length := int64(t.order.Uint32(entries[4:])) * sizeOfType(g.kind)
		from, within := int64(0), entries[8:12]
		if length > 4 {
			from, within = int64(t.order.Uint32(entries[8:])), t.data
		}
		if length > 0 && from+length <= int64(len(within)) {
			g.value = within[from : from+length]
			visit(g)
		}
	}
}

// sizeOfType is the size of one value in bytes; 0 for a type that is not read.
func sizeOfType(kind uint16) int64 {
	switch kind {
	case typeASCII, typeUTF8:
		return 1
	case typeShort:
		return 2
	case typeLong:
		return 4
	case typeRational:
		return 8
	}
	return 0
}

// isPosition tells a latitude or longitude that says something: cameras without a fix write 0/0.
func (t tiff) isPosition(g tag) bool {
	switch g.id {
	case tagGPSLatitude, tagGPSLongitude, tagGPSDestLatitude, tagGPSDestLongitude:
		return g.kind == typeRational && len(g.value) >= 8 && t.order.Uint32(g.value[4:]) != 0 ||
			g.kind == typeASCII && bytes.ContainsAny(g.value[:min(len(g.value), 100)], "123456789") // not allowed, but written
	}
	return false
}

// smallEXIF is Exif data that says how to turn the picture, whose it is, and nothing more; nil if there is nothing to say.
func smallEXIF(m metadata) []byte {
	var tags []tag
	if m.orientation > 1 {
		tags = append(tags, tag{tagOrientation, typeShort, []byte{0, byte(m.orientation)}})
	}
	for _, text := range []struct {
		id    uint16
		value string
	}{{tagArtist, m.artist}, {tagCopyright, m.copyright}} {
		if text.value != "" {
			tags = append(tags, tag{text.id, typeASCII, append([]byte(text.value), 0)})
		}
	}
	if len(tags) == 0 {
		return nil
	}
	b := append([]byte("MM\x00*\x00\x00\x00\x08"), 0, byte(len(tags)))
	values := len(b) + 12*len(tags) + 4
	var tail []byte
	for _, g := range tags {
		b = binary.BigEndian.AppendUint16(b, g.id)
		b = binary.BigEndian.AppendUint16(b, g.kind)
		b = binary.BigEndian.AppendUint32(b, uint32(int64(len(g.value))/sizeOfType(g.kind)))
		if len(g.value) <= 4 {
			b = append(b, slices.Concat(g.value, make([]byte, 4-len(g.value)))...)
			continue
		}
		b = binary.BigEndian.AppendUint32(b, uint32(values+len(tail)))
		tail = append(tail, g.value...)
		if len(tail)%2 == 1 { // values begin at even offsets
			tail = append(tail, 0)
		}
	}
	b = append(b, 0, 0, 0, 0) // no second directory
	return append(b, tail...)
}
