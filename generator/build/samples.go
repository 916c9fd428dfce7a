package build

import (
	"errors"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/theme"
	"growthportal/generator/render/page/sample"
)

// SampleFolder is where the pages of a theme's samples stand, as seen from the site's root. Nothing there is published.
const SampleFolder = sample.Folder

// samples lists the pages of the theme's samples, where they were asked for.
func (b *builder) samples(cfg *config.Config, thm *theme.Theme) []output.Recipe {
	if !b.Samples {
		return nil
	}
	return sample.Recipes(sample.Input{
		Context: b.ctx, Theme: thm, Languages: cfg.Languages, Location: cfg.Location, Href: cfg.URL.Href, Program: b.Program,
	})
}

// Mistakes are what authors did wrong where making a file failed for that reason; none where it is the machine's fault.
func Mistakes(err error) []diag.Diagnostic {
	if fault := (*sample.Fault)(nil); errors.As(err, &fault) {
		return fault.Diagnostics()
	}
	if d, ok := Mistake(err); ok {
		return []diag.Diagnostic{d}
	}
	return nil
}
