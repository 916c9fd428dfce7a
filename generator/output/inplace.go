package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"syscall"
)

// step is one file that changes places: its bytes in the version before and in the new one, nil where a version has none. With
// both nil it is something else than a file that must go, such as a link.
//
// Afterwards the spare is the version before, as after an exchange. A step can be taken again from wherever a kill stopped it,
// because what stands at a place tells by its hash how far it came.
type step struct {
	path          Path
	before, after *Digest
}

// changeInPlace is changePlaces where the system cannot exchange two folders. Readers may meet files of both versions while it
// lasts, but each of them whole, and no page whose assets are not there yet.
func (t *Tree) changeInPlace(next *Manifest) ([]step, error) {
	steps, err := t.plan(next)
	if err != nil {
		return nil, fmt.Errorf("planning how files change places: %w", err)
	}
	if err := t.writeJournal(journal{state: stateInPlace, steps: steps}); err != nil {
		return nil, err
	}
	if err := t.disk.flush(t.spare, []string{at(t.spare, journalName)}); err != nil {
		return nil, fmt.Errorf("flushing the journal: %w", err)
	}
	if err := t.stepThrough(steps); err != nil {
		return nil, &LateError{Half: true, Err: err}
	}
	return steps, nil
}

// stepThrough takes all steps, those too that were taken already, and leaves the spare as the version before.
func (t *Tree) stepThrough(steps []step) error {
	for i, s := range steps {
		if err := t.forward(i, s); err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
	}
	if err := t.disk.flush(t.live, t.stepNames(steps)); err != nil {
		return err
	}
	for i, s := range steps {
		if err := t.retire(i, s); err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
	}
	for i, s := range steps {
		if err := t.settle(i, s); err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
	}
	return t.settled()
}

// settled says that the spare is the version before.
func (t *Tree) settled() error {
	manifest, _, err := t.readManifest(t.spare)
	if err != nil {
		return err
	}
	found, err := t.scanSpare(context.Background())
	if err != nil {
		return err
	}
	return t.writeJournal(journalBefore(manifest, found))
}

func (t *Tree) stepNames(steps []step) (names []string) {
	for _, s := range steps {
		if s.after != nil {
			names = append(names, at(t.live, s.path))
		}
	}
	return names
}

// parked is where the bytes of the version before wait until all steps are taken.
func (t *Tree) parked(i int) string { return at(t.spare, Path(fmt.Sprintf("%sold-%d", tempPrefix, i))) }

// forward puts the new file, or nothing, in the place of the live one, and parks the old.
func (t *Tree) forward(i int, s step) error {
	reached, err := t.clearWay(s)
	if err != nil {
		return err
	}
	if !reached {
		return t.prune(t.live, s.path)
	}
	live := at(t.live, s.path)
	if s.after == nil && t.isFolder(live) {
		return nil // taken before the kill: this is the folder that needed the place
	}
	actual, err := t.regularDigest(live)
	if err != nil {
		return err
	}
	if s.after != nil && actual != nil && *actual == *s.after {
		return nil // taken before the kill
	}
	if s.before != nil && actual != nil && *actual == *s.before {
		if err := t.shareOver(live, t.parked(i)); err != nil {
			return err
		}
	}
	if s.after != nil {
		return t.shareOver(at(t.spare, s.path), live)
	}
	if err := t.discard(live); err != nil {
		return err
	}
	return t.prune(t.live, s.path)
}

// clearWay makes the folders above a new file, over whatever stands in their place, and reports whether the place can be reached
// without following a link; a file that must go and cannot be reached is gone already.
func (t *Tree) clearWay(s step) (bool, error) {
	above := slices.Collect(parents(s.path))
	for _, dir := range slices.Backward(above) {
		name := at(t.live, dir)
		info, err := t.disk.lstat(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
		if err == nil && info.IsDir() {
			continue
		}
		if s.after == nil {
			return false, nil
		}
		if err == nil {
			err = t.disk.remove(name)
			if err != nil {
				return false, err
			}
		}
		if err := t.disk.mkdir(name); err != nil {
			return false, err
		}
	}
	if s.after == nil {
		return true, nil
	}
	return true, t.removeEmpty(at(t.live, s.path))
}

// removeEmpty removes the folder name, should it be one, with the empty folders in it.
func (t *Tree) removeEmpty(name string) error {
	info, err := t.disk.lstat(name)
	if missing(err) || err == nil && !info.IsDir() {
		return nil
	}
	if err != nil {
		return err
	}
	entries, err := t.disk.readDir(name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := t.removeEmpty(at(name, Path(e.Name()))); err != nil {
			return err
		}
	}
	return t.disk.remove(name)
}

// isFolder reports whether a folder stands at name.
func (t *Tree) isFolder(name string) bool {
	info, err := t.disk.lstat(name)
	return err == nil && info.IsDir()
}

// prune removes the folders above p that are empty now.
func (t *Tree) prune(root string, p Path) error {
	for dir := range parents(p) {
		entries, err := t.disk.readDir(at(root, dir))
		if missing(err) {
			continue
		}
		if err != nil || len(entries) > 0 {
			return err
		}
		if err := t.disk.remove(at(root, dir)); err != nil {
			return err
		}
	}
	return nil
}

// retire takes a new file out of the spare, which becomes the version before.
func (t *Tree) retire(i int, s step) error {
	if s.after == nil {
		return nil
	}
	if s.before != nil {
		if _, err := t.disk.lstat(t.parked(i)); err != nil {
			return ignoreMissing(err) // settled before the kill, or somebody else's hand took the old bytes
		}
	}
	name := at(t.spare, s.path)
	info, err := t.disk.lstat(name)
	if err == nil && !info.IsDir() {
		err = t.disk.remove(name)
	}
	if err := ignoreMissing(err); err != nil {
		return err
	}
	return t.prune(t.spare, s.path)
}

// settle puts the old bytes into the spare.
func (t *Tree) settle(i int, s step) error {
	if _, err := t.disk.lstat(t.parked(i)); err != nil {
		return ignoreMissing(err)
	}
	if err := t.makeFolders(at(t.spare, Path(path.Dir(string(s.path))))); err != nil {
		return err
	}
	return t.disk.rename(t.parked(i), at(t.spare, s.path))
}

// regularDigest reads the file at name; nil when there is no regular file.
func (t *Tree) regularDigest(name string) (*Digest, error) {
	info, err := t.disk.lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, ignoreMissing(err)
	}
	d, err := t.hashFile(name)
	return &d, err
}

// missing reports whether err says that nothing stands at a name, be it that a folder above it is a file.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func ignoreMissing(err error) error {
	if missing(err) {
		return nil
	}
	return err
}
