package build_test

import (
	"context"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/build"
	"growthportal/themes"
)

// request builds a site as it is on a fixed day.
func request(fs fstest.MapFS) build.Request {
	return build.Request{
		Source: fs, Themes: themes.FS(), Program: "growthportal test",
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 11, 23, 12, 0, 0, 0, loc), nil },
	}
}

// BenchmarkBuild builds sites of 1,000 and 10,000 items: cold, with neither memory nor destination; warm, with both and
// nothing changed; and edit, with one body changed. Compare cold with warm and edit within one run.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		fs := corpus(n)
		b.Run(fmt.Sprintf("cold/%d", n), func(b *testing.B) {
			for b.Loop() {
				buildOnce(b, fs, b.TempDir())
			}
		})
		dir := b.TempDir()
		buildOnce(b, fs, dir)
		b.Run(fmt.Sprintf("warm/%d", n), func(b *testing.B) {
			for b.Loop() {
				if plan := buildOnce(b, fs, dir); plan.Stats.Made != 0 {
					b.Fatalf("made %d files of an unchanged site", plan.Stats.Made)
				}
			}
		})
		b.Run(fmt.Sprintf("edit/%d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				edited := fs["content/press/2006-01-01-nyhet-000000.md"]
				fs["content/press/2006-01-01-nyhet-000000.md"] = file(fmt.Sprintf("%s\nRad %d.\n", edited.Data, i))
				buildOnce(b, fs, dir)
			}
		})
	}
}

// buildOnce builds into dir/public with the memory in dir.
func buildOnce(tb testing.TB, fs fstest.MapFS, dir string) *build.Plan {
	tb.Helper()
	recall, err := build.Recall(dir, "public", "growthportal test", false)
	if err != nil {
		tb.Fatal(err)
	}
	defer recall.Close()
	req := request(fs)
	req.Recall = recall
	plan, err := build.Make(context.Background(), req)
	if err != nil {
		tb.Fatal(err)
	}
	if plan.Failed() {
		tb.Fatalf("the corpus has errors: %v", plan.Diagnostics)
	}
	pub := build.Publication{Destination: dir + "/public", Jobs: 2, Recall: recall}
	if err := build.Publish(context.Background(), plan, pub); err != nil {
		tb.Fatal(err)
	}
	if err := recall.Keep(false); err != nil {
		tb.Fatal(err)
	}
	return plan
}
