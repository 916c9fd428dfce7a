package sitemap_test

import (
	"path"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/rendertest"
	"growthportal/generator/render/sitemap"
)

// Sitemaps keep the promises of every renderer.
func TestConformance(t *testing.T) {
	rendertest.Run(t, rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return sitemap.Recipes(m.Site) },
		Owns: func(name string) bool {
			ok, _ := path.Match("sitemap*.xml", name)
			return ok
		},
		Moves: 15,
	})
}
