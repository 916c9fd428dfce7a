package diag

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The order of diagnostics does not depend on that in which they were found, and none is told twice.
func TestSortIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Diagnostic {
			place := Place{
				File: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "file"),
				Line: rapid.IntRange(1, 3).Draw(t, "line"), Column: rapid.IntRange(1, 2).Draw(t, "column"),
			}
			code := rapid.SampledFrom([]Code{UnknownKey, UnusedFile}).Draw(t, "code")
			return code.At(place, rapid.SampledFrom([]string{"x", "y"}).Draw(t, "word"))
		})).Draw(t, "list")
		mixed := rapid.Permutation(list).Draw(t, "mixed")
		same := func(a, b Diagnostic) bool {
			return a.Place == b.Place && a.Code == b.Code && slices.Equal(a.Args, b.Args)
		}
		if a, b := Sort(slices.Clone(list)), Sort(mixed); !slices.EqualFunc(a, b, same) {
			t.Fatalf("%v\nand\n%v", a, b)
		}
	})
}

// An author's braces are not taken for places to fill in.
func TestWordsAreNotFilledIn(t *testing.T) {
	d := BadChoice.At(Whole("f"), "{1}", "{0}")
	if got, want := d.Message("en"), `"{1}" cannot be "{0}"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A code that is not in the catalogue is a fault of ours and shows at once.
func TestUnknownCodePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Code("no-such-code").At(Whole("f"))
}
