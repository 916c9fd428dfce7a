package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folders are the watched ones, by absolute path.
type folders map[string]bool

// relative is a path as seen from the root, with "/"; ok is false for what is not below the roots.
func (w *Watcher) relative(path string) (rel string, ok bool) {
	rel, err := filepath.Rel(w.Root, path)
	if err != nil {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	top, _, _ := strings.Cut(rel, "/")
	return rel, slices.Contains(w.Roots, top)
}

// watchAll watches the root, for its roots to come and go in, and every folder below these.
func (w *Watcher) watchAll() {
	w.watch(w.Root)
	for _, name := range w.Roots {
		w.watchBelow(filepath.Join(w.Root, name))
	}
}

// watchBelow watches a folder, if it is one, and all folders in it. Each is watched before it is listed, so that what is made in it
// meanwhile is either in the list or told by an event.
func (w *Watcher) watchBelow(dir string) {
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
		return
	}
	if !w.watch(dir) {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		w.distrust(Unsupported)
	}
	for _, e := range entries {
		child := filepath.Join(dir, e.Name())
		if rel, ok := w.relative(child); ok && e.IsDir() && !w.Ignore(rel) {
			w.watchBelow(child)
		}
	}
}

// watch watches one folder, and tells whether it makes sense to go on.
func (w *Watcher) watch(dir string) bool {
	if w.backend == nil {
		return false
	}
	err := w.backend.Add(dir)
	switch {
	case err == nil:
		w.folders[dir] = true
		return true
	case errors.Is(err, fs.ErrNotExist):
		return false
	}
	w.distrust(reason(err))
	return false
}

// forget ends the watching of a folder that has gone, or has another name now, and of all that was in it.
func (w *Watcher) forget(dir string) {
	if !w.folders[dir] {
		return
	}
	inside := dir + string(filepath.Separator)
	for folder := range w.folders {
		if folder == dir || strings.HasPrefix(folder, inside) {
			w.backend.Remove(folder)
			delete(w.folders, folder)
		}
	}
}

// compare watches the folders of a picture that are not watched, and tells whether there was any. Those that are not in it are
// forgotten, if the picture is recent: else they may be newer.
func (w *Watcher) compare(p Picture, recent bool) (missed bool) {
	if w.backend == nil {
		return false
	}
	there := map[string]bool{w.Root: true}
	for _, rel := range p.Folders {
		there[filepath.Join(w.Root, filepath.FromSlash(rel))] = true
	}
	for folder := range w.folders {
		if recent && !there[folder] {
			w.backend.Remove(folder)
			delete(w.folders, folder)
		}
	}
	for folder := range there {
		if !w.folders[folder] && w.watch(folder) {
			missed = true
		}
	}
	return missed
}
