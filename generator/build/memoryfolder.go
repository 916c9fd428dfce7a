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

// checkMemory looks at what stands where the memory belongs, and at all that lies beside it: locks, and the next memory.
func checkMemory(folder string) error {
	dir := filepath.Join(folder, filepath.Dir(filepath.FromSlash(MemoryFile)))
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("looking for the memory: %w", err)
	case !info.IsDir():
		return &MemoryError{Path: dir}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("looking for the memory: %w", err)
	}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			return &MemoryError{Path: filepath.Join(dir, e.Name())}
		}
	}
	return nil
}
