package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
)

// spill is the size up to which a file waits in memory until it is known whether it must be written at all.
const spill = 256 << 10

// staged takes the bytes of one file under way: in memory at first, then in the spare, at its place or in a temporary file.
type staged struct {
	tx   *Transaction
	tree *Tree
	path Path
	name string // absolute, of the file
	away bool   // the file is a temporary one
	hash hash.Hash
	size int64
	held *bytes.Buffer // the tree's; nil while there is nothing in it
	file io.WriteCloser
	err  error // the first, kept for a maker that does not look
}

func (tx *Transaction) newStaged(p Path) *staged {
	return &staged{tx: tx, tree: tx.tree, path: p, hash: sha256.New()}
}

// create makes the file.
func (s *staged) create() (err error) {
	if f, ok := s.tx.straight.create(s.path); ok {
		s.file, s.name = f, at(s.tree.spare, s.path)
		return nil
	}
	s.name, s.away = s.tx.tempName(), true
	if s.file, err = s.tree.disk.create(s.name); err != nil {
		s.file = nil
	}
	return err
}

// tempName is an absolute name in the spare that nothing else has.
func (tx *Transaction) tempName() string {
	tx.mu.Lock()
	defer tx.mu.Unlock()
	tx.temps++
	return at(tx.tree.spare, Path(fmt.Sprintf("%s%d", tempPrefix, tx.temps)))
}

// temp is the name of the temporary file; "" where the bytes are in their place.
func (s *staged) temp() string {
	if s.away {
		return s.name
	}
	return ""
}

// Write takes bytes from the maker.
func (s *staged) Write(b []byte) (int, error) {
	s.hash.Write(b)
	s.size += int64(len(b))
	if s.file == nil && s.size <= spill {
		if s.held == nil {
			s.held = s.tree.buffer()
		}
		return s.held.Write(b)
	}
	if s.err == nil {
		s.err = s.pour()
	}
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.file.Write(b)
	s.err = err
	return n, err
}

// pour moves what is held in memory into the file.
func (s *staged) pour() (err error) {
	if s.file == nil {
		if err := s.create(); err != nil {
			return err
		}
	}
	if s.held != nil {
		_, err = s.file.Write(s.held.Bytes())
		s.letGo()
	}
	return err
}

// buffer is an empty one, for one file at a time.
func (t *Tree) buffer() *bytes.Buffer {
	b, ok := t.buffers.Get().(*bytes.Buffer)
	if !ok {
		return new(bytes.Buffer)
	}
	b.Reset()
	return b
}

// letGo gives back what held the file's bytes, for another one's.
func (s *staged) letGo() {
	if s.held != nil {
		s.tree.buffers.Put(s.held)
		s.held = nil
	}
}

func (s *staged) digest() (d Digest) {
	s.hash.Sum(d[:0])
	return d
}

// finish leaves the whole file, or nothing.
func (s *staged) finish() (fs.FileInfo, error) {
	err := s.err
	if err == nil {
		err = s.pour()
	}
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
		s.file = nil
	}
	if err != nil {
		return nil, errors.Join(err, s.tree.discard(s.name))
	}
	info, err := s.tree.disk.lstat(s.name)
	if err != nil {
		return nil, errors.Join(err, s.tree.discard(s.name))
	}
	return info, nil
}

// abandon leaves nothing.
func (s *staged) abandon() error {
	s.letGo()
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Close(), s.tree.discard(s.name))
	s.file = nil
	return err
}
