package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/text/unicode/norm"

	"growthportal/generator/diag"
	"growthportal/generator/output"
)

// staticFolder is published as it is, so names with a leading dot or underscore count there.
const staticFolder = "content/static"

// Scan lists the roots: files of fsys, such as "config.yaml", and folders, such as "content", which have no extension. A root that
// does not exist is no error; [Snapshot.Lookup] and [Snapshot.IsDir] tell. One of the other kind is not read.
//
// The diagnostics are about names and kinds of files that a site cannot use; these files are left out. The error is the
// machine's: a folder that cannot be read (it wraps fs.ErrPermission then).
func Scan(fsys fs.FS, roots []string) (*Snapshot, []diag.Diagnostic, error) {
	s := &scanner{fsys: fsys, folders: map[string]string{}}
	for _, root := range roots {
		info, err := again(func() (fs.FileInfo, error) { return fs.Lstat(fsys, root) })
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, nil, fmt.Errorf("listing %s: %w", root, err)
		}
		if s.refuseRoot(root, info.Mode()) {
			continue
		}
		if err := s.entry(place{disk: root, path: root}, fs.FileInfoToDirEntry(info)); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return &Snapshot{fsys: fsys, files: s.files, folders: s.folders}, diag.Sort(s.diags), nil
}

// again calls look until the system does not answer that it was interrupted: os.Root passes that on, where a drive is slow enough.
func again[T any](look func() (T, error)) (T, error) {
	for {
		found, err := look()
		if !errors.Is(err, syscall.EINTR) {
			return found, err
		}
	}
}

// refuseRoot reports a root that is a file and should be a folder, or the other way round.
func (s *scanner) refuseRoot(root string, mode fs.FileMode) bool {
	code := diag.NotAFolder
	if path.Ext(root) != "" {
		code = diag.NotAFile
	}
	if code == diag.NotAFile && !mode.IsDir() || code == diag.NotAFolder && !mode.IsRegular() {
		return false
	}
	s.report(code.At(diag.Whole(root), root))
	return true
}

// scanner gathers what a walk finds.
type scanner struct {
	fsys    fs.FS
	files   []File
	folders map[string]string
	diags   []diag.Diagnostic
}

// place is a path in two spellings: the file system's, and composed.
type place struct{ disk, path string }

func (p place) child(name string) place {
	return place{disk: path.Join(p.disk, name), path: path.Join(p.path, norm.NFC.String(name))}
}

// folder lists one folder and all below it.
func (s *scanner) folder(at place) error {
	entries, err := fs.ReadDir(s.fsys, at.disk)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // removed while we walked: as if it had been gone before
	}
	if err != nil {
		return fmt.Errorf("listing %s: %w", at.path, err)
	}
	s.folders[at.path] = at.disk
	static := at.path == staticFolder || strings.HasPrefix(at.path, staticFolder+"/")
	taken := make(map[string]string, len(entries))
	for _, e := range entries {
		name := e.Name()
		if isLeftover(name) || !static && isHidden(name) {
			continue
		}
		child := at.child(name)
		if d, bad := refuseName(child.path, name); bad {
			s.diags = append(s.diags, d)
			continue
		}
		key := output.FoldName(name)
		if other, double := taken[key]; double {
			s.report(diag.NameTwice.At(diag.Whole(child.path), path.Base(other)).With(diag.AlsoAt, other))
			continue
		}
		taken[key] = child.path
		if err := s.entry(child, e); err != nil {
			return err
		}
	}
	return nil
}

// entry takes in one file or folder whose name is sound.
func (s *scanner) entry(at place, e fs.DirEntry) error {
	switch kind := e.Type(); {
	case kind.IsDir():
		return s.folder(at)
	case kind&fs.ModeSymlink != 0:
		s.report(diag.Symlink.At(diag.Whole(at.path)))
		return nil
	case !kind.IsRegular():
		s.report(diag.SpecialFile.At(diag.Whole(at.path)))
		return nil
	}
	info, err := e.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("listing %s: %w", at.path, err)
	}
	s.files = append(s.files, fileOf(at, info))
	return nil
}

func fileOf(at place, info fs.FileInfo) File {
	f := File{Path: at.path, Size: info.Size(), ModTime: info.ModTime(), disk: at.disk}
	f.changed, f.inode = identity(info)
	return f
}

func (s *scanner) report(d diag.Diagnostic) { s.diags = append(s.diags, d) }
