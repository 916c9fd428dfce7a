package build

import (
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
)

// names is what follows from nothing but the names of the source files.
type names struct {
	files     []source.File
	documents []string          // the content files, by path
	others    []string          // all other files
	beside    []string          // of these, what stands beside content files
	numbers   []diag.Diagnostic // about personal identity numbers in names; not to be altered
}

func namesOf(snap *source.Snapshot) names {
	n := names{files: snap.Files(".")}
	for _, f := range n.files {
		if document.IsDocument(f.Path) {
			n.documents = append(n.documents, f.Path)
			continue
		}
		n.others = append(n.others, f.Path)
		if strings.HasPrefix(f.Path, document.ContentRoot+"/") && !isStatic(f.Path) && !isData(f.Path) {
			n.beside = append(n.beside, f.Path)
		}
	}
	n.numbers = namedNumbers(snap)
	return n
}

// namesOf is what follows from the names of the files in a snapshot, which is known where they are those of the build before.
func (k *Kept) namesOf(snap *source.Snapshot) names {
	if k == nil {
		return namesOf(snap)
	}
	if files := snap.Files("."); k.names.files == nil || !slices.EqualFunc(files, k.names.files, func(a, b source.File) bool { return a.Path == b.Path }) {
		k.names = namesOf(snap)
	}
	return k.names
}

// isStatic tells whether a file is published as it is.
func isStatic(path string) bool { return strings.HasPrefix(path, document.ContentRoot+"/static/") }

// isData tells whether a file is one that other files take values from.
func isData(path string) bool { return strings.HasPrefix(path, document.ContentRoot+"/data/") }
