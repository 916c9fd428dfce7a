package site

import (
	"cmp"
	"slices"
	"strings"

	"growthportal/generator/locale"
)

// Correction is one change of an item after it was published, or its withdrawal.
type Correction struct {
	Item      *Item
	Date      locale.Moment
	Note      string // what was changed; of a withdrawal, the reason
	Withdrawn bool
}

// MaxCorrections is how many corrections the page of them tells, the newest. Each item's own page tells all of its own.
const MaxCorrections = 200

// corrections lists what was corrected or withdrawn by now in each language, the newest first.
func (g *graph) corrections() map[locale.Lang][]Correction {
	byLang := map[locale.Lang][]Correction{}
	for _, it := range g.items {
		if !it.Shown || it.URL == "" || it.doc.Listing {
			continue
		}
		for _, c := range it.Changes {
			byLang[it.Lang] = append(byLang[it.Lang], Correction{Item: it, Date: c.Date.Moment, Note: c.Note})
		}
		if w := it.Withdrawn; w != nil {
			byLang[it.Lang] = append(byLang[it.Lang], Correction{Item: it, Date: w.Date.Moment, Note: w.Reason, Withdrawn: true})
		}
	}
	for lang, list := range byLang {
		slices.SortStableFunc(list, func(a, b Correction) int {
			return cmp.Or(b.Date.Time.Compare(a.Date.Time), strings.Compare(a.Item.doc.Path, b.Item.doc.Path), withdrawnFirst(a, b))
		})
		byLang[lang] = slices.Clip(list[:min(len(list), MaxCorrections)])
	}
	return byLang
}

func withdrawnFirst(a, b Correction) int {
	switch {
	case a.Withdrawn == b.Withdrawn:
		return 0
	case a.Withdrawn:
		return -1
	}
	return 1
}
