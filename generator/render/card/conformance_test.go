package card_test

import (
	"strings"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/card"
	"growthportal/generator/render/rendertest"
)

func TestConformance(t *testing.T) {
	rendertest.Run(t, rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return card.Recipes(m.Site) },
		Owns:    func(path string) bool { return strings.HasPrefix(path, output.Pictures) },
		Moves:   3,
	})
}
