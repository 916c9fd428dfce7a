package media

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
)

// Strip takes out of a picture what its makers' devices and programs have written into it: the position, serial numbers, thumbnails,
// the history of its editing, pictures behind the picture. What stays are the pixels, bit for bit, and what is needed to show
// them (colour profiles, the turn); and whose work it is, as Exif's Artist and Copyright, wherever that stood.
//
// It looks at the content, not at the name; files that are no JPEG, PNG, GIF or WebP are returned as they are. Stripping twice
// changes nothing. The error is for a picture that is broken.
func Strip(name string, content []byte) ([]byte, error) {
	var out []byte
	var err error
	switch {
	case begins("\xff\xd8\xff")(content):
		out, err = stripJPEG(content)
	case begins(pngSignature)(content):
		out, err = stripPNG(content)
	case begins("GIF8")(content):
		out, err = stripGIF(content)
	case isWebP(content):
		out, err = stripWebP(content)
	default:
		return content, nil
	}
	if err != nil {
		return nil, fmt.Errorf("stripping %s: %w", name, err)
	}
	return out, nil
}

func stripJPEG(content []byte) ([]byte, error) {
	p, err := readJPEG(content)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(content)), 0xff, jpegSOI)
	exif := smallEXIF(p.meta)
	place := func() { // before all but JFIF's own segment, which must be the first
		if exif != nil {
			out = appendSegment(out, 0xe1, append([]byte(exifHeader), exif...))
			exif = nil
		}
	}
	err = walkJPEG(content, func(marker byte, body, scan []byte) {
		body, keep := keepSegment(marker, body)
		if !keep {
			return
		}
		if marker != jpegAPP0 {
			place()
		}
		out = appendSegment(out, marker, body)
		out = append(out, scan...)
	})
	return append(out, 0xff, jpegEOI), err
}

// keepSegment tells what stays of a segment: all that a decoder needs to show the same colours.
func keepSegment(marker byte, body []byte) ([]byte, bool) {
	switch {
	case marker == jpegAPP0:
		if len(body) < 14 || !bytes.HasPrefix(body, []byte("JFIF\x00")) {
			return nil, false
		}
		return append(slices.Clone(body[:12]), 0, 0), true // without its thumbnail
	case marker == 0xe2:
		return body, bytes.HasPrefix(body, []byte("ICC_PROFILE\x00"))
	case marker == 0xee:
		return body, bytes.HasPrefix(body, []byte("Adobe")) // how the colours are coded
	case marker > jpegAPP0 && marker <= jpegAPPF, marker == jpegCOM:
		return nil, false
	}
	return body, true
}

func appendSegment(out []byte, marker byte, body []byte) []byte {
	out = append(out, 0xff, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

func stripPNG(content []byte) ([]byte, error) {
	p, err := readPNG(content)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(content)), pngSignature...)
	exif := smallEXIF(p.meta)
	err = walkPNG(content, func(kind string, data, whole []byte) {
		if kind == "IDAT" && exif != nil {
			out = appendChunk(out, "eXIf", exif)
			exif = nil
		}
		if keepChunk(kind, data) {
			out = append(out, whole...)
		}
	})
	return out, err
}

// keepChunk tells what stays of a PNG: the picture, its colours, its density, its animation, and who made it.
func keepChunk(kind string, data []byte) bool {
	switch kind {
	case "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "hIST", "tRNS", "pHYs", "sPLT", "acTL", "fcTL", "fdAT":
		return true
	case "tEXt", "zTXt", "iTXt":
		key, _, _ := bytes.Cut(data, []byte{0})
		return string(key) == "Copyright" || string(key) == "Author"
	}
	return !isAncillary(kind)
}

func appendChunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}

// stripGIF leaves out comments and what programs have put in, but for how often an animation runs and the colour profile.
func stripGIF(content []byte) ([]byte, error) {
	var body []byte
	header, err := walkGIF(content, func(part gifPart) {
		switch {
		case part.kind == 0x2c, part.label == 0xf9, part.label == 0x01, // a picture, how it is shown, text as a picture
			slices.Contains([]string{"NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"}, part.app):
			body = append(body, part.whole...)
		}
	})
	if err != nil {
		return nil, err
	}
	return slices.Concat(header, body, []byte{0x3b}), nil
}

// The flags of WebP's extended header.
const (
	webpXMP  = 0x04
	webpEXIF = 0x08
)

func stripWebP(content []byte) ([]byte, error) {
	p, err := readWebP(content)
	if err != nil {
		return nil, err
	}
	exif := smallEXIF(p.meta)
	extended := false // only then is there a place for Exif
	out := append(make([]byte, 0, len(content)), "RIFF\x00\x00\x00\x00WEBP"...)
	err = walkWebP(content, func(kind string, data, _ []byte) {
		switch kind {
		case "VP8X":
			if len(data) > 0 && !extended {
				extended = true
				data = slices.Clone(data)
				data[0] &^= webpXMP | webpEXIF
				if exif != nil {
					data[0] |= webpEXIF
				}
			}
		case "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L":
		default:
			return
		}
		out = appendRIFF(out, kind, data)
	})
	if extended && exif != nil {
		out = appendRIFF(out, "EXIF", exif)
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, err
}

func appendRIFF(out []byte, kind string, data []byte) []byte {
	out = append(out, kind...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
	out = append(out, data...)
	return append(out, strings.Repeat("\x00", len(data)%2)...)
}
