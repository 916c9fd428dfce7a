package output

import (
	"context"
	"io/fs"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// listSpare lists what stands in the spare. Where the spare is the version before, whole, its manifest and journal know the names,
// and a look at each of them is enough: a third of what it costs to open every folder.
func (t *Tree) listSpare(ctx context.Context) (*listing, error) {
	j, err := t.readJournal()
	if err != nil {
		return nil, err
	}
	before, ours, err := t.readManifest(t.spare)
	if err != nil {
		return nil, err
	}
	if t.opt.Shapes != nil { // to tell the next one's shape it must be known what else stands there
		if found, err := t.glanceSpare(ctx, before, j); found != nil || err != nil {
			return found, err
		}
		return t.scanSpare(ctx)
	}
	if j.state == stateBefore && (before != nil || !ours) {
		found, err := t.lookAt(ctx, t.spare, before, j.steps)
		if found != nil || err != nil {
			return found, err
		}
	}
	return t.scanSpare(ctx)
}

// scanSpare opens every folder of the spare: no folder in it is anybody else's.
func (t *Tree) scanSpare(ctx context.Context) (*listing, error) {
	return scan(ctx, t.disk, t.spare, 0, func(Path) bool { return true })
}

// lookAt looks at what the manifest and the journal of the tree at root name, and at the folders above; nil when it meets something that
// they cannot have meant.
func (t *Tree) lookAt(ctx context.Context, root string, before *Manifest, others []step) (*listing, error) {
	found := newListing(before.size())
	found.looked = make(map[Path]fs.FileInfo, before.size())
	names := make([]Path, 0, len(others))
	for _, s := range others {
		names = append(names, s.path)
	}
	if before != nil {
		names = append(names, before.paths()...)
	}
	files := len(names)
	names = append(names, above(names)...)
	infos, err := t.lstatAll(ctx, root, names)
	if missing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for i, info := range infos {
		switch {
		case info.IsDir() != (i >= files):
			return nil, nil
		case info.IsDir():
			found.dirs[names[i]], found.looked[names[i]] = true, info
		case info.Mode().IsRegular():
			found.files[names[i]] = info
		default:
			found.others[names[i]] = info
		}
	}
	return found, nil
}

// lstatAll looks at several names below root at a time. One that is missing is an error.
func (t *Tree) lstatAll(ctx context.Context, root string, names []Path) ([]fs.FileInfo, error) {
	infos := make([]fs.FileInfo, len(names))
	var workers errgroup.Group
	part := len(names)/runtime.GOMAXPROCS(0) + 1
	for start := 0; start < len(names); start += part {
		workers.Go(func() (err error) {
			for i := start; i < min(start+part, len(names)); i++ {
				if err := context.Cause(ctx); err != nil {
					return err
				}
				if infos[i], err = t.disk.lstat(at(root, names[i])); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return infos, workers.Wait()
}
