package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// foreseeing is publish with the folders made beforehand: those that the version needs, but for one, and one that it does not.
func foreseeing(d disk, dest string, v version) error {
	tree, err := openOn(context.Background(), d, dest, Options{})
	if err != nil {
		return err
	}
	tx, err := tree.Begin()
	if err != nil {
		return err
	}
	defer tx.Abort()
	paths := []Path{"never/comes/index.html"}
	for name := range v {
		if name != "foreseen/late/index.html" {
			paths = append(paths, Path(name))
		}
	}
	slices.Sort(paths)
	tx.Foresee(paths)
	for name, content := range v {
		if tree.Trusted(Path(name), Sum([]byte(content))) {
			tx.Keep(Path(name), Sum([]byte(content)), int64(len(content)))
			continue
		}
		if _, err := tx.Write(Path(name), text(content)); err != nil {
			return err
		}
	}
	_, err = tx.Commit(context.Background())
	return err
}

var foreseenVersion = version{
	"index.html": "home", "foreseen/index.html": "a", "foreseen/late/index.html": "b", "foreseen/x/y/index.html": "c", ".well-known/security.txt": "d", "robots.txt": "e",
}

// Folders that are made beforehand are those that Commit makes, be there a live tree or none; and whatever operation fails, or is the last
// before a kill, the next build is not kept from publishing, nor is a version of it left in pieces.
func TestForesee(t *testing.T) {
	for name, live := range map[string]version{"nothing there": nil, "a live tree": {"index.html": "home", "old/index.html": "o"}} {
		for _, kill := range []bool{false, true} {
			for n := 0; ; n++ {
				dest := newDest(t)
				want := foreseenVersion
				if live != nil {
					mustPublish(t, new(faultyDisk), dest, live, Options{})
					must(t, os.RemoveAll(spareOf(dest)))
				}
				broken := &faultyDisk{failAt: n, kill: kill}
				err := foreseeing(broken, dest, want)
				if n == 0 {
					must(t, err)
				}
				mustPublish(t, new(faultyDisk), dest, want, Options{})
				wantTree(t, dest, want)
				if _, err := os.Stat(filepath.Join(dest, "never")); !errors.Is(err, fs.ErrNotExist) {
					t.Fatalf("%s: a folder without files is published: %v", name, err)
				}
				if n > 0 && !broken.reached() || t.Failed() {
					break
				}
			}
		}
	}
}

// A transaction that is given up leaves nothing of what was foreseen.
func TestForeseeAndAbort(t *testing.T) {
	dest := newDest(t)
	for range 20 {
		_, tx := begin(t, osDisk{}, dest)
		tx.Foresee([]Path{"a/b/c/index.html", "a/d/index.html", "e/index.html"})
		tx.Abort()
		if _, err := os.Stat(spareOf(dest)); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("the spare is still there: %v", err)
		}
	}
}
