package policy

import (
	"os"
	"testing"
)

// BenchmarkScan looks at a published page; every page that is made is looked at once.
func BenchmarkScan(b *testing.B) {
	page, err := os.ReadFile("../testdata/golden/public/index.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Scan("index.html", page)
	}
}

// BenchmarkRemembered is what a page that is not made again costs.
func BenchmarkRemembered(b *testing.B) {
	kept := Facts{Size: 12_000, Others: 3, Styles: []string{"/assets/site.0123456789abcdef.css"}}.Append(nil)
	for b.Loop() {
		if _, ok := Decode(kept); !ok {
			b.Fatal("not understood")
		}
	}
}
