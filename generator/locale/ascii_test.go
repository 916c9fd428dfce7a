package locale

import (
	"testing"

	"pgregory.net/rapid"
)

// What is counted by eight is what is counted one by one, whatever follows.
func TestPrintableASCII(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.OneOf(rapid.ByteRange(' ', '~'), rapid.SampledFrom([]byte{' ', '~', 'a'}),
			rapid.SampledFrom([]byte{' ' - 1, 0x7F, 0x80, 0xFF, 0xC3, 0, '\n', 0x9F, 0xA0})), 0, 40).Draw(t, "text")
		want := 0
		for want < len(text) && text[want] >= ' ' && text[want] <= '~' {
			want++
		}
		if got := PrintableASCII(text); got != want {
			t.Fatalf("%q: %d, want %d", text, got, want)
		}
	})
	for c := range 256 {
		for at := range 9 {
			text := []byte("aaaaaaaaa")
			text[at] = byte(c)
			want := at
			if c >= ' ' && c <= '~' {
				want = len(text)
			}
			if got := PrintableASCII(text); got != want {
				t.Errorf("%q: %d, want %d", text, got, want)
			}
		}
	}
}
