package machinetest

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// TestSyncedBeforeSwitch holds what a power cut costs: all of the new version is on the disk before it is switched in, by one call for the
// whole file system. Where folders cannot change places, the journal is there as well before the first published file is touched, and
// all of these are before what they were is let go.
func TestSyncedBeforeSwitch(t *testing.T) {
	for _, c := range []struct {
		name    string
		inPlace bool
		want    []string
	}{
		{"exchange", false, []string{"journal", "new", "sync", "switch", "journal"}},
		{"in place", true, []string{"journal", "new", "sync", "switch", "journal", "sync", "live", "sync", "old", "journal"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			for v := range versions - 1 {
				p.turn(v)
				p.mustBuild()
			}
			p.turn(versions - 1)
			var steps []string
			k := &killing{place: p, inPlace: c.inPlace}
			refuse := k.judge(-1, false)
			e := supervise(t, func(of *call) verdict {
				if s := p.step(of, slices.Contains(steps, "live")); s != "" && (len(steps) == 0 || steps[len(steps)-1] != s) {
					steps = append(steps, s)
				}
				return refuse(of)
			}, p.build()...)
			if e.status != 0 {
				t.Fatalf("status %d: %s", e.status, e.said)
			}
			if len(steps) > 0 && steps[0] == "new" { // files wait beside the tree that they belong to, until it is begun
				steps = steps[1:]
			}
			if d := cmp.Diff(c.want, steps); d != "" {
				t.Error(d)
			}
		})
	}
}

// step is what a call is to publishing, "" where it is nothing: the making of a new file, the journal, the sync, the switch, a change of a
// published file, and, once there have been such, the end of what has been taken from the tree beside it.
func (p *place) step(c *call, late bool) string {
	live := func(name string) bool { return strings.HasPrefix(name, p.path("public")+"/") }
	spare := func(name string) bool { return strings.HasPrefix(name, p.path(".public.spare")+"/") }
	moves := slices.Contains([]int{unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_LINKAT}, c.nr)
	switch {
	case c.nr == unix.SYS_SYNCFS, c.nr == unix.SYS_FSYNC, c.nr == unix.SYS_FDATASYNC:
		return "sync"
	case c.nr == unix.SYS_RENAMEAT2 && c.flags&unix.RENAME_EXCHANGE != 0:
		return "switch"
	case moves && strings.HasSuffix(c.paths[1], "/.journal"):
		return "journal"
	case moves && (live(c.paths[1]) || live(c.paths[0]) && c.nr != unix.SYS_LINKAT), c.nr == unix.SYS_UNLINKAT && live(c.paths[0]) && !strings.HasSuffix(c.paths[0], "/.tmp-share"):
		return "live"
	case late:
		if c.nr == unix.SYS_UNLINKAT && spare(c.paths[0]) && !strings.HasPrefix(path.Base(c.paths[0]), ".tmp-") {
			return "old"
		}
	case spare(c.paths[0]) && !strings.HasSuffix(c.paths[0], "/.tmp-write") && (moves || c.nr == unix.SYS_WRITE), moves && slices.ContainsFunc(c.paths, spare):
		return "new"
	}
	return ""
}
