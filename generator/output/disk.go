package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// disk is what publishing asks of the file system. It is a seam for the tests, which let every single operation fail in turn;
// no method follows a symbolic link in the last component of a name.
type disk interface {
	lstat(name string) (fs.FileInfo, error)
	readDir(name string) ([]fs.DirEntry, error)
	open(name string) (io.ReadCloser, error)
	readlink(name string) (string, error)

	create(name string) (io.WriteCloser, error) // must not exist
	mkdir(name string) error
	chmod(name string, mode fs.FileMode) error
	link(from, to string) error
	symlink(target, name string) error
	rename(from, to string) error
	remove(name string) error
	exchange(a, b string) error             // two folders change places in one step
	flush(dir string, names []string) error // what stands in names, all below dir, survives a power cut
}

// Modes of what is published: a web server that runs as somebody else must be able to read it, whatever our umask is.
const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// osDisk is the file system of the machine.
type osDisk struct{}

func (osDisk) lstat(name string) (fs.FileInfo, error)     { return os.Lstat(name) }
func (osDisk) readDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (osDisk) open(name string) (io.ReadCloser, error)    { return os.Open(name) }
func (osDisk) readlink(name string) (string, error)       { return os.Readlink(name) }
func (osDisk) chmod(name string, mode fs.FileMode) error  { return os.Chmod(name, mode) }
func (osDisk) link(from, to string) error                 { return os.Link(from, to) }
func (osDisk) symlink(target, name string) error          { return os.Symlink(target, name) }
func (osDisk) rename(from, to string) error               { return os.Rename(from, to) }
func (osDisk) remove(name string) error                   { return os.Remove(name) }
func (osDisk) exchange(a, b string) error                 { return exchangeFolders(a, b) }
func (osDisk) flush(dir string, names []string) error     { return flush(dir, names) }

func (osDisk) create(name string) (io.WriteCloser, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Mode() != fileMode { // a umask; where there is none, to set what is set already would be another write
		err = f.Chmod(fileMode)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(name))
	}
	return f, nil
}

func (osDisk) mkdir(name string) error {
	if err := os.Mkdir(name, dirMode); err != nil {
		return err
	}
	if info, err := os.Lstat(name); err == nil && info.Mode() == fs.ModeDir|dirMode {
		return nil
	}
	return os.Chmod(name, dirMode)
}

// cannotExchange reports whether err says that two folders cannot change places here at all: an old kernel, a file system
// without the call, a mount point, an overlay.
func cannotExchange(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) ||
		errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EBUSY)
}

// at is the name on this system of what stands at p below root.
func at(root string, p Path) string { return filepath.Join(root, filepath.FromSlash(string(p))) }
