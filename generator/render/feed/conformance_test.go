package feed_test

import (
	"path"
	"slices"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/feed"
	"growthportal/generator/render/rendertest"
)

// Feeds keep the promises of every renderer.
func TestConformance(t *testing.T) {
	rendertest.Run(t, rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return feed.Recipes(m.Site, "growthportal test") },
		Owns: func(name string) bool {
			return slices.Contains([]string{"atom.xml", "rss.xml", "feed.json"}, path.Base(name))
		},
		Moves: 30,
	})
}
