package site

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"growthportal/generator/model"
)

// Whatever the picture and the preset: no variant is larger than the picture, they grow, the proportion is kept or is
// that of the crop, and no two differ so little that the second is not worth its bytes.
func TestVariantsOfAnyPicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := model.Media{
			Path: "content/a.jpg", Type: rapid.SampledFrom([]string{"image/jpeg", "image/png", "image/webp", "image/gif"}).Draw(t, "type"),
			Width: rapid.IntRange(1, 9000).Draw(t, "width"), Height: rapid.IntRange(1, 9000).Draw(t, "height"),
			Size: rapid.Int64Range(1, 9_000_000).Draw(t, "size"), Opaque: rapid.Bool().Draw(t, "opaque"),
		}
		widths := rapid.SliceOfNDistinct(rapid.IntRange(16, 4096), 1, 8, rapid.ID).Draw(t, "widths")
		slices.Sort(widths)
		preset := model.Preset{Widths: widths, Quality: 80}
		if rapid.Bool().Draw(t, "cut") {
			preset.Crop = [2]int{rapid.IntRange(1, 10).Draw(t, "w"), rapid.IntRange(1, 10).Draw(t, "h")}
		}
		use := rapid.SampledFrom(model.Uses()).Draw(t, "use")
		before := 0
		seen := map[model.URL]bool{}
		made := variantsOf(m, use, preset)
		for i, v := range made {
			if v.Width > m.Width || v.Height > m.Height || v.Width < 1 || v.Height < 1 || v.Width > widths[len(widths)-1] {
				t.Fatalf("%d x %d of %d x %d", v.Width, v.Height, m.Width, m.Height)
			}
			if largest := made[len(made)-1].Width; v.Width <= before || i < len(made)-1 && v.Width*10 > largest*9 {
				t.Fatalf("%d after %d, with %d as the largest", v.Width, before, largest)
			}
			before = v.Width
			if seen[v.URL] {
				t.Fatalf("%s twice", v.URL)
			}
			seen[v.URL] = true
			if v.Type == "image/jpeg" && !m.Opaque {
				t.Fatal("a transparent picture became a JPEG")
			}
			if use == model.ShareUse && (v.Flat == m.Opaque) {
				t.Fatal("what is shared is not opaque, or was put upon white for nothing")
			}
		}
	})
}

// What is made follows from what the picture is.
func TestVariantsFollowFromThePicture(t *testing.T) {
	photo := model.Media{Path: "content/a/Bro över ån.JPG", Type: "image/jpeg", Width: 4000, Height: 3000, Size: 3_000_000, Opaque: true}
	preset := model.Preset{Widths: []int{400, 800, 1200}, Quality: 80}
	change := func(f func(*model.Media)) model.Media {
		m := photo
		f(&m)
		return m
	}
	widths := func(m model.Media, use model.Use, p model.Preset) (list []int) {
		for _, v := range variantsOf(m, use, p) {
			list = append(list, v.Width)
		}
		return list
	}
	for _, test := range []struct {
		name string
		m    model.Media
		use  model.Use
		want []int
	}{
		{"a photograph", photo, model.LeadUse, []int{400, 800, 1200}},
		{"a small one", change(func(m *model.Media) { m.Width, m.Height = 850, 640 }), model.LeadUse, []int{400, 850}},
		{"a tiny one", change(func(m *model.Media) { m.Width, m.Height = 100, 80 }), model.LeadUse, []int{100}},
		{"a light one", change(func(m *model.Media) { m.Size = 20_000 }), model.TextUse, nil},
		{"too small to be shared", change(func(m *model.Media) { m.Width, m.Height = 500, 400 }), model.ShareUse, nil},
		{"a light one, shared", change(func(m *model.Media) { m.Size = 20_000 }), model.ShareUse, []int{400, 800, 1200}},
	} {
		if got := widths(test.m, test.use, preset); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	cut := variantsOf(photo, model.ShareUse, model.Preset{Widths: []int{1200}, Crop: [2]int{1200, 630}, Quality: 80})[0]
	if cut.Width != 1200 || cut.Height != 630 {
		t.Errorf("%d x %d", cut.Width, cut.Height)
	}
	if kind := variantType(change(func(m *model.Media) { m.Type, m.Size = "image/png", 20_000_000 })); kind != "image/jpeg" {
		t.Errorf("a photograph saved as PNG is made a %s", kind)
	}
	other := variantsOf(change(func(m *model.Media) { m.Digest[0]++ }), model.LeadUse, preset)[0]
	if first := variantsOf(photo, model.LeadUse, preset)[0]; first.URL == other.URL {
		t.Errorf("other bytes have the same address: %s", first.URL)
	} else if got := first.URL[:len("/assets/pictures/bro-over-an-400.")]; got != "/assets/pictures/bro-over-an-400." {
		t.Errorf("it stands at %s", first.URL)
	}
}
