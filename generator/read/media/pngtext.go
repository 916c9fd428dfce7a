package media

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
)

// maxInflated is how much compressed text of a PNG is read, in bytes, all its chunks taken together.
const maxInflated = 4 << 20

// addPNG reads a chunk that may hold metadata.
func (p *metadataParts) addPNG(kind string, data []byte) {
	switch kind {
	case "eXIf":
		p.addEXIF(data)
	case "iTXt", "zTXt", "tEXt":
		keyword, text := p.pngText(kind, data)
		switch keyword {
		case "XML:com.adobe.xmp":
			p.addXMP(text)
		case "Raw profile type exif", "Raw profile type APP1": // as ImageMagick writes them
			p.addProfile(rawProfile(text))
		case "Raw profile type xmp":
			p.addXMP(rawProfile(text))
		case "Raw profile type iptc":
			p.iptc.fill(readPhotoshop(rawProfile(text)))
		}
	}
}

// addProfile reads the body of an application segment that was put into a PNG.
func (p *metadataParts) addProfile(data []byte) {
	if bytes.HasPrefix(data, []byte(xmpHeader)) {
		p.addXMP(data[len(xmpHeader):])
		return
	}
	p.addEXIF(data)
	p.exif.orientation = 0 // browsers heed eXIf only
}

// pngText is the keyword and the text of a textual chunk, inflated if need be.
func (p *metadataParts) pngText(kind string, data []byte) (keyword string, text []byte) {
	key, rest, ok := bytes.Cut(data, []byte{0})
	if !ok || len(key) > 79 {
		return "", nil
	}
	compressed := kind == "zTXt"
	switch kind {
	case "zTXt":
		if len(rest) < 1 {
			return "", nil
		}
		rest = rest[1:]
	case "iTXt":
		if len(rest) < 2 {
			return "", nil
		}
		compressed = rest[0] == 1
		parts := bytes.SplitN(rest[2:], []byte{0}, 3) // language, translated keyword, text
		if len(parts) < 3 {
			return "", nil
		}
		rest = parts[2]
	}
	if compressed {
		rest = p.inflate(rest)
	}
	return string(key), rest
}

// inflate gives the beginning of zlib data.
func (p *metadataParts) inflate(data []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(r, int64(maxInflated-p.inflated))) // as much as there is of damaged data
	p.inflated += len(out)
	return out
}

// rawProfile decodes ImageMagick's form: a line with a name, a line with a length, lines of hexadecimal digits.
func rawProfile(text []byte) []byte {
	lines := bytes.SplitN(bytes.TrimLeft(text, "\n"), []byte("\n"), 3)
	if len(lines) < 3 {
		return nil
	}
	digits := bytes.Join(bytes.Fields(lines[2]), nil)
	out := make([]byte, len(digits)/2)
	n, _ := hex.Decode(out, digits[:len(out)*2])
	return out[:n]
}
