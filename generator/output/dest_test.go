package output

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// newDest names a destination in a new folder; in memory where the system has such a place, because these tests publish thousands
// of times.
func newDest(t *testing.T) string {
	t.Helper()
	const memory = "/dev/shm"
	root := ""
	if dir, err := os.MkdirTemp(memory, "output-test-"); err == nil {
		t.Cleanup(func() { os.RemoveAll(dir) })
		root = dir
	} else {
		root = t.TempDir()
	}
	root, err := filepath.EvalSymlinks(root)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "public")
}

// symlink makes a symbolic link, which on Windows takes a permission that few have.
func symlink(t *testing.T, target, name string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links need a permission on Windows")
	}
	must(t, os.Symlink(target, name))
}

// exchanges reports whether two folders can change places where destinations are made.
func exchanges(t *testing.T) bool {
	t.Helper()
	a := newDest(t)
	b := a + "2"
	must(t, os.Mkdir(a, 0o755))
	must(t, os.Mkdir(b, 0o755))
	err := exchangeFolders(a, b)
	if err != nil && !cannotExchange(err) {
		t.Fatal(err)
	}
	return err == nil
}
