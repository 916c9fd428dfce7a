package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Transaction gathers the files of the next version. The live tree and the version before are untouched until Commit, and the
// live tree until the very end of it.
//
// Keep and Write are safe for concurrent use; Commit or Abort comes once, after they have returned. Each path is given once.
type Transaction struct {
	tree *Tree

	mu     sync.Mutex
	files  map[Path]finished
	temps  int
	done   bool
	placed bool // the temporary files have taken their places in the spare

	straight *straight // nil where there was a spare
}

// finished is one file of the next version.
type finished struct {
	Entry
	fresh     bool
	temp      string      // the absolute name under which fresh bytes wait in the spare; "" where they are in their place
	info      fs.FileInfo // of the live file; nil for a fresh one
	signature Signature   // of the fresh file: ten times smaller than all that the system tells
}

// Begin makes the spare ready to take files, and makes it if there is none. Only one transaction of a Tree is under way at a time.
func (t *Tree) Begin() (*Transaction, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.busy {
		panic("output: Begin on a Tree that has a transaction under way, or is spent")
	}
	made, err := t.readySpare()
	if err != nil {
		return nil, err
	}
	t.busy = true
	tx := &Transaction{tree: t, files: make(map[Path]finished, len(t.found.files))}
	if made {
		tx.straight = &straight{tree: t, dirs: map[Path]bool{}}
	}
	return tx, nil
}

// readySpare makes the spare, or clears an old one of the temporary files of a killed build.
func (t *Tree) readySpare() (made bool, err error) {
	entries, err := t.disk.readDir(t.spare)
	if errors.Is(err, fs.ErrNotExist) {
		if err := t.makeFolders(t.spare); err != nil {
			return false, fmt.Errorf("making the folder for the next version: %w", err)
		}
		return true, nil
	}
	if err != nil {
		return false, fmt.Errorf("opening the spare: %w", err)
	}
	known := false
	var strays []Path
	for _, e := range entries {
		switch p := Path(e.Name()); {
		case p == manifestName || p == journalName:
			known = true
		case !hidden(p):
			strays = append(strays, p)
		case hasTempName(p):
			if err := t.disk.remove(at(t.spare, p)); err != nil {
				return false, fmt.Errorf("clearing the spare: %w", err)
			}
		}
	}
	if !known && len(strays) > 0 && !t.opt.Replace {
		return false, &ForeignError{Root: t.spare, Paths: strays}
	}
	return false, nil
}

// Keep takes over the live file at p as it is. Its bytes must be known to be c, by Trusted.
func (tx *Transaction) Keep(p Path, c Digest, size int64) {
	tx.add(finished{Entry: Entry{Path: p, Content: c, Size: size}, info: tx.tree.found.files[p]})
}

// Write calls make, which writes the whole file at p. Where the live file has the same bytes it is kept, and nothing is written.
// The error is make's, or wraps the machine's, so that errors.Is finds a full disk.
func (tx *Transaction) Write(p Path, make func(w io.Writer) error) (Entry, error) {
	if !p.Valid() {
		return Entry{}, fmt.Errorf("%q cannot be the name of a published file", p)
	}
	w := tx.newStaged(p)
	if err := make(w); err != nil {
		return Entry{}, errors.Join(err, w.abandon())
	}
	e := Entry{Path: p, Content: w.digest(), Size: w.size}
	if tx.tree.Trusted(p, e.Content) {
		if err := w.abandon(); err != nil {
			return Entry{}, err
		}
		tx.Keep(p, e.Content, e.Size)
		return e, nil
	}
	info, err := w.finish()
	if err != nil {
		return Entry{}, fmt.Errorf("writing %s: %w", p, err)
	}
	tx.add(finished{Entry: e, fresh: true, temp: w.temp(), signature: signatureOf(info)})
	return e, nil
}

// waiting is the absolute name under which the bytes of a fresh file stand in the spare before Commit.
func (t *Tree) waiting(f finished) string {
	if f.temp == "" {
		return at(t.spare, f.Path)
	}
	return f.temp
}

func (tx *Transaction) add(f finished) {
	tx.mu.Lock()
	defer tx.mu.Unlock()
	if _, twice := tx.files[f.Path]; twice {
		panic(fmt.Sprintf("output: %s is in the transaction already", f.Path))
	}
	tx.files[f.Path] = f
}

// Abort gives up: what was written is removed, and the version before is still there for Rollback. After Commit it does nothing.
func (tx *Transaction) Abort() {
	if tx.done {
		return
	}
	tx.clear()
	tx.tree.mu.Lock()
	tx.tree.busy = false
	tx.tree.mu.Unlock()
}

// clear ends the transaction and removes what it wrote; what cannot be removed is cleared by the next Begin.
func (tx *Transaction) clear() {
	tx.done = true
	for _, f := range tx.files {
		if f.fresh && !tx.placed {
			_ = tx.tree.discard(tx.tree.waiting(f))
		}
	}
	tx.straight.forget()
	_ = tx.tree.disk.remove(tx.tree.spare) // only when it is empty, that is, when Begin made it
}

// set gives the files of the transaction, and refuses a file that stands where another needs a folder.
func (tx *Transaction) set() (Set, error) {
	entries := make([]Entry, 0, len(tx.files))
	for _, f := range tx.files {
		entries = append(entries, f.Entry)
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(string(a.Path), string(b.Path)) })
	for _, e := range entries {
		for dir := range parents(e.Path) {
			if _, file := tx.files[dir]; file {
				return Set{}, fmt.Errorf("%s cannot be a file: %s needs it to be a folder", dir, e.Path)
			}
		}
	}
	return NewSet(entries)
}
