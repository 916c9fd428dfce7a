package output

import (
	"context"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// version is the files of one version of a site.
type version map[string]string

func spareOf(dest string) string {
	return filepath.Join(filepath.Dir(dest), "."+filepath.Base(dest)+".spare")
}

// publish is what a build does.
func publish(d disk, dest string, v version, opt Options) (Result, error) {
	tree, err := openOn(context.Background(), d, dest, opt)
	if err != nil {
		return Result{}, err
	}
	tx, err := tree.Begin()
	if err != nil {
		return Result{}, err
	}
	defer tx.Abort()
	for _, name := range slices.Sorted(maps.Keys(v)) {
		p, content := Path(name), v[name]
		if tree.Trusted(p, Sum([]byte(content))) {
			tx.Keep(p, Sum([]byte(content)), int64(len(content)))
			continue
		}
		if _, err := tx.Write(p, text(content)); err != nil {
			return Result{}, err
		}
	}
	return tx.Commit(context.Background())
}

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func mustPublish(t *testing.T, d disk, dest string, v version, opt Options) Result {
	t.Helper()
	r, err := publish(d, dest, v, opt)
	if err != nil {
		t.Fatalf("publish: %v", err)
	}
	return r
}

func rollback(d disk, dest string) error {
	tree, err := openOn(context.Background(), d, dest, Options{})
	if err != nil {
		return err
	}
	return tree.Rollback(context.Background())
}

// read is everything in a tree but its manifest, by path; links as "-> target".
func read(t *testing.T, root string) version {
	t.Helper()
	out := version{}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		rel = filepath.ToSlash(rel)
		if e.Type() == fs.ModeSymlink {
			target, err := os.Readlink(name)
			out[rel] = "-> " + target
			return err
		}
		b, err := os.ReadFile(name)
		if rel != manifestName {
			out[rel] = string(b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func wantTree(t *testing.T, root string, want version) {
	t.Helper()
	if diff := cmp.Diff(want, read(t, root)); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", root, diff)
	}
}

// plus gives a version with more files, or other content.
func (v version) plus(more version) version {
	out := maps.Clone(v)
	maps.Copy(out, more)
	return out
}

func write(t *testing.T, root string, files version) {
	t.Helper()
	for name, content := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if target, link := strings.CutPrefix(content, "-> "); link {
			symlink(t, target, name)
			continue
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Three versions with every kind of change between them: same, changed, new and gone files, an asset that is replaced, a folder
// that becomes a file and a file that becomes a folder, and one that comes back.
var (
	first = version{
		"index.html": "first", "robots.txt": "same", "a/b/index.html": "deep", "turn": "file", "turned/index.html": "folder",
		"assets/site.1.css": "one", "back.html": "here",
	}
	second = version{
		"index.html": "second", "robots.txt": "same", "a/b/index.html": "deep", "turn": "file", "turned/index.html": "folder",
		"assets/site.2.css": "two", "gone/x/index.html": "soon gone",
	}
	third = version{
		"index.html": "third", "robots.txt": "same", "a/b/index.html": "deeper", "turn/index.html": "folder", "turned": "file",
		"assets/site.3.css": "three", "new/y/index.html": "new", "back.html": "here",
	}
)

var (
	keptOfFirst  = version{"assets/site.1.css": "one"}
	keptOfSecond = version{"assets/site.2.css": "two"}
)

// The next version is exactly what was given, with the assets of the version before for one generation.
func TestVersionsFollowOneAnother(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		mustPublish(t, newDisk(), dest, first, Options{})
		wantTree(t, dest, first)
		mustPublish(t, newDisk(), dest, second, Options{})
		wantTree(t, dest, second.plus(keptOfFirst))
		mustPublish(t, newDisk(), dest, third, Options{})
		wantTree(t, dest, third.plus(keptOfSecond))

		tree, err := Open(context.Background(), dest, Options{})
		must(t, err)
		if got := tree.Current().Published.Len(); got != len(third) {
			t.Errorf("the manifest lists %d files, want %d", got, len(third))
		}
		if _, kept := tree.Current().Kept.Lookup("assets/site.2.css"); !kept {
			t.Errorf("the asset of the version before is not listed apart")
		}
	})
}

// Rollback brings back the version before to the byte, and again goes forward.
func TestRollback(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		mustPublish(t, newDisk(), dest, first, Options{})
		if err := rollback(newDisk(), dest); err != ErrNothingToRollBack {
			t.Fatalf("rollback of the first version: %v", err)
		}
		mustPublish(t, newDisk(), dest, second, Options{})
		mustPublish(t, newDisk(), dest, third, Options{})
		must(t, rollback(newDisk(), dest))
		wantTree(t, dest, second.plus(keptOfFirst))
		must(t, rollback(newDisk(), dest))
		wantTree(t, dest, third.plus(keptOfSecond))
		must(t, rollback(newDisk(), dest))
		mustPublish(t, newDisk(), dest, third, Options{})
		wantTree(t, dest, third.plus(keptOfSecond))
	})
}

// A build in which nothing differs touches nothing: not the live tree, and not what Rollback goes back to.
func TestNothingNewTouchesNothing(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		mustPublish(t, newDisk(), dest, first, Options{})
		mustPublish(t, newDisk(), dest, second, Options{})
		before, _ := os.Stat(dest)
		if r := mustPublish(t, newDisk(), dest, second, Options{}); r.Changed || len(r.Signatures) != len(second)+1 {
			t.Errorf("result %+v", r)
		}
		if after, _ := os.Stat(dest); !os.SameFile(before, after) || before.ModTime() != after.ModTime() {
			t.Errorf("the live folder was touched")
		}
		must(t, rollback(newDisk(), dest))
		wantTree(t, dest, first)
	})
}
