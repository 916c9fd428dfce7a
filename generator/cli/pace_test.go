package cli

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// A heap may grow by the room that it is given, however much of it lives: without it the memory of a large site is what it is made of, twice.
func TestLeave(t *testing.T) {
	defer debug.SetGCPercent(percent())
	for name, room := range map[string]room{"to build": roomToBuild, "to begin": roomToBegin, "to stay": roomToStay} {
		for _, mb := range []int{30, 100, 300} {
			keep := make([]byte, mb<<20)
			runtime.GC()
			leave(room)
			sample := []metrics.Sample{{Name: "/gc/heap/goal:bytes"}, {Name: "/gc/heap/live:bytes"}}
			metrics.Read(sample)
			live := sample[1].Value.Uint64()
			want := room.beyond(live)
			if room := sample[0].Value.Uint64() - live; room < want*9/10 || room > want*11/10 {
				t.Errorf("%s: with %d MB in use the heap may grow by %d MB, want %d", name, mb, room>>20, want>>20)
			}
			runtime.KeepAlive(keep)
		}
	}
}

// The rooms are what they are said to be, for sites of all sizes.
func TestRooms(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		name       string
		room       room
		live, want uint64
	}{
		{"a small site, built", roomToBuild, 20 * mb, 160 * mb},
		{"a site of ten thousand, built", roomToBuild, 200 * mb, 96 * mb},
		{"a site of a hundred thousand, built", roomToBuild, 1200 * mb, 300 * mb},
		{"a site of ten thousand that begins, built", roomToBuild.forItems(10000), 20 * mb, 160 * mb},
		{"a site of a hundred thousand that begins, built", roomToBuild.forItems(100000), 100 * mb, 800000<<10 - 100*mb},
		{"a server that begins", roomToBegin, 20 * mb, 492 * mb},
		{"a server that begins with a hundred thousand", roomToBegin, 2000 * mb, 500 * mb},
		{"a server of a small site", roomToStay, 20 * mb, 20 * mb},
		{"a server of ten thousand", roomToStay, 400 * mb, 256 * mb},
		{"a server of a hundred thousand", roomToStay, 2000 * mb, 500 * mb},
	} {
		if got := c.room.beyond(c.live); got != c.want {
			t.Errorf("%s: the heap may grow by %d MB, want %d", c.name, got/mb, c.want/mb)
		}
	}
}

// The room is left anew after each collection until the build has ended; then all is as it was.
func TestPace(t *testing.T) {
	s := &session{Env: Env{Getenv: func(string) string { return "" }}}
	before := percent()
	pace := s.pace(roomToBuild)
	for range 3 {
		debug.SetGCPercent(77)
		for guard := time.Now().Add(time.Minute); percent() == 77; runtime.GC() {
			if time.Now().After(guard) {
				t.Fatal("the room is not left anew after a collection")
			}
		}
	}
	pace.expect(100000)
	if percent() < 1000 { // of next to nothing, to a gigabyte
		t.Errorf("GOGC is %d with a large site expected", percent())
	}
	pace.stop()
	if after := percent(); after != before {
		t.Errorf("GOGC is %d after the build, and was %d", after, before)
	}
}

// Who has set GOGC knows better.
func TestPaceLeavesGOGC(t *testing.T) {
	s := &session{Env: Env{Getenv: func(name string) string { return map[string]string{"GOGC": "50"}[name] }}}
	before := percent()
	pace := s.pace(roomToBuild)
	pace.expect(100000)
	if during := percent(); during != before {
		t.Errorf("GOGC is %d, and was %d", during, before)
	}
	pace.stop()
}

func percent() int {
	usual := debug.SetGCPercent(100)
	debug.SetGCPercent(usual)
	return usual
}

// What a large heap takes of the machine is bounded by a little more than its size; a small one's is not, and all is as it was afterwards.
func TestLimit(t *testing.T) {
	const mb = 1 << 20
	if limit(230*mb) != math.MaxInt64 {
		t.Error("a small heap is bounded")
	}
	if got := limit(1250 * mb); got < 1300*mb || got > 1500*mb {
		t.Errorf("a heap of 1250 MB may take %d MB", got/mb)
	}
	for _, set := range []string{"", "1GiB"} {
		s := &session{Env: Env{Getenv: func(name string) string { return map[string]string{"GOMEMLIMIT": set}[name] }}}
		before := debug.SetMemoryLimit(-1)
		pace := s.pace(roomToBuild)
		pace.expect(100000)
		if during := debug.SetMemoryLimit(-1); during == before != (set != "") {
			t.Errorf("GOMEMLIMIT=%q: the limit was %d and is %d", set, before, during)
		}
		pace.stop()
		if after := debug.SetMemoryLimit(-1); after != before {
			t.Errorf("the limit was %d and is %d", before, after)
		}
	}
}
