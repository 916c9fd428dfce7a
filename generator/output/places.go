package output

import (
	"fmt"
)

// changePlaces makes the spare, which is whole and holds next, the live tree, and the live tree the version before. New files, by
// their absolute names, survive a power cut from then on. Folders that are left alone stay with the live tree. Where the
// system cannot do it in one step, the steps that it took are given. The error is a [*LateError] once the live tree has changed.
func (t *Tree) changePlaces(next *Manifest, folders []Path, fresh []string) ([]step, error) {
	if err := t.disk.flush(t.spare, append(fresh, at(t.spare, manifestName))); err != nil {
		return nil, fmt.Errorf("flushing the next version: %w", err)
	}
	was, err := t.readJournal()
	if err != nil {
		return nil, err
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
			_ = t.writeJournal(was) // so that a version before is still known as one
			return nil, fmt.Errorf("exchanging the versions: %w", err)
		}
		t.notice(NoticeInPlace)
		return t.changeInPlace(next)
	}
	if err := t.moveFolders(folders); err != nil {
		return nil, &LateError{Err: err}
	}
	if err := t.writeJournal(journalBefore(t.manifest, t.found)); err != nil {
		return nil, &LateError{Err: err}
	}
	return nil, nil
}
