package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// state is what a spare tree is, as its journal says.
type state int

const (
	stateNone    state = iota // no journal: a new folder, or the program was killed around the exchange
	stateMaking               // on its way from one version to another, or unreadable: no version
	stateBefore               // the version before, whole
	stateInPlace              // files are changing places one by one; the journal holds the steps
)

// journal is the file .journal in the spare tree, in text:
//
//	growthportal journal 1
//	before
//
// or "making", or "in-place" and the steps, a line each: the SHA-256 of the file in the version before and in the new one
// ("-" for none) and its path. After "before" there is a line, of the same form, for each file that the version's manifest does not
// list. The journal is there only while the spare is the spare: it is removed before the exchange.
type journal struct {
	state state
	steps []step
}

const journalHeader = "growthportal journal 1\n"

// String is the state's line in the journal.
func (s state) String() string {
	return [...]string{"none", "making", "before", "in-place"}[s]
}

func (j journal) encode() []byte {
	var b strings.Builder
	b.WriteString(journalHeader)
	fmt.Fprintln(&b, j.state)
	for _, s := range j.steps {
		fmt.Fprintln(&b, encodeSide(s.before), encodeSide(s.after), s.path)
	}
	return []byte(b.String())
}

func encodeSide(d *Digest) string {
	if d == nil {
		return "-"
	}
	return d.String()
}

// parseJournal reads what encode wrote; anything else is a spare on its way, which is the state that nothing is trusted in.
func parseJournal(text string) journal {
	broken := journal{state: stateMaking}
	text, ours := strings.CutPrefix(text, journalHeader)
	name, rest, whole := strings.Cut(text, "\n")
	if !ours || !whole {
		return broken
	}
	j := journal{}
	for _, s := range []state{stateMaking, stateBefore, stateInPlace} {
		if name == s.String() {
			j.state = s
		}
	}
	for line := range strings.Lines(rest) {
		s, ok := parseStep(line)
		if !ok {
			return broken
		}
		j.steps = append(j.steps, s)
	}
	if j.state == stateNone || j.state == stateMaking && len(j.steps) > 0 {
		return broken
	}
	return j
}

func parseStep(line string) (s step, ok bool) {
	fields := strings.SplitN(line, " ", 3)
	if len(fields) != 3 {
		return step{}, false
	}
	name, whole := strings.CutSuffix(fields[2], "\n")
	s.path = Path(name)
	for i, side := range []**Digest{&s.before, &s.after} {
		if fields[i] == "-" {
			continue
		}
		d, err := ParseDigest(fields[i])
		if err != nil {
			return step{}, false
		}
		*side = &d
	}
	return s, whole && (s.path.Valid() || s.path == manifestName)
}

// journalBefore is the journal of a version before, of which that was found.
func journalBefore(m *Manifest, found *listing) journal {
	j := journal{state: stateBefore}
	for _, from := range []map[Path]fs.FileInfo{found.files, found.others} {
		for p := range from {
			if _, listed := m.Lookup(p); !listed && p.Valid() {
				j.steps = append(j.steps, step{path: p})
			}
		}
	}
	slices.SortFunc(j.steps, func(a, b step) int { return strings.Compare(string(a.path), string(b.path)) })
	return j
}

// readJournal reads the journal of the spare.
func (t *Tree) readJournal() (journal, error) {
	text, err := t.readFile(at(t.spare, journalName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return journal{}, nil
	case err != nil:
		return journal{}, fmt.Errorf("reading the spare's journal: %w", err)
	}
	return parseJournal(string(text)), nil
}

// writeJournal says what the spare is from now on; stateNone removes the journal.
func (t *Tree) writeJournal(j journal) error {
	if j.state == stateNone {
		if err := t.disk.remove(at(t.spare, journalName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing the spare's journal: %w", err)
		}
		return nil
	}
	if err := t.writeFile(t.spare, journalName, j.encode()); err != nil {
		return fmt.Errorf("writing the spare's journal: %w", err)
	}
	return nil
}

// readFile reads a regular file whole; a symbolic link or anything else counts as missing.
func (t *Tree) readFile(name string) ([]byte, error) {
	info, err := t.disk.lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file: %w", name, fs.ErrNotExist)
	}
	f, err := t.disk.open(name)
	if err != nil {
		return nil, err
	}
	text := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)) // so that it need not grow
	_, err = text.ReadFrom(f)
	return text.Bytes(), errors.Join(err, f.Close())
}

// writeFile puts a small file of ours into a tree, whole or not at all.
func (t *Tree) writeFile(root string, name Path, text []byte) error {
	temp := at(root, tempPrefix+"write")
	if err := t.disk.remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := t.disk.create(temp)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err == nil {
		err = t.disk.rename(temp, at(root, name))
	}
	if err != nil {
		return errors.Join(err, t.discard(temp))
	}
	return nil
}

// discard removes a temporary file that may not be there.
func (t *Tree) discard(temp string) error {
	if err := t.disk.remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
