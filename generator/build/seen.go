package build

import (
	"io/fs"
	"maps"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/read/source"
)

// seen is what listing the sources gave.
type seen struct {
	snap  *source.Snapshot
	diags []diag.Diagnostic
}

// begin lists the sources, spares the snapshot the reading of what has not changed, and tells the paths of the files that have:
// those that came, went, or look otherwise. It tells nothing of the first build. The diagnostics are the caller's to alter.
//
// Where only the named files can have changed since, these alone are looked at.
func (k *Kept) begin(fsys fs.FS, named []string) (*source.Snapshot, []diag.Diagnostic, []string, error) {
	if k == nil {
		snap, diags, err := source.Scan(fsys, Roots())
		return snap, diags, nil, err
	}
	begun := k.clock()
	if snap, ok := k.again(fsys, named); ok {
		changed := k.lookAt(snap, named)
		k.begun, k.touched, k.seen.snap = begun, changed, snap
		return snap, slices.Clone(k.seen.diags), changed, nil
	}
	snap, diags, err := source.Scan(fsys, Roots())
	if err != nil {
		return nil, nil, nil, err
	}
	changed := k.compare(snap)
	k.begun, k.listed, k.seen = begun, true, seen{snap, slices.Clone(diags)}
	return snap, diags, changed, nil
}

// again is the list of sources with nothing but the named ones looked at anew; ok is false where that is not enough.
func (k *Kept) again(fsys fs.FS, named []string) (*source.Snapshot, bool) {
	if named == nil || k.seen.snap == nil {
		return nil, false
	}
	return k.seen.snap.Again(fsys, named)
}

// lookAt takes in what the named files look like, and tells which of them look otherwise than before.
func (k *Kept) lookAt(snap *source.Snapshot, named []string) (changed []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	digests := k.digests // this build's from now on
	for _, name := range named {
		f, ok := snap.Lookup(name)
		if g := f.Signature(); ok && k.signed[f.Path] != g {
			k.signed[f.Path] = g
			delete(digests, f.Path)
			changed = append(changed, f.Path)
		}
	}
	k.trust(snap, digests)
	return slices.Compact(slices.Sorted(slices.Values(changed)))
}

// compare takes in what all files look like, and tells which of them look otherwise than before; none of the first build.
func (k *Kept) compare(snap *source.Snapshot) (changed []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	files, known := snap.Files("."), len(k.signed) > 0
	signed := make(map[string]source.Signature, len(files))
	digests := make(map[string]output.Digest, len(files))
	for _, f := range files {
		g := f.Signature()
		signed[f.Path] = g
		switch was, there := k.signed[f.Path]; {
		case !there || was != g:
			changed = append(changed, f.Path)
		default:
			if d, ok := k.digests[f.Path]; ok {
				digests[f.Path] = d
			}
		}
		delete(k.signed, f.Path)
	}
	changed = append(changed, slices.Collect(maps.Keys(k.signed))...)
	slices.Sort(changed)
	k.touched = nil
	if known {
		k.touched = changed
	}
	k.signed = signed
	k.trust(snap, digests)
	if !k.listed {
		return nil
	}
	return changed
}

// trust tells the snapshot what need not be read. What is learnt of files that are read is noted in a map of its own.
func (k *Kept) trust(snap *source.Snapshot, digests map[string]output.Digest) {
	snap.Trust(digests)
	k.digests = maps.Clone(digests)
}
