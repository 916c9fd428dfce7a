// Package rendertest holds every renderer to the same promises: its recipes are the same in whatever order documents
// come, claim no path but its own, and have equal keys only where they make equal bytes. An incremental build is right
// because of the last of these.
package rendertest

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/output"
)

// Renderer is what is held to the promises.
type Renderer struct {
	Recipes func(m Made) []output.Recipe
	Owns    func(path string) bool // whether the renderer may claim the path
	Moves   int                    // how many of the edits change at least what it makes, lest the test become blind
}

// Run holds a renderer to the promises.
func Run(t *testing.T, r Renderer) {
	maker := newMaker(t)
	t.Run("any order", func(t *testing.T) { anyOrder(t, maker, r) })
	t.Run("own paths", func(t *testing.T) { ownPaths(t, maker, r) })
	t.Run("equal keys", func(t *testing.T) { equalKeys(t, maker, r) })
}

// file is what a recipe made.
type file struct {
	key   output.Digest
	claim string
	bytes string
}

// files makes every file of a site.
func (r Renderer) files(t *testing.T, m Made) map[string]file {
	t.Helper()
	made := map[string]file{}
	for _, recipe := range r.Recipes(m) {
		recipe = recipe.Ready()
		var first, second bytes.Buffer
		if err := recipe.Make(&first); err != nil {
			t.Fatalf("%s: %v", recipe.Path, err)
		}
		if err := recipe.Make(&second); err != nil || first.String() != second.String() {
			t.Fatalf("%s: made a second time it is another: %v", recipe.Path, err)
		}
		if _, double := made[string(recipe.Path)]; double {
			t.Errorf("%s has two recipes", recipe.Path)
		}
		made[string(recipe.Path)] = file{recipe.Key(), recipe.Claim, first.String()}
	}
	return made
}

// anyOrder makes the site of documents in several orders, and wants the same recipes each time.
func anyOrder(t *testing.T, maker *maker, r Renderer) {
	want := r.files(t, maker.make(t, Corpus()))
	for seed := range uint64(3) {
		w := Corpus()
		w.shuffle = rand.New(rand.NewPCG(seed, 1))
		if d := cmp.Diff(want, r.files(t, maker.make(t, w)), cmp.AllowUnexported(file{})); d != "" {
			t.Fatal(d)
		}
	}
}

// ownPaths holds every recipe to a path that can be published and is the renderer's own.
func ownPaths(t *testing.T, maker *maker, r Renderer) {
	for path, f := range r.files(t, maker.make(t, Corpus())) {
		if !output.Path(path).Valid() || !r.Owns(path) {
			t.Errorf("%s is not a path of this renderer's", path)
		}
		if f.claim == "" {
			t.Errorf("nobody claims %s", path)
		}
	}
}

// equalKeys edits the site in many ways, one by one and one upon another, and wants equal bytes wherever keys are equal.
func equalKeys(t *testing.T, maker *maker, r Renderer) {
	type recipe struct {
		path string
		key  output.Digest
	}
	bytesOf, madeBy := map[recipe]string{}, map[recipe]string{}
	note := func(name string, made map[string]file) {
		for path, f := range made {
			k := recipe{path, f.key}
			if before, known := bytesOf[k]; known && before != f.bytes {
				t.Errorf("%s has the same key after %q and after %q, and other bytes:\n%s", path, madeBy[k], name, firstDifference(before, f.bytes))
			}
			bytesOf[k], madeBy[k] = f.bytes, name
		}
	}
	base := r.files(t, maker.make(t, Corpus()))
	note("nothing", base)
	moves := 0
	all := Corpus()
	for _, e := range Edits() {
		alone := Corpus()
		e.Do(alone)
		made := r.files(t, maker.make(t, alone))
		note(e.Name, made)
		if !maps.Equal(bytesIn(base), bytesIn(made)) {
			moves++
		}
		e.Do(all)
		note("all edits up to "+e.Name, r.files(t, maker.make(t, all)))
	}
	if moves < r.Moves {
		t.Errorf("only %d of %d edits change anything here, which is too few to show much", moves, len(Edits()))
	}
	t.Logf("%d of %d edits change something", moves, len(Edits()))
}

func bytesIn(made map[string]file) map[string]string {
	list := map[string]string{}
	for path, f := range made {
		list[path] = f.bytes
	}
	return list
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range slices.Concat(x[:min(len(x), len(y))]) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, x[i], y[i])
		}
	}
	return "one is longer"
}
