package source

import (
	"errors"
	"io/fs"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// Again is the snapshot as [Scan] would give it if nothing but the named files could have changed since s was taken: these are
// looked at, and the rest is as it was. It is a hint that somebody acts on, who scans the folder afterwards.
//
// ok is false where one of the names is not that of a file which was there and still is, or was not there and is not: files
// that came and went, folders, and what has a name that cannot be used, are found by Scan alone.
func (s *Snapshot) Again(fsys fs.FS, names []string) (next *Snapshot, ok bool) {
	files := slices.Clone(s.files)
	for _, name := range names {
		i, there := s.find(norm.NFC.String(name))
		if s.IsDir(name) || there && files[i].disk != name {
			return nil, false
		}
		info, err := again(func() (fs.FileInfo, error) { return fs.Lstat(fsys, name) })
		switch {
		case errors.Is(err, fs.ErrNotExist) && !there:
			continue
		case err != nil || !there || !info.Mode().IsRegular():
			return nil, false
		}
		files[i] = fileOf(place{disk: name, path: files[i].Path}, info)
	}
	return &Snapshot{fsys: fsys, files: files, folders: s.folders}, true
}
