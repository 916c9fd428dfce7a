package output

import (
	"context"
	"io/fs"
)

// glanceSpare lists the spare without a look at most of its files, if its folders and those of the live tree look as they did. In a folder that
// the last Commit had nothing to do in, each file was found to be the live one under another name, or linked to it before; and
// while both folders look the same, it is. It is nil where that cannot be told. The error is ctx's cause.
func (t *Tree) glanceSpare(ctx context.Context, before *Manifest, j journal) (*listing, error) {
	if !t.glanced || before == nil || t.opt.Shapes.Before.Folders == (Digest{}) || j.state != stateBefore || len(j.steps) > 0 {
		return nil, nil
	}
	found := newListing(before.size())
	folders := above(before.paths())
	infos, err := t.lstatAll(ctx, t.spare, folders)
	if err != nil {
		return nil, context.Cause(ctx) // whoever looks at all names will meet it too
	}
	found.looked = make(map[Path]fs.FileInfo, len(folders))
	for i, p := range folders {
		found.dirs[p], found.looked[p] = true, infos[i]
	}
	if digest, ok := shapeOf(folders, found.looked); !ok || digest != t.opt.Shapes.Before.Folders {
		return nil, nil
	}
	unsure := t.shared(before, found)
	if infos, err = t.lstatAll(ctx, t.spare, unsure); err != nil {
		return nil, context.Cause(ctx)
	}
	for i, p := range unsure {
		if !infos[i].Mode().IsRegular() {
			return nil, nil
		}
		found.files[p] = infos[i]
	}
	if !t.opened(t.spare, folders, found, t.opt.Shapes.Before) {
		return nil, context.Cause(ctx)
	}
	return found, nil
}

// shared takes into the listing of the spare the files that are the live ones, and gives the paths of the others.
func (t *Tree) shared(before *Manifest, found *listing) (unsure []Path) {
	for _, s := range []Set{before.Published, before.Kept} {
		for e := range s.All() {
			now, listed := t.manifest.Lookup(e.Path)
			live := t.found.files[e.Path]
			if listed && now.Content == e.Content && live != nil && t.sameBelow(dirOf(e.Path), found) {
				found.files[e.Path] = live
			} else {
				unsure = append(unsure, e.Path)
			}
		}
	}
	return unsure
}

// sameBelow reports whether a folder of the live tree and that of the spare both are such that their times tell of every change.
func (t *Tree) sameBelow(p Path, spare *listing) bool {
	live, before := t.found.looked[p], spare.looked[p]
	return live != nil && before != nil && latest(live) < t.opt.Shapes.Live.Begun && latest(before) < t.opt.Shapes.Before.Since
}
