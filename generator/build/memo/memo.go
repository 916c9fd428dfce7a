// Package memo is the build's memory: finished work of earlier builds, kept by key in one append-only, checksummed,
// compacted file.
//
// The memory is never trusted blindly. A file that is missing, damaged, truncated, foreign or of another version costs
// time, never correctness: what cannot be shown to be intact is as if it had never been stored. The file may be deleted
// or copied between machines at any moment, and its size is bounded. format.go describes its bytes.
//
// One thing the memory cannot promise: after a crash, or when an older copy is put in its place, a key may be answered
// with the value that an earlier Save stored for it. So a key is the digest of all that its value was made from, or the
// value carries such a digest and the caller compares it.
//
// Checksums guard against accidents, not against forgery: who may write the file may write what it answers.
package memo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"

	"github.com/zeebo/xxh3"
)

// Kind separates the keys of one sort of remembered thing from those of another. The caller chooses the numbers; when
// their meaning changes, so must the version given to Open.
type Kind uint8

// Key names a value within its kind: usually a digest of everything that the value was made from.
type Key [32]byte

// Memory answers what earlier runs stored, and gathers what this run adds until Save. A run lasts from Open to Close.
// All methods are safe for concurrent use.
type Memory struct {
	path   string
	layout layout

	mu      sync.RWMutex
	file    *os.File // read only; nil while there is no file of ours
	size    int64    // of the file when last looked at
	end     int64    // of what is intact: size, unless the tail is torn
	last    int64    // offset of the newest index record, 0 when the chain is broken and must be begun anew
	links   int      // index records in the chain
	replace bool     // what stands at path is not ours, or is to be forgotten
	entries map[id]*entry
	base    uint32 // generation that the file had when it was opened
	current uint32 // generation that the file has now
	stamp   uint32 // number of the stretch between two Saves, from 1

	hits, misses, damaged atomic.Int64
	tally                 tally
	buffers               sync.Pool // *[]byte, of Look
}

// id is what the index is sorted and searched by.
type id struct {
	kind Kind
	key  Key
}

// place says where a record lies and what its value is to be like.
type place struct {
	at     int64 // offset of the record's header; 0 while the value waits for Save
	length int64 // of the value, in bytes
	sum    uint64
}

// entry is one remembered value. Only used changes without the write lock.
type entry struct {
	place
	value []byte        // while it waits for Save
	idle  uint32        // generation since which no run has asked for it; 0 when the latest did
	used  atomic.Uint32 // stamp of its latest use in this run; 0 when there was none
}

// Open reads the index of the memory at path. The version names the program and the meaning of what it stores; a file
// of another version, a foreign or a damaged one gives an empty memory (or what is left of it), and the next Save puts
// things right. A missing file gives an empty memory. An error is a failure of the machine: permission, input or output.
// Whoever means to Save must keep other processes from doing so until Close.
func Open(path, version string) (*Memory, error) {
	m := New(path, version)
	m.replace = false
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, fmt.Errorf("open memory: %w", err)
	}
	m.file = file
	if err := m.load(); err != nil {
		file.Close()
		return nil, fmt.Errorf("read memory: %w", err)
	}
	return m, nil
}

// New returns an empty memory whose next Save replaces whatever stands at path: for a build that is to forget.
func New(path, version string) *Memory {
	return &Memory{path: path, layout: newLayout(version), replace: true, entries: map[id]*entry{}, stamp: 1}
}

// Get returns the value stored under a key, and whether there is an intact one. It counts as a use in this run. The
// value may be shared, so it must not be changed.
func (m *Memory) Get(kind Kind, key Key) ([]byte, bool) { return m.get(kind, key, new([]byte)) }

// get is Get with memory to read a value into, which is made larger where it has to be.
func (m *Memory) get(kind Kind, key Key, buf *[]byte) ([]byte, bool) {
	name := id{kind, key}
	m.mu.RLock()
	e := m.entries[name]
	if e == nil {
		m.mu.RUnlock()
		m.misses.Add(1)
		return nil, false
	}
	value, ok := m.read(name, e, buf)
	if ok && e.used.Load() != m.stamp {
		e.used.Store(m.stamp)
	}
	m.mu.RUnlock()
	if !ok {
		m.forget(name, e)
		return nil, false
	}
	m.hits.Add(1)
	return value, true
}

// mostLooked is the size in bytes of the largest memory that is used again.
const mostLooked = 1 << 20

// Look shows a value to look as Get gives it, for as long as look takes and no longer, and tells whether there is one. The memory that large values
// are read into is used again.
func (m *Memory) Look(kind Kind, key Key, look func(value []byte)) bool {
	buf, ok := m.buffers.Get().(*[]byte)
	if !ok {
		buf = new([]byte)
	}
	value, ok := m.get(kind, key, buf)
	if ok {
		look(value)
	}
	if cap(*buf) <= mostLooked {
		m.buffers.Put(buf)
	}
	return ok
}

// Touch tells whether there is a value under a key, which may turn out damaged when it is read, and counts as a use of
// it in this run.
func (m *Memory) Touch(kind Kind, key Key) bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	e := m.entries[id{kind, key}]
	if e != nil && e.used.Load() != m.stamp {
		e.used.Store(m.stamp)
	}
	return e != nil
}

// Put stores a value under a key, in place of what the key may have had; Save writes it to the file. A value that the
// memory has already makes no new record. The memory keeps the slice itself, so it must not be changed afterwards. What
// exceeds 1 GiB is not kept.
func (m *Memory) Put(kind Kind, key Key, value []byte) {
	if len(value) > maxLength {
		return
	}
	name, sum := id{kind, key}, xxh3.Hash(value)
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.entries[name]
	if e == nil || e.sum != sum || e.length != int64(len(value)) {
		e = &entry{place: place{length: int64(len(value)), sum: sum}, value: value}
		m.entries[name] = e
	}
	e.used.Store(m.stamp)
}

// Close lets go of the file. What was Put since the last Save is lost; afterwards, the memory is empty.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries = map[id]*entry{}
	if m.file == nil {
		return nil
	}
	err := m.file.Close()
	m.file = nil
	if err != nil {
		return fmt.Errorf("close memory: %w", err)
	}
	return nil
}

// read fetches and checks a value, in the memory of buf where it is not held; the caller holds the lock.
func (m *Memory) read(name id, e *entry, buf *[]byte) ([]byte, bool) {
	if e.at == 0 {
		return e.value, true
	}
	if m.file == nil {
		return nil, false
	}
	if size := int(headerSize + e.length); cap(*buf) < size {
		*buf = make([]byte, size)
	}
	record := (*buf)[:headerSize+e.length]
	if _, err := m.file.ReadAt(record, e.at); err != nil {
		return nil, false
	}
	h, ok := m.layout.header(record, e.at)
	value := record[headerSize:]
	if !ok || h.tag != tagRecord || h.id != name || h.length != e.length || h.sum != e.sum || xxh3.Hash(value) != e.sum {
		return nil, false
	}
	return value, true
}

// forget drops an entry that turned out damaged, so that the next Put stores the value again.
func (m *Memory) forget(name id, e *entry) {
	m.misses.Add(1)
	m.damaged.Add(1)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.entries[name] == e {
		delete(m.entries, name)
	}
}
