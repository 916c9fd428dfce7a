package page

import (
	"slices"

	"growthportal/generator/site"
)

// history is what happened to an item after it was published, the newest first: what its author notes as changed, and
// that it was withdrawn.
func (r *renderer) history(it *site.Item) []Change {
	var list []Change
	for _, c := range it.Changes {
		list = append(list, Change{Time: *r.moment(c.Date.Moment, it.Lang), Note: c.Note})
	}
	w := it.Withdrawn
	if w == nil {
		return list
	}
	at := 0
	for at < len(list) && it.Changes[at].Date.Moment.Time.After(w.Date.Moment.Time) {
		at++
	}
	return slices.Insert(list, at, Change{Time: *r.moment(w.Date.Moment, it.Lang), Note: w.Reason, Withdrawn: true})
}
