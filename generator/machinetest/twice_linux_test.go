package machinetest

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/sys/unix"
)

// meet holds a build in the middle of publishing, begins another one, and lets the first go on when the second has found the way barred
// for the second time. It gives how the two ended.
func meet(t *testing.T, first, second []string) (one, two ended) {
	t.Helper()
	inTheMiddle, goOn := make(chan struct{}), make(chan struct{})
	release := sync.OnceFunc(func() { close(goOn) })
	over := make(chan ended)
	go func() {
		held := false
		over <- supervise(t, func(c *call) verdict {
			if !held && c.nr == unix.SYS_MKDIRAT && strings.Contains(c.String(), ".public.spare/") {
				held = true
				close(inTheMiddle)
				<-goOn
			}
			return verdict{}
		}, first...)
	}()
	select {
	case <-inTheMiddle:
	case one = <-over:
		t.Fatalf("the first build did not get as far: status %d: %s", one.status, one.said)
	}
	locks := map[string]int{}
	two = supervise(t, func(c *call) verdict {
		if c.nr == unix.SYS_FLOCK {
			if locks[c.paths[0]]++; locks[c.paths[0]] == 2 {
				release()
			}
		}
		if strings.Contains(c.String(), ".public.spare/") && c.writes {
			select {
			case <-goOn:
			default:
				t.Errorf("%v while the other build publishes", c)
			}
		}
		return verdict{}
	}, second...)
	release()
	return <-over, two
}

// Two builds of one site at once: the second waits for the first, and both publish.
func TestTwoBuildsOfOneSite(t *testing.T) {
	p := newPlace(t)
	one, two := meet(t, p.build(), p.build())
	if one.status != 0 || two.status != 0 {
		t.Errorf("status %d: %s\nstatus %d: %s", one.status, one.said, two.status, two.said)
	}
}

// Two sites built into one folder at once: the second waits as well, and what is there in the end is one whole site.
func TestTwoSitesIntoOneFolder(t *testing.T) {
	p, q := newPlace(t), newPlace(t)
	q.turn(2)
	dest := filepath.Join(t.TempDir(), "public")
	one, two := meet(t, p.build("--destination", dest), q.build("--destination", dest))
	if one.status != 0 || two.status != 0 {
		t.Fatalf("status %d: %s\nstatus %d: %s", one.status, one.said, two.status, two.said)
	}
	alone := filepath.Join(t.TempDir(), "public")
	q.mustBuild("--destination", alone)
	if why := readTree(t, alone).differs(readTree(t, dest)); why != "" {
		t.Error(why)
	}
}

// The locks of a process that died are no obstacle: the next build takes each at its first try.
func TestLocksOfTheDead(t *testing.T) {
	p := newPlace(t)
	e := supervise(t, func(c *call) verdict {
		return verdict{kill: c.nr == unix.SYS_RENAMEAT && strings.Contains(c.String(), "/public")}
	}, p.build()...)
	if !e.killed {
		t.Fatalf("not killed: %s", e.said)
	}
	taken := map[string]int{}
	e = supervise(t, func(c *call) verdict {
		if c.nr == unix.SYS_FLOCK {
			taken[filepath.Base(c.paths[0])]++
		}
		return verdict{}
	}, p.build()...)
	if e.status != 0 || taken["lock"] == 0 || taken[".public.lock"] == 0 || taken["lock"] > 2 || taken[".public.lock"] > 2 { // to take and to give up
		t.Errorf("status %d, locks %v: %s", e.status, taken, e.said)
	}
}

// A source folder that cannot be written to is built all the same, into another place, and whoever builds hears once that there is no
// memory: whether there never was one, or one that can be read.
func TestReadOnlySources(t *testing.T) {
	t.Parallel()
	for _, errno := range []unix.Errno{unix.EROFS, unix.EACCES} {
		for _, remembered := range []bool{false, true} {
			p := newPlace(t)
			dest := filepath.Join(t.TempDir(), "public")
			if remembered {
				p.mustBuild("--destination", dest)
				p.turn(1)
			}
			e := supervise(t, func(c *call) verdict {
				if c.writes && strings.HasPrefix(c.paths[0], p.dir) && c.nr != unix.SYS_FLOCK {
					if c.nr == unix.SYS_OPENAT && c.flags&(unix.O_WRONLY|unix.O_RDWR) == 0 && isThere(c.paths[0]) {
						return verdict{} // O_CREAT of what is there
					}
					return verdict{errno: errno}
				}
				return verdict{}
			}, p.build("--destination", dest)...)
			if e.status != 0 || strings.Count(e.said, "does without its memory") != 1 {
				t.Errorf("%v, memory %v: status %d: %s", errno, remembered, e.status, e.said)
			}
			alone := filepath.Join(t.TempDir(), "public")
			p.mustBuild("--destination", alone, "--clean")
			if why := readTree(t, alone).differs(readTree(t, dest)); why != "" {
				t.Error(why)
			}
		}
	}
}

func isThere(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
