package locale

import (
	"strings"
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
	rapid.Check(t, func(t *rapid.T) { // and with letters of Latin-1 among it, up to the first character that is neither
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ord och ord", " ", "å", "À", "ÿ", "¿", "Ā", "\u00a0", "\xC3", "\x80", "\xC2", "\n", "–"}), 0, 20).Draw(t, "text"), "")
		want := len(text)
		for i, r := range text {
			if !(r >= ' ' && r <= '~' || r >= 0xC0 && r <= 0xFF) {
				want = i
				break
			}
		}
		if got := PrintableLatin([]byte(text)); got != want {
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
