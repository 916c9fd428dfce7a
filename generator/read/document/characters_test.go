package document

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A file that is taken for plain is one of which nothing would be told and in which nothing would be replaced, and every
// such file is.
func TestPlainFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "å", "日", "🎉", " ", "\t", "\n", "\r", "\x00", "\x1f", "\x7f", "\u0080", "\u009f", "\u00a0", "\u00ad", "\u2027", "\u2028", "\u2029", "\u202a", "\u202e", "\u202f",
			"\u2066", "\u2069", "\u206a", "\ue000", "\uf8ff", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\x80", "\xc3", "\xff",
		}), 0, 12).Draw(t, "pieces"), ""))
		want := utf8.Valid(content) && bytes.IndexByte(content, '\r') < 0 && len(strangeCharacters("", content)) == 0
		if got := isPlain(content); got != want {
			t.Fatalf("%q: %v, want %v", content, got, want)
		}
	})
}
