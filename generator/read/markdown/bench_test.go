package markdown

import (
	"os"
	"testing"
)

// BenchmarkParse reads one of every feature: a portal of 10,000 items does it ten thousand times.
func BenchmarkParse(b *testing.B) {
	src, err := os.ReadFile("testdata/features.md")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Parse(src, Options{Typography: true})
	}
}
