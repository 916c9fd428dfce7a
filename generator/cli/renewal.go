package cli

import (
	"context"
	"time"

	"growthportal/generator/dev/watch"
)

// renewal keeps a site new: it works when the sources have changed, and when an instant comes at which the site changes by
// itself. Time is compared with the clock on the wall, which sleeps and jumps as it likes.
type renewal struct {
	rings   <-chan watch.Ring
	notices <-chan watch.Notice
	tell    func(watch.Notice)
	clock   func() time.Time
	still   bool // time stands still, since an instant was asked for
	// work makes the site. Where it can not, and it is not the last try, it keeps that to itself. The error ends the renewal.
	work func(ctx context.Context, t try) (outcome, error)

	outcome
}

// try is one of the times that the work is tried when something has changed.
type try struct {
	last  bool     // it is not tried again
	named []string // the only files that may have changed since the work was last tried; nil: any may have
}

// outcome is what came of the work.
type outcome struct {
	failed bool      // the sources have errors, or could not be read
	made   time.Time // the instant that the site was made for; zero: it could not be made
	next   time.Time // the next at which it changes by itself; zero: none
}

const (
	lookAtClock = 10 * time.Second       // how often the clock is looked at, at least: it may have jumped, and the machine slept
	secondTry   = 150 * time.Millisecond // a file may have been caught half-written
	lastTry     = 2 * time.Second        // after which somebody who writes on and on is told all the same
	afterError  = 5 * time.Second        // when the machine failed
)

// run works until ctx ends, whose cause is the error, or the work gives one.
func (r *renewal) run(ctx context.Context) error {
	for {
		named, err := r.wait(ctx)
		if err != nil {
			return err
		}
		if err := r.renew(ctx, named); err != nil {
			return err
		}
	}
}

// wait waits for a ring, or an instant, and tells which files it is about; nil for any.
func (r *renewal) wait(ctx context.Context) (named []string, err error) {
	timer := time.NewTimer(r.pause())
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case ring := <-r.rings:
			return ring.Named, nil
		case n := <-r.notices:
			r.tell(n)
		case <-timer.C:
			if r.due() {
				return nil, nil
			}
			timer.Reset(r.pause())
		}
	}
}

// pause is how long to wait before the clock is looked at.
func (r *renewal) pause() time.Duration {
	if r.next.IsZero() || r.still {
		return lookAtClock
	}
	return min(max(r.next.Sub(r.wall()), time.Millisecond), lookAtClock)
}

// wall is the clock without Go's monotonic reading, which stands still while the machine sleeps.
func (r *renewal) wall() time.Time { return r.clock().Round(0) }

// due tells whether the site is not what it should be by now: an instant has come, or the clock was put back to before the one that
// it was made for.
func (r *renewal) due() bool {
	now := r.wall()
	switch {
	case r.still:
		return false
	case !r.next.IsZero() && !now.Before(r.next):
		return true
	}
	return !r.made.IsZero() && now.Before(r.made.Round(0).Add(-time.Second))
}

// renew works until it succeeds, or things are quiet and it still does not.
func (r *renewal) renew(ctx context.Context, named []string) error {
	begun := r.clock()
	for last := false; ; named = nil {
		out, err := r.work(ctx, try{last, named})
		if err != nil {
			return err
		}
		if !out.failed || last {
			r.keep(out)
			return nil
		}
		timer := time.NewTimer(secondTry)
		select {
		case <-ctx.Done():
			timer.Stop()
			return context.Cause(ctx)
		case <-r.rings:
			last = r.clock().Sub(begun) > lastTry
		case <-timer.C:
			last = true
		}
		timer.Stop()
	}
}

// keep notes when to work again.
func (r *renewal) keep(out outcome) {
	if out.made.IsZero() { // it may be the machine's fault, and pass
		out.made, out.next = r.made, r.wall().Add(afterError)
	}
	r.outcome = out
}
