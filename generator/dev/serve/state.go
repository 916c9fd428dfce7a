package serve

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

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
	fresh, _ = s.Enter(v)()
	return fresh
}

// Enter is Show in two steps: the version is served at once, and open pages that are not what they were hear of it. What is to be
// called then compares the rest, which takes its time; whole is false where another version has come in between, and then
// fresh says nothing.
func (s *Server) Enter(v Version) (compare func() (fresh int, whole bool)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.state.Load()
	next := &state{version: newVersion(v, old.version), content: old.content, style: old.style, words: v.Words}
	next.faults = map[output.Path][]Problem{}
	for path, list := range old.faults {
		if f := next.version.file(string(path)); f != nil && old.version.file(string(path)) != nil && !f.prepare() {
			next.faults[path] = list // it will be made again, and no better
		}
	}
	if !slices.ContainsFunc(v.Recipes, func(r output.Recipe) bool { return r.Later != nil }) {
		diff, fresh, _ := next.version.since(old.version, func() bool { return true })
		next.count(diff)
		s.enter(next)
		return func() (int, bool) { return fresh, true }
	}
	told := same
	switch {
	case old.version == nil || s.uncompared:
		told = changed
	case s.visited.changed(next.version):
		told = changed
		if v.Styled {
			told = styled
		}
	}
	next.count(told)
	s.uncompared = true
	s.enter(next)
	return func() (int, bool) { return s.compare(next, old.version, told) }
}

// count notes a change.
func (st *state) count(c change) {
	switch c {
	case changed:
		st.content, st.style = st.content+1, 0
	case styled:
		st.style++
	}
}

// compare finishes what Enter began.
func (s *Server) compare(entered *state, before *version, told change) (fresh int, whole bool) {
	defer s.idle.compare()()
	v := entered.version
	diff, fresh, whole := v.since(before, func() bool {
		s.idle.yield()
		return s.ctx.Err() == nil && s.state.Load().version == v
	})
	if !whole {
		return 0, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.state.Load()
	if old.version != v {
		return 0, false
	}
	s.uncompared = false
	if diff > told {
		next := *old
		next.count(diff)
		s.enter(&next)
	}
	return fresh, true
}

// visited are the pages that were asked for last: those that somebody may be looking at.
type visited struct {
	mu    sync.Mutex
	paths []output.Path
}

// lookedAt is how many pages are thought of as open.
const lookedAt = 8

// visit notes that a page was asked for.
func (s *Server) visit(p output.Path) {
	s.visited.mu.Lock()
	defer s.visited.mu.Unlock()
	list := slices.DeleteFunc(s.visited.paths, func(o output.Path) bool { return o == p })
	if len(list) == lookedAt {
		list = slices.Delete(list, 0, 1)
	}
	s.visited.paths = append(list, p)
}

// changed tells whether one of them is not what it was.
func (l *visited) changed(v *version) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(l.paths, func(p output.Path) bool {
		f := v.file(string(p))
		return f == nil || f.expect()
	})
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
