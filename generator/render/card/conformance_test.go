package card_test

import (
	"slices"
	"strings"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/card"
	"growthportal/generator/render/rendertest"
)

func TestConformance(t *testing.T) {
	rendertest.Run(t, rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { // a few: each takes as long as dozens of pages
			return slices.DeleteFunc(card.Recipes(m.Site), func(r output.Recipe) bool { return !strings.Contains(string(r.Path), "rapport") })
		},
		Owns:  func(path string) bool { return strings.HasPrefix(path, output.Pictures) },
		Moves: 1,
	})
}
