package watch

import "time"

// never is further away than anything that a timer waits for.
const never = 365 * 24 * time.Hour

// run hears events, looks at the tree when it is time to, and rings.
func (w *Watcher) run() {
	timer := time.NewTimer(never)
	defer timer.Stop()
	w.glances.last = time.Now()
	if w.Look != nil {
		w.look()
	}
	for {
		now := time.Now()
		var ring chan struct{}
		wake := now.Add(never)
		if at, ok := w.bell.due(); ok {
			if wake = at; !at.After(now) {
				ring, wake = w.rings, now.Add(never)
			}
		}
		if at, ok := w.nextGlance(); ok && at.Before(wake) {
			wake = at
		}
		timer.Reset(wake.Sub(now))
		select {
		case <-w.ctx.Done():
			return
		case <-w.inbox.poke:
			w.hear()
		case seen := <-w.glances.seen:
			w.saw(seen)
		case ring <- struct{}{}:
			w.bell.rung(time.Now())
		case <-timer.C:
			if at, ok := w.nextGlance(); ok && !at.After(time.Now()) {
				w.look()
			}
		}
	}
}

// hear handles what is in the inbox.
func (w *Watcher) hear() {
	events, lost := w.inbox.take()
	heard := lost != lostNothing
	for _, e := range events {
		if w.handle(e) {
			heard = true
		}
	}
	switch lost {
	case lostAll:
		w.backend = nil
		w.distrust(Unsupported)
	case lostMany:
		w.notice(Overflow)
		w.watchAll()
	case lostSome:
		w.watchAll()
	}
	if heard {
		w.rouse()
		w.glances.heard = true
	}
}

// rouse begins a burst, or goes on with it.
func (w *Watcher) rouse() {
	now := time.Now()
	w.bell.event(now)
	w.glances.settle = now.Add(w.Settle)
}

// handle follows an event, and tells whether it matters.
func (w *Watcher) handle(e Event) bool {
	if e.Path == w.Root && e.Away {
		w.forget(w.Root)
		w.distrust(Gone)
		return true
	}
	rel, ok := w.relative(e.Path)
	if !ok || w.Ignore(rel) {
		return false
	}
	if e.Away {
		w.forget(e.Path)
	} else {
		w.watchBelow(e.Path)
	}
	return true
}
