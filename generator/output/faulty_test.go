package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"
	"syscall"
	"testing"
)

var errInjected = errors.New("injected")

// faultyDisk is the machine's file system, on which the operation with the number failAt fails. With kill, every later one
// fails too, as if the program were dead: that is, no cleaning up after the failure takes place.
type faultyDisk struct {
	osDisk
	failAt     int // from 1; 0 never
	kill       bool
	noLinks    bool
	noExchange bool

	mu   sync.Mutex
	done int
}

func (f *faultyDisk) fails() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.done++
	if f.done == f.failAt || f.kill && f.failAt > 0 && f.done > f.failAt {
		return errInjected
	}
	return nil
}

func (f *faultyDisk) reached() bool { return f.done >= f.failAt }

func (f *faultyDisk) lstat(name string) (fs.FileInfo, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	return f.osDisk.lstat(name)
}

func (f *faultyDisk) readDir(name string) ([]fs.DirEntry, error) {
	return f.osDisk.readDir(name) // called from several goroutines; what it reads cannot be half-done
}

func (f *faultyDisk) open(name string) (io.ReadCloser, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	return f.osDisk.open(name)
}

func (f *faultyDisk) readlink(name string) (string, error) {
	if err := f.fails(); err != nil {
		return "", err
	}
	return f.osDisk.readlink(name)
}

func (f *faultyDisk) create(name string) (io.WriteCloser, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	file, err := f.osDisk.create(name)
	return faultyFile{file, f}, err
}

func (f *faultyDisk) mkdir(name string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.osDisk.mkdir(name)
}

func (f *faultyDisk) chmod(name string, mode fs.FileMode) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.osDisk.chmod(name, mode)
}

func (f *faultyDisk) link(from, to string) error {
	if err := f.fails(); err != nil {
		return err
	}
	if f.noLinks {
		return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
	}
	return f.osDisk.link(from, to)
}

func (f *faultyDisk) symlink(target, name string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.osDisk.symlink(target, name)
}

func (f *faultyDisk) rename(from, to string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.osDisk.rename(from, to)
}

func (f *faultyDisk) remove(name string) error {
	if err := f.fails(); err != nil {
		return err
	}
	return f.osDisk.remove(name)
}

func (f *faultyDisk) exchange(a, b string) error {
	if err := f.fails(); err != nil {
		return err
	}
	if f.noExchange {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: syscall.EINVAL}
	}
	return f.osDisk.exchange(a, b)
}

func (f *faultyDisk) flush(string, []string) error { return f.fails() }

type faultyFile struct {
	io.WriteCloser
	disk *faultyDisk
}

// Write leaves half of the bytes when it fails, as a full disk does.
func (f faultyFile) Write(b []byte) (int, error) {
	if err := f.disk.fails(); err != nil {
		n, _ := f.WriteCloser.Write(b[:len(b)/2])
		return n, err
	}
	return f.WriteCloser.Write(b)
}

func (f faultyFile) Close() error {
	return errors.Join(f.disk.fails(), f.WriteCloser.Close())
}

// modes are the kinds of file systems that every promise is held on.
func modes(t *testing.T, test func(t *testing.T, newDisk func() *faultyDisk)) {
	for _, mode := range []struct {
		name            string
		noLinks, noXchg bool
	}{
		{"exchange", false, false},
		{"exchange without hard links", true, false},
		{"in place", false, true},
		{"in place without hard links", true, true},
	} {
		t.Run(mode.name, func(t *testing.T) {
			if !mode.noXchg && !exchanges(t) {
				t.Skip("folders cannot change places here")
			}
			test(t, func() *faultyDisk { return &faultyDisk{noLinks: mode.noLinks, noExchange: mode.noXchg} })
		})
	}
}
