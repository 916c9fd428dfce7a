package cli

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// progressAfter is how long work may take before it is told how far it has come.
const progressAfter = time.Second

// progress tells on a terminal how far long work has come; in a pipe it says nothing. The zero value says nothing.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	clock func() time.Time
	since time.Time
	told  time.Time
	text  string
}

func (s *session) newProgress() *progress {
	if !isTerminal(s.Stderr) || s.forPrograms() {
		return &progress{}
	}
	return &progress{w: s.Stderr, clock: s.Clock, since: s.Clock(), text: s.say("progress")}
}

func (p *progress) step(done, all int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock()
	if now.Sub(p.since) < progressAfter || now.Sub(p.told) < progressAfter/10 {
		return
	}
	p.told = now
	fmt.Fprintf(p.w, "\r\x1b[K"+p.text, done, all)
}

// end wipes the line.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w != nil && !p.told.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
