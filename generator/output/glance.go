package output

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"slices"
	"time"
)

// Shape is what the folders of a destination looked like after a Commit that left nothing in them but what its manifest lists. A folder's times
// tell of every name that comes, goes or begins to stand for another file in it, and those of its inode of times that were put back. So while all folders look the
// same, nobody needs to open them: that takes as long as looking at each file twice. The zero Shape tells nothing. The caller keeps
// it between runs as it keeps signatures.
type Shape struct {
	Folders Digest // of the names, times and inodes of all folders below the destination
	// Since and Begun are instants, in nanoseconds since 1970. What came into a folder that looks as if it had changed at Since or later may not show in
	// its times: such folders are opened. The Commit did nothing in folders that look as if they had changed before Begun.
	Since, Begun int64
}

// Shapes are those of a destination and of the version before.
type Shapes struct{ Live, Before Shape }

// glance lists the tree at root, which holds what its manifest lists and nothing else, if its folders look as they did. It is nil where they do not: only a
// scan tells then. The error is ctx's cause.
func (t *Tree) glance(ctx context.Context, root string, m *Manifest, shape Shape) (*listing, error) {
	if m == nil || shape.Folders == (Digest{}) {
		return nil, nil
	}
	found, err := t.lookAt(ctx, root, m, []step{{path: manifestName}})
	if err != nil || found == nil || len(found.others) > 0 {
		return nil, context.Cause(ctx) // the scan will meet it too
	}
	folders := above(m.paths())
	if digest, ok := shapeOf(folders, found.looked); !ok || digest != shape.Folders {
		return nil, context.Cause(ctx)
	}
	if !t.opened(root, folders, found, shape) {
		return nil, context.Cause(ctx)
	}
	return found, nil
}

// opened opens those folders of which their times do not tell enough, and reports whether nothing stands in them that is not listed.
func (t *Tree) opened(root string, folders []Path, found *listing, shape Shape) bool {
	for _, p := range append(folders, "") { // the root's inode changes whenever it changes places
		if p != "" && latest(found.looked[p]) < shape.Since {
			continue
		}
		entries, err := t.disk.readDir(at(root, p))
		if err != nil || !found.knows(p, entries, root == t.spare) {
			return false
		}
	}
	return true
}

// knows reports whether all that stands in the folder p is listed, but for what a spare has in its root besides.
func (l *listing) knows(p Path, entries []fs.DirEntry, spare bool) bool {
	for _, e := range entries {
		child := Path(e.Name())
		if p != "" {
			child = p + "/" + child
		}
		known := l.files[child] != nil || spare && p == "" && (child == manifestName || child == journalName || hasTempName(child))
		if e.IsDir() && !l.dirs[child] || !e.IsDir() && !known {
			return false
		}
	}
	return true
}

// paths are those of all files of the manifest.
func (m *Manifest) paths() []Path {
	list := make([]Path, 0, m.size())
	for _, s := range []Set{m.Published, m.Kept} {
		for e := range s.All() {
			list = append(list, e.Path)
		}
	}
	return list
}

// above gives the folders above files, each once.
func above(files []Path) (folders []Path) {
	seen := make(map[Path]bool, len(files))
	for _, p := range files {
		for dir := range parents(p) {
			if seen[dir] {
				break
			}
			seen[dir] = true
			folders = append(folders, dir)
		}
	}
	return folders
}

// shapeOf is the digest of what folders look like; ok is false where the system does not tell all of it.
func shapeOf(folders []Path, looked map[Path]fs.FileInfo) (d Digest, ok bool) {
	h := sha256.New()
	var line []byte
	for _, p := range folders {
		info := looked[p]
		if info == nil || changed(info) == 0 || inode(info) == 0 {
			return d, false
		}
		line = append(append(line[:0], p...), 0)
		line = binary.LittleEndian.AppendUint64(line, uint64(info.ModTime().UnixNano()))
		line = binary.LittleEndian.AppendUint64(line, uint64(changed(info)))
		line = binary.LittleEndian.AppendUint64(line, inode(info))
		h.Write(line)
	}
	h.Sum(d[:0])
	return d, true
}

// latest is when a folder has changed last.
func latest(info fs.FileInfo) int64 { return max(info.ModTime().UnixNano(), changed(info)) }

// shape is what the folders of the tree at root, which holds what the manifest lists, look like. looked are those of them that have been looked at
// since its Since, and have not been touched by us afterwards; the others are looked at now, and taken down there.
func (t *Tree) shape(ctx context.Context, root string, m *Manifest, looked map[Path]fs.FileInfo) (Digest, error) {
	folders := above(m.paths())
	if looked == nil {
		looked = make(map[Path]fs.FileInfo, len(folders))
	}
	missing := slices.DeleteFunc(slices.Clone(folders), func(p Path) bool { return looked[p] != nil })
	infos, err := t.lstatAll(ctx, root, missing)
	if err != nil {
		return Digest{}, err
	}
	for i, p := range missing {
		looked[p] = infos[i]
	}
	digest, _ := shapeOf(folders, looked)
	return digest, nil
}

// instant is one of which all that is done after a file was written is later, by the times that the file system gives; 0 for no file.
func instant(written fs.FileInfo) int64 {
	if written == nil {
		return 0
	}
	return written.ModTime().Add(-coarseness(written)).UnixNano()
}

// coarseness is more than what may lie between two changes of which a file system that gave this file its time keeps the same. Where times are kept by
// the second or two, they have no fractions; others are as fine as the ticks of the system's clock, ten milliseconds at most.
func coarseness(info fs.FileInfo) time.Duration {
	if info.ModTime().UnixNano()%int64(time.Millisecond) == 0 {
		return 3 * time.Second
	}
	return 50 * time.Millisecond
}
