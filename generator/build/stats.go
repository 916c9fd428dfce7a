package build

import (
	"time"

	"growthportal/generator/output"
)

// Stats tells what a build did.
type Stats struct {
	Documents int // content files
	Recalled  int // of these, known from an earlier build
	Kept      int // published files that an earlier build made
	Made      int // published files that this build made
	Compared  int // files of which it had to be worked out what they are made from, where that costs something
	Rehearsed int // pages and pictures of what is scheduled, made to see whether they can be
	Changes   []output.Difference
	Stages    []Stage  // in order; empty where the request has no clock
	Reasons   []Reason // why each file was made, ordered by path
	Sources   []string // the source files that are not what they were at the build before; none where nothing is known of that
}

// Stage is what one stage of a build cost.
type Stage struct {
	Name string
	Took time.Duration
}

// Reason says why a file was made rather than kept.
type Reason struct {
	Path output.Path
	Why  Why
}

// Why says why a file was made.
type Why string

// The reasons for making a file.
const (
	WhyNew    Why = "new"    // nothing is remembered of it
	WhyInputs Why = "inputs" // what it is made from has changed
	WhyFile   Why = "file"   // the published file is gone, or somebody altered it
)

// timer measures stages by an injected clock; without one it does nothing.
type timer struct {
	clock func() time.Time
	since time.Time
}

func newTimer(clock func() time.Time) *timer {
	t := &timer{clock: clock}
	if clock != nil {
		t.since = clock()
	}
	return t
}

// lap ends a stage.
func (t *timer) lap(s *Stats, name string) {
	if t.clock == nil {
		return
	}
	now := t.clock()
	s.Stages = append(s.Stages, Stage{name, now.Sub(t.since)})
	t.since = now
}
