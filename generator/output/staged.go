package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
)

// spill is the size up to which a file waits in memory until it is known whether it must be written at all.
const spill = 256 << 10

// staged takes the bytes of one file under way: in memory at first, then in a temporary file of the spare.
type staged struct {
	tree *Tree
	name string // absolute
	hash hash.Hash
	size int64
	held []byte
	file io.WriteCloser
	err  error // the first, kept for a maker that does not look
}

func (tx *Transaction) newStaged() *staged {
	tx.mu.Lock()
	defer tx.mu.Unlock()
	tx.temps++
	name := Path(fmt.Sprintf("%s%d", tempPrefix, tx.temps))
	return &staged{tree: tx.tree, name: at(tx.tree.spare, name), hash: sha256.New()}
}

// Write takes bytes from the maker.
func (s *staged) Write(b []byte) (int, error) {
	s.hash.Write(b)
	s.size += int64(len(b))
	if s.file == nil && len(s.held)+len(b) <= spill {
		s.held = append(s.held, b...)
		return len(b), nil
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

// pour moves what is held in memory into the temporary file.
func (s *staged) pour() (err error) {
	if s.file == nil {
		if s.file, err = s.tree.disk.create(s.name); err != nil {
			s.file = nil
			return err
		}
	}
	if len(s.held) > 0 {
		_, err = s.file.Write(s.held)
		s.held = nil
	}
	return err
}

func (s *staged) digest() (d Digest) {
	s.hash.Sum(d[:0])
	return d
}

// finish leaves the whole file under its temporary name, or nothing.
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
	s.held = nil
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Close(), s.tree.discard(s.name))
	s.file = nil
	return err
}
