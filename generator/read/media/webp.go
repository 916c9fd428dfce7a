package media

import "encoding/binary"

// walkWebP gives the chunks of a WebP (RFC 9649) in turn: the type, the data, and the whole chunk with header and padding.
func walkWebP(b []byte, visit func(kind string, data, whole []byte)) error {
	if !isWebP(b) {
		return errBroken
	}
	size := int64(binary.LittleEndian.Uint32(b[4:]))
	if size < 12 || size > int64(len(b))-8 {
		return errBroken
	}
	for b = b[12 : 8+size]; len(b) > 0; {
		if len(b) < 8 {
			return errBroken
		}
		n := int64(binary.LittleEndian.Uint32(b[4:]))
		if n > int64(len(b))-8 {
			return errBroken
		}
		end := min(8+n+n&1, int64(len(b))) // some writers leave out the last padding
		visit(string(b[:4]), b[8:8+n], b[:end])
		b = b[end:]
	}
	return nil
}

func inspectWebP(in *inspection) {
	p, err := readWebP(in.content)
	p.meta.orientation = 1 // most browsers do not turn a WebP
	in.settle(p, err)
}

func readWebP(content []byte) (found, error) {
	var p found
	var parts metadataParts
	extended := false
	err := walkWebP(content, func(kind string, data, _ []byte) {
		switch kind {
		case "VP8X":
			if len(data) >= 10 {
				p.width, p.height = 1+uint24(data[4:]), 1+uint24(data[7:])
				p.animated = data[0]&0x02 != 0
				extended, p.opaque = true, data[0]&0x10 == 0
			}
		case "VP8 ", "VP8L", "ANMF":
			p.pixels = p.pixels || len(data) > 0
			if p.width == 0 {
				p.width, p.height = readVP8(kind, data)
			}
			if !extended {
				p.opaque = kind == "VP8 " || len(data) >= 5 && data[4]&0x10 == 0
			}
		case "EXIF":
			parts.addEXIF(data)
		case "XMP ":
			parts.addXMP(data)
		}
	})
	p.meta = parts.merge()
	return p, err
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// readVP8 reads width and height from the header of a lossy (RFC 6386, 9.1) or lossless picture.
func readVP8(kind string, b []byte) (width, height int) {
	switch {
	case kind == "VP8 " && len(b) >= 10 && b[0]&1 == 0 && string(b[3:6]) == "\x9d\x01\x2a":
		return int(binary.LittleEndian.Uint16(b[6:]) & 0x3fff), int(binary.LittleEndian.Uint16(b[8:]) & 0x3fff)
	case kind == "VP8L" && len(b) >= 5 && b[0] == 0x2f:
		bits := binary.LittleEndian.Uint32(b[1:])
		return 1 + int(bits&0x3fff), 1 + int(bits>>14&0x3fff)
	}
	return 0, 0
}
