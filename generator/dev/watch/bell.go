package watch

import "time"

// bell decides when to ring, from when events come. It knows no clock but the instants that it is given.
type bell struct {
	quiet, longest time.Duration

	first  time.Time // the earliest event that has not been rung for; zero: none
	last   time.Time // and the latest
	active time.Time // the latest event or ring: a burst is over when that has been quiet for long
	began  bool      // the earliest event began a burst
	atOnce bool      // it is not to wait for others
}

// event notes that something may have changed. What is not ready is about to change again.
func (b *bell) event(now time.Time, ready bool) {
	if b.first.IsZero() {
		b.first = now
		b.began = b.active.IsZero() || now.Sub(b.active) > b.quiet
		b.atOnce = false
	}
	b.atOnce = b.atOnce || b.began && ready
	b.last, b.active = now, now
}

// due tells when to ring; ok is false where there is nothing to ring for.
func (b *bell) due() (at time.Time, ok bool) {
	switch {
	case b.first.IsZero():
		return time.Time{}, false
	case b.atOnce:
		return b.first, true
	}
	at = b.last.Add(b.quiet)
	if end := b.first.Add(b.longest); end.Before(at) {
		at = end
	}
	return at, true
}

// rung notes that somebody has heard.
func (b *bell) rung(now time.Time) {
	b.first, b.last, b.active, b.atOnce = time.Time{}, time.Time{}, now, false
}
