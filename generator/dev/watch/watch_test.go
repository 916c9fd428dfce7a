package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

const ms = time.Millisecond

// A writer must not wait: the first event rings at once. And a burst must not ring for every file.
func TestFirstEventRingsAtOnceAndTheRestIsGathered(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.event("content/press/a.md", false)
		s.wantRings("after the first event", 0)
		s.pass(10 * ms)
		s.event("content/press/b.md", false)
		s.pass(20 * ms)
		s.event("content/press/c.md", false)
		s.pass(39 * ms)
		s.wantRings("while it is not quiet yet", 0)
		s.pass(ms)
		s.wantRings("when 40 ms were quiet", 0, 70*ms)
		s.pass(10 * time.Second)
		s.wantRings("a last time when the burst has settled", 0, 70*ms, 2530*ms)
		s.wantNotices()
	})
}

// Names are a hint: whoever follows them is told at the end of each burst, and wherever events may be missing, that anything may
// have changed.
func TestRingsName(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.event("content/press/a.md", false)
		s.event("content/press/b.md", false)
		s.event("content/press/b.md.tmp", true)
		s.pass(10 * time.Second)
		for range 70 {
			s.event("content/press/c.md", false)
			s.event("content/press/d.md", false)
		}
		s.pass(10 * time.Second)
		s.event("content/press/a.md", false)
		s.backend.errors <- ErrOverflow
		s.pass(10 * time.Second)
		s.write("content/press/e.md", "e") // and no event
		s.pass(2 * time.Minute)
		s.event("content/press/a.md", false)
		s.wantTold(
			Ring{Named: []string{"content/press/a.md"}}, Ring{Named: []string{"content/press/b.md", "content/press/b.md.tmp"}}, Ring{Whole: true},
			Ring{Named: []string{"content/press/c.md"}}, Ring{Whole: true}, Ring{Whole: true},
			Ring{Named: []string{"content/press/a.md"}}, Ring{Whole: true}, Ring{Whole: true},
			Ring{Whole: true}, Ring{Whole: true}, Ring{Whole: true},
		)
	})
}

// Most programs empty a file before they write it: a site of empty files is nothing to build.
func TestEmptiedFileIsAwaited(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.write("content/press/a.md", "")
		s.event("content/press/a.md", false)
		s.wantRings("when the file was emptied")
		s.pass(3 * ms)
		s.write("content/press/a.md", "text")
		s.event("content/press/a.md", false)
		s.wantRings("when it was written", 3*ms)
		s.pass(10 * time.Second)
		s.write("content/press/b.md", "")
		s.event("content/press/b.md", false)
		s.pass(40 * ms)
		s.wantRings("when another stays empty", 3*ms, 2503*ms, 10043*ms)
	})
}

// Something that never stops writing must not keep a page from being made.
func TestLongBurstRingsEveryQuarterSecond(t *testing.T) {
	stage(t, nil, func(s *scene) {
		for range 60 {
			s.event("content/press/a.md", false)
			s.pass(10 * ms)
		}
		s.wantRings("during 600 ms of writing", 0, 260*ms, 510*ms)
	})
}

// Whoever builds while much happens hears of it once, and does hear of it.
func TestBusyListenerHearsOnce(t *testing.T) {
	root := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		backend := newFake()
		w, err := New(Options{Root: root, Roots: []string{"content"}, Backend: func() (Backend, error) { return backend, nil }})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		for range 3 {
			backend.events <- Event{Path: filepath.Join(w.Root, "content", "a.md")}
			time.Sleep(time.Second)
		}
		<-w.Rings()
		select {
		case <-w.Rings():
			t.Error("it rang twice for what was over before anybody listened")
		case <-time.After(2 * time.Second):
		}
	})
}

// What nobody reads must not make anybody build.
func TestWhatIsIgnoredDoesNotRing(t *testing.T) {
	ignore := func(opt *Options, _ *fake) {
		opt.Ignore = func(path string) bool { return filepath.Ext(path) == ".swp" }
	}
	stage(t, ignore, func(s *scene) {
		s.event("content/press/.a.md.swp", false)
		s.event("public/index.html", false)
		s.event(".public.spare", true)
		s.pass(10 * time.Second)
		s.wantRings("for files of others")
		s.event("config.yaml", false)
		s.wantRings("for the settings", 10*time.Second)
	})
}

// mkdir -p tells of the outermost folder only.
func TestNewFoldersAreWatchedBeforeItRings(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.write("content/press/2026/a/b/index.md", "x")
		s.event("content/press/2026", false)
		s.wantRings("for the new folder", 0)
		want := []string{".", "content", "content/press", "content/press/2026", "content/press/2026/a", "content/press/2026/a/b"}
		if got := s.backend.folders(s.root); !slices.Equal(got, want) {
			t.Errorf("watched %v, want %v", got, want)
		}
	})
}

// A renamed folder's watches have its old name.
func TestRenamedFolderIsWatchedAnew(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.write("content/press/2026/a/index.md", "x")
		s.event("content/press/2026", false)
		if err := os.Rename(filepath.Join(s.root, "content/press/2026"), filepath.Join(s.root, "content/press/2027")); err != nil {
			t.Fatal(err)
		}
		s.event("content/press/2026", true)
		s.event("content/press/2027", false)
		want := []string{".", "content", "content/press", "content/press/2027", "content/press/2027/a"}
		if got := s.backend.folders(s.root); !slices.Equal(got, want) {
			t.Errorf("watched %v, want %v", got, want)
		}
	})
}

// A folder that is made while somebody looks at the tree is newer than what was seen, and stays watched.
func TestFolderMadeDuringALook(t *testing.T) {
	var look chan struct{}
	slow := func(opt *Options, _ *fake) {
		look = make(chan struct{}) // inside the bubble
		inner := opt.Look
		opt.Look = func(ctx context.Context) (Picture, error) {
			p, err := inner(ctx)
			select {
			case <-look:
			case <-ctx.Done():
			}
			return p, err
		}
	}
	stage(t, slow, func(s *scene) {
		s.write("content/press/2026/index.md", "x")
		s.event("content/press/2026", false)
		look <- struct{}{}
		synctest.Wait()
		if !slices.Contains(s.backend.folders(s.root), "content/press/2026") {
			t.Error("the new folder is not watched any more")
		}
	})
}

// A queue that runs over loses folders and files; the tree has them.
func TestOverflowLooksAtEverything(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.write("content/press/2026/index.md", "x")
		s.backend.errors <- ErrOverflow
		synctest.Wait()
		s.wantRings("after an overflow", 0)
		s.wantNotices(Overflow)
		if !slices.Contains(s.backend.folders(s.root), "content/press/2026") {
			t.Error("the folder whose event was lost is not watched")
		}
	})
}

// Our own queue has an end as well.
func TestInboxIsBounded(t *testing.T) {
	b := newInbox()
	for i := range maxInbox + 10 {
		b.add(Event{Path: string(rune(i))})
	}
	if events, lost := b.take(); len(events) != maxInbox || lost != lostMany {
		t.Errorf("%d events, loss %d", len(events), lost)
	}
}

// When the system has no more watches, what is not watched must be noticed all the same.
func TestLimitFallsBackToComparing(t *testing.T) {
	limit := func(_ *Options, f *fake) { f.limit = 2 }
	stage(t, limit, func(s *scene) {
		s.wantNotices(Limit)
		s.pass(10 * time.Second)
		before := len(s.heard())
		s.write("content/press/a.md", "changed in a folder that nobody watches")
		s.pass(1100 * ms)
		if len(s.heard()) == before {
			t.Error("a change in an unwatched folder was not noticed within a second")
		}
	})
}

// The errors of systems that mean a limit.
func TestLimitsOfSystems(t *testing.T) {
	for _, err := range []error{syscall.ENOSPC, syscall.EMFILE, syscall.ENFILE} {
		if reason(limited(err)) != Limit {
			t.Errorf("%v is not taken for a limit", err)
		}
	}
	if reason(limited(syscall.EPERM)) != Unsupported {
		t.Error("no permission is taken for a limit")
	}
}

// A system that cannot watch at all.
func TestUnsupportedPolls(t *testing.T) {
	none := func(opt *Options, _ *fake) {
		opt.Backend = func() (Backend, error) { return nil, errors.New("not here") }
	}
	stage(t, none, func(s *scene) {
		s.wantNotices(Unsupported)
		s.wantPolling()
	})
}

// Polling asked for; the events that come all the same are heard at once.
func TestForcedPolling(t *testing.T) {
	poll := func(opt *Options, _ *fake) { opt.Poll = true }
	stage(t, poll, func(s *scene) {
		s.wantNotices()
		s.wantPolling()
		at := time.Since(s.begun)
		s.event("content/press/a.md", false)
		if rings := s.heard(); rings[len(rings)-1] != at {
			t.Errorf("the event rang at %v, not at %v", rings[len(rings)-1], at)
		}
	})
}

func (s *scene) wantPolling() {
	s.Helper()
	s.pass(10 * time.Second)
	before := len(s.heard())
	s.write("content/press/new/b.md", time.Since(s.begun).String())
	s.pass(1100 * ms)
	if len(s.heard()) != before+1 {
		s.Errorf("a change rang %d times within a second", len(s.heard())-before)
	}
	s.pass(10 * time.Second)
	if len(s.heard()) != before+2 {
		s.Errorf("a change and its settling rang %d times", len(s.heard())-before)
	}
}

// A drive that swallows events is found out by a sweep, and compared every second from then on.
func TestSilentChangeIsFoundAndDistrusted(t *testing.T) {
	stage(t, nil, func(s *scene) {
		s.pass(10 * time.Second)
		s.write("content/press/a.md", "nobody tells")
		s.pass(21 * time.Second)
		if len(s.heard()) == 0 {
			t.Fatal("the sweep did not ring")
		}
		s.pass(time.Second)
		s.wantNotices(Silent)
		s.wantPolling()
	})
}

// An event that is late is no reason for distrust.
func TestLateEventIsNotDistrusted(t *testing.T) {
	late := func(opt *Options, _ *fake) { opt.Sweep = 5 * time.Second }
	stage(t, late, func(s *scene) {
		s.write("content/press/a.md", "told later")
		s.pass(5 * time.Second)
		s.event("content/press/a.md", false)
		s.pass(time.Minute)
		s.wantNotices()
	})
}

// The folder may go away and come back.
func TestRootThatGoesAndComes(t *testing.T) {
	stage(t, nil, func(s *scene) {
		away := s.root + "-away"
		if err := os.Rename(s.root, away); err != nil {
			t.Fatal(err)
		}
		s.event("", true)
		s.wantNotices(Gone)
		s.pass(10 * time.Second)
		if err := os.Rename(away, s.root); err != nil {
			t.Fatal(err)
		}
		before := len(s.heard())
		s.pass(1100 * ms)
		if len(s.heard()) == before {
			t.Error("nobody heard that the folder is back")
		}
		if !slices.Contains(s.backend.folders(s.root), "content/press") {
			t.Error("the folder that is back is not watched")
		}
	})
}

// A backend that ends is replaced by looking.
func TestBackendThatEnds(t *testing.T) {
	stage(t, nil, func(s *scene) {
		close(s.backend.events)
		synctest.Wait()
		s.wantNotices(Unsupported)
		s.wantPolling()
	})
}

// A tree that is costly to look at is looked at less often.
func TestLookingIsBounded(t *testing.T) {
	w := &Watcher{Options: Options{Look: (&scene{}).look, Every: time.Second, Sweep: 30 * time.Second}, polling: true}
	w.glances.cost = 3 * time.Second
	if at, _ := w.nextGlance(); at.Sub(w.glances.last) != time.Minute {
		t.Errorf("looks again after %v", at.Sub(w.glances.last))
	}
}
