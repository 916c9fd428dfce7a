package media

import "encoding/binary"

// IPTC-IIM 4.2, the datasets of the application record that name whose a picture is.
const (
	iptcByline    = 80
	iptcCopyright = 116
)

// readPhotoshop finds the IPTC record among Photoshop's image resources (Adobe Photoshop File Formats Specification).
func readPhotoshop(b []byte) metadata {
	var m metadata
	for len(b) >= 12 && string(b[:4]) == "8BIM" {
		id := binary.BigEndian.Uint16(b[4:])
		name := 1 + int(b[6]) // a Pascal string, padded to an even length
		at := 6 + name + name%2
		if at+4 > len(b) {
			break
		}
		size := int64(binary.BigEndian.Uint32(b[at:]))
		b = b[at+4:]
		if size > int64(len(b)) {
			break
		}
		if id == 0x0404 {
			m.fill(readIPTC(b[:size]))
		}
		b = b[min(size+size%2, int64(len(b))):]
	}
	return m
}

func readIPTC(b []byte) metadata {
	var m metadata
	for len(b) >= 5 && b[0] == 0x1c {
		record, dataset, size := b[1], b[2], int(binary.BigEndian.Uint16(b[3:]))
		if size > len(b)-5 { // so are the extended lengths, which no text needs
			break
		}
		value := b[5 : 5+size]
		b = b[5+size:]
		switch {
		case record != 2:
		case dataset == iptcByline && m.artist == "":
			m.artist = credit(value)
		case dataset == iptcCopyright && m.copyright == "":
			m.copyright = credit(value)
		}
	}
	return m
}
