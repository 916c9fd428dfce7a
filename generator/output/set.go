package output

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Entry is one finished file: where it stands, the SHA-256 of its bytes, and their number.
type Entry struct {
	Path    Path
	Content Digest
	Size    int64
}

// Set is a number of finished files, ordered by path. It does not change; the zero value is the empty set.
type Set struct{ entries []Entry }

// NewSet orders entries into a set. Two entries of one path are an error.
func NewSet(entries []Entry) (Set, error) {
	s := Set{entries: slices.Clone(entries)}
	slices.SortFunc(s.entries, func(a, b Entry) int { return strings.Compare(string(a.Path), string(b.Path)) })
	for i := 1; i < len(s.entries); i++ {
		if s.entries[i].Path == s.entries[i-1].Path {
			return Set{}, fmt.Errorf("two finished files at %s", s.entries[i].Path)
		}
	}
	return s, nil
}

// Len is the number of files.
func (s Set) Len() int { return len(s.entries) }

// All gives the files in the order of their paths.
func (s Set) All() iter.Seq[Entry] { return slices.Values(s.entries) }

// Lookup finds the file at p.
func (s Set) Lookup(p Path) (Entry, bool) {
	i, found := slices.BinarySearchFunc(s.entries, p, func(e Entry, p Path) int { return strings.Compare(string(e.Path), string(p)) })
	if !found {
		return Entry{}, false
	}
	return s.entries[i], true
}

// Equal reports whether both sets hold the same paths with the same bytes.
func (s Set) Equal(other Set) bool { return slices.Equal(s.entries, other.entries) }

// Difference is one path at which two sets differ: the file in each, or nil where a set has none.
type Difference struct {
	Path          Path
	Before, After *Entry
}

// String names the path and what became of it, for people: "+ new", "- gone", "~ changed".
func (d Difference) String() string {
	switch {
	case d.Before == nil:
		return "+ " + string(d.Path)
	case d.After == nil:
		return "- " + string(d.Path)
	}
	return "~ " + string(d.Path)
}

// Diff lists the paths at which after differs from s, in the order of their paths; none when the sets are equal.
func (s Set) Diff(after Set) []Difference {
	var out []Difference
	a, b := s.entries, after.entries
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Path < b[0].Path:
			out = append(out, Difference{Path: a[0].Path, Before: &a[0]})
			a = a[1:]
		case len(a) == 0 || b[0].Path < a[0].Path:
			out = append(out, Difference{Path: b[0].Path, After: &b[0]})
			b = b[1:]
		default:
			if a[0] != b[0] {
				out = append(out, Difference{Path: a[0].Path, Before: &a[0], After: &b[0]})
			}
			a, b = a[1:], b[1:]
		}
	}
	return out
}

// holdsBelow reports whether a file of the set stands below the folder p.
func (s Set) holdsBelow(p Path) bool {
	prefix := p + "/"
	i, _ := slices.BinarySearchFunc(s.entries, prefix, func(e Entry, p Path) int { return strings.Compare(string(e.Path), string(p)) })
	return i < len(s.entries) && strings.HasPrefix(string(s.entries[i].Path), string(prefix))
}
