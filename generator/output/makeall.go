package output

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// ErrDuplicate is what errors.Is finds in a [DuplicateError].
var ErrDuplicate = errors.New("two claims on one path")

// DuplicateError says that two recipes claim one path.
type DuplicateError struct{ First, Second Recipe }

func (e *DuplicateError) Error() string {
	return fmt.Sprintf("%s is claimed twice: by %s and by %s", e.First.Path, e.First.Claim, e.Second.Claim)
}

// Is makes errors.Is(err, ErrDuplicate) hold.
func (e *DuplicateError) Is(target error) bool { return target == ErrDuplicate }

// MakeError says which recipe could not be made, and wraps why.
type MakeError struct {
	Recipe Recipe
	Err    error
}

func (e *MakeError) Error() string { return fmt.Sprintf("making %s: %v", e.Recipe.Path, e.Err) }
func (e *MakeError) Unwrap() error { return e.Err }

// MakeAll makes every recipe into sink, jobs at a time (at least one), and gives the finished files.
//
// Recipes are begun in the order of their paths and those that were begun are finished, so that of several that fail it is always
// the lowest path's error that is told, as a [MakeError]. Two recipes for one path are a [DuplicateError], and nothing is
// made. When ctx ends, no more are begun and its cause is the error.
func MakeAll(ctx context.Context, recipes []Recipe, jobs int, sink Sink) (Set, error) {
	ordered, err := inOrder(recipes)
	if err != nil {
		return Set{}, err
	}
	var (
		entries = make([]Entry, len(ordered))
		errs    = make([]error, len(ordered))
		next    int
		failed  bool
		mu      sync.Mutex
		workers sync.WaitGroup
	)
	take := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		if failed || next == len(ordered) || ctx.Err() != nil {
			return 0, false
		}
		next++
		return next - 1, true
	}
	for range max(1, min(jobs, len(ordered))) {
		workers.Go(func() {
			for i, ok := take(); ok; i, ok = take() {
				if entries[i], errs[i] = sink.Write(ordered[i].Path, ordered[i].Ready().Make); errs[i] != nil {
					mu.Lock()
					failed = true
					mu.Unlock()
				}
			}
		})
	}
	workers.Wait()
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return Set{}, &MakeError{Recipe: ordered[i], Err: errs[i]}
	}
	if next < len(ordered) {
		return Set{}, context.Cause(ctx)
	}
	return NewSet(entries)
}

// inOrder sorts recipes by path and refuses two of one path. Of equal paths the one that was given first comes first.
func inOrder(recipes []Recipe) ([]Recipe, error) {
	ordered := slices.Clone(recipes)
	slices.SortStableFunc(ordered, func(a, b Recipe) int { return strings.Compare(string(a.Path), string(b.Path)) })
	for i := 1; i < len(ordered); i++ {
		if ordered[i].Path == ordered[i-1].Path {
			return nil, &DuplicateError{First: ordered[i-1], Second: ordered[i]}
		}
	}
	return ordered, nil
}
