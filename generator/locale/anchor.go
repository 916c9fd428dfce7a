package locale

import "strconv"

// Anchor folds a heading's text to the id that links to it use, by the rules
// of [Slug]. A heading without a Latin letter or digit is "section".
func Anchor(text string) string {
	if slug := Slug(text); slug != "" {
		return slug
	}
	return "section"
}

// Anchors hands out the ids of one document, each once. The zero value is
// ready to use; it is not safe for concurrent use.
type Anchors struct {
	taken map[string]int // id -> the number that its next namesake tries first
}

// Reserve takes ids that the page itself uses, so that no heading gets one.
// It reports whether id was free until now: false for an id that an author
// set by hand and something else already has.
func (a *Anchors) Reserve(id string) bool {
	if _, exists := a.taken[id]; exists {
		return false
	}
	if a.taken == nil {
		a.taken = make(map[string]int)
	}
	a.taken[id] = 2
	return true
}

// Unique returns the id for a heading with this text: its [Anchor] the first
// time, and with the lowest free number from 2 after that ("bakgrund",
// "bakgrund-2"). It never returns an id twice, nor one that was reserved.
func (a *Anchors) Unique(text string) string {
	id := Anchor(text)
	if a.Reserve(id) {
		return id
	}
	for n := a.taken[id]; ; n++ {
		if numbered := id + "-" + strconv.Itoa(n); a.Reserve(numbered) {
			a.taken[id] = n + 1
			return numbered
		}
	}
}
