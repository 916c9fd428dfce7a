package build

import (
	"fmt"
	"io/fs"

	"growthportal/generator/output"
	"growthportal/generator/read/source"
)

// Look lists the source folder without reading its files: a digest of all names, sizes and times, which is another when
// anything has changed that shows in them, and the folders as the file system spells them.
func Look(fsys fs.FS) (sum output.Digest, folders []string, err error) {
	snap, diags, err := source.Scan(fsys, Roots())
	if err != nil {
		return sum, nil, fmt.Errorf("listing the sources: %w", err)
	}
	type entry struct {
		Path      string
		Signature source.Signature
	}
	files := snap.Files(".")
	list := make([]entry, len(files))
	for i, f := range files {
		list[i] = entry{f.Path, f.Signature()}
	}
	return output.DigestOf(list, snap.Folders(), diags), snap.Folders(), nil
}

// Roots are what is read of the source folder.
func Roots() []string { return []string{"config.yaml", "content", "themes"} }

// Ignored tells whether nobody reads what stands at a path of the source folder.
func Ignored(path string) bool { return source.Ignored(path) }
