package source

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"

	"growthportal/generator/diag"
	"growthportal/generator/output"
)

// MaxSize is the size in bytes beyond which no file is read: 256 MiB. Kinds of files have narrower limits of their own, which their
// readers hold against [File.Size] beforehand.
const MaxSize = 256 << 20

// TooLargeError tells that a file is larger than MaxSize. That is an author's mistake, not the machine's.
type TooLargeError struct {
	Path string
	Size int64 // bytes; MaxSize+1 for a file that grew while it was read
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("reading %s: larger than %d bytes", e.Path, int64(MaxSize))
}

// Diagnostic is what the author is told.
func (e *TooLargeError) Diagnostic() diag.Diagnostic { return TooLarge(e.Path, e.Size, MaxSize) }

// TooLarge is the diagnostic for a file larger than its kind may be; size and limit in bytes.
func TooLarge(path string, size, limit int64) diag.Diagnostic {
	is, most := diag.Sizes(size, limit)
	return diag.FileTooLarge.At(diag.Whole(path), is, most)
}

// Read gives a file's bytes. The error wraps fs.ErrNotExist for a path that the snapshot does not hold (or that has gone since),
// fs.ErrPermission for a file that may not be read, and is a [*TooLargeError] for one beyond [MaxSize].
func (s *Snapshot) Read(path string) ([]byte, error) {
	content, _, err := s.Load(path)
	return content, err
}

// Load gives a file's bytes and their digest, from one reading: what is made from the bytes can be remembered under the
// digest even if somebody saves the file at the same time. Errors are those of [Snapshot.Read].
func (s *Snapshot) Load(path string) ([]byte, output.Digest, error) { return s.LoadIn(nil, path) }

// LoadIn is Load into the memory of buf, which is overwritten, where the file finds room in it.
func (s *Snapshot) LoadIn(buf []byte, path string) ([]byte, output.Digest, error) {
	f, in, err := s.open(path)
	if err != nil {
		return nil, output.Digest{}, err
	}
	defer in.Close()
	content := buf[:0]
	if int64(cap(content)) <= f.Size { // one more, so that the end is found without growing
		content = make([]byte, 0, f.Size+1)
	}
	for {
		n, err := in.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		switch {
		case len(content) > MaxSize:
			return nil, output.Digest{}, &TooLargeError{f.Path, MaxSize + 1}
		case err == io.EOF:
			d := output.Sum(content)
			s.saw(f.Path, d)
			return content, d, nil
		case err != nil:
			return nil, output.Digest{}, fmt.Errorf("reading %s: %w", f.Path, err)
		}
		if len(content) == cap(content) { // it grew since it was listed
			content = append(content, 0)[:len(content)]
		}
	}
}

// saw notes the digest of bytes that somebody was given; the newest is what [Snapshot.Digest] tells.
func (s *Snapshot) saw(path string, d output.Digest) {
	before, known := s.trusted[path]
	if read, ok := s.digests.Swap(path, d); ok {
		before, known = read.(output.Digest), true
	}
	if known && before != d {
		s.moved.Store(true)
	}
}

// Moved tells whether a file has been read in two versions since the snapshot was taken, or is another than its signature
// promised: what was made of the snapshot may be of neither version then.
func (s *Snapshot) Moved() bool { return s.moved.Load() }

// Digest is the SHA-256 of a file's bytes. It is worked out when first asked for and then remembered. Errors are those of
// [Snapshot.Read].
func (s *Snapshot) Digest(path string) (output.Digest, error) {
	f, ok := s.Lookup(path)
	if ok {
		if d, known := s.known(f.Path); known {
			return d, nil
		}
	}
	f, in, err := s.open(path)
	if err != nil {
		return output.Digest{}, err
	}
	defer in.Close()
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(in, MaxSize+1))
	if err != nil {
		return output.Digest{}, fmt.Errorf("reading %s: %w", f.Path, err)
	}
	if n > MaxSize {
		return output.Digest{}, &TooLargeError{f.Path, n}
	}
	d := output.Digest(h.Sum(nil))
	s.digests.Store(f.Path, d)
	return d, nil
}

func (s *Snapshot) open(path string) (File, fs.File, error) {
	f, ok := s.Lookup(path)
	if !ok {
		return File{}, nil, fmt.Errorf("reading %s: %w", path, fs.ErrNotExist)
	}
	if f.Size > MaxSize {
		return File{}, nil, &TooLargeError{f.Path, f.Size}
	}
	in, err := s.fsys.Open(f.disk)
	if err != nil {
		return File{}, nil, fmt.Errorf("reading %s: %w", f.Path, err)
	}
	return f, in, nil
}
