package locale

import (
	"strings"
	"testing"
)

// BenchmarkSetter sets a paragraph of a press release. A portal of 10,000
// items has some 100,000 of them.
func BenchmarkSetter(b *testing.B) {
	text := strings.Repeat(`Kommunen har ca 38 000 invånare, och "Kaféstaden" växer - säger Anna Berg, dr i ekonomi. Den 18 september 2012 kl. 16.30 möts rådet om budgeten för 2009-2011. `, 4)
	runs := []Run{{Text: text[:100]}, {Text: text[100:120]}, {Text: text[120:]}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Setter{Swedish}.Paragraph(runs)
	}
}
