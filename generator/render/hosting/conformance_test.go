package hosting_test

import (
	"slices"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/hosting"
	"growthportal/generator/render/rendertest"
)

// The files for the host keep the promises of every renderer.
func TestConformance(t *testing.T) {
	own := []string{"robots.txt", "_redirects", "_headers", ".well-known/security.txt"}
	rendertest.Run(t, rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe {
			return hosting.Recipes(m.Site, "https://example.se/sitemap.xml")
		},
		Owns:  func(name string) bool { return slices.Contains(own, name) },
		Moves: 5,
	})
}
