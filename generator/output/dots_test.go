package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Dot files that are not ours are left alone through any number of versions, and a first version among them needs no permission.
func TestDotFilesAreCarriedOver(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		dots := version{
			".gitkeep": "", ".git": "gitdir: ../.git/worktrees/public", ".netlify/state.json": "{}", ".nojekyll": "-> .gitkeep",
		}
		write(t, dest, dots)
		mustPublish(t, newDisk(), dest, first, Options{})
		wantTree(t, dest, first.plus(dots))

		inside := version{"a/b/.DS_Store": "finder", "gone/.DS_Store": "finder"}
		write(t, dest, inside)
		mustPublish(t, newDisk(), dest, second, Options{})
		wantTree(t, dest, second.plus(keptOfFirst).plus(dots).plus(inside))

		must(t, os.Remove(filepath.Join(dest, ".nojekyll")))
		must(t, os.Remove(filepath.Join(dest, "a", "b", ".DS_Store")))
		delete(dots, ".nojekyll")
		delete(inside, "a/b/.DS_Store")
		for range 2 {
			mustPublish(t, newDisk(), dest, third, Options{})
			wantTree(t, dest, third.plus(keptOfSecond).plus(dots).plus(inside))
		}
		must(t, rollback(newDisk(), dest))
		wantTree(t, dest, second.plus(keptOfFirst).plus(dots).plus(inside))
	})
}

// A folder that somebody made by hand is not mixed with what is published, unless it is to be replaced.
func TestHiddenFolderInTheWay(t *testing.T) {
	dest := newDest(t)
	mine := version{".well-known/acme": "by hand"}
	write(t, dest, mine)
	mustPublish(t, osDisk{}, dest, first, Options{})
	wantTree(t, dest, first.plus(mine))

	published := first.plus(version{".well-known/security.txt": "Contact:"})
	if _, err := publish(osDisk{}, dest, published, Options{}); !errors.Is(err, ErrForeign) {
		t.Fatalf("error %v", err)
	}
	wantTree(t, dest, first.plus(mine))
	mustPublish(t, osDisk{}, dest, published, Options{Replace: true})
	wantTree(t, dest, published)
	must(t, rollback(osDisk{}, dest))
	wantTree(t, dest, first.plus(mine))
}

// A published dot file takes the place of one that was there by hand, and goes when it is no longer published.
func TestPublishedDotFiles(t *testing.T) {
	dest := newDest(t)
	write(t, dest, version{".nojekyll": "by hand"})
	mustPublish(t, osDisk{}, dest, first.plus(version{".nojekyll": "", ".well-known/x": "x"}), Options{})
	wantTree(t, dest, first.plus(version{".nojekyll": "", ".well-known/x": "x"}))
	mustPublish(t, osDisk{}, dest, first, Options{})
	wantTree(t, dest, first)
}

// Where a folder is both in the live tree and in the spare, a person must choose: nothing is removed.
func TestFolderInBothTrees(t *testing.T) {
	dest := newDest(t)
	mustPublish(t, osDisk{}, dest, first, Options{})
	mustPublish(t, osDisk{}, dest, second, Options{})
	must(t, os.Remove(filepath.Join(spareOf(dest), journalName)))
	write(t, spareOf(dest), version{".git/a": "spare"})
	write(t, dest, version{".git/a": "live"})
	if _, err := Open(context.Background(), dest, Options{}); !errors.Is(err, ErrForeign) {
		t.Fatalf("error %v", err)
	}
	if read(t, spareOf(dest))[".git/a"] != "spare" || read(t, dest)[".git/a"] != "live" {
		t.Errorf("a folder is gone")
	}
}
