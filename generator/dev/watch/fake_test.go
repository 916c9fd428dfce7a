package watch

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// fake is a backend that tells only what a test lets it tell.
type fake struct {
	mu      sync.Mutex
	watched map[string]bool
	limit   int // how many folders can be watched; 0: any number
	events  chan Event
	errors  chan error
}

func newFake() *fake {
	return &fake{watched: map[string]bool{}, events: make(chan Event), errors: make(chan error)}
}

func (f *fake) Add(dir string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.limit > 0 && len(f.watched) >= f.limit && !f.watched[dir] {
		return fmt.Errorf("adding: %w", ErrLimit)
	}
	f.watched[dir] = true
	return nil
}

func (f *fake) Remove(dir string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.watched, dir)
}

func (f *fake) Events() <-chan Event { return f.events }
func (f *fake) Errors() <-chan error { return f.errors }
func (f *fake) Close() error         { return nil }

// folders are the watched ones below root, in order.
func (f *fake) folders(root string) []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var list []string
	for dir := range f.watched {
		rel, _ := filepath.Rel(root, dir)
		list = append(list, filepath.ToSlash(rel))
	}
	slices.Sort(list)
	return list
}

// scene is a folder that is watched inside a bubble of synctest, where time passes only when everybody waits.
type scene struct {
	*testing.T
	root    string
	backend *fake
	watcher *Watcher
	begun   time.Time

	mu      sync.Mutex
	rings   []time.Duration // when the bell rang, since the watching began
	told    []Ring          // and what it told
	notices []Notice
}

// stage runs a test on a folder with some content and a listener who is never busy.
func stage(t *testing.T, change func(*Options, *fake), act func(*scene)) {
	root := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		s := &scene{T: t, root: root, backend: newFake()}
		s.write("config.yaml", "title: A")
		s.write("content/press/a.md", "a")
		opt := Options{
			Root: root, Roots: []string{"config.yaml", "content", "themes"}, Look: s.look,
			Backend: func() (Backend, error) { return s.backend, nil },
			Notice: func(n Notice) {
				s.mu.Lock()
				defer s.mu.Unlock()
				s.notices = append(s.notices, n)
			},
		}
		if change != nil {
			change(&opt, s.backend)
		}
		var err error
		if s.watcher, err = New(opt); err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		s.begun = time.Now()
		go s.listen(done)
		synctest.Wait()
		act(s)
		close(done)
		s.watcher.Close() // and the bubble tells if anything stays behind
	})
}

func (s *scene) listen(done chan struct{}) {
	for {
		select {
		case ring := <-s.watcher.Rings():
			s.mu.Lock()
			s.told = append(s.told, ring)
			s.rings = append(s.rings, time.Since(s.begun))
			s.mu.Unlock()
		case <-done:
			return
		}
	}
}

func (s *scene) write(name, text string) {
	s.Helper()
	path := filepath.Join(s.root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		s.Fatal(err)
	}
}

// look sums the contents, so that the file system's clock does not matter in tests.
func (s *scene) look(context.Context) (Picture, error) {
	var p Picture
	h := sha256.New()
	if _, err := os.Stat(s.root); err != nil {
		return p, err
	}
	for _, top := range []string{"config.yaml", "content", "themes"} {
		_ = filepath.WalkDir(filepath.Join(s.root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			rel, _ := filepath.Rel(s.root, path)
			if d.IsDir() {
				p.Folders = append(p.Folders, filepath.ToSlash(rel))
				return nil
			}
			text, _ := os.ReadFile(path)
			fmt.Fprintf(h, "%s %q\n", rel, text)
			return nil
		})
	}
	h.Sum(p.Sum[:0])
	return p, nil
}

// event lets the backend tell of a path.
func (s *scene) event(name string, away bool) {
	s.backend.events <- Event{Path: filepath.Join(s.root, name), Away: away}
	synctest.Wait()
}

// pass lets time pass, and everybody do what is due.
func (s *scene) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (s *scene) heard() []time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.rings)
}

func (s *scene) wantRings(why string, want ...time.Duration) {
	s.Helper()
	if got := s.heard(); !slices.Equal(got, want) {
		s.Errorf("%s: it rang at %v, want %v", why, got, want)
	}
}

func (s *scene) wantNotices(want ...Notice) {
	s.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.Equal(s.notices, want) {
		s.Errorf("notices %v, want %v", s.notices, want)
	}
}

func (s *scene) wantTold(want ...Ring) {
	s.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !reflect.DeepEqual(s.told, want) {
		s.Errorf("it rang for %v, want %v", s.told, want)
	}
}
