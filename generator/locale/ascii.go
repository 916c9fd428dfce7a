package locale

import (
	"encoding/binary"
	"math/bits"
)

// PrintableASCII returns how many of a text's first bytes are printable
// characters of ASCII, space to tilde: what most of a text is, and what
// whoever looks for strange characters in it need not look at one by one.
func PrintableASCII(text []byte) int {
	const each = 0x0101010101010101
	n := 0
	for ; n+8 <= len(text); n += 8 {
		eight := binary.LittleEndian.Uint64(text[n:])
		// The highest bit of a byte is set where it is no ASCII, where
		// taking 0x20 away falls below zero, and where adding one to 0x7F
		// makes 0x80. What is borrowed or carried on from such a byte
		// reaches only those after it.
		if other := (eight | (eight - 0x20*each) | (eight + each)) & (0x80 * each); other != 0 {
			return n + bits.TrailingZeros64(other)/8
		}
	}
	for n < len(text) && text[n] >= ' ' && text[n] < 0x7F {
		n++
	}
	return n
}

// PrintableLatin returns how many of a text's first bytes are printable
// characters of ASCII and those from U+00C0 to U+00FF, the letters of most
// of what is left.
func PrintableLatin(text []byte) int {
	for n := 0; ; n += 2 {
		n += PrintableASCII(text[n:])
		if n+1 >= len(text) || text[n] != firstOfLatin1 || text[n+1]&0xC0 != 0x80 {
			return n
		}
	}
}
