package media

import (
	"encoding/binary"
	"errors"
)

// gifPart is a part of a GIF (GIF89a specification).
type gifPart struct {
	kind  byte   // 0x21 an extension, 0x2c a picture
	label byte   // of an extension
	app   string // of an application extension: its eleven letters
	whole []byte
}

// errNoGIF tells that not even the header is there.
var errNoGIF = errors.New("no GIF header")

// walkGIF gives the header with its palette, and then each extension and picture in turn, up to the trailer.
func walkGIF(b []byte, visit func(gifPart)) (header []byte, err error) {
	if len(b) < 13 {
		return nil, errNoGIF
	}
	at := 13 + paletteSize(b[10])
	if at > len(b) {
		return nil, errBroken
	}
	header = b[:at]
	for b = b[at:]; len(b) > 0; {
		part := gifPart{kind: b[0]}
		var data int // where the sub-blocks begin
		switch {
		case part.kind == 0x3b:
			return header, nil
		case part.kind == 0x21 && len(b) >= 3:
			part.label, data = b[1], 2
			if part.label == 0xff && b[2] == 11 && len(b) >= 14 {
				part.app = string(b[3:14])
			}
		case part.kind == 0x2c && len(b) >= 11:
			data = 10 + paletteSize(b[9]) + 1 // the palette, and the size of the code
		default:
			return header, errBroken
		}
		end := subBlocks(b, data)
		if end < 0 {
			return header, errBroken
		}
		part.whole = b[:end]
		visit(part)
		b = b[end:]
	}
	return header, errBroken
}

func paletteSize(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// subBlocks is where the chain of sub-blocks that begins at a place ends, or -1 if the file ends first.
func subBlocks(b []byte, at int) int {
	for at < len(b) {
		size := int(b[at])
		at += 1 + size
		if size == 0 {
			return at
		}
	}
	return -1
}

func inspectGIF(in *inspection) {
	var p found
	pictures := 0
	_, err := walkGIF(in.content, func(part gifPart) {
		if part.kind == 0x2c {
			pictures++
		}
	})
	if !errors.Is(err, errNoGIF) {
		p.width = int(binary.LittleEndian.Uint16(in.content[6:]))
		p.height = int(binary.LittleEndian.Uint16(in.content[8:]))
	}
	p.pixels, p.animated = pictures > 0, pictures > 1
	in.settle(p, err)
}
