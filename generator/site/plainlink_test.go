package site

import (
	"net/url"
	"testing"

	"pgregory.net/rapid"
)

// The quick way finds in a link what the plain way finds, or leaves the link to it.
func TestPlainLinks(t *testing.T) {
	for _, plain := range []string{"", "../om/kontakt.md#tider", "/nyheter/2026/x/", "https://www.example.se/a-b/c_d.html#e", "https://example.se"} {
		if _, ok := plainLink(plain); !ok {
			t.Errorf("%q goes the long way", plain)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		target := rapid.SampledFrom([]string{"", "", "/", "https://", "https://a.se", "http://", "//", "mailto:", "../"}).Draw(r, "start") +
			rapid.StringOf(rapid.SampledFrom([]rune("aZ09//..-_~##?:@%[]å &\x00"))).Draw(r, "rest")
		quick, ok := plainLink(target)
		if !ok {
			return
		}
		if want, err := url.Parse(target); err != nil || quick != *want {
			r.Fatalf("%q is %#v, want %#v (%v)", target, quick, want, err)
		}
	})
}
