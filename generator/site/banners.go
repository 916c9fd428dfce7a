package site

import (
	"slices"

	"growthportal/generator/locale"
)

// banners lists what stands on every page, in each language: the version in that language, else in another.
func (g *graph) banners() map[locale.Lang][]*Item {
	byLang := map[locale.Lang][]*Item{}
	for _, lang := range g.Config.Languages {
		var list []*Item
		for _, w := range g.works {
			if it := w.shown(lang); it != nil && it.Type.Traits.Banner && !slices.Contains(list, it) {
				list = append(list, it)
			}
		}
		byLang[lang] = newestFirst(list)
	}
	return byLang
}
