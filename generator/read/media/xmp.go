package media

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// xmp is what is read of an XMP packet (ISO 16684-1).
type xmp struct {
	creator, rights, title string
	position               bool
}

func (x xmp) metadata() metadata {
	return metadata{artist: x.creator, copyright: x.rights, position: x.position}
}

// maxXMP is how large a packet is read, in bytes; a position is looked for in any.
const maxXMP = 1 << 20

// readXMP reads a packet; of one that is not well-formed, what stands before the fault.
func readXMP(packet []byte) xmp {
	x := xmp{position: xmpPosition(packet)}
	if len(packet) > maxXMP {
		return x
	}
	d := xml.NewDecoder(bytes.NewReader(packet))
	d.Strict = false
	var field *string // the property that we are in
	depth, since := 0, 0
	for {
		token, err := d.RawToken() // the prefixes are always the usual ones
		if err != nil {
			return x
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; field == nil {
				field, since = x.property(t.Name), depth
			}
		case xml.EndElement:
			if field != nil && depth == since {
				*field = credit([]byte(*field))
				field = nil
			}
			depth--
		case xml.CharData:
			if field == nil || len(*field) > maxCredit {
				continue
			}
			if text := strings.TrimSpace(string(t)); text != "" {
				*field = strings.TrimPrefix(*field+"; "+text, "; ")
			}
		}
	}
}

// property is where to put the text of an element, or nil.
func (x *xmp) property(name xml.Name) *string {
	if name.Space != "dc" {
		return nil
	}
	switch {
	case name.Local == "creator" && x.creator == "":
		return &x.creator
	case name.Local == "rights" && x.rights == "":
		return &x.rights
	case name.Local == "title" && x.title == "":
		return &x.title
	}
	return nil
}

// xmpPosition tells whether a packet, or a part of one, names a position: Exif's properties, or those of drones.
func xmpPosition(packet []byte) bool {
	lower := bytes.ToLower(packet)
	for _, word := range []string{"gpslatitude", "gpslongitude", "gpslongtitude", "gpsposition", "drone-dji:latitude"} {
		if bytes.Contains(lower, []byte(word)) {
			return true
		}
	}
	return false
}
