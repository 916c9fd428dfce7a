package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
)

// bringing turns the spare, whatever state it is in, into the next version. It needs no knowledge of what the spare was: a file in
// it that is the live one under another name is right, and all else is replaced or removed.
type bringing struct {
	tree    *Tree
	next    *Manifest
	files   map[Path]finished // what next lists
	carried map[Path]fs.FileInfo
	have    *listing // of the spare; nil where it has to be looked at

	signatures map[Path]Signature // of the files, as they now stand in the spare
	fresh      []string           // absolute names of those whose bytes are new to the disk
}

func (b *bringing) run(ctx context.Context) (err error) {
	t := b.tree
	if b.have == nil {
		if b.have, err = t.listSpare(ctx); err != nil {
			return err
		}
	}
	if err := t.writeJournal(journal{state: stateMaking}); err != nil {
		return err
	}
	b.carried = t.carried(b.next)
	if err := b.prepare(ctx); err != nil { // something stands there that is not in the spare's books
		if b.have, err = t.scanSpare(ctx); err != nil {
			return err
		}
		if err := b.prepare(ctx); err != nil {
			return fmt.Errorf("clearing the version before the last: %w", err)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(b.files)) {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		if err := b.place(b.files[p]); err != nil {
			return fmt.Errorf("placing %s: %w", p, err)
		}
	}
	if err := t.carry(b.next, b.have); err != nil {
		return err
	}
	if err := t.writeFile(t.spare, manifestName, b.next.encode()); err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	return nil
}

// prepare removes what the next version does not have, and makes the folders that it needs.
func (b *bringing) prepare(ctx context.Context) error {
	folders := b.folders()
	if err := b.clear(ctx, folders); err != nil {
		return err
	}
	for _, p := range slices.Sorted(maps.Keys(folders)) {
		if b.have.dirs[p] {
			continue
		}
		if err := b.tree.disk.mkdir(at(b.tree.spare, p)); err != nil {
			return err
		}
		b.touch(p)
		b.have.dirs[p] = true
	}
	return nil
}

// folders gives every folder that the next version needs.
func (b *bringing) folders() map[Path]bool {
	out := foldersOf(maps.Keys(b.files))
	maps.Copy(out, foldersOf(maps.Keys(b.carried)))
	return out
}

// foldersOf gives every folder above paths.
func foldersOf(paths iter.Seq[Path]) map[Path]bool {
	out := map[Path]bool{}
	for p := range paths {
		for dir := range parents(p) {
			if out[dir] {
				break
			}
			out[dir] = true
		}
	}
	return out
}

// clear removes what the next version does not have; files first, then the folders from the deepest up.
func (b *bringing) clear(ctx context.Context, folders map[Path]bool) error {
	waiting := map[string]bool{}
	for _, f := range b.files {
		if f.temp != "" {
			waiting[f.temp] = true
		}
	}
	if err := b.tree.discard(at(b.tree.spare, manifestName)); err != nil {
		return err
	}
	delete(b.have.files, manifestName)
	for _, from := range []map[Path]fs.FileInfo{b.have.files, b.have.others} {
		for p, info := range from {
			if err := context.Cause(ctx); err != nil {
				return err
			}
			_, listed := b.files[p]
			if listed && info.Mode().IsRegular() || b.carried[p] != nil {
				continue
			}
			delete(from, p)
			if p == journalName || waiting[at(b.tree.spare, p)] {
				continue
			}
			if err := b.tree.disk.remove(at(b.tree.spare, p)); err != nil {
				return err
			}
			b.touch(p)
		}
	}
	for _, p := range slices.Backward(slices.Sorted(maps.Keys(b.have.dirs))) {
		if !folders[p] {
			if err := b.tree.disk.remove(at(b.tree.spare, p)); err != nil {
				return err
			}
			delete(b.have.dirs, p)
			b.touch(p)
		}
	}
	return nil
}

// place puts one file where it belongs.
func (b *bringing) place(f finished) error {
	t, to := b.tree, at(b.tree.spare, f.Path)
	old := b.have.files[f.Path]
	switch {
	case f.fresh:
		if f.temp != "" {
			if err := t.disk.rename(f.temp, to); err != nil {
				return err
			}
		}
		b.signatures[f.Path] = f.signature
		b.fresh = append(b.fresh, to)
		b.touch(f.Path)
		return nil
	case f.info == nil:
		return fmt.Errorf("the live file is gone: %w", fs.ErrNotExist)
	case old != nil && (os.SameFile(old, f.info) || t.copies && b.same(old, f)):
		b.signatures[f.Path] = signatureOf(old)
		return nil
	}
	b.touch(f.Path)
	err := fs.ErrExist
	if old == nil {
		err = t.share(at(t.live, f.Path), to)
	}
	if errors.Is(err, fs.ErrExist) {
		err = t.shareOver(at(t.live, f.Path), to)
	}
	if err != nil {
		return err
	}
	if t.copies {
		b.fresh = append(b.fresh, to)
	}
	info, err := t.disk.lstat(to)
	if err != nil {
		return err
	}
	b.signatures[f.Path] = signatureOf(info)
	return nil
}

// touch forgets what the folder above p looked like.
func (b *bringing) touch(p Path) { delete(b.have.looked, dirOf(p)) }

// shape is that of the spare as the live tree; zero where something is in it that the manifest does not list.
func (b *bringing) shape(ctx context.Context) (Shape, error) {
	t := b.tree
	if t.opt.Shapes == nil || len(b.carried) > 0 {
		return Shape{}, nil
	}
	s := Shape{Begun: instant(t.found.files[manifestName])}
	s.Since = s.Begun
	if b.have.looked == nil || s.Begun == 0 { // all folders are looked at now
		written, err := t.disk.lstat(at(t.spare, manifestName))
		if err != nil {
			return Shape{}, err
		}
		b.have.looked, s.Since = nil, instant(written)
	}
	var err error
	s.Folders, err = t.shape(ctx, t.spare, b.next, b.have.looked)
	return s, err
}

// same reads the spare's file, where no link can tell that its bytes are right.
func (b *bringing) same(old fs.FileInfo, f finished) bool {
	if old.Size() != f.Size {
		return false
	}
	d, err := b.tree.hashFile(at(b.tree.spare, f.Path))
	return err == nil && d == f.Content
}
