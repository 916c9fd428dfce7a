package site

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Instant is a moment at which the site changes by itself.
type Instant struct {
	Time time.Time
	What What
	Item *Item
}

// What happens at an instant.
type What string

// The kinds of instants.
const (
	Appears   What = "appears"   // an item is published
	Expires   What = "expires"   // an item, or an alert, comes down
	Revised   What = "revised"   // a change or a revision shows from now on
	Withdrawn What = "withdrawn" // an item is marked as withdrawn
	Unpinned  What = "unpinned"  // an item stops standing first
	Passes    What = "passes"    // an event begins to be past
)

// Until is the first instant at which anything in the site is not what it is now, drafts and what has come down among it, which somebody may be
// shown; zero where there is none. Instants are what the public sees of that.
func (s *Site) Until() time.Time { return s.until }

// instants lists what will happen by itself to all that is not a draft, in order; and the first instant at which anything is not
// what it was, drafts among it, which somebody may be shown.
func (g *graph) instants() (list []Instant, until time.Time) {
	for _, it := range g.items {
		still := it.State == Draft || it.State == Expired
		add := func(t time.Time, what What) {
			if !t.After(g.Now) {
				return
			}
			if until.IsZero() || t.Before(until) {
				until = t
			}
			if !still {
				list = append(list, Instant{t, what, it})
			}
		}
		doc := it.doc
		add(doc.Date.Time, Appears)
		if doc.Expires.Set() {
			add(doc.Expires.Last(), Expires)
		}
		if doc.Updated.Set() {
			add(doc.Updated.Time, Revised)
		}
		for _, c := range doc.Changes {
			add(c.Date.Time, Revised)
		}
		if doc.Withdrawn != nil {
			add(doc.Withdrawn.Date.Time, Withdrawn)
		}
		if doc.Pinned.Set() {
			add(doc.Pinned.Last(), Unpinned)
		}
		if over, ok := it.over(); ok {
			add(over, Passes)
		}
	}
	slices.SortFunc(list, func(a, b Instant) int {
		return cmp.Or(a.Time.Compare(b.Time), strings.Compare(a.Item.doc.Path, b.Item.doc.Path), strings.Compare(string(a.What), string(b.What)))
	})
	return list, until
}
