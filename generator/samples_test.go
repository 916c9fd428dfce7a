package main_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"growthportal/generator/build"
	"growthportal/themes"
)

// writeSamples makes the pages of the samples of a site's theme in a folder, and gives their files.
func writeSamples(t *testing.T, site fs.FS) (files []string) {
	t.Helper()
	dir := t.TempDir()
	plan, err := build.Make(context.Background(), build.Request{
		Source: site, Themes: themes.FS(), Samples: true, Program: "growthportal test",
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 11, 23, 12, 0, 0, 0, loc), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range plan.Diagnostics {
		t.Logf("%s:%d: %s", d.File, d.Line, d.Code)
	}
	for _, r := range plan.Samples {
		file := filepath.Join(dir, filepath.FromSlash(string(r.Path)))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Make(f); err != nil {
			t.Errorf("%s: %v", r.Path, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// The samples of both themes are whole, valid pages in every state: no id stands twice, headings leave no gap, and the
// W3C's validator has nothing to say.
func TestSamplesAreValid(t *testing.T) {
	for name, site := range map[string]fs.FS{"portal": os.DirFS(".."), "example": os.DirFS("testdata/example")} {
		t.Run(name, func(t *testing.T) {
			files := writeSamples(t, site)
			if len(files) < 50 {
				t.Fatalf("only %d files", len(files))
			}
			if name == "example" { // it has portal's too
				files = slices.DeleteFunc(files, func(file string) bool { return !strings.Contains(filepath.ToSlash(file), "/plot/") })
			}
			for _, file := range files {
				if strings.HasSuffix(file, ".html") {
					checkSample(t, file)
				}
			}
			validate(t, files)
		})
	}
}

func checkSample(t *testing.T, file string) {
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page, err := goquery.NewDocumentFromReader(strings.NewReader(string(content)))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{}
	page.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		id := e.AttrOr("id", "")
		ids[id]++
		if ids[id] == 2 {
			t.Errorf("%s has the id %q twice", file, id)
		}
	})
	level := 0
	page.Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, e *goquery.Selection) {
		next := int(goquery.NodeName(e)[1] - '0')
		if next > level+1 {
			t.Errorf("%s: %q leaves a gap", file, strings.TrimSpace(e.Text()))
		}
		level = next
	})
	if n := page.Find("h1").Length(); n != 1 {
		t.Errorf("%s has %d headings of the first level", file, n)
	}
}
