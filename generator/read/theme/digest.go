package theme

import (
	"maps"
	"slices"

	"growthportal/generator/output"
)

// digest is of everything that a theme holds.
func (t *Theme) digest() output.Digest {
	type part struct {
		Name   string
		Digest output.Digest
	}
	var parts []part
	for _, name := range slices.Sorted(maps.Keys(t.layouts)) {
		parts = append(parts, part{name, t.layouts[name].Digest})
	}
	for _, a := range t.Assets {
		parts = append(parts, part{string(a.Path), a.Digest})
	}
	return output.DigestOf("theme/3", t.Schema, t.Lists, t.Own, t.Images, t.Texts, parts)
}
