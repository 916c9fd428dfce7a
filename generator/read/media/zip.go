package media

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// zipEntry is a file in an archive (PKWARE APPNOTE.TXT, 4.3.12).
type zipEntry struct {
	name   string
	method uint16 // 0 for one that is not compressed
	size   int64
	header []byte // the archive from the entry's own header on; nil if that lies outside
}

func isZip(b []byte) bool { return begins("PK\x03\x04", "PK\x05\x06")(b) }

// walkZip gives the entries that an archive's directory lists. Nothing is unpacked, and nothing is kept: a directory may be as long as
// the file.
func walkZip(content []byte, visit func(zipEntry)) error {
	const entryLength = 46
	at := endOfDirectory(content)
	if at < 0 {
		return errBroken
	}
	size, from, end := directoryOf(content[:at], content[at:])
	before := end - size - from // what was put before the archive; it counts its own offsets
	if size < 0 || from < 0 || before < 0 {
		return errBroken
	}
	for b := content[end-size : end]; len(b) > 0; {
		if len(b) < entryLength || string(b[:4]) != "PK\x01\x02" {
			return errBroken
		}
		name := int(binary.LittleEndian.Uint16(b[28:]))
		length := entryLength + name + int(binary.LittleEndian.Uint16(b[30:])) + int(binary.LittleEndian.Uint16(b[32:]))
		if length > len(b) {
			return errBroken
		}
		e := zipEntry{
			name:   string(b[entryLength : entryLength+name]),
			method: binary.LittleEndian.Uint16(b[10:]),
			size:   int64(binary.LittleEndian.Uint32(b[24:])),
		}
		if offset := before + int64(binary.LittleEndian.Uint32(b[42:])); offset < end {
			e.header = content[offset:end]
		}
		visit(e)
		b = b[length:]
	}
	return nil
}

// endOfDirectory is where the record at the end of the directory stands, or -1. A comment may follow it, with whatever in it.
func endOfDirectory(content []byte) int {
	const length = 22
	start := max(0, len(content)-length-1<<16)
	for tail := content[start:]; ; {
		at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
		if at < 0 {
			return -1
		}
		if after := content[start+at:]; len(after) >= length && len(after)-length == int(binary.LittleEndian.Uint16(after[20:])) {
			return start + at
		}
		tail = tail[:at]
	}
}

// directoryOf is the size and the offset of the directory as the record at its end states them, or the larger record that stands
// before that one in an archive of more than four gigabytes or 65,535 files; and where in the file the directory ends.
func directoryOf(before, record []byte) (size, offset, end int64) {
	end = int64(len(before))
	size, offset = int64(binary.LittleEndian.Uint32(record[12:])), int64(binary.LittleEndian.Uint32(record[16:]))
	const locator, large = 20, 56
	if len(before) >= locator+large && string(before[len(before)-locator:][:4]) == "PK\x06\x07" {
		end -= locator + large
		record = before[end:]
		if string(record[:4]) != "PK\x06\x06" {
			return -1, -1, end
		}
		size, offset = int64(binary.LittleEndian.Uint64(record[40:])), int64(binary.LittleEndian.Uint64(record[48:]))
	}
	if size > end || offset > end {
		return -1, -1, end
	}
	return size, offset, end
}

// stored is the beginning of an entry that is not compressed, as text; "" for one that is.
func (e zipEntry) stored(limit int) string {
	const fixed = 30
	if e.method != 0 || len(e.header) < fixed || string(e.header[:4]) != "PK\x03\x04" {
		return ""
	}
	from := fixed + int(binary.LittleEndian.Uint16(e.header[26:])) + int(binary.LittleEndian.Uint16(e.header[28:]))
	size := int(min(e.size, int64(limit)))
	if from+size > len(e.header) {
		return ""
	}
	return strings.TrimSpace(string(e.header[from : from+size]))
}
