package memo

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// SaveOptions bounds what a Save leaves in the file. The zero value suits a whole build.
type SaveOptions struct {
	// MaxBytes bounds the size of the file; 0 means 1 GiB. A file that would pass it is rewritten to three quarters of
	// it: what has been idle longest goes first, then what this run used longest ago, then what is largest.
	MaxBytes int64
	// Generations says for how many generations a value is kept that no run asks for, as when another branch is checked
	// out; 0 means 16, less than 0 none. A generation is a run that changed what the memory holds or what is used of it.
	// Outlived values are found still until a rewrite drops them.
	Generations int
	// Partial says that this run has not asked for all that it could have needed, as when it broke off: what it did not
	// ask for does not grow older by it.
	Partial bool
}

const (
	defaultMaxBytes    = 1 << 30
	defaultGenerations = 16

	// wasteFloor is the amount of outlived bytes below which a rewrite is not worth it.
	wasteFloor = 1 << 20
	// maxLinks bounds the reads that Open makes; a longer chain is begun anew with an index of everything.
	maxLinks = 64
)

func (o SaveOptions) withDefaults() SaveOptions {
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	if o.Generations == 0 {
		o.Generations = defaultGenerations
	}
	o.Generations = max(o.Generations, 0)
	return o
}

// change is what a Save is to write of one entry.
type change struct {
	id
	*entry
	idle uint32 // what the entry's own is to become
}

// plan is what a Save means to do.
type plan struct {
	generation uint32
	previous   int64    // index record that the next one follows; 0 to begin a chain with an index of everything
	changes    []change // new values, and entries whose use has changed; by id
	live       int64    // size of a file with nothing outlived in it
}

// Save brings the file up to date. It appends the new values with an index of what changed; or rewrites the file beside
// itself and renames it into place, when over half of it is outlived, when it would pass the bound, or when what stands
// at the path is not the file that was read. A Save with nothing to say writes nothing. After an error, the file is as
// it was or has a tail that Open recognises as torn, and another Save may be tried.
//
// Nothing is forced to the disk: a power cut may cost the latest records, which their checksums tell.
func (m *Memory) Save(opt SaveOptions) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	opt = opt.withDefaults()
	p := m.plan(opt)
	m.tally.written = 0
	torn := m.file != nil && m.last == 0
	if len(p.changes) == 0 && !m.replace && !torn && m.end <= opt.MaxBytes {
		return nil
	}
	appendable, err := m.appendable()
	if err != nil {
		return fmt.Errorf("save memory: %w", err)
	}
	if p.previous == 0 {
		p.changes = m.everything(p.generation, opt.Partial)
	}
	size := m.end + p.size()
	waste := size - p.live
	if !appendable || size > opt.MaxBytes || waste > size/2 && waste > wasteFloor {
		err = m.rewrite(p, opt)
	} else {
		err = m.append(p)
	}
	if err != nil {
		return fmt.Errorf("save memory: %w", err)
	}
	m.current = p.generation
	m.replace = false
	m.stamp++
	return nil
}

// plan compares what was used with what the file says of it.
func (m *Memory) plan(opt SaveOptions) plan {
	p := plan{generation: m.base + 1, live: headSize + indexSize}
	if m.links < maxLinks {
		p.previous = m.last
	}
	if opt.Partial {
		p.generation = m.current
	}
	for name, e := range m.entries {
		c := m.change(name, e, p.generation, opt.Partial)
		if e.at == 0 || c.idle != e.idle {
			p.changes = append(p.changes, c)
		}
		if !expired(c.idle, p.generation, opt) {
			p.live += headerSize + rowSize + e.length
		}
	}
	if len(p.changes) == 0 {
		p.generation = m.current
	}
	slices.SortFunc(p.changes, byID)
	return p
}

// size is what the plan appends, in bytes.
func (p plan) size() int64 {
	size := int64(indexSize)
	for _, c := range p.changes {
		size += rowSize
		if c.at == 0 {
			size += headerSize + c.length
		}
	}
	return size
}

// everything is as if all entries had changed.
func (m *Memory) everything(generation uint32, partial bool) []change {
	all := make([]change, 0, len(m.entries))
	for name, e := range m.entries {
		all = append(all, m.change(name, e, generation, partial))
	}
	slices.SortFunc(all, byID)
	return all
}

func (m *Memory) change(name id, e *entry, generation uint32, partial bool) change {
	c := change{id: name, entry: e, idle: e.idle}
	switch {
	case e.used.Load() != 0:
		c.idle = 0
	case e.idle == 0 && !partial:
		c.idle = generation
	}
	return c
}

func expired(idle, generation uint32, opt SaveOptions) bool {
	return idle != 0 && int64(generation)-int64(idle) >= int64(opt.Generations)
}

func byID(a, b change) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), bytes.Compare(a.key[:], b.key[:]))
}

// appendable reports whether what stands at the path is still the very file that was read, of the same size, with its
// head and its newest index in place.
func (m *Memory) appendable() (bool, error) {
	if m.file == nil || m.replace {
		return false, nil
	}
	there, err := os.Stat(m.path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	ours, err := m.file.Stat()
	if err != nil {
		return false, err
	}
	if !os.SameFile(there, ours) || there.Size() != m.size {
		return false, nil
	}
	var head [headSize]byte
	if ok, err := m.fill(head[:], 0); !ok || head != m.layout.head {
		return false, err
	}
	if m.last == 0 {
		return true, nil
	}
	h, ok, err := m.headerAt(m.last, m.end)
	return ok && h.tag == tagIndex, err
}

// append adds a segment to the file, in place of what is torn at its end.
func (m *Memory) append(p plan) error {
	file, err := os.OpenFile(m.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	if m.size > m.end {
		if err := file.Truncate(m.end); err != nil {
			return err
		}
		m.size = m.end
	}
	if info, err := file.Stat(); err == nil && info.Mode().Perm()&0o077 != 0 {
		_ = file.Chmod(fileMode) // a copy may have become readable to others; not every file system can be told
	}
	s := newSegment(file, m.layout, m.end)
	for _, c := range p.changes {
		if c.at == 0 {
			s.record(c, c.value)
		} else {
			s.mention(c, c.place)
		}
	}
	if err := s.finish(p.previous, p.generation); err != nil {
		_ = file.Truncate(m.end) // else the next Open finds a torn tail
		return err
	}
	if p.previous == 0 {
		m.links = 0
	}
	m.links++
	m.settle(s)
	return nil
}

// settle takes over where a finished segment has put things.
func (m *Memory) settle(s *segment) {
	for i, c := range s.changes {
		c.entry.place, c.entry.idle, c.entry.value = s.places[i], c.idle, nil
	}
	m.tally.written = s.at - s.start
	m.last, m.end, m.size = s.index, s.at, s.at
}
