package serve

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/output"
)

// state is what there is to see at one moment. It does not change; when another takes its place, changed is closed.
type state struct {
	version  *version // nil while there has been no good one
	content  int      // counts changes of what is published
	style    int      // counts changes of style sheets alone, since content
	words    Words
	problems []Problem                 // why the sources make no version; nil where they do
	faults   map[output.Path][]Problem // what is wrong with pages that have been made
	changed  chan struct{}
}

// Show puts a version in the place of what was served, and tells how many files are new or other than before. Whoever is being
// answered still gets the old one.
func (s *Server) Show(v Version) (fresh int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.state.Load()
	next := &state{version: newVersion(v, old.version), content: old.content, style: old.style, words: v.Words}
	diff, fresh := next.version.since(old.version)
	switch diff {
	case changed:
		next.content, next.style = old.content+1, 0
	case styled:
		next.style++
	}
	next.faults = map[output.Path][]Problem{}
	for path, list := range old.faults {
		if f := next.version.files[string(path)]; f != nil && old.version.files[string(path)].same(f.recipe) {
			next.faults[path] = list // it will be made again, and no better
		}
	}
	s.enter(next)
	return fresh
}

// Trouble tells why the sources make no version. The last good one is served on.
func (s *Server) Trouble(list []Problem, words Words) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := *s.state.Load()
	next.problems, next.words = list, words
	if list == nil {
		next.problems = []Problem{}
	}
	s.enter(&next)
}

// enter makes a state the one that is seen, and wakes all who wait for that.
func (s *Server) enter(next *state) {
	next.changed = make(chan struct{})
	old := s.state.Swap(next)
	close(old.changed)
	s.idle.wake()
}

// fault notes what is wrong with a page of a version, if that is still the one that is served.
func (s *Server) fault(v *version, path output.Path, list []Problem) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.state.Load()
	if old.version != v {
		return
	}
	next := *old
	next.faults = maps.Clone(old.faults)
	next.faults[path] = list
	s.enter(&next)
}

// trouble is all that is wrong; nil for nothing.
func (st *state) trouble() []Problem {
	if st.problems != nil {
		return st.problems
	}
	var list []Problem
	for _, path := range slices.Sorted(maps.Keys(st.faults)) {
		list = append(list, st.faults[path]...)
	}
	return list
}

// seen is how a page names the state that it was made in: "RUN.CONTENT.STYLE".
func (st *state) seen(run string) string {
	return run + "." + strconv.Itoa(st.content) + "." + strconv.Itoa(st.style)
}

// behind tells what a page must hear that was made in the state called seen.
func (st *state) behind(run, seen string) change {
	switch content, _, _ := cutLast(seen); {
	case seen == st.seen(run):
		return same
	case st.version == nil:
		return same // there is nothing to load yet
	case content == run+"."+strconv.Itoa(st.content):
		return styled
	}
	return changed
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
