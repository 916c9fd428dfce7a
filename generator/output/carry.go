package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// carried gives the dot files of the live tree that are not ours and that next does not publish: they are left alone, which
// takes that they are in the next version too.
func (t *Tree) carried(next *Manifest) map[Path]fs.FileInfo {
	out := map[Path]fs.FileInfo{}
	for _, from := range []map[Path]fs.FileInfo{t.found.files, t.found.others} {
		for p, info := range from {
			if hidden(p) && !t.ours(p) && (info.Mode().IsRegular() || info.Mode().Type() == fs.ModeSymlink) && next.hasRoom(p) {
				out[p] = info
			}
		}
	}
	return out
}

// hasRoom reports whether a file could stand at p beside those of the manifest.
func (m *Manifest) hasRoom(p Path) bool {
	if _, taken := m.Lookup(p); taken || m.holdsBelow(p) {
		return false
	}
	for dir := range parents(p) {
		if _, file := m.Lookup(dir); file {
			return false
		}
	}
	return true
}

// carriedFolders gives the folders in the root of the live tree that are left alone, such as a repository's .git. One in which
// next publishes something is a [ForeignError], unless it is to be replaced.
func (t *Tree) carriedFolders(next *Manifest) ([]Path, error) {
	var out, taken []Path
	for _, p := range t.found.unlooked() {
		if next.hasRoom(p) {
			out = append(out, p)
		} else {
			taken = append(taken, p)
		}
	}
	if len(taken) > 0 && !t.opt.Replace {
		return nil, &ForeignError{Root: t.live, Paths: taken}
	}
	return out, nil
}

// carry gives the spare, which holds have, the dot files of the live tree, and takes away those that are there no longer.
func (t *Tree) carry(next *Manifest, have *listing) error {
	carried := t.carried(next)
	for _, from := range []map[Path]fs.FileInfo{have.files, have.others} {
		for p := range from {
			if carried[p] == nil && hidden(p) && p != manifestName && p != journalName && next.hasRoom(p) {
				if err := t.discard(at(t.spare, p)); err != nil {
					return err
				}
			}
		}
	}
	for p, info := range carried {
		old := have.files[p]
		if old != nil && os.SameFile(old, info) {
			continue
		}
		if err := t.makeFolders(at(t.spare, dirOf(p))); err != nil {
			return err
		}
		if err := t.carryOne(p, info); err != nil {
			return fmt.Errorf("carrying over %s: %w", p, err)
		}
	}
	return nil
}

func (t *Tree) carryOne(p Path, info fs.FileInfo) error {
	from, to := at(t.live, p), at(t.spare, p)
	if info.Mode().IsRegular() {
		return t.shareOver(from, to)
	}
	target, err := t.disk.readlink(from)
	if err != nil {
		return err
	}
	if err := t.discard(to); err != nil {
		return err
	}
	return t.disk.symlink(target, to)
}

// moveFolders takes carried folders from the version before, right after the exchange.
func (t *Tree) moveFolders(folders []Path) error {
	for _, p := range folders {
		if err := t.disk.rename(at(t.spare, p), at(t.live, p)); err != nil {
			return fmt.Errorf("carrying over %s: %w", p, err)
		}
	}
	return nil
}

// returnFolders moves carried folders that a kill between the exchange and moveFolders left in the spare. Where the live tree has
// such a folder again, a person must choose.
func (t *Tree) returnFolders() error {
	entries, err := t.disk.readDir(t.spare)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	manifest, _, err := t.readManifest(t.spare)
	if err != nil {
		return err
	}
	for _, e := range entries {
		p := Path(e.Name())
		if !e.IsDir() || !hidden(p) || hasTempName(p) || manifest.holdsBelow(p) {
			continue
		}
		_, err := t.disk.lstat(at(t.live, p))
		if err == nil || !t.exists {
			return &ForeignError{Root: t.spare, Paths: []Path{p}}
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		t.notice(NoticeFinished)
		if err := t.moveFolders([]Path{p}); err != nil {
			return err
		}
	}
	return nil
}
