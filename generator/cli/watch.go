package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/output"
)

// watch builds, and again whenever the sources change or an instant comes, until the program is stopped. What one build cannot
// do, the next may: only what is wrong from the start ends it.
func (c *buildCommand) watch(s *session, src *siteFolder) error {
	release, err := src.lockFile(s.ctx, siteLock{name: "watch"})
	if errors.Is(err, output.ErrLocked) {
		return errWatched
	}
	if err != nil {
		return err
	}
	defer release()
	watcher, err := src.watch(c.Poll)
	if err != nil {
		return err
	}
	defer watcher.Close()
	w := &watching{buildCommand: c, session: s, src: src, kept: build.NewKept(s.Clock)}
	out, err := w.work(s.ctx, try{last: true})
	if err != nil {
		return err
	}
	if w.broken != nil { // the machine's fault, from the start
		return w.broken
	}
	c.Clean = false
	if s.args.Format == "text" {
		fmt.Fprintln(s.Stdout, s.say("watching"))
	}
	r := s.renewal(watcher)
	r.work = w.work
	r.keep(out)
	return r.run(s.ctx)
}

// errWatched says that another build --watch of the site is at work.
var errWatched = errors.New("another build --watch is at work")

// watching is a build that stays.
type watching struct {
	*buildCommand
	*session
	src     *siteFolder
	kept    *build.Kept
	built   bool  // there has been a build
	broken  error // why the machine could not build, the last time
	failing bool  // the sources had errors, the last time that was told
	changes changes
}

// work builds once; see renewal.
func (w *watching) work(ctx context.Context, t try) (outcome, error) {
	start := w.Clock()
	plan, err := w.build(w.session, w.src, builds{kept: w.kept, named: t.named})
	switch {
	case ctx.Err() != nil:
		return outcome{}, context.Cause(ctx)
	case errors.Is(err, errDifferent):
		return outcome{}, err
	case err != nil:
		w.src.reopen()
		w.changes.unknown()
		w.fail(err, t.last)
		return outcome{failed: true}, nil
	}
	w.changes.add(plan)
	out := outcome{failed: plan.Failed(), made: plan.Now, next: nextInstant(plan)}
	if out.failed && !t.last {
		return out, nil
	}
	w.report(plan, w.Clock().Sub(start))
	return out, nil
}

// fail tells of the machine's failure, once.
func (w *watching) fail(err error, last bool) {
	if last && w.built && (w.broken == nil || w.broken.Error() != err.Error()) {
		text, _ := w.explain(err)
		w.complain(text)
	}
	if last {
		w.broken = err
	}
}

// report says what came of a build: nothing, where nothing did.
func (w *watching) report(plan *build.Plan, took time.Duration) {
	nothing := w.built && len(plan.Stats.Changes) == 0 && w.broken == nil && !w.failing && w.changes.none()
	w.built, w.broken = true, nil
	if nothing {
		return
	}
	what := w.changes.take(w.session)
	err := w.settle(w.session, plan)
	if w.failing = err != nil; w.failing {
		w.complain(w.say("keptAsItWas"))
		return
	}
	if what != "" && w.args.Format == "text" {
		fmt.Fprint(w.Stdout, w.clockTime(), " ", what, ": ")
	}
	w.tell(w.session, plan, took)
}

// nextInstant is when the site changes by itself; zero for never.
func nextInstant(plan *build.Plan) time.Time {
	if plan.Site == nil || len(plan.Site.Instants) == 0 {
		return time.Time{}
	}
	return plan.Site.Instants[0].Time
}

// timeIsGiven tells whether the site is built for an instant that was asked for, and not for now.
func (s *session) timeIsGiven() bool {
	return s.args.Now != "" || s.Getenv("SOURCE_DATE_EPOCH") != ""
}
