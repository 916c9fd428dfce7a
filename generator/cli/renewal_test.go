package cli

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/dev/watch"
)

// world is a renewal in a bubble of synctest, with a clock on the wall that can be put forward and back.
type world struct {
	*testing.T
	r      *renewal
	rings  chan watch.Ring
	begun  time.Time
	shift  atomic.Int64
	answer func(now time.Time) outcome

	mu     sync.Mutex
	worked []time.Duration // when, since the beginning
	last   []bool
	named  [][]string
}

func inWorld(t *testing.T, answer func(now time.Time) outcome, act func(*world)) {
	enter(&renewal{}, t, answer, act)
}

func inStillWorld(t *testing.T, answer func(now time.Time) outcome, act func(*world)) {
	enter(&renewal{still: true}, t, answer, act)
}

func enter(r *renewal, t *testing.T, answer func(now time.Time) outcome, act func(*world)) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{T: t, rings: make(chan watch.Ring), begun: time.Now(), answer: answer}
		w.r = r
		r.rings, r.clock, r.work = w.rings, w.clock, w.work
		w.r.keep(answer(w.clock()))
		ctx, stop := context.WithCancelCause(t.Context())
		done := make(chan error)
		go func() { done <- w.r.run(ctx) }()
		synctest.Wait()
		act(w)
		ended := errors.New("ended")
		stop(ended)
		if err := <-done; !errors.Is(err, ended) {
			t.Errorf("ended with %v", err)
		}
	})
}

func (w *world) clock() time.Time { return time.Now().Add(time.Duration(w.shift.Load())) }

func (w *world) work(_ context.Context, t try) (outcome, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.worked = append(w.worked, time.Since(w.begun))
	w.last = append(w.last, t.last)
	w.named = append(w.named, t.named)
	return w.answer(w.clock()), nil
}

func (w *world) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (w *world) ring() {
	w.ringFor(watch.Ring{Named: []string{"content/a.md"}})
}

func (w *world) ringFor(r watch.Ring) {
	w.rings <- r
	synctest.Wait()
}

func (w *world) want(why string, times ...time.Duration) {
	w.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	if !slices.Equal(w.worked, times) {
		w.Errorf("%s: worked at %v, want %v", why, w.worked, times)
	}
}

// every is a site that changes by itself at full hours.
func every(now time.Time) outcome {
	return outcome{made: now, next: now.Truncate(time.Hour).Add(time.Hour)}
}

// An item that is scheduled for 16.30 appears at 16.30, and the next at its own time.
func TestInstantsComeByThemselves(t *testing.T) {
	inWorld(t, every, func(w *world) {
		w.pass(time.Hour - time.Millisecond)
		w.want("before the instant")
		w.pass(time.Millisecond)
		w.want("at the instant", time.Hour)
		w.pass(2 * time.Hour)
		w.want("and at the next ones", time.Hour, 2*time.Hour, 3*time.Hour)
	})
}

// While a machine sleeps, its timers stand still and its clock goes on.
func TestInstantDuringSleep(t *testing.T) {
	inWorld(t, every, func(w *world) {
		w.pass(10 * time.Minute)
		w.shift.Store(int64(8 * time.Hour))
		w.pass(lookAtClock)
		w.want("within seconds of waking up", 10*time.Minute+lookAtClock)
	})
}

// What appeared too early because a clock was wrong comes down when it is put right.
func TestClockPutBack(t *testing.T) {
	inWorld(t, every, func(w *world) {
		w.shift.Store(-int64(time.Hour))
		w.pass(lookAtClock)
		w.want("soon after the clock was put back", lookAtClock)
		w.pass(30 * time.Minute)
		w.want("and once", lookAtClock)
	})
}

// A clock that is set right by a little, as they are all day, is no reason to work.
func TestClockThatWavers(t *testing.T) {
	never := func(now time.Time) outcome { return outcome{made: now} }
	inWorld(t, never, func(w *world) {
		for _, by := range []time.Duration{-400, 300, -900, 0} {
			w.shift.Store(int64(by * time.Millisecond))
			w.pass(time.Minute)
		}
		w.want("for milliseconds")
	})
}

// With --now, time stands still.
func TestStillTime(t *testing.T) {
	inStillWorld(t, every, func(w *world) {
		w.pass(5 * time.Hour)
		w.want("in still time")
		w.ring()
		w.want("for a change all the same", 5*time.Hour)
	})
}

// A file that is caught half-written is tried again before it is called broken.
func TestHalfWrittenFile(t *testing.T) {
	n := 0
	half := func(now time.Time) outcome {
		n++
		return outcome{made: now, failed: n == 2}
	}
	inWorld(t, half, func(w *world) {
		w.ring()
		w.want("at once", 0)
		w.pass(secondTry)
		w.want("again", 0, secondTry)
		w.pass(time.Minute)
		w.want("and no more", 0, secondTry)
		w.mu.Lock()
		defer w.mu.Unlock()
		if !slices.Equal(w.last, []bool{false, true}) {
			t.Errorf("last tries %v", w.last)
		}
	})
}

// While a branch is switched, much is broken for a while: nobody is told before it is quiet, but for those who never are.
func TestErrorsAreToldWhenItIsQuiet(t *testing.T) {
	n := 0
	broken := func(now time.Time) outcome {
		n++
		return outcome{made: now, failed: n > 1}
	}
	inWorld(t, broken, func(w *world) {
		for range 22 {
			w.ring()
			w.pass(100 * time.Millisecond)
		}
		w.mu.Lock()
		told := slices.Index(w.last, true)
		if told < 0 || w.worked[told] <= lastTry || slices.Contains(w.last[:told], true) {
			t.Errorf("told at work %d of %v", told, w.worked)
		}
		w.mu.Unlock()
		w.pass(time.Minute)
		w.mu.Lock()
		defer w.mu.Unlock()
		if !w.last[len(w.last)-1] {
			t.Error("the last state was not told")
		}
	})
}

// What the machine could not do is tried again, and not all the time.
func TestMachineThatFails(t *testing.T) {
	n := 0
	failing := func(now time.Time) outcome {
		if n++; n > 1 && n < 5 {
			return outcome{failed: true}
		}
		return outcome{made: now}
	}
	inWorld(t, failing, func(w *world) {
		w.ring()
		w.pass(time.Minute)
		w.want("until it succeeds", 0, secondTry, secondTry+afterError, secondTry+afterError+secondTry)
	})
}

// What was named is all that is looked at the first time; whoever tries again, and when an instant comes, looks at everything.
func TestNamesAreForTheFirstTry(t *testing.T) {
	failing := true
	inWorld(t, func(now time.Time) outcome {
		out := every(now)
		out.failed = failing
		return out
	}, func(w *world) {
		w.ring()
		w.pass(secondTry)
		failing = false
		w.ring()
		w.ringFor(watch.Ring{Whole: true})
		w.pass(time.Hour)
		named := []string{"content/a.md"}
		if d := cmp.Diff([][]string{named, nil, named, nil, nil}, w.named); d != "" {
			t.Error(d)
		}
	})
}
