package output

import (
	"context"
	"fmt"
)

// Result is what a Commit came to.
type Result struct {
	// Changed tells whether the live tree is another version now. When nothing differs nothing is touched, and the version
	// before stays the one that Rollback goes back to.
	Changed bool
	// Changes are the published files that differ from those of the version before.
	Changes []Difference
	// Signatures are those of all files in the live tree, for the Options of the next Open.
	Signatures map[Path]Signature
	// Manifest lists what the live tree holds.
	Manifest *Manifest
	// Shapes are what its folders, and those of the version before, look like, for the Options of the next Open; zero where that was not asked for.
	Shapes Shapes
}

// Commit makes the transaction's files the live version, all at once; after it the Tree is spent. An error before the exchange
// leaves the live tree as it was. ctx can stop it until then.
//
// A [ForeignError] says that a folder which is left alone, such as .well-known, would have to take published files.
func (tx *Transaction) Commit(ctx context.Context) (Result, error) {
	defer tx.clear()
	t := tx.tree
	set, err := tx.set()
	if err != nil {
		return Result{}, err
	}
	kept, err := tx.keepAssets(set)
	if err != nil {
		return Result{}, fmt.Errorf("keeping the assets of the version before: %w", err)
	}
	next := &Manifest{Published: set, Kept: kept}
	if tx.nothingNew(next) {
		result := Result{Signatures: t.signatures(next), Manifest: next}
		if t.glanced {
			result.Shapes = *t.opt.Shapes
			return result, nil
		}
		result.Shapes.Live, err = t.sameShape(ctx, next)
		return result, err
	}
	folders, err := t.carriedFolders(next)
	if err != nil {
		return Result{}, err
	}
	b := &bringing{tree: t, next: next, files: tx.files, have: tx.foundInSpare(), signatures: make(map[Path]Signature, len(tx.files))}
	if err := b.run(ctx); err != nil {
		return Result{}, fmt.Errorf("making the next version in %s: %w", t.spare, err)
	}
	tx.placed = true
	shape, err := b.shape(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("looking at the next version in %s: %w", t.spare, err)
	}
	result := Result{Changed: true, Signatures: b.signatures, Changes: Set{}.Diff(set), Manifest: next}
	if t.manifest != nil {
		result.Changes = t.manifest.Published.Diff(set)
	}
	if err := context.Cause(ctx); err != nil {
		return Result{}, err
	}
	steps, err := t.changePlaces(next, folders, b.fresh)
	if len(steps) == 0 && len(folders) == 0 {
		result.Shapes.Live = shape
		if t.glanced && !t.copies { // a copy can be altered without a trace in any folder's times or in the live file
			result.Shapes.Before = t.opt.Shapes.Live
		}
	}
	if len(steps) > 0 && err == nil {
		if err = tx.signInPlace(&result, steps); err != nil {
			err = &LateError{Err: err}
		}
	}
	return result, err
}

// sameShape is the shape of the live tree, which is the next version already.
func (t *Tree) sameShape(ctx context.Context, next *Manifest) (Shape, error) {
	empty := len(t.found.dirs) > len(above(next.paths())) // folders, which somebody may put something into
	if t.opt.Shapes == nil || empty || len(t.found.others) > 0 || len(t.carried(next)) > 0 {
		return Shape{}, nil
	}
	digest, err := t.shape(ctx, t.live, next, nil)
	return Shape{Folders: digest, Since: instant(t.found.files[manifestName])}, err
}

// nothingNew reports whether the live tree is the next version already.
func (tx *Transaction) nothingNew(next *Manifest) bool {
	t := tx.tree
	if !t.exists || t.manifest == nil || len(t.strays) > 0 {
		return false
	}
	for _, f := range tx.files {
		if f.fresh { // the live file was altered, or its bytes are new
			return false
		}
	}
	return next.Published.Equal(t.manifest.Published) && next.Kept.Equal(t.manifest.Kept)
}

// keepAssets takes into the transaction the assets that the live version publishes and the next, published, does not. A version
// that publishes the same keeps the same. An asset that somebody altered is not kept.
func (tx *Transaction) keepAssets(published Set) (kept Set, err error) {
	t := tx.tree
	if t.manifest == nil {
		return Set{}, nil
	}
	from := t.manifest.Published
	if from.Equal(published) {
		from = t.manifest.Kept
	}
	next := &Manifest{Published: published}
	for e := range from.All() {
		if !e.Path.themed() || !next.hasRoom(e.Path) {
			continue
		}
		sound, err := t.holds(e.Path, e.Content)
		if err != nil {
			return Set{}, err
		}
		if sound {
			tx.Keep(e.Path, e.Content, e.Size)
			kept.entries = append(kept.entries, e)
		}
	}
	return kept, nil
}

// signatures gives those of what m lists, as they were when the tree was opened.
func (t *Tree) signatures(m *Manifest) map[Path]Signature {
	out := make(map[Path]Signature, m.Published.Len()+m.Kept.Len())
	for _, s := range []Set{m.Published, m.Kept} {
		for e := range s.All() {
			if info := t.found.files[e.Path]; info != nil {
				out[e.Path] = signatureOf(info)
			}
		}
	}
	return out
}

// signInPlace corrects the signatures after files changed places one by one: those that did not are still the live ones.
func (tx *Transaction) signInPlace(result *Result, steps []step) error {
	for p, f := range tx.files {
		if !f.fresh {
			result.Signatures[p] = signatureOf(f.info)
		}
	}
	for _, s := range steps {
		if _, listed := result.Signatures[s.path]; !listed {
			continue
		}
		info, err := tx.tree.disk.lstat(at(tx.tree.live, s.path))
		if err != nil {
			return fmt.Errorf("looking at %s: %w", s.path, err)
		}
		result.Signatures[s.path] = signatureOf(info)
	}
	return nil
}
