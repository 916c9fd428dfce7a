package rendertest

import (
	"maps"
	"slices"
	"testing"
)

// Changed lists the paths whose keys an edit of the corpus changes, new ones and those that are gone among them: what the
// next build makes.
func (r Renderer) Changed(t *testing.T, e Edit) []string {
	t.Helper()
	maker, edited := newMaker(t), Corpus()
	e.Do(edited)
	before, after := r.files(t, maker.make(t, Corpus())), r.files(t, maker.make(t, edited))
	paths := map[string]bool{}
	for path, f := range before {
		paths[path] = after[path].key != f.key
	}
	for path, f := range after {
		paths[path] = before[path].key != f.key
	}
	maps.DeleteFunc(paths, func(_ string, changed bool) bool { return !changed })
	return slices.Sorted(maps.Keys(paths))
}

// Maker gives a function that makes every file of a world that has no errors: its text by its path.
func (r Renderer) Maker(t *testing.T) func(w *World) map[string]string {
	maker := newMaker(t)
	return func(w *World) map[string]string {
		t.Helper()
		return bytesIn(r.files(t, maker.make(t, w)))
	}
}

// Write is the edit that adds or replaces a file.
func Write(name, text string) Edit { return write(name, text) }
