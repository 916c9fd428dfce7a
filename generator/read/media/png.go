package media

import (
	"encoding/binary"
	"hash/crc32"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// walkPNG gives the chunks of a PNG (W3C PNG, third edition) in turn: the type, the data, and the whole chunk with its length and
// checksum. It ends with IEND; what stands behind that is no part of the picture.
func walkPNG(b []byte, visit func(kind string, data, whole []byte)) error {
	if len(b) < len(pngSignature) || string(b[:len(pngSignature)]) != pngSignature {
		return errBroken
	}
	for b = b[len(pngSignature):]; ; {
		if len(b) < 12 {
			return errBroken
		}
		size := binary.BigEndian.Uint32(b)
		if int64(size) > int64(len(b))-12 {
			return errBroken
		}
		whole := b[:12+int(size)]
		kind, data := string(whole[4:8]), whole[8:8+size]
		if crc32.ChecksumIEEE(whole[4:8+size]) != binary.BigEndian.Uint32(whole[8+size:]) {
			return errBroken
		}
		visit(kind, data, whole)
		if kind == "IEND" {
			return nil
		}
		b = b[len(whole):]
	}
}

func inspectPNG(in *inspection) {
	p, err := readPNG(in.content)
	in.settle(p, err)
}

func readPNG(content []byte) (found, error) {
	var p found
	var parts metadataParts
	first, sound := true, true
	err := walkPNG(content, func(kind string, data, _ []byte) {
		if first != (kind == "IHDR") {
			sound = false
		}
		first = false
		switch kind {
		case "IHDR":
			p.width, p.height = readIHDR(data)
			p.opaque = p.width > 0 && data[9]&4 == 0
		case "tRNS":
			p.opaque = false
		case "IDAT":
			p.pixels = p.pixels || len(data) > 0
		case "acTL":
			p.animated = true
		default:
			parts.addPNG(kind, data)
			sound = sound && (isAncillary(kind) || kind == "PLTE" || kind == "IEND")
		}
	})
	p.meta = parts.merge()
	if !sound {
		err = errBroken
	}
	return p, err
}

// isAncillary tells a chunk without which the picture can be shown: its type begins with a small letter.
func isAncillary(kind string) bool { return kind[0]&0x20 != 0 }

// readIHDR reads width and height; none if the header describes no picture that the format knows.
func readIHDR(data []byte) (width, height int) {
	if len(data) != 13 {
		return 0, 0
	}
	w, h := binary.BigEndian.Uint32(data), binary.BigEndian.Uint32(data[4:])
	depth, colour := data[8], data[9]
	sound := false
	switch colour {
	case 0: // grey
		sound = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16
	case 3: // palette
		sound = depth == 1 || depth == 2 || depth == 4 || depth == 8
	case 2, 4, 6: // colour, grey and alpha, colour and alpha
		sound = depth == 8 || depth == 16
	}
	if !sound || data[10] != 0 || data[11] != 0 || data[12] > 1 || w > 1<<31-1 || h > 1<<31-1 {
		return 0, 0
	}
	return int(w), int(h)
}
