package image

import (
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/site"
)

// What the variants of one photograph of 12 megapixels cost: portal's four widths and the one that is shared.
func BenchmarkPhotograph(b *testing.B) {
	photo := jpegBytes(b, corners(4000, 3000))
	m := mediaOf("jpeg", "JPEG", 4000, 3000, true)
	var s site.Site
	for _, width := range []int{420, 700, 1000, 1400} {
		s.Variants = append(s.Variants, site.Variant{URL: "/assets/pictures/a", Type: "image/jpeg", Width: width, Height: width * 3 / 4, Quality: 78, Media: m})
	}
	s.Variants = append(s.Variants, site.Variant{URL: "/assets/pictures/a", Type: "image/jpeg", Width: 1200, Height: 630, Quality: 80, Media: m})
	var sink output.Memory
	for b.Loop() {
		for _, r := range Recipes(&s, func(string) ([]byte, error) { return photo, nil }) {
			if _, err := sink.Write(r.Path, r.Make); err != nil {
				b.Fatal(err)
			}
		}
	}
}
