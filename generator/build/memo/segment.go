package memo

import (
	"bufio"
	"encoding/binary"
	"io"

	"github.com/zeebo/xxh3"
)

// segment writes records and then the index of them. Errors wait for finish.
type segment struct {
	out    *bufio.Writer
	layout layout
	start  int64
	at     int64 // where the next byte goes
	index  int64 // where the index record was put

	changes []change
	places  []place // of the changes, one for one
}

// bufferSize is large enough for the Save after an edit to be a single write.
const bufferSize = 1 << 18

func newSegment(w io.WriterAt, l layout, at int64) *segment {
	return &segment{out: bufio.NewWriterSize(io.NewOffsetWriter(w, at), bufferSize), layout: l, start: at, at: at}
}

// record writes a value, and has the index name it.
func (s *segment) record(c change, value []byte) {
	p := place{s.at, c.length, c.sum}
	s.write(header{tagRecord, c.id, c.length, c.sum}, value)
	s.mention(c, p)
}

// mention has the index name a record that lies elsewhere in the file.
func (s *segment) mention(c change, p place) {
	s.changes = append(s.changes, c)
	s.places = append(s.places, p)
}

// finish writes the index, which follows a previous one unless that is 0.
func (s *segment) finish(previous int64, generation uint32) error {
	s.index = s.at
	b := make([]byte, 0, indexHead+len(s.changes)*rowSize+indexTail)
	b = binary.LittleEndian.AppendUint64(b, uint64(previous))
	b = binary.LittleEndian.AppendUint64(b, uint64(generation))
	for i, c := range s.changes {
		b = row{c.id, s.places[i], c.idle}.appendTo(b)
	}
	b = binary.LittleEndian.AppendUint64(b, uint64(s.index))
	s.write(header{tag: tagIndex, length: int64(len(b)), sum: xxh3.Hash(b)}, b)
	return s.out.Flush()
}

func (s *segment) write(h header, value []byte) {
	b := s.layout.put(h, s.at)
	_, _ = s.out.Write(b[:]) // a bufio.Writer keeps its first error for Flush
	_, _ = s.out.Write(value)
	s.at += int64(len(b) + len(value))
}
