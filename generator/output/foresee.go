package output

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// foreseen is the folders of files to come, which are made in a new spare while the files are.
type foreseen struct {
	worker sync.WaitGroup
	stop   atomic.Bool
	whole  bool          // all of them are there, and nothing else but what the transaction knows of
	dirs   map[Path]bool // those that are there, and one that may be
}

// Foresee begins to make the folders of files that will be written, where the spare is new: making a folder takes the machine as long as making
// a file does, and most files have one of their own. It comes at most once, before Write. Files that do not come after all, and others that
// do, are no mistake; what fails here is tried again by Commit.
func (tx *Transaction) Foresee(paths []Path) {
	if !tx.newSpare || len(paths) == 0 || tx.foreseen != nil {
		return
	}
	f := &foreseen{dirs: map[Path]bool{}}
	tx.foreseen = f
	if err := tx.tree.writeJournal(journal{state: stateMaking}); err != nil { // without it they would be somebody else's after a kill
		return
	}
	needed := foldersOf(slices.Values(paths))
	f.worker.Go(func() {
		for _, p := range slices.Sorted(maps.Keys(needed)) {
			if f.stop.Load() {
				return
			}
			f.dirs[p] = true
			if tx.tree.disk.mkdir(at(tx.tree.spare, p)) != nil {
				return
			}
		}
		f.whole = true
	})
}

// foundInSpare is what stands in the spare beside what the transaction knows of, once all of it has been made; nil where the spare has to be
// looked at. It is Commit's from now on.
func (tx *Transaction) foundInSpare() *listing {
	f := tx.foreseen
	if f == nil {
		return nil
	}
	tx.foreseen = nil
	if f.worker.Wait(); !f.whole {
		return nil
	}
	found := newListing(0)
	found.dirs = f.dirs
	return found
}

// forget removes what was made, of a transaction that comes to nothing. What cannot be removed is cleared by the next Commit.
func (tx *Transaction) forget() {
	f := tx.foreseen
	if f == nil {
		return
	}
	f.stop.Store(true)
	f.worker.Wait()
	for _, p := range slices.Backward(slices.Sorted(maps.Keys(f.dirs))) {
		if tx.tree.discard(at(tx.tree.spare, p)) != nil {
			return
		}
	}
	_ = tx.tree.writeJournal(journal{})
}
