package memo

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
)

// The memory holds text that is not published.
const (
	fileMode   = 0o600
	folderMode = 0o700
)

// rewrite writes what is worth keeping to a new file beside the old, and renames it into place.
func (m *Memory) rewrite(p plan, opt SaveOptions) error {
	if err := os.MkdirAll(filepath.Dir(m.path), folderMode); err != nil {
		return err
	}
	beside := m.path + ".new"
	if err := os.RemoveAll(beside); err != nil {
		return err
	}
	keep := m.keep(p.generation, opt)
	s, err := m.writeNew(beside, keep, p.generation)
	if err != nil {
		_ = os.Remove(beside)
		return err
	}
	if m.file != nil { // some systems do not rename onto an open file
		_ = m.file.Close()
		m.file = nil
	}
	if err := os.Rename(beside, m.path); err != nil {
		_ = os.Remove(beside)
		return m.reopen(err)
	}
	kept := make(map[id]*entry, len(s.changes))
	for _, c := range s.changes {
		kept[c.id] = c.entry
	}
	m.tally.rewrites++
	m.tally.dropped += len(m.entries) - len(kept)
	m.entries = kept
	m.settle(s)
	m.tally.written = s.at
	m.links = 1
	return m.reopen(nil)
}

// writeNew writes a whole file of the given entries, but for those that turn out damaged.
func (m *Memory) writeNew(path string, keep []change, generation uint32) (*segment, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if _, err := file.Write(m.layout.head[:]); err != nil {
		return nil, err
	}
	s := newSegment(file, m.layout, headSize)
	for _, c := range keep {
		value, ok := m.read(c.id, c.entry, new([]byte))
		if !ok {
			m.damaged.Add(1)
			continue
		}
		s.record(c, value)
	}
	if err := s.finish(0, generation); err != nil {
		return nil, err
	}
	return s, file.Close()
}

// reopen opens the file at the path for reading, and passes an earlier error on. Without the file, what it held is
// absent, and the next Save writes a new one.
func (m *Memory) reopen(earlier error) error {
	file, err := os.Open(m.path)
	if err != nil {
		return cmp.Or(earlier, err)
	}
	m.file = file
	return earlier
}

// keep chooses what a rewritten file is to hold, by id: everything that is not outlived, within the bound.
func (m *Memory) keep(generation uint32, opt SaveOptions) []change {
	var keep []change
	size := int64(headSize + indexSize)
	for _, c := range m.everything(generation, opt.Partial) {
		if expired(c.idle, generation, opt) {
			continue
		}
		keep = append(keep, c)
		size += cost(c)
	}
	if size > opt.MaxBytes {
		slices.SortStableFunc(keep, byWorth)
		for len(keep) > 0 && size > opt.MaxBytes/4*3 {
			size -= cost(keep[len(keep)-1])
			keep = keep[:len(keep)-1]
		}
		slices.SortFunc(keep, byID)
	}
	return keep
}

func cost(c change) int64 { return headerSize + rowSize + c.length }

// byWorth puts first what is to be kept longest: what is in use, latest first; then what is idle, latest first; among
// equals the small, so that as many as possible stay.
func byWorth(a, b change) int {
	return cmp.Or(
		cmp.Compare(b.used.Load(), a.used.Load()),
		cmp.Compare(rank(b), rank(a)),
		cmp.Compare(a.length, b.length),
	)
}

// rank orders by generation of latest use, where what is not idle comes last.
func rank(c change) int64 {
	if c.idle == 0 {
		return maxGeneration
	}
	return int64(c.idle)
}
