package site

import (
	"maps"
	"slices"
	"sync"
)

// texts are those that somebody has asked a site for.
type texts struct {
	mu    sync.Mutex
	asked map[string]bool // by the paths of their documents
}

func (t *texts) note(it *Item) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.asked == nil {
		t.asked = map[string]bool{}
	}
	t.asked[it.Path()] = true
}

// Noting is the same site for somebody whose texts are to be told from what others ask for: it has asked for none yet.
func (s *Site) Noting() *Site {
	noting := *s
	noting.texts = &texts{}
	return &noting
}

// Texts are the paths of the documents whose texts this very site was asked for, in order: what came of asking follows from the
// words of these texts and of no other. What is not in the words of a text (see [Made.Rewritten]) anybody may have asked for.
func (s *Site) Texts() []string {
	s.texts.mu.Lock()
	defer s.texts.mu.Unlock()
	return slices.Sorted(maps.Keys(s.texts.asked))
}
