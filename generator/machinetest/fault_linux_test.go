package machinetest

import (
	"context"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// faults are what the machine may answer; EINTR says that the call is to be made again.
var faults = []syscall.Errno{unix.ENOSPC, unix.EIO, unix.EACCES, unix.EROFS, unix.EMFILE, unix.EINTR}

// patience is after how long a build counts as hanging; it bounds nothing that passes.
const patience = 2 * time.Minute

// TestFaults lets the calls that a build makes on sources, memory and destination fail in turn: with GROWTHPORTAL_LONG=1 all of them,
// each that opens or alters a file in every way, and the others in one way and by an interruption. Where that keeps the new version from
// being published, public/ is as it was, the status is 3 and says why; where it comes later, the new version is there, whole. Where
// the machine only asks to be asked again, nothing happens. No build hangs, and the next one publishes, whatever happened.
func TestFaults(t *testing.T) {
	t.Run("exchange", func(t *testing.T) { faulty(t, false) })
	t.Run("in place", func(t *testing.T) { faulty(t, true) })
}

func faulty(t *testing.T, inPlace bool) {
	t.Parallel()
	f := newFailing(t, inPlace)
	stride := 1
	if !long() {
		stride = f.calls/15 + 1
	}
	for n := 1; n <= f.calls; n += stride {
		first := faults[n%len(faults)]
		matters := f.try(n, first)
		for _, errno := range faults {
			if long() && errno != first && (matters || errno == unix.EINTR) {
				f.try(n, errno)
			}
		}
	}
	t.Logf("%d faults in builds of %d calls: %v", f.tried, f.calls, f.outcomes)
}

// failing is a site whose machine fails.
type failing struct {
	*place
	inPlace  bool
	all      [versions]tree
	version  int // that is published
	calls    int // on the site's folder, in the longest build
	tried    int
	outcomes map[string]int
}

func newFailing(t *testing.T, inPlace bool) *failing {
	p := newPlace(t)
	f := &failing{place: p, inPlace: inPlace, all: p.allVersions(), outcomes: map[string]int{}}
	for v := range versions - 1 { // until both trees have been both
		f.turn(v)
		f.mustBuild()
	}
	f.version = versions - 1
	f.turn(f.version)
	if e := supervise(t, f.judge(0, 0, nil), f.build()...); e.status != 0 {
		t.Fatalf("status %d: %s", e.status, e.said)
	}
	return f
}

// judge lets the call with a number fail, and tells which that is.
func (f *failing) judge(at int, errno syscall.Errno, failed *call) func(*call) verdict {
	n := 0
	return func(c *call) verdict {
		v := verdict{}
		if f.inPlace && c.nr == unix.SYS_RENAMEAT2 && c.flags&unix.RENAME_EXCHANGE != 0 {
			v.errno = unix.EINVAL
		}
		if !slices.ContainsFunc(c.paths, func(name string) bool { return strings.HasPrefix(name, f.dir) }) {
			return v
		}
		n++
		f.calls = max(f.calls, n)
		if n == at {
			v.errno, *failed = errno, *c
		}
		return v
	}
}

// try builds the next version, with one call that fails, and then again. matters tells whether that call opens or alters a file.
func (f *failing) try(at int, errno syscall.Errno) (matters bool) {
	f.Helper()
	f.tried++
	before := f.version
	after := (before + 1) % versions
	f.turn(after)
	ctx, stop := context.WithTimeout(f.Context(), patience)
	defer stop()
	var failed call
	e := superviseCommand(f, f.judge(at, errno, &failed), command(ctx, "supervised", f.build()...))
	got := readTree(f, f.path("public"))
	isOld, isNew := f.all[before].is(got), f.all[after].is(got)
	outcome := "?"
	switch {
	case ctx.Err() != nil:
		outcome = "hangs"
	case e.status == 0 && isNew && failed.nr == 0 && failed.name == "":
		outcome = "past the end"
	case e.status == 0 && isNew:
		outcome = "tolerated"
	case errno == unix.EINTR:
		outcome = "not tried again"
	case e.status == 3 && isOld && strings.Contains(e.said, "growthportal: "):
		outcome = "refused"
	case e.status == 3 && isNew && strings.Contains(e.said, "the new version is published"):
		outcome = "late"
	case e.status == 3 && f.inPlace && strings.Contains(e.said, "the next build finishes it"):
		outcome = "half"
	}
	f.outcomes[outcome]++
	if outcome == "?" || outcome == "hangs" || outcome == "not tried again" {
		f.Errorf("%v at call %d, %v: %s: status %d, old %v, new %v: %s", errno, at, &failed, outcome, e.status, isOld, isNew, e.said)
	}
	if status, said := run(f, f.build()...); status != 0 {
		f.Errorf("%v at call %d, %v: the next build: status %d: %s", errno, at, &failed, status, said)
	}
	if why := f.all[after].differs(readTree(f, f.path("public"))); why != "" {
		f.Fatalf("%v at call %d, %v: the next build: %s", errno, at, &failed, why)
	}
	f.version = after
	return failed.writes || failed.nr == unix.SYS_OPENAT
}
