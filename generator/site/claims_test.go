package site

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The folders of a file come to an end for every name, so that no name holds a build up.
func TestAbove(t *testing.T) {
	for file, want := range map[string][]string{
		"":                {},
		"index.html":      {},
		"/":               {},
		"/index.html":     {},
		"//a//index.html": {"//a/", "//a", "/"},
		"a/b/index.html":  {"a/b", "a"},
	} {
		if d := cmp.Diff(want, append([]string{}, slices.Collect(above(file))...)); d != "" {
			t.Errorf("%q: %s", file, d)
		}
	}
}
