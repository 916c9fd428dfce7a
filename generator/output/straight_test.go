package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// straightVersion has a file that is too large to wait in memory, folders in folders, and what stands in the root.
var straightVersion = version{
	"index.html": "home", "a/index.html": "a", "a/late/index.html": "b", "a/x/y/index.html": "c", ".well-known/security.txt": "d", "robots.txt": "e",
	"kept/large.html": strings.Repeat("kept", spill/3),
}

// Into a spare that was not there files go straight to their places, be there a live tree or none. Whatever operation fails, or is the
// last before a kill: readers have the old version or the new one, and the next build gives the new one and nothing else.
func TestStraight(t *testing.T) {
	old := version{"index.html": "home", "old/index.html": "o", "kept/large.html": straightVersion["kept/large.html"]}
	for name, live := range map[string]version{"nothing there": nil, "a live tree": old} {
		for _, kill := range []bool{false, true} {
			modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
				if live == nil && newDisk().noLinks {
					t.Skip("there is nothing to share with")
				}
				for n := 0; ; n++ {
					dest := newDest(t)
					if live != nil {
						mustPublish(t, new(faultyDisk), dest, live, Options{})
						must(t, os.RemoveAll(spareOf(dest)))
					}
					broken := newDisk()
					broken.failAt, broken.kill = n, kill
					_, err := publish(broken, dest, straightVersion, Options{})
					if n == 0 {
						must(t, err)
					}
					got := version{}
					if _, err := os.Lstat(dest); err == nil {
						got = read(t, dest)
					}
					for name, content := range got {
						if !strings.Contains(name, tempPrefix) && content != live[name] && content != straightVersion[name] {
							t.Fatalf("%s is neither version's", name)
						}
					}
					mustPublish(t, newDisk(), dest, straightVersion, Options{})
					wantTree(t, dest, straightVersion)
					if n > 0 && !broken.reached() || t.Failed() {
						t.Logf("%s, kill %v: %d operations", name, kill, n)
						break
					}
				}
			})
		}
	}
}

// Files that are written into a spare that was not there take no second name on their way, which is what makes a build from nothing cheap.
func TestStraightTakesNoDetour(t *testing.T) {
	dest := newDest(t)
	_, tx := begin(t, osDisk{}, dest)
	for name, content := range straightVersion {
		_, err := tx.Write(Path(name), text(content))
		must(t, err)
		if got, err := os.ReadFile(filepath.Join(spareOf(dest), filepath.FromSlash(name))); err != nil || string(got) != content {
			t.Errorf("%s is not in its place: %v", name, err)
		}
	}
	_, err := tx.Commit(t.Context())
	must(t, err)
	wantTree(t, dest, straightVersion)
}

// A transaction that is given up leaves nothing of what it wrote, nor the folders.
func TestStraightAndAbort(t *testing.T) {
	dest := newDest(t)
	for range 2 {
		_, tx := begin(t, osDisk{}, dest)
		for name, content := range straightVersion {
			_, err := tx.Write(Path(name), text(content))
			must(t, err)
		}
		tx.Abort()
		if _, err := os.Stat(spareOf(dest)); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("the spare is still there: %v", err)
		}
	}
}
