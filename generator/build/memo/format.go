package memo

import (
	"encoding/binary"

	"github.com/zeebo/xxh3"
)

// The file, all numbers little endian:
//
//	head     magic, 8 bytes · digest of the version, 16 · sum of these, 8
//	segment  records, then one index record; a Save appends a segment
//	record   header, 64 bytes · value
//	header   tag, 4 · kind, 1 · zero, 3 · length of the value, 8 · key, 32 · sum of the value, 8 · sum of the header, 8
//	index    a record whose value is: offset of the index record before it or 0, 8 · generation, 8 · rows · its own offset, 8
//	row      kind, 1 · zero, 3 · idle since generation, 4 · key, 32 · offset, 8 · length, 8 · sum of the value, 8
//
// So the last eight bytes of an intact file lead to its newest index, and from there to all others; rows of a newer
// index replace those of an older. When the chain is broken, the headers can be followed from the front.
//
// Sums are xxh3, 64 bits. That of a header is seeded with the version and the header's own offset: bytes that look like
// a record but lie elsewhere than they were written, as inside a value or in a block of another file, are none.
const (
	magic      = "gpmemo1\n"
	headSize   = 32
	headerSize = 64
	rowSize    = 64
	indexHead  = 16
	indexTail  = 8
	indexSize  = headerSize + indexHead + indexTail // of an index record without rows

	// maxLength bounds every length before memory is set aside for it.
	maxLength = 1 << 30
	// maxGeneration is out of reach for honest files: a build a second for sixty years.
	maxGeneration = 1 << 31
)

type tag [4]byte

var (
	tagRecord = tag{'r', 'e', 'c', '\n'}
	tagIndex  = tag{'i', 'd', 'x', '\n'}
)

// layout reads and writes the parts of a file of one version.
type layout struct {
	head [headSize]byte
	seed uint64
}

func newLayout(version string) layout {
	var l layout
	digest := xxh3.HashString128(version)
	copy(l.head[:], magic)
	binary.LittleEndian.PutUint64(l.head[8:], digest.Lo)
	binary.LittleEndian.PutUint64(l.head[16:], digest.Hi)
	l.seed = xxh3.Hash(l.head[:24])
	binary.LittleEndian.PutUint64(l.head[24:], l.seed)
	return l
}

// header is what stands before each value.
type header struct {
	tag tag
	id
	length int64
	sum    uint64
}

// put returns the bytes of a header that is to stand at an offset.
func (l layout) put(h header, at int64) [headerSize]byte {
	var b [headerSize]byte
	copy(b[:], h.tag[:])
	b[4] = byte(h.kind)
	binary.LittleEndian.PutUint64(b[8:], uint64(h.length))
	copy(b[16:], h.key[:])
	binary.LittleEndian.PutUint64(b[48:], h.sum)
	binary.LittleEndian.PutUint64(b[56:], xxh3.HashSeed(b[:56], l.seed^uint64(at)))
	return b
}

// header reads the header that begins b, found at an offset, and whether it is one that was written there.
func (l layout) header(b []byte, at int64) (header, bool) {
	if binary.LittleEndian.Uint64(b[56:]) != xxh3.HashSeed(b[:56], l.seed^uint64(at)) {
		return header{}, false
	}
	length := binary.LittleEndian.Uint64(b[8:])
	if length > maxLength {
		return header{}, false
	}
	h := header{tag: tag(b), id: id{Kind(b[4]), Key(b[16:])}, length: int64(length), sum: binary.LittleEndian.Uint64(b[48:])}
	return h, true
}

// row is what an index says of one record.
type row struct {
	id
	place
	idle uint32
}

func (r row) appendTo(b []byte) []byte {
	b = append(b, byte(r.kind), 0, 0, 0)
	b = binary.LittleEndian.AppendUint32(b, r.idle)
	b = append(b, r.key[:]...)
	b = binary.LittleEndian.AppendUint64(b, uint64(r.at))
	b = binary.LittleEndian.AppendUint64(b, uint64(r.length))
	return binary.LittleEndian.AppendUint64(b, r.sum)
}

// parseRow reads a row of an index that stands at limit, and whether its record can lie in front of that.
func parseRow(b []byte, limit int64) (row, bool) {
	at, length := binary.LittleEndian.Uint64(b[40:]), binary.LittleEndian.Uint64(b[48:])
	end := uint64(limit)
	if length > maxLength || at < headSize || at > end || end-at < headerSize+length {
		return row{}, false
	}
	return row{
		id:    id{Kind(b[0]), Key(b[8:])},
		place: place{int64(at), int64(length), binary.LittleEndian.Uint64(b[56:])},
		idle:  binary.LittleEndian.Uint32(b[4:]),
	}, true
}
