// Package source is the only room that opens content and themes: it lists a source folder once and reads its files.
//
// [Scan] walks the folder through an injected [fs.FS] (os.Root's in the program, so that nothing outside can be reached)
// and gives a [Snapshot], a list that does not change. Contents are not read then, but by [Snapshot.Read] and
// [Snapshot.Load], and hashed by [Snapshot.Digest], when somebody asks.
//
// # What is left out
//
// In silence: names that begin with "." or "_", except below content/static/; and, everywhere, what editors and desktops
// leave behind: "x~", "#x#", ".#x", "x.swp", "~$x", ".DS_Store", "._x", "Thumbs.db", "desktop.ini" and git's own files.
//
// With a diagnostic: symbolic links, which are never followed; whatever is neither file nor folder; names that not every
// system can hold; and the later of two names in one folder that some systems take for one.
//
// # Names
//
// Paths are relative to the source folder, with "/" on every system, and in Unicode's composed form (NFC): the same text
// names the same file whether it comes from a Mac, which decomposes å, or from Linux.
package source

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/unicode/norm"

	"growthportal/generator/output"
)

// File is one file as it was when the folder was listed.
type File struct {
	Path    string    // in composed form, such as "content/press/2012-05-16-x/index.md"
	Size    int64     // bytes
	ModTime time.Time // as the file system tells it; never part of anything published

	disk    string // the path as the file system spells it
	changed int64  // when the inode last changed, in nanoseconds; 0 where the system does not tell
	inode   uint64 // 0 where the system does not tell
}

// Snapshot is what stood in the source folder when it was scanned. Its list never changes; all methods are safe for
// concurrent use.
type Snapshot struct {
	fsys    fs.FS
	files   []File                   // by path
	folders map[string]string        // path -> as the file system spells it
	trusted map[string]output.Digest // by path; see Trust
	digests sync.Map                 // path -> output.Digest, of files that were read
	moved   atomic.Bool
}

// Files lists all files below a folder ("." for all), in the order of their paths. The list is not to be altered.
func (s *Snapshot) Files(dir string) []File {
	if dir == "." || dir == "" {
		return slices.Clip(s.files)
	}
	prefix := norm.NFC.String(dir) + "/"
	from, _ := s.find(prefix)
	to, _ := s.find(prefix[:len(prefix)-1] + "0") // "0" is the byte after "/"
	return s.files[from:to:to]
}

// Lookup finds a file by its path, in either Unicode form.
func (s *Snapshot) Lookup(path string) (File, bool) {
	i, ok := s.find(norm.NFC.String(path))
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}

// IsDir tells whether path is a folder; empty ones count.
func (s *Snapshot) IsDir(path string) bool {
	_, ok := s.folders[norm.NFC.String(path)]
	return ok
}

// Folders lists all folders as the file system spells their paths, in order.
func (s *Snapshot) Folders() []string { return slices.Sorted(maps.Values(s.folders)) }

func (s *Snapshot) find(path string) (int, bool) {
	return slices.BinarySearchFunc(s.files, path, func(f File, path string) int { return strings.Compare(f.Path, path) })
}

// Trust tells the snapshot the digests of files, by their paths, whose [Signature] is the one under which the digest was
// remembered, so that [Snapshot.Digest] need not read them. The map is not altered, neither here nor by the caller. It is to be
// told before the snapshot is used.
func (s *Snapshot) Trust(digests map[string]output.Digest) { s.trusted = digests }

// known is the digest of a file that was read, or whose signature is trusted.
func (s *Snapshot) known(path string) (output.Digest, bool) {
	if d, ok := s.digests.Load(path); ok {
		return d.(output.Digest), true
	}
	d, ok := s.trusted[path]
	return d, ok
}
