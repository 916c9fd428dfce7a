package locale

import (
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestSort(t *testing.T) {
	for _, tt := range []struct {
		promise string
		lang    Lang
		want    []string
	}{
		{"the 29 letters", Swedish, []string{
			"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
			"p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "å", "ä", "ö"}},
		{"v and w are apart", Swedish, []string{"Vara", "Vy", "Wallin", "Xerxes"}},
		{"å ä ö last, in that order", Swedish, []string{"Zinkgruvan", "Åmål", "Åre", "Ängelholm", "Örebro"}},
		{"é is e, but after it between equals", Swedish, []string{"ide", "idé", "idéa", "idealisk", "idéell"}},
		{"ü is y, æ is ä, ø is ö", Swedish, []string{"Myr", "Mür", "Mz", "Mä", "Mæ", "Möa", "Møb"}},
		{"numbers by value", Swedish, []string{"Punkt 1", "Punkt 2", "Punkt 7", "Punkt 10", "Punkt 100"}},
		{"numbers before letters", Swedish, []string{"7 punkter", "2008", "A"}},
		{"small before capital between equals", Swedish, []string{"fritid", "Fritid", "fritiden"}},
		{"soft hyphens do not count", Swedish, []string{"nä\u00adring", "näringar", "närings\u00adliv", "näringsliv a"}},
		{"a shorter name stands before", Swedish, []string{"Borg", "Borg Anna", "Borgå"}},
		{"English puts accents with their letters", English, []string{"Åmål", "Angel", "Ängelholm", "Oban", "Örebro", "Visby", "Zinc"}},
	} {
		got := slices.Clone(tt.want)
		slices.Reverse(got)
		Sort(tt.lang, got, func(s string) string { return s })
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.promise, got, tt.want)
		}
	}
}

// Items with one name keep the order that they came in.
func TestSortIsStable(t *testing.T) {
	type item struct{ name, note string }
	items := []item{{"b", "1"}, {"a", "1"}, {"b", "2"}, {"a", "2"}}
	Sort(Swedish, items, func(i item) string { return i.name })
	if want := []item{{"a", "1"}, {"a", "2"}, {"b", "1"}, {"b", "2"}}; !slices.Equal(items, want) {
		t.Errorf("got %v, want %v", items, want)
	}
}

// The order is total, so that it is the same however a list was mixed: texts
// are equal only if they are identical, comparison is antisymmetric and
// transitive, and any text at all has a key.
func TestCollatorLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[aAåÅäöeévwVW019 \-\x{AD}]{0,4}`),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
		c := NewCollator(rapid.SampledFrom(Langs()).Draw(t, "lang"))
		s := []string{text.Draw(t, "a"), text.Draw(t, "b"), text.Draw(t, "c")}
		for i := range s {
			for j := range s {
				ij := c.Compare(s[i], s[j])
				if (ij == 0) != (s[i] == s[j]) || ij != -c.Compare(s[j], s[i]) {
					t.Fatalf("%q and %q: %d", s[i], s[j], ij)
				}
			}
		}
		slices.SortFunc(s, c.Compare)
		if c.Compare(s[0], s[2]) > 0 {
			t.Fatalf("not transitive: %q", s)
		}
	})
}

// Keys may be used by many goroutines; run with -race.
func TestSortKeysAreShared(t *testing.T) {
	c := NewCollator(Swedish)
	a, b := c.Key("Åre"), c.Key("Örebro")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if a.Compare(b) >= 0 {
				t.Error("Åre does not stand before Örebro")
			}
		})
	}
	wg.Wait()
}

func TestInitial(t *testing.T) {
	for _, tt := range []struct {
		lang     Lang
		in, want string
	}{
		{Swedish, "åtgärd", "Å"}, {Swedish, "a\u030Atgärd", "Å"}, {Swedish, "Ärende", "Ä"}, {Swedish, "översikt", "Ö"},
		{Swedish, "wiki", "W"}, {Swedish, "évakuering", "E"}, {Swedish, "Überlingen", "Y"}, {Swedish, "Øresund", "Ö"}, {Swedish, "Æbelø", "Ä"},
		{Swedish, "”Ny” start", "N"}, {Swedish, "\u00adbo", "B"}, {Swedish, "112", "0–9"}, {Swedish, "", "#"}, {Swedish, "Привет", "#"}, {Swedish, "…", "#"},
		{English, "åtgärd", "A"}, {English, "Überlingen", "U"}, {English, "Øresund", "O"}, {English, "ﬁnance", "F"}, {English, "þing", "T"},
	} {
		if got := Initial(tt.lang, tt.in); got != tt.want {
			t.Errorf("Initial(%s, %q) = %q, want %q", tt.lang, tt.in, got, tt.want)
		}
	}
}
