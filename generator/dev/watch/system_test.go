package watch

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// recorder notes what the system's backend tells, and which folders it watches.
type recorder struct {
	Backend
	out  chan Event
	done chan struct{}

	mu   sync.Mutex
	told map[string]bool
	news chan struct{}
}

func record(b Backend) *recorder {
	r := &recorder{Backend: b, out: make(chan Event), done: make(chan struct{}), told: map[string]bool{}, news: make(chan struct{}, 1)}
	go func() {
		defer close(r.done)
		for e := range b.Events() {
			r.note(e.Path)
			r.out <- e
		}
		close(r.out)
	}()
	return r
}

func (r *recorder) note(what string) {
	r.mu.Lock()
	r.told[what] = true
	r.mu.Unlock()
	select {
	case r.news <- struct{}{}:
	default:
	}
}

func (r *recorder) Add(dir string) error {
	err := r.Backend.Add(dir)
	r.note("watched " + dir)
	return err
}

func (r *recorder) Events() <-chan Event { return r.out }

// await waits until the system has told of a path.
func (r *recorder) await(t *testing.T, path string) {
	t.Helper()
	for {
		r.mu.Lock()
		told := r.told[path]
		r.mu.Unlock()
		if told {
			return
		}
		select {
		case <-r.news:
		case <-t.Context().Done():
			t.Fatalf("the system never told of %s", path)
		}
	}
}

// The real system's events, through every way in which files change: files are written in the folders that came about, and
// the system must tell of these files too.
func TestSystem(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(in("content/press"), 0o755))
	inner, err := System()
	if err != nil {
		t.Skipf("this system cannot watch: %v", err)
	}
	rec := record(inner)
	w, err := New(Options{Root: root, Roots: []string{"config.yaml", "content"}, Backend: func() (Backend, error) { return rec, nil }})
	must(err)
	defer w.Close()
	write := func(name string) {
		t.Helper()
		must(os.WriteFile(in(name), []byte("x"), 0o644))
		rec.await(t, in(name))
		<-w.Rings()
	}
	write("config.yaml")
	write("content/press/a.md")

	// as Vim and VS Code save
	must(os.WriteFile(in("content/press/a.md.tmp"), []byte("y"), 0o644))
	must(os.Rename(in("content/press/a.md.tmp"), in("content/press/a.md")))
	<-w.Rings()

	// mkdir -p and a file; then a file in the innermost folder, which only a watch of its own can tell of
	must(os.MkdirAll(in("content/x/y/z"), 0o755))
	rec.await(t, "watched "+in("content/x/y/z"))
	write("content/x/y/z/a.md")

	// a folder renamed, with a folder in it
	must(os.Rename(in("content/x"), in("content/renamed")))
	rec.await(t, "watched "+in("content/renamed/y/z"))
	write("content/renamed/y/z/b.md")

	// one that goes away and comes back under its old name
	must(os.RemoveAll(in("content/renamed")))
	<-w.Rings()
	must(os.MkdirAll(in("content/renamed/again"), 0o755))
	rec.await(t, "watched "+in("content/renamed/again"))
	write("content/renamed/again/c.md")
}
