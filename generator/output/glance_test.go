package output

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// countingDisk counts the folders that are opened.
type countingDisk struct {
	osDisk
	opened *atomic.Int64
}

func (c countingDisk) readDir(name string) ([]fs.DirEntry, error) {
	c.opened.Add(1)
	return c.osDisk.readDir(name)
}

var glanceVersion = version{"index.html": "home", "a/index.html": "a", "a/b/index.html": "b", "c/index.html": "c", ".well-known/z": "z"}

// glanced is a tree that was opened with the shape, and how many folders that took.
func glanced(t *testing.T, dest string, shape Shape) (*Tree, int64) {
	t.Helper()
	var opened atomic.Int64
	tree, err := openOn(t.Context(), countingDisk{opened: &opened}, dest, Options{Shapes: &Shapes{Live: shape}})
	must(t, err)
	return tree, opened.Load()
}

// Nobody opens a folder that looks as it did, after any kind of build: from nothing, with what changed, gave way and came, and with nothing new.
// What is listed is what a scan lists.
func TestGlance(t *testing.T) {
	needsGlance(t)
	dest := newDest(t)
	second := maps.Clone(glanceVersion)
	second["a/index.html"], second["n/e/w.html"] = "other", "new"
	delete(second, "c/index.html")
	third := maps.Clone(second)
	third["a/index.html"] = "third"
	var last Result
	for i, v := range []version{glanceVersion, second, second, third, third, glanceVersion} {
		if i == 4 {
			last = Result{} // nothing is known, and nothing new
		}
		result, err := publish(osDisk{}, dest, v, Options{Signatures: last.Signatures, Shapes: &last.Shapes})
		must(t, err)
		last = result
		last.Shapes.Live.Since = 1 // all of them are young
		_, all := glanced(t, dest, last.Shapes.Live)
		last.Shapes.Live.Since = math.MaxInt64
		tree, few := glanced(t, dest, last.Shapes.Live)
		if !tree.glanced || all-few != int64(len(tree.found.dirs)) {
			t.Errorf("build %d: %d folders of %d were opened, %d of them young", i, few, len(tree.found.dirs), all)
		}
		plain, _ := glanced(t, dest, Shape{})
		if plain.glanced || !maps.Equal(plain.found.dirs, tree.found.dirs) || len(plain.found.files) != len(tree.found.files) {
			t.Errorf("build %d: %v %v, a scan finds %v %v", i, tree.found.dirs, tree.found.files, plain.found.dirs, plain.found.files)
		}
		with, err := Appearance(context.Background(), dest, "", last.Shapes)
		must(t, err)
		without, err := Appearance(context.Background(), dest, "", Shapes{})
		must(t, err)
		if want := result.Appearance(result.Manifest); with != want || without != want {
			t.Errorf("build %d: it looks like %v or %v, and like %v when it was published", i, with, without, want)
		}
	}
}

// What somebody puts into public/ or takes out of it is found, though the folder's time be put back; and right after a build too, when the system's clock may
// not have ticked: a folder that changed then is opened.
func TestGlanceFindsStrays(t *testing.T) {
	needsGlance(t)
	for name, change := range map[string]func(dest string) error{
		"a file":           func(dest string) error { return os.WriteFile(dest+"/a/b/stray.html", nil, 0o644) },
		"a file in root":   func(dest string) error { return os.WriteFile(dest+"/stray.html", nil, 0o644) },
		"a hidden file":    func(dest string) error { return os.WriteFile(dest+"/c/.stray", nil, 0o644) },
		"a link":           func(dest string) error { return os.Symlink("index.html", dest+"/c/stray.html") },
		"a folder":         func(dest string) error { return os.Mkdir(dest+"/c/stray", 0o755) },
		"a repository":     func(dest string) error { return os.Mkdir(dest+"/.git", 0o755) },
		"one is gone":      func(dest string) error { return os.Remove(dest + "/c/index.html") },
		"a folder is gone": func(dest string) error { return os.RemoveAll(dest + "/c") },
		"a folder is a link": func(dest string) error {
			return errors.Join(os.Rename(dest+"/c", dest+"-c"), os.Symlink(dest+"-c", dest+"/c"))
		},
		"a file is a link": func(dest string) error {
			return errors.Join(os.Remove(dest+"/c/index.html"), os.Symlink("../index.html", dest+"/c/index.html"))
		},
	} {
		dest := newDest(t)
		result := mustPublish(t, new(faultyDisk), dest, glanceVersion, Options{Shapes: new(Shapes)})
		was, err := os.Lstat(filepath.Join(dest, "c"))
		must(t, err)
		tick(t)
		must(t, change(dest))
		if _, err := os.Stat(dest + "/c"); err == nil {
			must(t, os.Chtimes(dest+"/c", time.Time{}, was.ModTime()))
		}
		tree := &Tree{disk: osDisk{}, live: dest, manifest: result.Manifest}
		for _, since := range []int64{result.Shapes.Live.Since, math.MaxInt64} { // found in the folder, or by its times
			shape := result.Shapes.Live
			shape.Since = since
			if found, err := tree.glance(t.Context(), dest, result.Manifest, shape); found != nil || err != nil {
				t.Errorf("%s: nobody found it: %v, %v", name, found, err)
			}
		}
	}
}

// Of a folder that changed when the last build ended, or later, its times alone do not tell what is in it.
func TestGlanceOpensYoungFolders(t *testing.T) {
	needsGlance(t)
	dest := newDest(t)
	result := mustPublish(t, new(faultyDisk), dest, glanceVersion, Options{Shapes: new(Shapes)})
	must(t, os.WriteFile(dest+"/a/stray.html", nil, 0o644))
	tree := &Tree{disk: osDisk{}, live: dest}
	since, err := os.Lstat(at(dest, manifestName))
	must(t, err)
	digest, err := tree.shape(t.Context(), dest, result.Manifest, nil) // as if it had come within the same tick
	must(t, err)
	shape := Shape{Folders: digest, Since: instant(since)}
	if found, err := tree.glance(t.Context(), dest, result.Manifest, shape); found != nil || err != nil {
		t.Errorf("nobody opened it: %v, %v", found, err)
	}
	shape.Since = math.MaxInt64
	if found, err := tree.glance(t.Context(), dest, result.Manifest, shape); found == nil || err != nil {
		t.Errorf("it was opened for another reason, so that this test shows nothing: %v", err)
	}
}

// Where something stands in public/ that is left alone there is no shape, and under Verify none is looked at.
func TestGlanceNot(t *testing.T) {
	needsGlance(t)
	dest := newDest(t)
	first := mustPublish(t, new(faultyDisk), dest, glanceVersion, Options{Shapes: new(Shapes)})
	tree, err := openOn(t.Context(), osDisk{}, dest, Options{Shapes: &first.Shapes, Verify: true})
	must(t, err)
	if tree.glanced {
		t.Error("a build that trusts nothing trusts folders")
	}
	must(t, os.WriteFile(dest+"/a/.left-alone", nil, 0o644))
	for i, content := range []string{"one", "two", "two"} {
		v := maps.Clone(glanceVersion)
		v["index.html"] = content
		if result := mustPublish(t, new(faultyDisk), dest, v, Options{Shapes: new(Shapes)}); result.Shapes.Live != (Shape{}) {
			t.Errorf("build %d has a shape", i)
		}
	}
}

// A folder in public/ that is empty is nobody's business, until something is in it.
func TestGlanceFindsWhatComesIntoEmptyFolders(t *testing.T) {
	needsGlance(t)
	for _, with := range []string{"home", "another"} { // nothing new, and something
		dest := newDest(t)
		mustPublish(t, new(faultyDisk), dest, glanceVersion, Options{Shapes: new(Shapes)})
		must(t, os.Mkdir(dest+"/a/empty", 0o755))
		v := maps.Clone(glanceVersion)
		v["index.html"] = with
		result := mustPublish(t, new(faultyDisk), dest, v, Options{Shapes: new(Shapes)})
		tick(t)
		must(t, os.MkdirAll(dest+"/a/empty", 0o755))
		must(t, os.WriteFile(dest+"/a/empty/stray.html", nil, 0o644))
		result.Shapes.Live.Since = math.MaxInt64
		tree := &Tree{disk: osDisk{}, live: dest}
		if found, err := tree.glance(t.Context(), dest, result.Manifest, result.Shapes.Live); found != nil || err != nil {
			t.Errorf("%s: nobody found it: %v", with, err)
		}
	}
}

// needsGlance skips a test where the system does not say when an inode changed.
func needsGlance(t *testing.T) {
	t.Helper()
	info, err := os.Lstat(t.TempDir())
	must(t, err)
	if changed(info) == 0 {
		t.Skip("this system does not tell when an inode changed, so every folder is opened")
	}
}

// The spare's files are looked at no more than they must be, and a version is what it would be without: whatever was altered, put in the place of another,
// or made right again in either tree.
func TestGlanceSpare(t *testing.T) {
	needsGlance(t)
	versions := []version{glanceVersion, {"index.html": "2", "a/index.html": "a", "a/b/index.html": "b", "c/index.html": "c"}}
	for name, change := range map[string]func(live, spare string) error{
		"nothing":                  func(_, _ string) error { return nil },
		"a live file is altered":   func(live, _ string) error { return os.WriteFile(live+"/a/index.html", []byte("altered"), 0o644) },
		"a live file is another":   func(live, _ string) error { return replace(live + "/a/index.html") },
		"a file before is another": func(_, spare string) error { return replace(spare + "/a/index.html") },
		"a file before is gone":    func(_, spare string) error { return os.Remove(spare + "/a/b/index.html") },
		"a stranger before":        func(_, spare string) error { return os.WriteFile(spare+"/c/stray.html", nil, 0o644) },
		"a folder before is a link": func(_, spare string) error {
			return errors.Join(os.RemoveAll(spare+"-c"), os.Rename(spare+"/c", spare+"-c"), os.Symlink(spare+"-c", spare+"/c"))
		},
	} {
		dest := newDest(t)
		var last Result
		for i := range 12 {
			v := maps.Clone(versions[i%2])
			v["n/index.html"] = string(rune('a' + i))
			exact(&last.Shapes.Live)
			tick(t)
			var looks atomic.Int64
			result, err := publish(lookingDisk{looks: &looks}, dest, v, Options{Signatures: last.Signatures, Shapes: &last.Shapes})
			must(t, err)
			if files := looks.Load(); name == "nothing" && i > 3 && files > 3 {
				t.Errorf("build %d looked at %d files of the spare, of which two have changed since", i, files)
			}
			if got := read(t, dest); !maps.Equal(got, v) {
				t.Fatalf("%s, build %d: %v, want %v", name, i, got, v)
			}
			if i > 2 && name == "nothing" && result.Shapes.Before == (Shape{}) {
				t.Errorf("build %d leaves the next to look at all of the spare", i)
			}
			if last = result; i > 4 && i < 9 {
				must(t, change(dest, spareOf(dest)))
			}
		}
	}
}

// lookingDisk counts the files in folders of the spare that are looked at.
type lookingDisk struct {
	osDisk
	looks *atomic.Int64
}

func (l lookingDisk) lstat(name string) (fs.FileInfo, error) {
	if strings.Contains(name, ".spare/") && strings.HasSuffix(name, "/index.html") && !strings.HasSuffix(name, ".spare/index.html") {
		l.looks.Add(1)
	}
	return l.osDisk.lstat(name)
}

// exact takes away what instants have to spare for coarse clocks: between builds tick waits for the clock.
func exact(s *Shape) {
	if s.Begun != 0 {
		s.Begun += slack
		s.Since += slack
	}
}

const slack = int64(50 * time.Millisecond)

// tick waits until the file system gives another time than it did.
func tick(t *testing.T) {
	t.Helper()
	name := filepath.Join(newDest(t) + "-tick")
	var first time.Time
	for {
		must(t, os.WriteFile(name, nil, 0o644))
		info, err := os.Lstat(name)
		must(t, err)
		if first.IsZero() {
			first = info.ModTime()
		}
		if info.ModTime().After(first.Add(10 * time.Millisecond)) {
			must(t, os.Remove(name))
			return
		}
	}
}

// replace puts another file in the place of one.
func replace(name string) error {
	if err := os.WriteFile(name+"~", []byte("another"), 0o644); err != nil {
		return err
	}
	return os.Rename(name+"~", name)
}
