package output

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkPublish is a portal of ten thousand pages: made from nothing, and with one page changed.
func BenchmarkPublish(b *testing.B) {
	v := version{"assets/site.css": "css"}
	body := strings.Repeat("en rad text\n", 250)
	for i := range 10_000 {
		v[fmt.Sprintf("pressmeddelanden/%d/item-%d/index.html", 2000+i%25, i)] = fmt.Sprint(i, body)
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			dest := filepath.Join(b.TempDir(), "public")
			if _, err := publish(osDisk{}, dest, v, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("one change", func(b *testing.B) {
		dest := filepath.Join(b.TempDir(), "public")
		var opt Options
		edit := func(i int) {
			v["index.html"] = fmt.Sprint("edit ", i)
			r, err := publish(osDisk{}, dest, v, opt)
			if err != nil {
				b.Fatal(err)
			}
			opt.Signatures = r.Signatures
		}
		edit(-2)
		edit(-1)
		for i := 0; b.Loop(); i++ {
			edit(i)
		}
	})
	b.Run("open", func(b *testing.B) {
		dest := filepath.Join(b.TempDir(), "public")
		if _, err := publish(osDisk{}, dest, v, Options{}); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := Open(context.Background(), dest, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkDigestOf is what a build of twenty thousand recipes digests.
func BenchmarkDigestOf(b *testing.B) {
	type card struct {
		Title, Summary, URL string
		Topics              []string
		Number              int
		Digest              Digest
	}
	type view struct {
		A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T string
		A1, B1, C1, D1, E1, F1, G1, H1, I1, J1                     int
		Cards                                                      [10]card
	}
	v := view{A: "Tillväxt", B: strings.Repeat("x", 100), Cards: [10]card{{Title: "a", Topics: []string{"a", "b"}}}}
	for b.Loop() {
		for i := range 20_000 {
			v.A1 = i
			DigestOf(&v)
		}
	}
}
