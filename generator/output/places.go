package output

import (
	"fmt"
)

// changePlaces makes the spare, which is whole and holds next, the live tree, and the live tree the version before. Folders that
// are left alone stay with the live tree. Where the system cannot do it in one step, the steps that it took are given.
func (t *Tree) changePlaces(next *Manifest, folders []Path) ([]step, error) {
	if err := t.disk.flush(t.spare, t.spareNames(next)); err != nil {
		return nil, fmt.Errorf("flushing the next version: %w", err)
	}
	if err := t.writeJournal(journal{state: stateNone}); err != nil {
		return nil, err
	}
	if !t.exists {
		if err := t.disk.rename(t.spare, t.live); err != nil {
			return nil, fmt.Errorf("putting the next version in place: %w", err)
		}
		return nil, nil
	}
	if err := t.disk.chmod(t.spare, t.mode); err != nil {
		return nil, fmt.Errorf("putting the next version in place: %w", err)
	}
	if err := t.disk.exchange(t.spare, t.live); err != nil {
		if !cannotExchange(err) {
			return nil, fmt.Errorf("exchanging the versions: %w", err)
		}
		t.notice(NoticeInPlace)
		return t.changeInPlace(next)
	}
	if err := t.moveFolders(folders); err != nil {
		return nil, fmt.Errorf("the next version is in place, but: %w", err)
	}
	if err := t.writeJournal(journalBefore(t.manifest, t.found)); err != nil {
		return nil, fmt.Errorf("the next version is in place, but: %w", err)
	}
	return nil, nil
}

// spareNames lists the files of the spare that hold a version.
func (t *Tree) spareNames(m *Manifest) []string {
	names := []string{at(t.spare, manifestName)}
	for _, s := range []Set{m.Published, m.Kept} {
		for e := range s.All() {
			names = append(names, at(t.spare, e.Path))
		}
	}
	return names
}
