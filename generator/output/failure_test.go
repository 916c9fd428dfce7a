package output

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Whatever operation fails, or is the last before a kill: readers have the old version or the new one, the next build gives the
// new one to the byte, and what Rollback then gives is a whole version or nothing.
func TestFailureAtEveryOperation(t *testing.T) {
	for _, kill := range []bool{false, true} {
		name := map[bool]string{false: "error", true: "kill"}[kill]
		t.Run(name, func(t *testing.T) {
			modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
				t.Parallel()
				if newDisk().noLinks && !kill {
					t.Skip("differs from the one with hard links only in how a file is shared")
				}
				stride := 1
				if newDisk().noLinks { // copies take more operations, one much like another
					stride = 4
				}
				for n := 1; ; n += stride {
					broken := newDisk()
					broken.failAt, broken.kill = n, kill
					failOnce(t, broken, newDisk)
					if !broken.reached() || t.Failed() {
						break
					}
				}
			})
		})
	}
}

func failOnce(t *testing.T, broken *faultyDisk, newDisk func() *faultyDisk) {
	t.Helper()
	dest := newDest(t)
	dots := version{".gitkeep": "", ".git/config": "core", ".link": "-> robots.txt", "a/.DS_Store": "x"}
	write(t, dest, version{".gitkeep": "", ".git/config": "core"})
	quick := new(faultyDisk) // what was before does not depend on the mode
	mustPublish(t, quick, dest, first, Options{})
	write(t, dest, version{".link": "-> robots.txt", "a/.DS_Store": "x"})
	mustPublish(t, quick, dest, second, Options{})
	old, next := second.plus(keptOfFirst).plus(dots), third.plus(keptOfSecond).plus(dots)

	_, err := publish(broken, dest, third, Options{})
	got := read(t, dest)
	if broken.noExchange {
		wholeFiles(t, got, old, next)
	} else {
		for _, whole := range []version{old, next} { // the folder that is moved after the exchange comes with the next Open
			delete(whole, ".git/config")
		}
		delete(got, ".git/config")
		if !maps.Equal(got, old) && !maps.Equal(got, next) {
			t.Fatalf("operation %d (%v): neither version:\n%s", broken.failAt, err, cmp.Diff(old, got))
		}
		next[".git/config"], old[".git/config"] = "core", "core"
	}
	var late *LateError
	if err != nil && !broken.kill && maps.Equal(got, next) && !errors.As(err, &late) {
		t.Fatalf("operation %d: the new version is there, and the error does not say so: %v", broken.failAt, err)
	}
	mustPublish(t, newDisk(), dest, third, Options{})
	if diff := cmp.Diff(next, read(t, dest)); diff != "" {
		t.Fatalf("operation %d (%v): the next build (-want +got):\n%s", broken.failAt, err, diff)
	}
	switch err := rollback(newDisk(), dest); err {
	case ErrNothingToRollBack:
		wantTree(t, dest, next)
	case nil:
		if diff := cmp.Diff(old, read(t, dest)); diff != "" {
			t.Fatalf("operation %d: rollback (-want +got):\n%s", broken.failAt, diff)
		}
	default:
		t.Fatalf("operation %d: rollback: %v", broken.failAt, err)
	}
}

// wholeFiles holds a tree in which files change places one by one to the order: each file is that of a version, whole; no new page
// is there before the new assets and other files, and nothing is gone before the new pages are there.
func wholeFiles(t *testing.T, got, old, next version) {
	t.Helper()
	for name, content := range got {
		if !strings.Contains(name, tempPrefix) && content != old[name] && content != next[name] {
			t.Fatalf("%s is neither version's: %q", name, content)
		}
	}
	if got["index.html"] == next["index.html"] && got["assets/site.3.css"] != "three" {
		t.Fatalf("a new page is there before its assets")
	}
	if _, there := got["gone/x/index.html"]; !there && got["index.html"] != next["index.html"] {
		t.Fatalf("an old page is gone before the new ones are there")
	}
}
