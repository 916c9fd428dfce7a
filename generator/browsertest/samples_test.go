package browsertest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"growthportal/generator/build"
	"growthportal/themes"
)

// The theme's samples show every layout in states that the site is not in: with nothing, with thousands, with the longest
// headline, as drafts. They suit readers on narrow screens as every page does.
func TestSamples(t *testing.T) {
	axe := findAxe(t)
	b := openBrowser(t)
	site := publish(t)
	for _, name := range addSamples(t, site) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := b.tab(t)
			for _, r := range readers() {
				if r.checks != everything || r.width > 320 { // where there is least room; the pages of the portal meet them all
					continue
				}
				p.as(r)
				p.open(site.address + "/" + build.SampleFolder + name)
				ask[bool](p, axe+";true")
				p.report(r.name, p.look(everything))
			}
		})
	}
}

// addSamples puts the pages of samples beside those of a published site, and gives their names.
func addSamples(t *testing.T, site *published) (names []string) {
	t.Helper()
	plan, err := build.Make(context.Background(), build.Request{
		Source: os.DirFS(copySite(t)), Themes: themes.FS(), URL: site.address + "/", Samples: true, Program: "growthportal",
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 11, 23, 12, 0, 0, 0, loc), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range plan.Samples {
		file := filepath.Join(site.dir, filepath.FromSlash(string(r.Path)))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Make(f); err != nil {
			t.Fatalf("%s: %v", r.Path, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(string(r.Path), build.SampleFolder)
		leads := strings.HasPrefix(name, "redirect/") // to another page, at once
		if page, ok := strings.CutSuffix(name, "index.html"); ok && page != "" && !leads {
			names = append(names, page)
		}
	}
	if len(names) < 50 {
		t.Fatalf("only %d samples", len(names))
	}
	return names
}
