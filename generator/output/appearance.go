package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// Appearance is the digest of what a destination looks like from outside: its manifest, and the names and signatures of its
// files. While a destination looks as it did after a Commit, and it could be opened then, it holds that version still. shapes are those
// of that Commit, or zero.
func Appearance(ctx context.Context, dest, sources string, shapes Shapes) (Digest, error) {
	live, err := resolve(dest)
	if err != nil {
		return Digest{}, fmt.Errorf("looking at the destination %s: %w", dest, err)
	}
	t := &Tree{disk: osDisk{}, live: live, spare: filepath.Join(filepath.Dir(live), "."+filepath.Base(live)+spareSuffix)}
	if err := errors.Join(refuseSources(live, sources), refuseNested(live), t.refuseKinds()); err != nil {
		return Digest{}, err
	}
	j, err := t.readJournal()
	if err != nil {
		return Digest{}, err
	}
	if _, err := t.disk.lstat(t.spare); j.state == stateInPlace || j.state == stateNone && !errors.Is(err, fs.ErrNotExist) {
		return Digest{}, nil // there may be something to finish
	}
	manifest, err := t.readFile(at(live, manifestName))
	if err != nil {
		return Digest{}, err
	}
	known, _, _ := parseManifest(manifest) // nil where it is damaged
	found, err := t.glance(ctx, live, known, shapes.Live)
	if found == nil && err == nil {
		found, err = scan(ctx, t.disk, live, known.size(), func(p Path) bool { return p == wellKnown })
	}
	if err != nil {
		return Digest{}, err
	}
	for p := range found.others {
		if !hidden(p) {
			return Digest{}, nil // no file of ours
		}
	}
	signatures := make(map[Path]Signature, len(found.files))
	for p, info := range found.files {
		if !hidden(p) {
			signatures[p] = signatureOf(info)
		}
	}
	return appearance(Sum(manifest), signatures), nil
}

// wellKnown is the folder of RFC 8615, the one in the root whose name begins with a dot and that sites publish.
const wellKnown = Path(".well-known")

// Appearance is what the destination looks like after the Commit; the zero Digest where that cannot be told.
func (r Result) Appearance(m *Manifest) Digest {
	visible := make(map[Path]Signature, len(r.Signatures))
	for p, s := range r.Signatures {
		if !hidden(p) && (!strings.HasPrefix(string(p), ".") || strings.HasPrefix(string(p), string(wellKnown)+"/")) {
			visible[p] = s
		}
	}
	return appearance(Sum(m.encode()), visible)
}

func appearance(manifest Digest, files map[Path]Signature) Digest {
	type file struct {
		Path      Path
		Signature Signature
	}
	list := make([]file, 0, len(files))
	for _, p := range slices.Sorted(maps.Keys(files)) {
		list = append(list, file{p, files[p]})
	}
	return DigestOf(manifest, list)
}
