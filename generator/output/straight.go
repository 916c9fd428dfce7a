package output

import (
	"io"
	"maps"
	"slices"
	"sync"
)

// straight writes files at once where they belong, in a spare that Begin made: there is nothing in it that a name of their own would have
// to keep apart from them, and to make many files in one folder and then rename them takes a file system longer than all else. The journal says
// beforehand that the spare is no version yet, so that nobody takes what a kill leaves for one.
type straight struct {
	tree *Tree

	mu    sync.Mutex
	begun bool
	odd   bool          // something went another way: what stands in the spare is not known
	dirs  map[Path]bool // the folders that are there, and at most one that may be
}

// create makes the file p with the folders that it needs. Where that cannot be, as when a file stands in the way, it is false and there is no such
// file of ours: it goes by a temporary name then, which tells what is wrong.
func (s *straight) create(p Path) (io.WriteCloser, bool) {
	if s == nil || !s.ready(p) {
		return nil, false
	}
	f, err := s.tree.disk.create(at(s.tree.spare, p))
	if err != nil {
		s.mu.Lock()
		s.odd = true
		s.mu.Unlock()
		return nil, false
	}
	return f, true
}

// ready makes the folders above p.
func (s *straight) ready(p Path) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.odd {
		return false
	}
	if !s.begun {
		s.begun = true
		if s.tree.writeJournal(journal{state: stateMaking}) != nil { // without it the files would be somebody else's after a kill
			s.odd = true
			return false
		}
	}
	missing := slices.Collect(func(yield func(Path) bool) {
		for dir := range parents(p) {
			if s.dirs[dir] || !yield(dir) {
				return
			}
		}
	})
	for _, dir := range slices.Backward(missing) {
		s.dirs[dir] = true
		if s.tree.disk.mkdir(at(s.tree.spare, dir)) != nil {
			s.odd = true
			return false
		}
	}
	return true
}

// foundInSpare is what stands in the spare beside the files of the transaction; nil where that has to be looked up. The spare is Commit's from now on.
func (tx *Transaction) foundInSpare() *listing {
	s := tx.straight
	tx.straight = nil
	if s == nil || s.odd || !s.begun {
		return nil
	}
	found := newListing(0)
	found.dirs = s.dirs
	return found
}

// forget removes the folders of a transaction that came to nothing, once its files are gone. What cannot be removed is cleared by the next Commit.
func (s *straight) forget() {
	if s == nil || !s.begun {
		return
	}
	for _, dir := range slices.Backward(slices.Sorted(maps.Keys(s.dirs))) {
		if s.tree.discard(at(s.tree.spare, dir)) != nil {
			return
		}
	}
	_ = s.tree.writeJournal(journal{})
}
