package memo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// StrangerError says that something else stands where the memory belongs: a link, a pipe, a file in place of the folder.
// The program does not touch it.
type StrangerError struct{ Path string }

func (e *StrangerError) Error() string {
	return e.Path + " is not what this program has made"
}

// MakeFolder makes the folder in which the memory lies, with its locks, and looks at what is there with [CheckFolder].
func MakeFolder(dir string) error {
	if err := CheckFolder(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return fmt.Errorf("making the memory's folder: %w", err)
	}
	return nil
}

// CheckFolder looks at what stands where the memory belongs, and at all that lies beside it: nothing, or a folder of
// ordinary files. A repository can bring anything: through a link there the program would write where it must not, and of
// a pipe it would wait for ever. The error is a [*StrangerError] for such things, else the machine's.
func CheckFolder(dir string) error {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("looking for the memory: %w", err)
	case !info.IsDir():
		return &StrangerError{Path: dir}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("looking for the memory: %w", err)
	}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			return &StrangerError{Path: filepath.Join(dir, e.Name())}
		}
	}
	return nil
}
