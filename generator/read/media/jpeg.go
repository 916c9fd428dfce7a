package media

import (
	"bytes"
	"encoding/binary"
)

// The markers of JPEG (ITU-T T.81, table B.1) that matter here.
const (
	jpegSOI  = 0xd8
	jpegEOI  = 0xd9
	jpegSOS  = 0xda
	jpegAPP0 = 0xe0
	jpegAPPF = 0xef
	jpegCOM  = 0xfe
)

// walkJPEG gives the segments of a JPEG in turn: the marker, the segment's body without its length, and, after a start of scan,
// the entropy-coded data that follows. It ends at the end of the image; what stands behind that is no part of it.
func walkJPEG(b []byte, visit func(marker byte, body, scan []byte)) error {
	if len(b) < 4 || b[0] != 0xff || b[1] != jpegSOI {
		return errBroken
	}
	for b = b[2:]; ; {
		at := bytes.IndexByte(b, 0xff) // decoders pass over what stands between segments
		if at < 0 {
			return errBroken
		}
		for b = b[at:]; len(b) > 0 && b[0] == 0xff; { // a marker may be padded
			b = b[1:]
		}
		if len(b) == 0 {
			return errBroken
		}
		marker := b[0]
		b = b[1:]
		switch {
		case marker == jpegEOI:
			return nil
		case marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd7: // no segments
			continue
		case marker == jpegSOI || len(b) < 2:
			return errBroken
		}
		size := int(binary.BigEndian.Uint16(b))
		if size < 2 || size > len(b) {
			return errBroken
		}
		body := b[2:size]
		b = b[size:]
		var scan []byte
		if marker == jpegSOS {
			scan = b[:scanLength(b)]
			b = b[len(scan):]
		}
		visit(marker, body, scan)
	}
}

// scanLength is how far entropy-coded data goes: to a marker that is not stuffing or a restart.
func scanLength(b []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(b[at:], 0xff)
		if next < 0 || at+next+1 >= len(b) {
			return len(b)
		}
		at += next
		if m := b[at+1]; m != 0 && m != 0xff && (m < 0xd0 || m > 0xd7) {
			return at
		}
		at++
	}
}

func inspectJPEG(in *inspection) {
	p, err := readJPEG(in.content)
	in.settle(p, err)
}

func readJPEG(content []byte) (found, error) {
	p := found{opaque: true}
	var parts metadataParts
	sound := true
	err := walkJPEG(content, func(marker byte, body, scan []byte) {
		switch {
		case isFrame(marker) && p.width == 0:
			p.width, p.height, sound = readFrame(marker, body)
			p.print = sound && body[5] == 4
		case marker == jpegSOS:
			p.pixels = p.pixels || len(scan) > 0 && p.width > 0
		default:
			parts.addJPEG(marker, body)
		}
	})
	p.meta = parts.merge()
	if !sound {
		err = errBroken
	}
	return p, err
}

// isFrame tells a start of frame, of whatever process.
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// readFrame reads width and height from a start of frame. Browsers show baseline, extended and progressive frames of 8 bits.
func readFrame(marker byte, body []byte) (width, height int, sound bool) {
	if len(body) < 6 {
		return 0, 0, false
	}
	height = int(binary.BigEndian.Uint16(body[1:]))
	width = int(binary.BigEndian.Uint16(body[3:]))
	components := int(body[5])
	sound = marker <= 0xc2 && body[0] == 8 && len(body) == 6+3*components &&
		(components == 1 || components == 3 || components == 4)
	return width, height, sound
}
