package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// MemoryError says that something else stands where the memory belongs: a link, a pipe, a file in place of the folder.
// The program does not touch it.
type MemoryError struct{ Path string }

func (e *MemoryError) Error() string {
	return e.Path + " is not what this program has made"
}

// MemoryFolder makes the folder of the memory in the site's folder and gives its name. A repository can bring anything:
// through a link there the program would write where it must not, and of a pipe it would wait for ever. The error is a
// [*MemoryError] for such things, else the machine's.
func MemoryFolder(folder string) (string, error) {
	name := filepath.Join(folder, filepath.Dir(filepath.FromSlash(MemoryFile)))
	if err := checkMemory(folder); err != nil {
		return "", err
	}
	if err := os.MkdirAll(name, 0o700); err != nil {
		return "", fmt.Errorf("making the memory's folder: %w", err)
	}
	return name, nil
}

// LockFile is the name of the file in the memory's folder that keeps builds of one site apart.
const LockFile = "lock"

// checkMemory looks at what stands where the memory belongs.
func checkMemory(folder string) error {
	file := filepath.Join(folder, filepath.FromSlash(MemoryFile))
	if err := ordinary(filepath.Dir(file), fs.ModeDir); err != nil {
		return err
	}
	if err := ordinary(file, 0); err != nil {
		return err
	}
	return ordinary(filepath.Join(filepath.Dir(file), LockFile), 0)
}

// ordinary tells whether what stands at a path, if anything does, is of the wanted kind.
func ordinary(path string, kind fs.FileMode) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("looking for the memory: %w", err)
	case info.Mode().Type() != kind:
		return &MemoryError{Path: path}
	}
	return nil
}
