package page_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/render/rendertest"
)

// The list of points says of each what has happened to it last: what has been, and not what is coming. News of a point
// remakes the list.
func TestLatestOfEachPoint(t *testing.T) {
	files := pages().Maker(t)
	latest := regexp.MustCompile(`(?s)<p class="row-latest">.*?datetime="(\d{4}-\d\d-\d\d)[^"]*".*?<a href="([^"]*)"`)
	shown := func(w *rendertest.World) (list []string) {
		for _, m := range latest.FindAllStringSubmatch(files(w)["strategi/index.html"], -1) {
			list = append(list, m[1]+" "+m[2])
		}
		return list
	}
	const news = "2026-11-10 /press/2026/stor/"
	w := rendertest.Corpus()
	if d := cmp.Diff([]string{news, news}, shown(w)); d != "" {
		t.Error(d)
	}
	w.Files["content/events/klart.md"] = "---\ntitle: Klart\nstart: 2026-11-20\ndate: 2026-11-01\npoints: ett\n---\n"
	w.Files["content/events/snart.md"] = "---\ntitle: Snart\nstart: 2026-12-20\ndate: 2026-11-01\npoints: [ett, tva]\n---\n"
	if d := cmp.Diff([]string{"2026-11-20 /kalender/klart/", news}, shown(w)); d != "" {
		t.Error(d)
	}
	changed := pages().Changed(t, rendertest.Write("content/press/2026-11-15-ny.md", "---\ntitle: Ny\npoints: ett\n---\nText.\n"))
	if !slices.Contains(changed, "strategi/index.html") {
		t.Error("news of a point leaves the list of points as it was")
	}
}
