package page_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/output"
	"growthportal/generator/render/page"
	"growthportal/generator/render/rendertest"
)

func pages() rendertest.Renderer {
	return rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe {
			return page.Recipes(page.Input{Context: context.Background(), Site: m.Site, Theme: m.Theme, Now: m.Now, Program: "growthportal test"})
		},
		Owns:  func(path string) bool { return strings.HasSuffix(path, ".html") },
		Moves: 60,
	}
}

// Pages keep the promises of every renderer.
func TestConformance(t *testing.T) { rendertest.Run(t, pages()) }

// What is old stays put: news changes the pages that show it, and neither the archive nor other items.
func TestNewsLeavesTheArchive(t *testing.T) {
	news := rendertest.Write("content/press/2026-11-15-ny.md", "---\ntitle: Ny\ntopics: mark\n---\nText.\n")
	want := []string{
		"amnen/mark/index.html", "amnen/mark/sida/3/index.html", // its topic, where a page has become full
		"avsandare/kommunen/index.html", "index.html", "press/2026/index.html", // what lists the newest
		"press/2026/ny/index.html", "press/2026/stor/index.html", // the news, and the item before it, which leads there
		"press/index.html",
	}
	if d := cmp.Diff(want, pages().Changed(t, news)); d != "" {
		t.Error(d)
	}
}
