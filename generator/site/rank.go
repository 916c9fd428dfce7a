package site

import (
	"cmp"
	"slices"
	"strings"
)

// rankItems puts all items into the order of lists, once: by date, the newest first and those without a date last, then by
// name. To sort any of them afterwards is to compare numbers, and what is gathered in this order need not be sorted at all.
func (g *graph) rankItems() {
	type dated struct {
		seconds int64
		nanos   int
		it      *Item
	}
	list := make([]dated, len(g.items))
	for i, it := range g.items {
		list[i] = dated{it.Order.Unix(), it.Order.Nanosecond(), it}
	}
	slices.SortFunc(list, func(a, b dated) int {
		if a.seconds != b.seconds || a.nanos != b.nanos {
			return cmp.Or(cmp.Compare(b.seconds, a.seconds), cmp.Compare(b.nanos, a.nanos))
		}
		return cmp.Or(strings.Compare(a.it.doc.Name, b.it.doc.Name), strings.Compare(a.it.doc.Path, b.it.doc.Path))
	})
	g.ranked = make([]*Item, len(list))
	for i, d := range list {
		d.it.rank, g.ranked[i] = i+1, d.it
	}
}

// newestFirst orders items as lists have them.
func newestFirst(items []*Item) []*Item {
	list := slices.Clone(items)
	byRank := func(a, b *Item) int { return a.rank - b.rank }
	if !slices.IsSortedFunc(list, byRank) {
		slices.SortFunc(list, byRank)
	}
	return list
}
