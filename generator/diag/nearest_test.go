package diag

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A slip is taken for what was meant, and a different word is not.
func TestNearest(t *testing.T) {
	known := []string{"title", "date", "updated", "expires", "draft", "slug", "aliases", "summary", "topics", "attachments"}
	for _, tt := range []struct{ word, want string }{
		{"ttile", "title"}, {"titel", "title"}, {"Title", "title"}, {"dat", "date"}, {"dtae", "date"}, {"sumary", "summary"}, {"atachmens", "attachments"}, {"expire", "expires"},
		{"x", ""}, {"ti", ""}, {"weight", ""}, {"layout", ""}, {"", ""}, {strings.Repeat("title", 1000), ""},
	} {
		got, ok := Nearest(tt.word, known)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q, want %q", tt.word, got, tt.want)
		}
	}
}

// A word that is known is always nearest to itself, and one that is offered is one of those that are known.
func TestNearestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.SliceOfN(rapid.StringMatching(`[a-zåäö]{1,12}`), 1, 5).Draw(t, "known")
		word := rapid.OneOf(rapid.SampledFrom(known), rapid.String()).Draw(t, "word")
		near, ok := Nearest(word, known)
		for _, k := range known {
			if k == word && near != word {
				t.Fatalf("%q: got %q", word, near)
			}
		}
		if ok != (near != "") {
			t.Fatalf("%q: %v", near, ok)
		}
	})
}
