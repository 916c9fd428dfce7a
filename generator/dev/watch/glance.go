package watch

import "time"

// glances is what is known from looking at the whole tree.
type glances struct {
	known   bool
	picture Picture       // the tree when it was last looked at
	seen    chan glance   // the answer of a look that is under way; nil for none
	last    time.Time     // when the last look was over
	cost    time.Duration // of the last look
	settle  time.Time     // when the burst will have been over for long enough; zero: no burst
	failed  bool          // the last look did not succeed
	heard   bool          // something was heard since the last look began
	suspect time.Time     // until when an event may still explain what a look found; zero: nothing to explain
}

type glance struct {
	Picture
	err     error
	took    time.Duration
	settled bool // it is the look after a burst
}

// nextGlance is when to look at the tree; ok is false while somebody looks, and where nobody can.
func (w *Watcher) nextGlance() (at time.Time, ok bool) {
	g := &w.glances
	if w.Look == nil || g.seen != nil {
		return time.Time{}, false
	}
	pause := w.Sweep
	if w.polling {
		pause = w.Every
	}
	at = g.last.Add(max(pause, 20*g.cost)) // so that to look takes a twentieth of the time at most
	for _, earlier := range []time.Time{g.settle, g.suspect} {
		if !earlier.IsZero() && earlier.Before(at) {
			at = earlier
		}
	}
	return at, true
}

// look looks at the tree, in a goroutine of its own: a drive that does not answer must not keep the watcher from closing.
func (w *Watcher) look() {
	now := time.Now()
	g := &w.glances
	if !g.suspect.IsZero() && !g.suspect.After(now) {
		g.suspect = time.Time{}
		if !g.heard {
			w.distrust(Silent)
		}
	}
	settled := !g.settle.IsZero() && !g.settle.After(now)
	if settled {
		g.settle = time.Time{}
	}
	g.heard = false
	seen := make(chan glance, 1)
	g.seen = seen
	go func() {
		p, err := w.Look(w.ctx)
		seen <- glance{p, err, time.Since(now), settled}
	}()
}

// saw takes in what a look found. A tree that cannot be looked at any more is as good as changed: whoever hears the bell
// will find out why.
func (w *Watcher) saw(s glance) {
	g := &w.glances
	first, failed := !g.known, g.failed
	g.seen, g.last, g.cost, g.failed = nil, time.Now(), s.took, s.err != nil
	var missed, differs bool
	if s.err == nil {
		differs = !first && s.Sum != g.picture.Sum
		g.picture, g.known = s.Picture, true
		missed = w.compare(s.Picture, !g.heard)
	}
	switch {
	case s.settled:
		w.next.everything()
		w.bell.event(time.Now(), true) // the last ring of a burst begins none
	case differs:
		w.next.everything()
		quietly := !w.polling && !g.heard && g.settle.IsZero()
		w.rouse(true)
		if quietly {
			g.suspect = time.Now().Add(w.Longest)
		}
	case missed, g.failed != failed, first && w.polling:
		w.next.everything()
		w.rouse(true)
	}
}
