package revision_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"growthportal/generator/read/revision"
)

// repository is a git repository in a folder of its own.
type repository struct {
	*testing.T
	dir  string
	repo *git.Repository
}

func newRepository(t *testing.T) *repository {
	dir := t.TempDir()
	repo, err := git.PlainInit(dir, false)
	r := &repository{t, dir, repo}
	r.must(err)
	return r
}

func (r *repository) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

func (r *repository) write(name, text string) {
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	r.must(os.MkdirAll(filepath.Dir(file), 0o755))
	r.must(os.WriteFile(file, []byte(text), 0o644))
}

func (r *repository) commit() plumbing.Hash {
	work, err := r.repo.Worktree()
	r.must(err)
	r.must(work.AddWithOptions(&git.AddOptions{All: true}))
	who := &object.Signature{Name: "N", Email: "n@example.se", When: time.Unix(1, 0)}
	hash, err := work.Commit("x", &git.CommitOptions{Author: who})
	r.must(err)
	return hash
}

// A revision is seen as it was, whatever has happened to the files since; it keeps the promises of a file system.
func TestTreeIsAsItWas(t *testing.T) {
	r := newRepository(t)
	r.write("config.yaml", "one")
	r.write("content/om/åäö.md", "text")
	r.write("content/stor.bin", string(make([]byte, 100_000)))
	first := r.commit()
	r.write("config.yaml", "two")
	r.must(os.Remove(filepath.Join(r.dir, "content", "om", "åäö.md")))
	r.commit()
	r.write("config.yaml", "three")

	for name, want := range map[string]string{first.String(): "one", "HEAD~1": "one", "HEAD": "two", "master": "two", first.String()[:8]: "one"} {
		tree, err := revision.Open(r.dir, name)
		r.must(err)
		got, err := fs.ReadFile(tree, "config.yaml")
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	tree, err := revision.Open(r.dir, "HEAD~1")
	r.must(err)
	r.must(fstest.TestFS(tree, "config.yaml", "content/om/åäö.md", "content/stor.bin"))
	if _, err := tree.Open("content/nothing"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// A site may stand in a folder of a larger repository, and be reached by a link.
func TestSiteInAFolder(t *testing.T) {
	r := newRepository(t)
	r.write("README.md", "x")
	r.write("sites/portal/config.yaml", "portal")
	r.commit()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(r.dir, "sites", "portal"), link); err != nil {
		t.Skip("no links here:", err)
	}
	for _, dir := range []string{filepath.Join(r.dir, "sites", "portal"), link} {
		tree, err := revision.Open(dir, "HEAD")
		r.must(err)
		if got, err := fs.ReadFile(tree, "config.yaml"); err != nil || string(got) != "portal" {
			t.Errorf("%s: %q %v", dir, got, err)
		}
		if _, err := fs.Stat(tree, "README.md"); err == nil {
			t.Error("files above the site are seen")
		}
	}
}

// Symbolic links are left out; what is kept elsewhere is the pointer to it.
func TestLinksAreLeftOut(t *testing.T) {
	r := newRepository(t)
	r.write("config.yaml", "x")
	r.write("bild.jpg", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
	if err := os.Symlink("config.yaml", filepath.Join(r.dir, "link.yaml")); err != nil {
		t.Skip("no links here:", err)
	}
	r.commit()
	tree, err := revision.Open(r.dir, "HEAD")
	r.must(err)
	entries, err := fs.ReadDir(tree, ".")
	if err != nil || len(entries) != 2 {
		t.Errorf("%v %v", entries, err)
	}
	if _, err := tree.Open("link.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a link is seen:", err)
	}
}

// A worktree has the repository of its main one.
func TestWorktree(t *testing.T) {
	r := newRepository(t)
	r.write("config.yaml", "x")
	hash := r.commit()
	other, admin := t.TempDir(), filepath.Join(r.dir, ".git", "worktrees", "other")
	r.must(os.MkdirAll(admin, 0o755))
	for file, text := range map[string]string{
		filepath.Join(other, ".git"):        "gitdir: " + admin + "\n",
		filepath.Join(admin, "commondir"):   "../..\n",
		filepath.Join(admin, "gitdir"):      filepath.Join(other, ".git") + "\n",
		filepath.Join(admin, "HEAD"):        hash.String() + "\n",
		filepath.Join(other, "config.yaml"): "y",
	} {
		r.must(os.WriteFile(file, []byte(text), 0o644))
	}
	for _, name := range []string{"HEAD", "master"} {
		tree, err := revision.Open(other, name)
		r.must(err)
		if got, err := fs.ReadFile(tree, "config.yaml"); err != nil || string(got) != "x" {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

// What cannot be read is told by its reason.
func TestFaults(t *testing.T) {
	r := newRepository(t)
	r.write("config.yaml", "x")
	hash := r.commit()
	r.write("sites/portal/config.yaml", "y")
	fault := func(dir, name string) revision.Fault {
		_, err := revision.Open(dir, name)
		var wrong *revision.Error
		if !errors.As(err, &wrong) {
			t.Fatalf("%s %s: %v", dir, name, err)
		}
		return wrong.Fault
	}
	if got := fault(t.TempDir(), "HEAD"); got != revision.NoRepository {
		t.Error("outside:", got)
	}
	if got := fault(r.dir, "release"); got != revision.NoRevision {
		t.Error("no such revision:", got)
	}
	if got := fault(filepath.Join(r.dir, "sites", "portal"), "HEAD"); got != revision.NoFolder {
		t.Error("no such folder:", got)
	}
	r.must(os.WriteFile(filepath.Join(r.dir, ".git", "shallow"), []byte(hash.String()+"\n"), 0o644))
	if got := fault(r.dir, "HEAD~1"); got != revision.Shallow {
		t.Error("in a shallow clone:", got)
	}
}
