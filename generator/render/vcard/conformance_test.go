package vcard_test

import (
	"strings"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/rendertest"
	"growthportal/generator/render/vcard"
)

func cards() rendertest.Renderer {
	return rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return vcard.Recipes(m.Site, "growthportal test") },
		Owns:    func(path string) bool { return strings.HasSuffix(path, ".vcf") },
		Moves:   5,
	}
}

// Cards keep the promises of every renderer.
func TestConformance(t *testing.T) { rendertest.Run(t, cards()) }
