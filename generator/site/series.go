package site

import (
	"cmp"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/config"
)

// series puts the items of a collection in the order of their periods, where its type is a series, and reports a
// period that two items have. Drafts are no part of it until they are published.
func (g *graph) series(c *config.Collection) {
	t := g.typeOf(c)
	if t.Traits.Series == "" {
		return
	}
	for _, lang := range g.Config.Languages {
		var all []*Item
		for _, it := range g.items {
			if _, ok := it.Period(); ok && it.Collection != nil && it.Collection.Name == c.Name && it.Lang == lang {
				all = append(all, it)
			}
		}
		slices.SortFunc(all, comparePeriods)
		g.doubledPeriods(all, t.Traits.Series)
		var before *Item
		for _, it := range all {
			if !it.Shown {
				continue
			}
			if before != nil {
				before.Later, it.Earlier = it, before
			}
			before = it
		}
	}
}

// comparePeriods orders items by period; of two with one period, those that are no drafts come first, then by path.
func comparePeriods(a, b *Item) int {
	x, _ := a.Period()
	y, _ := b.Period()
	return cmp.Or(x.Compare(y), cmp.Compare(standing(a), standing(b)), strings.Compare(a.doc.Path, b.doc.Path))
}

func standing(it *Item) int {
	if it.State == Draft {
		return 1
	}
	return 0
}

// samePeriod tells whether two items of one series have one period.
func samePeriod(a, b *Item) bool {
	x, ok := a.Period()
	y, too := b.Period()
	return ok && too && a.Collection == b.Collection && a.Lang == b.Lang && x.Compare(y) == 0
}

func (g *graph) doubledPeriods(all []*Item, field string) {
	for i := 1; i < len(all); i++ {
		x, _ := all[i-1].Period()
		y, _ := all[i].Period()
		if x.Compare(y) != 0 {
			continue
		}
		v, _ := all[i].doc.Field(field)
		g.about(all[i], diag.DoubledPeriod.At(v.Spot.In(all[i].doc.Path), v.Text, all[i-1].doc.Path))
	}
}
