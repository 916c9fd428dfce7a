package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrForeign is what errors.Is finds in a [ForeignError].
var ErrForeign = errors.New("the destination holds files that were not written by this program")

// ErrSources is what errors.Is finds in a [SourcesError].
var ErrSources = errors.New("the destination holds sources")

// ForeignError says that a tree holds files that we did not write. Options.Replace takes over a destination with such files.
type ForeignError struct {
	Root  string // the destination, or its spare
	Paths []Path // the files, in order; none when Root itself is a file or a link
}

func (e *ForeignError) Error() string {
	if len(e.Paths) == 0 {
		return fmt.Sprintf("%s is not a folder", e.Root)
	}
	const shown = 3
	names := make([]string, 0, shown)
	for _, p := range e.Paths[:min(shown, len(e.Paths))] {
		names = append(names, string(p))
	}
	if more := len(e.Paths) - shown; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("%s holds files that were not written by this program: %s", e.Root, strings.Join(names, ", "))
}

// Is makes errors.Is(err, ErrForeign) hold.
func (e *ForeignError) Is(target error) bool { return target == ErrForeign }

// SourcesError says that publishing to Dest would touch the sources at Source. Nothing takes over such a destination.
type SourcesError struct{ Dest, Source string }

func (e *SourcesError) Error() string {
	return fmt.Sprintf("the destination %s holds sources, or lies among them: %s", e.Dest, e.Source)
}

// Is makes errors.Is(err, ErrSources) hold.
func (e *SourcesError) Is(target error) bool { return target == ErrSources }

// NestedError says that Dest is the spare of a destination, or lies inside a published site, Tree: what is published there would
// be no part of that site's next version.
type NestedError struct{ Dest, Tree string }

func (e *NestedError) Error() string {
	return fmt.Sprintf("the destination %s lies in another published site: %s", e.Dest, e.Tree)
}

// refuseNested makes sure that dest is not part of another destination.
func refuseNested(dest string) error {
	for name := dest; name != filepath.Dir(name); name = filepath.Dir(name) {
		if base := filepath.Base(name); strings.HasPrefix(base, ".") && strings.HasSuffix(base, spareSuffix) {
			return &NestedError{Dest: dest, Tree: name}
		}
		if tree := filepath.Dir(name); holdsManifest(tree) {
			return &NestedError{Dest: dest, Tree: tree}
		}
	}
	return nil
}

// holdsManifest reports whether a folder has a manifest of ours.
func holdsManifest(folder string) bool {
	name := filepath.Join(folder, manifestName)
	if !isFile(name) {
		return false
	}
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, len(manifestHeader))
	n, _ := io.ReadFull(file, head)
	return string(head[:n]) == manifestHeader
}

// resolve gives the absolute name of a destination with every symbolic link on the way followed, its own too: a destination may
// be a link to a folder on another drive, and it is that folder which is renewed, not the link.
func resolve(dest string) (string, error) {
	name, err := filepath.Abs(dest)
	if err != nil {
		return "", err
	}
	var rest []string
	for {
		real, err := filepath.EvalSymlinks(name)
		if err == nil {
			return filepath.Join(append([]string{real}, rest...)...), nil
		}
		parent := filepath.Dir(name)
		if _, there := os.Lstat(name); there == nil || parent == name || !errors.Is(err, os.ErrNotExist) {
			return "", err // a link to nowhere, or no permission
		}
		rest = append([]string{filepath.Base(name)}, rest...)
		name = parent
	}
}

// sourceFolders are the parts of a source folder in which nothing may be published.
func sourceFolders() []string {
	return []string{"content", "themes", "generator", ".git", ".growthportal"}
}

// refuseSources makes sure that dest neither holds the source folder, nor lies in one of its parts, nor is a source folder itself.
func refuseSources(dest, sources string) error {
	if isFile(filepath.Join(dest, "config.yaml")) && isDir(filepath.Join(dest, "content")) {
		return &SourcesError{Dest: dest, Source: filepath.Join(dest, "config.yaml")}
	}
	if sources == "" {
		return nil
	}
	root, err := resolve(sources)
	if err != nil {
		return fmt.Errorf("finding the sources: %w", err)
	}
	if within(root, dest) {
		return &SourcesError{Dest: dest, Source: root}
	}
	for _, folder := range sourceFolders() {
		if folder = filepath.Join(root, folder); within(dest, folder) {
			return &SourcesError{Dest: dest, Source: folder}
		}
	}
	return nil
}

// within reports whether name is folder or lies in it: by name, and by what stands there, for file systems that have several
// names for one folder.
func within(name, folder string) bool {
	if rel, err := filepath.Rel(folder, name); err == nil && filepath.IsLocal(rel) {
		return true
	}
	target, err := os.Stat(folder)
	if err != nil {
		return false
	}
	for {
		if info, err := os.Stat(name); err == nil && os.SameFile(info, target) {
			return true
		}
		parent := filepath.Dir(name)
		if parent == name {
			return false
		}
		name = parent
	}
}

func isFile(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular()
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// foreign lists, in order, what in the live tree is neither ours nor left alone.
func (t *Tree) foreign() []Path {
	var out []Path
	for p := range t.found.files {
		if !t.ours(p) && !hidden(p) {
			out = append(out, p)
		}
	}
	for p, info := range t.found.others {
		carried := hidden(p) && info.Mode().Type() == os.ModeSymlink
		if !t.ours(p) && !carried {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// ours reports whether we wrote what stands at p, or something stands there in the way of what we wrote.
func (t *Tree) ours(p Path) bool {
	_, listed := t.manifest.Lookup(p)
	return listed || p == manifestName || hasTempName(p) || t.manifest.holdsBelow(p)
}
