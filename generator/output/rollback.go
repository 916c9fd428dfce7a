package output

import (
	"context"
	"errors"
	"fmt"
)

// ErrNothingToRollBack says that there is no whole version before: nothing was published twice, or the last build was killed while
// it made the next one.
var ErrNothingToRollBack = errors.New("there is no version before this one")

// Rollback lets the live version and the version before change places; done again, it goes forward again. Before that every file
// of the version before is read and compared with its manifest. After it the Tree is spent.
//
// A tree to roll back is best opened with Replace: files of others that Replace took over once come back, and can go again. The error is [ErrNothingToRollBack], ctx's cause,
// or the machine's; the live tree is then as it was.
func (t *Tree) Rollback(ctx context.Context) error {
	t.mu.Lock()
	if t.busy {
		panic("output: Rollback on a Tree that has a transaction under way, or is spent")
	}
	t.busy = true
	t.mu.Unlock()
	j, err := t.readJournal()
	if err != nil {
		return err
	}
	if j.state != stateBefore || !t.exists {
		return ErrNothingToRollBack
	}
	have, err := t.scanSpare(ctx)
	if err != nil {
		return err
	}
	before, err := t.versionBefore(ctx, have)
	if err != nil {
		return err
	}
	folders, err := t.carriedFolders(before)
	if err != nil {
		return err
	}
	if err := t.carry(before, have); err != nil {
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	_, err = t.changePlaces(before, folders, nil)
	return err
}

// versionBefore is what the spare holds, by its manifest and in truth; without a manifest, what was taken over from others.
func (t *Tree) versionBefore(ctx context.Context, have *listing) (*Manifest, error) {
	listed, ours, err := t.readManifest(t.spare)
	if err != nil {
		return nil, err
	}
	if ours && listed == nil {
		return nil, fmt.Errorf("the manifest of the version before: %w", errDamaged)
	}
	var entries []Entry
	for p, info := range have.files {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		want, known := listed.Lookup(p)
		if !known && (listed != nil || hidden(p)) {
			continue
		}
		actual, err := t.hashFile(at(t.spare, p))
		if err != nil {
			return nil, fmt.Errorf("reading the version before: %w", err)
		}
		if known && actual != want.Content {
			return nil, fmt.Errorf("%s in the version before was altered since", p)
		}
		entries = append(entries, Entry{Path: p, Content: actual, Size: info.Size()})
	}
	found, err := NewSet(entries)
	if err != nil {
		return nil, err
	}
	switch {
	case listed == nil && found.Len() == 0:
		return nil, ErrNothingToRollBack
	case listed == nil:
		return &Manifest{Published: found}, nil
	case found.Len() != listed.Published.Len()+listed.Kept.Len():
		return nil, errors.New("files of the version before are missing")
	}
	return listed, nil
}
