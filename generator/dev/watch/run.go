package watch

import (
	"os"
	"time"
)

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
		var ring chan Ring
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
		case ring <- w.ring():
			w.bell.rung(time.Now())
			w.next = Ring{}
		case <-timer.C:
			if at, ok := w.nextGlance(); ok && !at.After(time.Now()) {
				w.look()
			}
		}
	}
}

// ring is what the bell tells now. Where events may get lost, or nobody looks at the tree afterwards, names are not enough.
func (w *Watcher) ring() Ring {
	if w.polling || w.Look == nil {
		return Ring{Whole: true}
	}
	return w.next
}

// hear handles what is in the inbox.
func (w *Watcher) hear() {
	events, lost := w.inbox.take()
	heard, ready := lost != lostNothing, lost != lostNothing
	for _, e := range events {
		matters, whole := w.handle(e)
		heard = heard || matters
		ready = ready || matters && whole
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
	if lost != lostNothing {
		w.next.everything()
	}
	if heard {
		w.rouse(ready)
		w.glances.heard = true
	}
}

// rouse begins a burst, or goes on with it.
func (w *Watcher) rouse(ready bool) {
	now := time.Now()
	w.bell.event(now, ready)
	w.glances.settle = now.Add(w.Settle)
}

// handle follows an event, and tells whether it matters, and whether what it is about looks whole: a file without content is
// most often one that is being saved, and the event of its content is on the way.
func (w *Watcher) handle(e Event) (matters, whole bool) {
	if e.Path == w.Root && e.Away {
		w.forget(w.Root)
		w.distrust(Gone)
		return true, true
	}
	rel, ok := w.relative(e.Path)
	if !ok || w.Ignore(rel) {
		return false, false
	}
	w.next.name(rel)
	if e.Away {
		w.forget(e.Path)
		return true, true
	}
	info, err := os.Lstat(e.Path)
	if err == nil && info.IsDir() {
		w.watchBelow(e.Path)
	}
	return true, err != nil || info.IsDir() || info.Size() > 0
}
