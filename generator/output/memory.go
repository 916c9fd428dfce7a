package output

import (
	"bytes"
	"io"
	"sync"
)

// Sink takes finished files. A Sink is safe for concurrent use; each path is written once.
type Sink interface {
	// Write calls make, which writes the whole file at p. The error is make's, or says why the file could not be stored.
	Write(p Path, make func(w io.Writer) error) (Entry, error)
}

// Memory is a Sink that keeps the bytes: for tests, and for building twice and comparing. Its zero value is ready.
type Memory struct {
	mu    sync.Mutex
	files map[Path][]byte
}

// Write keeps what make writes.
func (m *Memory) Write(p Path, make func(w io.Writer) error) (Entry, error) {
	var b bytes.Buffer
	if err := make(&b); err != nil {
		return Entry{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = map[Path][]byte{}
	}
	m.files[p] = b.Bytes()
	return Entry{Path: p, Content: Sum(b.Bytes()), Size: int64(b.Len())}, nil
}

// Bytes is the file at p; the caller must not change it.
func (m *Memory) Bytes(p Path) (content []byte, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	content, ok = m.files[p]
	return content, ok
}
