package document

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The quick way, a text with nothing to join is the text, does what the plain way does.
func TestJoinSpaces(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aå  \t\n\r\u00a0"))).Draw(r, "text")
		plain := strings.Join(strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" \t\n\r", c) }), " ")
		if got := joinSpaces(text); got != plain {
			r.Fatalf("%q becomes %q, want %q", text, got, plain)
		}
	})
}
