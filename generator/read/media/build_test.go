package media

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strconv"
	"strings"
)

// Pictures and documents are made here, so that each test shows what is in its file.

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func painting(width, height int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.SetRGBA(x, y, color.RGBA{uint8(x * 7), uint8(y * 11), uint8(x * y), 255})
		}
	}
	return m
}

// jpegOf is a JPEG with segments put in after its start.
func jpegOf(width, height int, segments ...[]byte) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, painting(width, height), nil); err != nil {
		panic(err)
	}
	return slices.Concat(b.Bytes()[:2], slices.Concat(segments...), b.Bytes()[2:])
}

func segment(marker byte, parts ...string) []byte {
	return appendSegment(nil, marker, []byte(strings.Join(parts, "")))
}

// pngOf is a PNG with chunks put in after its header.
func pngOf(width, height int, chunks ...[]byte) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, painting(width, height)); err != nil {
		panic(err)
	}
	const header = 8 + 25
	return slices.Concat(b.Bytes()[:header], slices.Concat(chunks...), b.Bytes()[header:])
}

func chunk(kind string, parts ...string) []byte {
	return appendChunk(nil, kind, []byte(strings.Join(parts, "")))
}

// gifOf is a GIF of so many pictures.
func gifOf(width, height, frames int) []byte {
	var b bytes.Buffer
	g := &gif.GIF{}
	for range frames {
		m := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.Black, color.White})
		g.Image, g.Delay = append(g.Image, m), append(g.Delay, 10)
	}
	if err := gif.EncodeAll(&b, g); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// pixelWebP is a lossless WebP of one pixel (the smallest there is).
const pixelWebP = "\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"

// webpOf is a WebP with an extended header, and chunks put in after the picture.
func webpOf(flags byte, chunks ...[]byte) []byte {
	b := []byte("RIFF\x00\x00\x00\x00WEBP")
	b = appendRIFF(b, "VP8X", []byte{flags, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	b = appendRIFF(b, "VP8L", []byte(pixelWebP))
	b = append(b, slices.Concat(chunks...)...)
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	return b
}

func riff(kind, data string) []byte { return appendRIFF(nil, kind, []byte(data)) }

// entryOf is an entry of an Exif directory in little-endian order.
type entryOf struct {
	id, kind uint16
	count    uint32
	value    []byte
}

func ascii(id uint16, s string) entryOf {
	return entryOf{id, typeASCII, uint32(len(s) + 1), []byte(s + "\x00")}
}

func short16(id uint16, v byte) entryOf { return entryOf{id, typeShort, 1, []byte{v, 0}} }

func rational(id uint16, pairs ...uint32) entryOf {
	e := entryOf{id, typeRational, uint32(len(pairs) / 2), nil}
	for _, p := range pairs {
		e.value = binary.LittleEndian.AppendUint32(e.value, p)
	}
	return e
}

// exifOf is Exif data as a camera writes it, with a second directory for the position if there is one.
func exifOf(main []entryOf, gps ...entryOf) []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	if len(gps) > 0 {
		main = append(main, entryOf{tagGPS, typeLong, 1, []byte{0, 0, 0, 0}})
	}
	directory := func(list []entryOf) (pointer int) {
		b = binary.LittleEndian.AppendUint16(b, uint16(len(list)))
		at := len(b)
		b = append(b, make([]byte, 12*len(list)+4)...)
		for i, e := range list {
			slot := b[at+12*i:]
			binary.LittleEndian.PutUint16(slot, e.id)
			binary.LittleEndian.PutUint16(slot[2:], e.kind)
			binary.LittleEndian.PutUint32(slot[4:], e.count)
			if len(e.value) <= 4 {
				copy(slot[8:12], e.value)
			} else {
				binary.LittleEndian.PutUint32(slot[8:], uint32(len(b)))
				b = append(b, e.value...)
			}
			if e.id == tagGPS {
				pointer = at + 12*i + 8
			}
		}
		return pointer
	}
	if pointer := directory(main); len(gps) > 0 {
		binary.LittleEndian.PutUint32(b[pointer:], uint32(len(b)))
		directory(gps)
	}
	return b
}

// here is the position of Alingsås station.
func here() []entryOf {
	return []entryOf{
		ascii(1, "N"), rational(tagGPSLatitude, 57, 1, 55, 1, 42, 1),
		ascii(3, "E"), rational(tagGPSLongitude, 12, 1, 31, 1, 57, 1),
	}
}

func app1(exif []byte) []byte { return segment(0xe1, exifHeader, string(exif)) }

const xmpFrame = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/">BODY</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

func xmpOf(body string) string { return strings.Replace(xmpFrame, "BODY", body, 1) }

// iptcOf is a Photoshop segment with an IPTC record of alternating datasets and texts.
func iptcOf(fields ...string) []byte {
	var record []byte
	for i := 0; i < len(fields); i += 2 {
		record = append(record, 0x1c, 2, fields[i][0])
		record = binary.BigEndian.AppendUint16(record, uint16(len(fields[i+1])))
		record = append(record, fields[i+1]...)
	}
	b := []byte(photoshopHeader + "8BIM\x04\x25\x00\x00\x00\x00\x00\x02xx" + "8BIM\x04\x04\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(record)))
	return segment(0xed, string(b)+string(record))
}

// zipOf is an archive of entries "name" or "name=content".
func zipOf(entries ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		name, content, _ := strings.Cut(e, "=")
		w := must(z.CreateHeader(&zip.FileHeader{Name: name}))
		must(w.Write([]byte(content)))
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// pdfOf is a PDF of so many pages with a classic cross-reference table.
func pdfOf(pages int) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(s string) {
		offsets = append(offsets, b.Len())
		b.WriteString(strconv.Itoa(len(offsets)) + " 0 obj\n" + s + "\nendobj\n")
	}
	b.WriteString("%PDF-1.7\n")
	object("<</Type/Catalog/Pages 2 0 R/Lang(sv-SE)/MarkInfo<</Marked true>>>>")
	var kids string
	for i := range pages {
		kids += strconv.Itoa(i+4) + " 0 R "
	}
	object("<</Type/Pages/Count " + strconv.Itoa(pages) + "/Kids[" + kids + "]>>")
	object("<</Title(\xfe\xff\x00\xc5\x00r\x00s\x00b\x00o\x00k)>>")
	for range pages {
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
	}
	start := b.Len()
	b.WriteString("xref\n0 " + strconv.Itoa(len(offsets)+1) + "\n0000000000 65535 f \n")
	for _, at := range offsets {
		b.WriteString(strings.Repeat("0", 10-len(strconv.Itoa(at))) + strconv.Itoa(at) + " 00000 n \n")
	}
	b.WriteString("trailer\n<</Size " + strconv.Itoa(len(offsets)+1) + "/Root 1 0 R/Info 3 0 R>>\nstartxref\n" + strconv.Itoa(start) + "\n%%EOF\n")
	return b.Bytes()
}
