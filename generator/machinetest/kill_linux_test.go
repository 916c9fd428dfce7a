package machinetest

import (
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestKilled kills builds on the spot: with GROWTHPORTAL_LONG=1 before each call that alters anything, in turn, and then at random ones
// until there are five hundred each way. All the while somebody reads pages and what they refer to. Where folders can change
// places, what a kill leaves is one whole version, and a reader who has seen the new one never sees the old one again. Where they
// cannot, each file is whole, and no page is there before its assets. In both, the next build gives the new version.
func TestKilled(t *testing.T) {
	t.Run("exchange", func(t *testing.T) { killed(t, false) })
	t.Run("in place", func(t *testing.T) { killed(t, true) })
}

func killed(t *testing.T, inPlace bool) {
	t.Parallel()
	k := newKilling(t, inPlace)
	kills, random := 25, rand.New(rand.NewPCG(7, 25))
	if long() {
		kills = 500
	}
	for n := 1; k.kills < kills; n++ {
		at := n
		if !long() || n > k.calls {
			at = 1 + random.IntN(k.calls)
		}
		k.round(at, n%2 == 0, n%3 == 0)
		if n%100 == 0 {
			t.Logf("%d kills so far", k.kills)
		}
		if t.Failed() {
			t.Fatalf("round %d: killed at call %d", n, at)
		}
	}
	reads := k.reader.stop()
	t.Logf("%d kills among %d calls, %d of them after the switch; %d reads, %d pages with all that they refer to", k.kills, k.calls, k.late, reads.files, reads.pages)
	if reads.pages == 0 {
		t.Error("nobody has read anything")
	}
}

// killing is a site that is built and killed, again and again.
type killing struct {
	*place
	inPlace     bool
	all         [versions]tree
	reader      *reader
	version     int // that is published
	calls       int // that alter anything, in the last whole build
	kills, late int
}

func newKilling(t *testing.T, inPlace bool) *killing {
	p := newPlace(t)
	k := &killing{place: p, inPlace: inPlace, all: p.allVersions()}
	for v := range versions - 1 { // until both trees have been both
		k.turn(v)
		k.mustBuild()
	}
	k.version = versions - 1
	k.turn(k.version)
	e := supervise(t, k.judge(0, false), k.build()...)
	if e.status != 0 || k.calls == 0 {
		t.Fatalf("status %d after %d calls: %s", e.status, k.calls, e.said)
	}
	k.reader = startReader(k)
	return k
}

// judge kills at the call with a number, or as soon as it is made; at 0 it counts them.
func (k *killing) judge(at int, then bool) func(*call) verdict {
	n := 0
	return func(c *call) verdict {
		if !c.writes {
			return verdict{}
		}
		n++
		if at == 0 {
			k.calls = n
		}
		v := verdict{kill: n == at && !then, then: n == at && then}
		if k.inPlace && c.nr == unix.SYS_RENAMEAT2 && c.flags&unix.RENAME_EXCHANGE != 0 {
			v.errno = unix.EINVAL
		}
		return v
	}
}

// round kills a build of the next version, and lets another one finish it, or not: then the next round begins with what was left.
func (k *killing) round(at int, then, leave bool) {
	k.Helper()
	before := k.version
	after := (before + 1) % versions
	k.reader.turn(before, after)
	k.turn(after)
	e := supervise(k, k.judge(at, then), k.build()...)
	if !e.killed && e.status != 0 {
		k.Errorf("status %d: %s", e.status, e.said)
	}
	if e.killed {
		k.kills++
	}
	got := readTree(k, k.path("public"))
	isNew := k.all[after].is(got)
	switch {
	case isNew:
		k.late++
		k.version = after
		k.readLate(before, got)
	case k.inPlace:
		k.whole(got, before, after)
	case !k.all[before].is(got):
		k.Errorf("neither version: %s; %s", k.all[before].differs(got), k.all[after].differs(got))
	}
	if leave && (!k.inPlace || isNew) {
		return
	}
	if e := supervise(k, k.judge(-1, false), k.build()...); e.status != 0 {
		k.Errorf("the next build: status %d: %s", e.status, e.said)
	}
	got = readTree(k, k.path("public"))
	if why := k.all[after].differs(got); why != "" {
		k.Errorf("the next build: %s", why)
	}
	k.readLate(before, got)
	k.version = after
}

// readLate holds the site to what somebody sees who has fetched a page of the version before, and asks for its assets now.
func (k *killing) readLate(before int, got tree) {
	k.Helper()
	for page, content := range k.all[before] {
		for _, name := range references(content) {
			if strings.HasPrefix(name, "assets/") && got[name] != k.all[before][name] {
				k.Errorf("%s as it was refers to %s, which is not there after the switch", page, name)
			}
		}
	}
}

// whole holds a site in which files were changing places one by one: each is that of a version, and no new page is there before its
// assets.
func (k *killing) whole(got tree, before, after int) {
	k.Helper()
	for name, content := range got {
		if strings.HasPrefix(path.Base(name), ".tmp-") { // on its way; no page refers to it
			continue
		}
		old, of := k.all[before][name]
		if content != k.all[after][name] && !(of && content == old) && !k.isAsset(name, content) {
			k.Errorf("%s is neither version's: %.80q", name, content)
		}
		if content == k.all[after][name] && content != old {
			for _, asset := range references(content) {
				if _, there := got[asset]; !there {
					k.Errorf("%s is there before %s", name, asset)
				}
			}
		}
	}
	for name := range k.all[before] {
		if _, stays := k.all[after][name]; !stays {
			continue
		}
		if _, there := got[name]; !there {
			k.Errorf("%s is gone", name)
		}
	}
}

// isAsset tells whether a file is an asset of any version, as it should be.
func (k *killing) isAsset(name, content string) bool {
	for _, v := range k.all {
		if v[name] == content {
			return strings.HasPrefix(name, "assets/")
		}
	}
	return false
}
