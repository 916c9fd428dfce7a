package output

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// plan compares the live tree with what the spare holds, and orders the steps: what is in the way of others first, then assets,
// other files, pages, what is gone, and the manifest.
func (t *Tree) plan(next *Manifest) ([]step, error) {
	steps, err := t.steps(next)
	if err != nil {
		return nil, err
	}
	manifest, err := t.manifestStep()
	if err != nil {
		return nil, err
	}
	return append(ordered(steps), manifest), nil
}

// steps are those of all files but the manifest, by path.
func (t *Tree) steps(next *Manifest) (map[Path]step, error) {
	steps := map[Path]step{}
	for _, s := range []Set{next.Published, next.Kept} {
		for e := range s.All() {
			steps[e.Path] = step{path: e.Path, after: &e.Content}
		}
	}
	for p := range t.found.files {
		s, wanted := steps[p]
		if !wanted && hidden(p) && !t.ours(p) || p == manifestName {
			continue // left alone, or last
		}
		before, err := t.liveDigest(p)
		if err != nil {
			return nil, err
		}
		if wanted && *s.after == before {
			delete(steps, p)
			continue
		}
		steps[p] = step{path: p, before: &before, after: s.after}
	}
	for p := range t.found.others {
		if _, wanted := steps[p]; !wanted && (t.ours(p) || !hidden(p)) {
			steps[p] = step{path: p}
		}
	}
	return steps, nil
}

// manifestStep is the last one.
func (t *Tree) manifestStep() (step, error) {
	before, err := t.regularDigest(at(t.live, manifestName))
	if err != nil {
		return step{}, err
	}
	after, err := t.regularDigest(at(t.spare, manifestName))
	return step{path: manifestName, before: before, after: after}, err
}

func ordered(steps map[Path]step) []step {
	folders := map[Path]bool{} // above new files
	for p, s := range steps {
		if s.after != nil {
			for dir := range parents(p) {
				folders[dir] = true
			}
		}
	}
	ranks := make(map[Path]int, len(steps))
	for p, s := range steps {
		ranks[p] = s.rank()
		if s.after == nil && (folders[p] || belowNew(p, steps)) {
			ranks[p] = rankInTheWay
		}
	}
	return slices.SortedFunc(maps.Values(steps), func(a, b step) int {
		return cmp.Or(cmp.Compare(ranks[a.path], ranks[b.path]), strings.Compare(string(a.path), string(b.path)))
	})
}

// The order of steps, such that no reader meets a page whose assets are not there yet, or a link to what is gone.
const (
	rankInTheWay = iota
	rankAsset
	rankOther
	rankPage
	rankGone
)

func (s step) rank() int {
	switch {
	case s.after == nil && s.before == nil:
		return rankInTheWay
	case s.after == nil:
		return rankGone
	case s.path.asset():
		return rankAsset
	case s.path.page():
		return rankPage
	}
	return rankOther
}

// belowNew reports whether a new file needs the place of a folder above p.
func belowNew(p Path, steps map[Path]step) bool {
	for dir := range parents(p) {
		if steps[dir].after != nil {
			return true
		}
	}
	return false
}
