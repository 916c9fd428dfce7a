package memo

import (
	"encoding/binary"
	"errors"
	"io"

	"github.com/zeebo/xxh3"
)

// index is one intact index record.
type index struct {
	at         int64
	previous   int64 // offset of the index before it; 0 for the first
	generation uint32
	rows       []byte
}

// load fills the entries from the file: by the chain of indexes, and where that is broken by the headers. A file that
// is not of this version leaves the memory empty, without the file.
func (m *Memory) load() error {
	info, err := m.file.Stat()
	if err != nil {
		return err
	}
	m.size = info.Size()
	var head [headSize]byte
	ok, err := m.fill(head[:], 0)
	if err != nil {
		return err
	}
	if !ok || head != m.layout.head {
		m.replace = true
		m.size = 0
		err := m.file.Close()
		m.file = nil
		return err
	}
	chain, whole, err := m.walk()
	if err != nil {
		return err
	}
	m.end = m.size
	if whole {
		m.last, m.links = chain[0].at, len(chain)
	} else if err := m.recover(chain); err != nil {
		return err
	}
	rows := 0
	for _, ix := range chain {
		rows += len(ix.rows) / rowSize
	}
	if len(m.entries) == 0 {
		m.entries = make(map[id]*entry, rows)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		m.apply(chain[i])
	}
	m.base = m.current
	return nil
}

// fill reads exactly len(b) bytes at an offset, and whether the file has that many.
func (m *Memory) fill(b []byte, at int64) (bool, error) {
	_, err := m.file.ReadAt(b, at)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	return err == nil, err
}

// walk collects the indexes from the newest back, and says whether it reached the first.
func (m *Memory) walk() (chain []index, whole bool, err error) {
	var tail [indexTail]byte
	if m.size < headSize+indexSize {
		return nil, false, nil
	}
	if ok, err := m.fill(tail[:], m.size-indexTail); !ok {
		return nil, false, err
	}
	at, limit := binary.LittleEndian.Uint64(tail[:]), m.size
	for {
		if at < headSize || at > uint64(limit) {
			return chain, false, nil
		}
		ix, end, err := m.index(int64(at), limit)
		if err != nil || end == 0 || len(chain) == 0 && end != m.size {
			return chain, false, err
		}
		chain = append(chain, ix)
		if ix.previous == 0 {
			return chain, true, nil
		}
		at, limit = uint64(ix.previous), ix.at // strictly downwards, so it ends
	}
}

// index reads the index record at an offset, which must end before limit, and tells its end: 0 when there is none.
func (m *Memory) index(at, limit int64) (index, int64, error) {
	h, ok, err := m.headerAt(at, limit)
	if !ok || h.tag != tagIndex {
		return index{}, 0, err
	}
	b := make([]byte, h.length)
	if ok, err := m.fill(b, at+headerSize); !ok {
		return index{}, 0, err
	}
	if xxh3.Hash(b) != h.sum || len(b) < indexHead+indexTail || (len(b)-indexHead-indexTail)%rowSize != 0 {
		return index{}, 0, nil
	}
	previous, generation := binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])
	if previous >= uint64(at) || generation >= maxGeneration {
		return index{}, 0, nil
	}
	ix := index{at: at, previous: int64(previous), generation: uint32(generation), rows: b[indexHead : len(b)-indexTail]}
	return ix, at + headerSize + h.length, nil
}

// headerAt reads the header at an offset, and whether it is intact and its record ends before limit.
func (m *Memory) headerAt(at, limit int64) (header, bool, error) {
	var b [headerSize]byte
	if limit-at < headerSize {
		return header{}, false, nil
	}
	if ok, err := m.fill(b[:], at); !ok {
		return header{}, false, err
	}
	h, ok := m.layout.header(b[:], at)
	return h, ok && h.length <= limit-at-headerSize, nil
}

// recover follows the headers from the front up to the indexes that are known to be good, or to the first damaged
// header. What lies between is found again only if a good index names it. The next Save begins the chain anew.
func (m *Memory) recover(good []index) error {
	m.tally.recovered = true
	limit := m.size
	if len(good) > 0 {
		limit = good[len(good)-1].at
	}
	at := int64(headSize)
	for at < limit {
		h, ok, err := m.headerAt(at, limit)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		switch h.tag {
		case tagRecord:
			m.entries[h.id] = &entry{place: place{at, h.length, h.sum}}
		case tagIndex:
			ix, end, err := m.index(at, limit)
			if err != nil {
				return err
			}
			if end != 0 {
				m.apply(ix)
			}
		}
		at += headerSize + h.length
	}
	if len(good) == 0 {
		m.end = at
	}
	return nil
}

// apply lets an index have its say: what it names replaces what older ones said.
func (m *Memory) apply(ix index) {
	m.current = ix.generation
	n := len(ix.rows) / rowSize
	entries := make([]entry, n) // together, since most live and die together
	for i := range entries {
		r, ok := parseRow(ix.rows[i*rowSize:(i+1)*rowSize], ix.at)
		if !ok {
			continue
		}
		e := &entries[i]
		e.place, e.idle = r.place, r.idle
		m.entries[r.id] = e
	}
}
