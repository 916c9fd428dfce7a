package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// A build's heap may grow by the same room however much of it lives, once there is enough to look through. Without it the memory of a large site is what it is made of, twice.
func TestLeaveRoom(t *testing.T) {
	defer debug.SetGCPercent(percent())
	for _, mb := range []int{30, 100, 300} {
		keep := make([]byte, mb<<20)
		runtime.GC()
		leaveRoom()
		sample := []metrics.Sample{{Name: "/gc/heap/goal:bytes"}, {Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		live := int64(sample[1].Value.Uint64())
		want := max(headroom, least-live)
		if room := int64(sample[0].Value.Uint64()) - live; room < want*9/10 || room > want*11/10 {
			t.Errorf("with %d MB in use the heap may grow by %d MB, want %d", mb, room>>20, want>>20)
		}
		runtime.KeepAlive(keep)
	}
}

// The room is left anew after each collection until the build has ended; then all is as it was.
func TestPace(t *testing.T) {
	s := &session{Env: Env{Getenv: func(string) string { return "" }}}
	before := percent()
	stop := s.pace()
	for range 3 {
		debug.SetGCPercent(77)
		for guard := time.Now().Add(time.Minute); percent() == 77; runtime.GC() {
			if time.Now().After(guard) {
				t.Fatal("the room is not left anew after a collection")
			}
		}
	}
	stop()
	if after := percent(); after != before {
		t.Errorf("GOGC is %d after the build, and was %d", after, before)
	}
}

// Who has set GOGC knows better.
func TestPaceLeavesGOGC(t *testing.T) {
	s := &session{Env: Env{Getenv: func(name string) string { return map[string]string{"GOGC": "50"}[name] }}}
	before := percent()
	stop := s.pace()
	if during := percent(); during != before {
		t.Errorf("GOGC is %d, and was %d", during, before)
	}
	stop()
}

func percent() int {
	usual := debug.SetGCPercent(100)
	debug.SetGCPercent(usual)
	return usual
}
