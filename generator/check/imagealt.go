package check

import (
	"regexp"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/prose"
)

// imageAlt reports images without a text, which a build lets pass with a warning, and texts that say nothing: the name of
// a file, or that it is an image.
func imageAlt() Rule {
	return Rule{
		Codes: []diag.Code{diag.ImageAlt, diag.AltText}, Raised: []diag.Code{diag.ImageAlt},
		Text: func(t *Text, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, b := range t.Writing.Texts() {
				if text := strings.TrimSpace(b.Text); b.Kind == prose.Alt && saysNothing(text) {
					found = append(found, diag.AltText.At(b.Place(0, len(b.Text)), text).With(diag.SayWhatItShows))
				}
			}
			return found
		},
	}
}

var (
	fileName  = regexp.MustCompile(`(?i)^\S+\.(?:jpe?g|png|gif|webp|svg|tiff?|heic|avif)$|^(?:IMG|DSC|DSCN|DSCF|PXL|MVI|P)[_-]?\d{3,}`)
	onlyImage = regexp.MustCompile(`(?i)^(?:bild(?:en)?|foto(?:t|grafi)?|illustration|logga|logotyp|logo|image|picture|photo(?:graph)?|graphic)(?:\.| \d+)?$|^(?:en |an? |the )?(?:bild(?:en)?|foto(?:t|grafi)?|image|picture|photo(?:graph)?) (?:på|av|som|visar|med|of|that|showing)(?:\s|$)`)
)

func saysNothing(alt string) bool { return fileName.MatchString(alt) || onlyImage.MatchString(alt) }
