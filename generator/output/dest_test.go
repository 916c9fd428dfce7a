package output

import (
	"os"
	"path/filepath"
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
