package output

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// Manifest lists what a tree holds. It stands in the tree as .manifest, in text, the same for the same files:
//
//	growthportal manifest 1
//	published 2
//	9f86d081…0f00a08 5120 index.html
//	60303ae2…9b11752 88 robots.txt
//	kept 1
//	fd61a03a…67ec4f8 4711 assets/site.5d41402a.css
//
// A line is the file's SHA-256 in hexadecimal, its size in bytes and its path, a space between them; the lines of a section
// are ordered by path in the order of their bytes. Two trees are equal when their published sections are.
type Manifest struct {
	Published Set // what the version publishes
	Kept      Set // assets of the version before that this one has no longer, kept for readers who still hold its pages
}

// manifestHeader begins every manifest of ours, of any version; manifestVersion is the one we write.
const (
	manifestHeader  = "growthportal manifest "
	manifestVersion = "1"
)

// errDamaged says that a manifest is ours by its first line, and that the rest is not what we wrote.
var errDamaged = errors.New("damaged manifest")

// Lookup finds the file at p, published or kept.
func (m *Manifest) Lookup(p Path) (Entry, bool) {
	if m == nil {
		return Entry{}, false
	}
	if e, ok := m.Published.Lookup(p); ok {
		return e, true
	}
	return m.Kept.Lookup(p)
}

// size is the number of files that the manifest lists.
func (m *Manifest) size() int {
	if m == nil {
		return 0
	}
	return m.Published.Len() + m.Kept.Len()
}

// holdsBelow reports whether a file of the manifest stands below the folder p.
func (m *Manifest) holdsBelow(p Path) bool {
	return m != nil && (m.Published.holdsBelow(p) || m.Kept.holdsBelow(p))
}

// encode is the manifest as text.
func (m *Manifest) encode() []byte {
	size := 0
	for line := range m.lines() {
		size += len(line)
	}
	b := make([]byte, 0, size)
	for line := range m.lines() {
		b = append(b, line...)
	}
	return b
}

// lines are those of the manifest as text, each until the next is asked for.
func (m *Manifest) lines() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		b := append(make([]byte, 0, 1000), manifestHeader+manifestVersion+"\n"...)
		if yield(b) && m.Published.lines("published", b, yield) {
			m.Kept.lines("kept", b, yield)
		}
	}
}

// lines are those of a section, put together in b; false where no more are wanted.
func (s Set) lines(name string, b []byte, yield func([]byte) bool) bool {
	if !yield(fmt.Appendf(b[:0], "%s %d\n", name, s.Len())) {
		return false
	}
	for e := range s.All() {
		b = append(hex.AppendEncode(b[:0], e.Content[:]), ' ')
		b = append(strconv.AppendInt(b, e.Size, 10), ' ')
		if b = append(append(b, e.Path...), '\n'); !yield(b) {
			return false
		}
	}
	return true
}

// writtenAs tells whether a text is what encode writes.
func (m *Manifest) writtenAs(text []byte) bool {
	for line := range m.lines() {
		rest, ok := bytes.CutPrefix(text, line)
		if !ok {
			return false
		}
		text = rest
	}
	return len(text) == 0
}

// parseManifest reads what encode wrote, and nothing else. ours tells whether the first line is that of a manifest of any
// version; with ours, the error is errDamaged.
func parseManifest(text []byte) (m *Manifest, ours bool, err error) {
	first, rest, _ := strings.Cut(string(text), "\n")
	version, ours := strings.CutPrefix(first, manifestHeader)
	if !ours {
		return nil, false, errors.New("not a manifest")
	}
	if version != manifestVersion {
		return nil, true, fmt.Errorf("%w: version %q", errDamaged, version)
	}
	m = new(Manifest)
	if m.Published, rest, err = parseSection("published", rest); err != nil {
		return nil, true, err
	}
	if m.Kept, _, err = parseSection("kept", rest); err != nil {
		return nil, true, err
	}
	for e := range m.Kept.All() {
		if _, twice := m.Published.Lookup(e.Path); twice || !e.Path.asset() {
			return nil, true, fmt.Errorf("%w: %s is no asset of the version before", errDamaged, e.Path)
		}
	}
	if !m.writtenAs(text) { // order, doubles, figures written otherwise, text at the end
		return nil, true, fmt.Errorf("%w: not in the form that it is written in", errDamaged)
	}
	return m, true, nil
}

func parseSection(name, text string) (s Set, rest string, err error) {
	head, rest, _ := strings.Cut(text, "\n")
	figure, ok := strings.CutPrefix(head, name+" ")
	count, err := strconv.Atoi(figure)
	if !ok || err != nil || count < 0 || count > strings.Count(rest, "\n") {
		return Set{}, "", fmt.Errorf("%w: no section %q", errDamaged, name)
	}
	entries := make([]Entry, 0, count)
	for range count {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		e, err := parseEntry(line)
		if err != nil {
			return Set{}, "", fmt.Errorf("%w: %w", errDamaged, err)
		}
		entries = append(entries, e)
	}
	if s, err = NewSet(entries); err != nil {
		return Set{}, "", fmt.Errorf("%w: %w", errDamaged, err)
	}
	return s, rest, nil
}

func parseEntry(line string) (e Entry, err error) {
	digest, rest, _ := strings.Cut(line, " ")
	size, path, _ := strings.Cut(rest, " ")
	if e.Content, err = ParseDigest(digest); err != nil {
		return Entry{}, err
	}
	if e.Size, err = strconv.ParseInt(size, 10, 64); err != nil || e.Size < 0 {
		return Entry{}, fmt.Errorf("size %q", size)
	}
	if e.Path = Path(path); !e.Path.Valid() {
		return Entry{}, fmt.Errorf("path %q", path)
	}
	return e, nil
}
