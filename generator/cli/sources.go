package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"growthportal/generator/build"
	"growthportal/generator/dev/watch"
	"growthportal/generator/output"
)

// watcher tells when the sources have changed.
type watcher struct {
	*watch.Watcher
	notices chan watch.Notice // what is out of the ordinary
}

// watch watches the sources. poll is for drives whose events get lost though they look as if they did not.
func (f *siteFolder) watch(poll bool) (*watcher, error) {
	notices := make(chan watch.Notice, 16) // each comes once, and there are fewer
	w, err := watch.New(watch.Options{
		Root: f.dir, Roots: build.Roots(), Ignore: build.Ignored,
		Poll: poll,
		Look: func(context.Context) (watch.Picture, error) {
			sum, folders, err := build.Look(f.sources())
			return watch.Picture{Sum: sum, Folders: folders}, err
		},
		Notice: func(n watch.Notice) { notices <- n },
	})
	return &watcher{w, notices}, err
}

// renewal is what keeps a site new by the watcher.
func (s *session) renewal(w *watcher) *renewal {
	return &renewal{
		rings: w.Rings(), clock: s.Clock, still: s.timeIsGiven(), notices: w.notices,
		tell: func(n watch.Notice) { s.complain(s.say("watch-" + string(n))) },
	}
}

// sources is the source folder as it can be read.
func (f *siteFolder) sources() fs.FS {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.root.FS()
}

// reopen opens the source folder anew where another stands in its place, as when it was renamed and checked out again. The one
// that was open stays so until close: somebody may be reading in it.
func (f *siteFolder) reopen() {
	there, err := os.Stat(f.dir)
	if err != nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if open, err := f.root.Stat("."); err == nil && os.SameFile(open, there) {
		return
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return
	}
	f.former = append(f.former, f.root)
	f.root = root
}

// mustBeSite refuses a folder without config.yaml.
func (f *siteFolder) mustBeSite() error {
	if _, err := fs.Lstat(f.sources(), "config.yaml"); errors.Is(err, fs.ErrNotExist) {
		return build.ErrNoConfig
	}
	return nil
}

// lockFile takes one of the locks in the memory's folder. A folder without config.yaml is no site, and gets nothing written into it.
func (f *siteFolder) lockFile(ctx context.Context, lock siteLock) (release func(), err error) {
	if err := f.mustBeSite(); err != nil {
		return nil, err
	}
	folder, err := build.MemoryFolder(f.dir)
	if err == nil {
		release, err = output.Lock(ctx, filepath.Join(folder, lock.name), lock.wait)
	}
	if isReadOnly(err) {
		f.forgets = err
		return func() {}, nil
	}
	return release, err
}
