package output

import (
	"os"

	"golang.org/x/sys/unix"
)

func exchangeFolders(a, b string) error {
	if err := unix.RenamexNp(a, b, unix.RENAME_SWAP); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// flush uses plain fsync: os.File.Sync asks macOS to empty the drive's own cache for each file, which takes minutes for a site.
func flush(_ string, names []string) error {
	return flushEach(names, func(f *os.File) error {
		if err := unix.Fsync(int(f.Fd())); err != nil {
			return &os.PathError{Op: "fsync", Path: f.Name(), Err: err}
		}
		return nil
	})
}
