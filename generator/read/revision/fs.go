package revision

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Open implements fs.FS. An object that the clone does not have is an [*Error].
func (t *Tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if name == "." {
		return t.folder(t.root, name)
	}
	entry, err := t.root.FindEntry(name)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, &Error{Shallow, name, err}
	}
	if err != nil || !ordinary(entry.Mode) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if entry.Mode == filemode.Dir {
		tree, err := t.repo.TreeObject(entry.Hash)
		if err != nil {
			return nil, &Error{Shallow, name, err}
		}
		return t.folder(tree, name)
	}
	content, err := t.content(entry.Hash)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return &file{info{path.Base(name), int64(len(content)), 0o644}, bytes.NewReader(content)}, nil
}

// ordinary tells whether an entry is a file or a folder.
func ordinary(m filemode.FileMode) bool {
	return m == filemode.Dir || m == filemode.Regular || m == filemode.Executable || m == filemode.Deprecated
}

// content reads a file's bytes.
func (t *Tree) content(hash plumbing.Hash) ([]byte, error) {
	blob, err := t.repo.BlobObject(hash)
	if err != nil {
		return nil, &Error{Shallow, hash.String(), err}
	}
	in, err := blob.Reader()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

// folder lists a folder with the sizes of its files.
func (t *Tree) folder(tree *object.Tree, name string) (fs.File, error) {
	d := &folder{info: info{path.Base(name), 0, fs.ModeDir | 0o755}}
	for _, e := range tree.Entries {
		switch {
		case !ordinary(e.Mode):
		case e.Mode == filemode.Dir:
			d.entries = append(d.entries, fs.FileInfoToDirEntry(info{e.Name, 0, fs.ModeDir | 0o755}))
		default:
			size, err := t.repo.Storer.EncodedObjectSize(e.Hash)
			if err != nil {
				return nil, &Error{Shallow, path.Join(name, e.Name), err}
			}
			d.entries = append(d.entries, fs.FileInfoToDirEntry(info{e.Name, size, 0o644}))
		}
	}
	return d, nil
}

// info describes a file or a folder. A revision's files have no times of their own.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

type file struct {
	info
	*bytes.Reader
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }
func (f *file) Size() int64                { return f.info.size }

type folder struct {
	info
	entries []fs.DirEntry
	read    int
}

func (d *folder) Stat() (fs.FileInfo, error) { return d.info, nil }
func (d *folder) Close() error               { return nil }

// Read says that a folder has no bytes.
func (d *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: errors.New("is a folder")}
}

// ReadDir implements fs.ReadDirFile.
func (d *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := d.entries[d.read:]
	if n <= 0 {
		d.read = len(d.entries)
		return rest, nil
	}
	if len(rest) == 0 {
		return nil, io.EOF
	}
	rest = rest[:min(n, len(rest))]
	d.read += len(rest)
	return rest, nil
}
