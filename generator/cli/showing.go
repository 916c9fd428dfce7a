package cli

import (
	"context"
	"fmt"
	"io"
	"log"
	"runtime"
	"sync/atomic"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/dev/serve"
)

// showOptions say how much is shown.
type showOptions struct {
	near   bool   // only this machine reaches the server: it may tell what the sources say
	bar    bool   // pages tell where they come from
	editor editor // opens what is told of
}

// showing is the site as it is served.
type showing struct {
	*session
	showOptions
	src     *siteFolder
	req     build.Request
	server  *serve.Server
	speaker atomic.Pointer[session] // who speaks while pages are made: the language may change meanwhile

	recall  *build.Recollection // gives the texts of what earlier processes have read; nil for none
	base    string              // the path of the site's root
	shown   bool                // there has been a good version
	failing bool                // the sources had errors, the last time that was told
	changes changes
}

func newShowing(s *session, src *siteFolder, req build.Request, opt showOptions) *showing {
	sh := &showing{session: s, showOptions: opt, src: src, req: req, base: "/"}
	sh.server = serve.New(serve.Options{AnyHost: !opt.near, Ahead: true, Clock: s.Clock, Failed: sh.pageFailed})
	return sh
}

// begin makes the site for the first time, with what earlier processes remember. Mistakes of authors are shown, and are no
// reason not to begin.
func (sh *showing) begin(ctx context.Context) (outcome, error) {
	pace := sh.pace(roomToBegin)
	defer pace.stop()
	recall, err := build.Peek(sh.src.dir, program())
	if err != nil {
		recall = nil // whatever is the matter with the memory, the site can be shown without it
	}
	req := sh.req
	req.Recall, req.Expect = recall, pace.expect
	plan, err := build.Make(ctx, req)
	if sh.recall = recall; err != nil || runtime.GOOS == "windows" { // where an open file cannot be replaced
		sh.close()
	}
	if err != nil {
		return outcome{}, err
	}
	sh.show(plan)
	sh.remember(ctx)
	return outcome{made: plan.Now, next: nextInstant(plan)}, nil
}

// close lets go of what earlier processes remember: texts are read again from then on.
func (sh *showing) close() {
	_ = sh.recall.Close() // nothing was written
	sh.recall = nil
}

// work makes the site anew; see renewal.
func (sh *showing) work(ctx context.Context, t try) (outcome, error) {
	release := sh.server.Hold()
	defer release()
	req := sh.req
	req.Named = t.named
	plan, err := build.Make(ctx, req)
	switch {
	case ctx.Err() != nil:
		return outcome{}, context.Cause(ctx)
	case err != nil:
		sh.src.reopen()
		sh.req.Source = sh.src.sources()
		sh.changes.unknown()
		if t.last {
			sh.broken(err)
		}
		return outcome{failed: true}, nil
	}
	sh.changes.add(plan)
	out := outcome{failed: plan.Failed(), made: plan.Now, next: nextInstant(plan)}
	if !out.failed || t.last {
		sh.renew(plan)
		sh.remember(ctx)
	}
	return out, nil
}

// show lets the first plan be seen.
func (sh *showing) show(plan *build.Plan) {
	if compare := sh.enter(plan); compare != nil {
		compare() // with nothing, which takes no time
	}
	sh.tellDiagnostics(plan)
	sh.failing = plan.Failed()
	sh.changes.add(plan)
	sh.changes.take(sh.session)
}

// renew lets a plan be seen, and says what is new: nothing, where nothing is.
func (sh *showing) renew(plan *build.Plan) {
	healed := sh.failing && !plan.Failed()
	if sh.changes.none() && !healed && plan.Failed() == sh.failing {
		return
	}
	compare := sh.enter(plan)
	what := sh.changes.take(sh.session)
	sh.tellDiagnostics(plan)
	sh.failing = plan.Failed()
	if sh.failing {
		sh.complain(sh.say("shownAsItWas"))
		return
	}
	speaker, took, all := *sh.session, sh.seconds(took(plan)), len(plan.Recipes)
	go func() {
		switch changed, whole := compare(); {
		case !whole: // the next version tells
		case changed == 0 && healed:
			fmt.Fprintln(speaker.Stdout, speaker.clockTime(), speaker.say("mended", took))
		case changed > 0 && what != "":
			fmt.Fprintln(speaker.Stdout, speaker.clockTime(), speaker.say("renewed", what, changed, all, took))
		}
	}()
}

// enter gives a plan to the server. What it returns tells how many files are not what they were, if no other plan has come by
// then; it is nil where the plan has failed.
func (sh *showing) enter(plan *build.Plan) (compare func() (changed int, whole bool)) {
	sh.speak(plan)
	speaker := *sh.session
	sh.speaker.Store(&speaker)
	if plan.Failed() {
		sh.server.Trouble(sh.problems(&speaker, plan.Diagnostics), speaker.liveWords())
		return nil
	}
	v := sh.version(&speaker, plan)
	v.Styled = sh.shown && sh.changes.styleOnly()
	compare = sh.server.Enter(v)
	sh.shown, sh.base = true, v.Base
	return compare
}

// broken tells that the machine has failed.
func (sh *showing) broken(err error) {
	text, _ := sh.explain(err)
	if !sh.failing {
		sh.complain(text)
	}
	sh.failing = true
	sh.server.Trouble([]serve.Problem{{Message: text}}, sh.liveWords())
}

func (sh *showing) tellDiagnostics(plan *build.Plan) {
	_ = sh.session.show(plan.Diagnostics) // a terminal that has gone away is no reason to stop serving
}

// remember stores what was read for the next process, where it is much and no build is at work.
func (sh *showing) remember(ctx context.Context) {
	if sh.req.Kept.Fresh() < worthStoring {
		return
	}
	release, err := sh.src.lockFile(ctx, siteLock{name: "lock"})
	if err != nil {
		return
	}
	defer release()
	recall, err := build.Recall(sh.src.dir, "", program(), false)
	if err != nil {
		return
	}
	defer recall.Close()
	sh.req.Kept.Store(recall)
	_ = recall.Keep(true) // a memory that cannot be written costs the next process time, and nothing else
}

// worthStoring is how many content files are worth writing the memory for: to read one takes a millisecond.
const worthStoring = 100

// pageFailed tells of a page that could not be made, or should not be published as it is.
func (sh *showing) pageFailed(list []serve.Problem, err error) {
	if sh.ctx.Err() != nil {
		return // it was broken off
	}
	s := sh.speaker.Load()
	if found := build.Mistakes(err); found != nil {
		_ = s.show(found)
		return
	}
	for _, p := range list {
		s.complain(p.Place + ": " + p.Message)
	}
	if len(list) == 0 {
		s.complain(s.say("pageFailed", err))
	}
}

// took is what it took to make a plan.
func took(plan *build.Plan) (sum time.Duration) {
	for _, stage := range plan.Stats.Stages {
		sum += stage.Took
	}
	return sum
}

// nobody hears what the HTTP server says of clients that break off.
func nobody() *log.Logger { return log.New(io.Discard, "", 0) }
