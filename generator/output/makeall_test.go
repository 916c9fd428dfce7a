package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync/atomic"
	"testing"
)

func recipes(paths ...Path) (out []Recipe) {
	for _, p := range paths {
		out = append(out, Recipe{Path: p, Maker: "test/1", Make: text("content of " + string(p)), Claim: string(p) + ".md"})
	}
	return out
}

// What is made is the same in any order of work and with any number of jobs.
func TestMakeAll(t *testing.T) {
	given := recipes("c", "a", "b/x", "b/y")
	var want Set
	for _, jobs := range []int{-1, 1, 3, 100} {
		var m Memory
		set, err := MakeAll(context.Background(), given, jobs, &m)
		must(t, err)
		if want.Len() > 0 && !set.Equal(want) {
			t.Errorf("%d jobs: another set", jobs)
		}
		want = set
		var paths []Path
		for e := range set.All() {
			paths = append(paths, e.Path)
			if b, ok := m.Bytes(e.Path); !ok || Sum(b) != e.Content || int64(len(b)) != e.Size {
				t.Errorf("%s holds %q", e.Path, b)
			}
		}
		if !slices.Equal(paths, []Path{"a", "b/x", "b/y", "c"}) {
			t.Errorf("order %v", paths)
		}
	}
	if set, err := MakeAll(context.Background(), nil, 4, new(Memory)); err != nil || set.Len() != 0 {
		t.Errorf("nothing to make: %v, %v", set, err)
	}
}

// Two claims on one path name both, and nothing is made.
func TestMakeAllRefusesDuplicates(t *testing.T) {
	given := recipes("b", "a", "b")
	given[2].Claim = "other.md"
	for i := range given {
		given[i].Make = func(io.Writer) error { t.Error("made"); return nil }
	}
	_, err := MakeAll(context.Background(), given, 2, new(Memory))
	var twice *DuplicateError
	if !errors.As(err, &twice) || !errors.Is(err, ErrDuplicate) || twice.First.Claim != "b.md" || twice.Second.Claim != "other.md" {
		t.Errorf("error %v", err)
	}
}

// Of several failures it is always the same one that is told: the lowest path's, with its recipe.
func TestMakeAllTellsTheFirstError(t *testing.T) {
	given := recipes("a", "b", "c", "d", "e", "f", "g")
	broken := errors.New("broken")
	for i, r := range given {
		if r.Path != "a" && r.Path != "b" {
			given[i].Make = func(io.Writer) error { return fmt.Errorf("%s: %w", r.Path, broken) }
		}
	}
	for range 100 {
		_, err := MakeAll(context.Background(), given, 4, new(Memory))
		var failed *MakeError
		if !errors.As(err, &failed) || failed.Recipe.Path != "c" || !errors.Is(err, broken) {
			t.Fatalf("error %v", err)
		}
	}
}

// When the context ends no further recipe is begun, and its cause is the error.
func TestMakeAllStops(t *testing.T) {
	ctx, stop := context.WithCancelCause(context.Background())
	defer stop(nil)
	given := recipes("a", "b", "c", "d")
	interrupted := errors.New("interrupted")
	var made atomic.Int32
	for i := range given {
		given[i].Make = func(io.Writer) error { made.Add(1); stop(interrupted); return nil }
	}
	if _, err := MakeAll(ctx, given, 1, new(Memory)); !errors.Is(err, interrupted) || made.Load() != 1 {
		t.Errorf("error %v after %d", err, made.Load())
	}
}

// Sets are ordered, refuse doubles, and tell exactly where they differ.
func TestSet(t *testing.T) {
	entry := func(p, content string) Entry { return Entry{Path(p), Sum([]byte(content)), int64(len(content))} }
	set := func(entries ...Entry) Set {
		s, err := NewSet(entries)
		must(t, err)
		return s
	}
	if _, err := NewSet([]Entry{entry("a", "1"), entry("b", "1"), entry("a", "2")}); err == nil {
		t.Errorf("two files at one path")
	}
	a, b := set(entry("d", "1"), entry("a", "1"), entry("b", "1")), set(entry("b", "2"), entry("c", "1"), entry("d", "1"))
	if got, want := fmt.Sprint(a.Diff(b)), "[- a ~ b + c]"; got != want {
		t.Errorf("differences %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(b.Diff(a)), "[+ a ~ b - c]"; got != want {
		t.Errorf("differences %s, want %s", got, want)
	}
	if a.Equal(b) || !a.Equal(a) || len(a.Diff(a)) > 0 || a.Equal(Set{}) {
		t.Errorf("equality and difference disagree")
	}
	if e, ok := a.Lookup("b"); !ok || e != entry("b", "1") {
		t.Errorf("lookup gave %v, %v", e, ok)
	}
	for _, missing := range []Path{"", "aa", "z"} {
		if _, ok := a.Lookup(missing); ok {
			t.Errorf("found %q", missing)
		}
	}
	if s := set(entry("a-b", ""), entry("ab/c", "")); s.holdsBelow("a") || !s.holdsBelow("ab") {
		t.Errorf("what stands below a folder")
	}
}
