package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// headroom is by how many bytes the heap of a build may grow before it is looked through for what can be let go. What a site is made of stays until the
// end, so that the usual rule, to look when the heap has doubled, looks far too often while it is small, and lets it grow far too large then.
const headroom = 96 << 20

// least is the size in bytes that a heap may have without a look in any case: a build of ten thousand items gets there, and looking through the little that
// lives before that spares nothing at its largest.
const least = 240 << 20

// roomy is the part of what lives that the headroom is at least: a site of a hundred thousand items would be looked through all the time.
const roomy = 4

// pace sets how often memory is collected during a build, until it is told to stop. Who has set GOGC knows better.
func (s *session) pace() (stop func()) {
	if s.Getenv("GOGC") != "" {
		return func() {}
	}
	usual := debug.SetGCPercent(100)
	var mu sync.Mutex
	stopped := false
	var again func(*mark)
	again = func(m *mark) {
		mu.Lock()
		defer mu.Unlock()
		if !stopped {
			leaveRoom()
			runtime.SetFinalizer(m, again)
		}
	}
	again(&mark{})
	return func() {
		mu.Lock()
		defer mu.Unlock()
		stopped = true
		debug.SetGCPercent(usual)
	}
}

// mark is held by nobody, so that every collection finds it and tells of itself. It has a pointer so that it is not put together with others
// (https://pkg.go.dev/runtime#SetFinalizer).
type mark struct{ _ *mark }

// leaveRoom lets the heap grow by the headroom beyond what was alive at the last collection, or to the least size. The rule that is set counts stacks and
// global variables with what lives (https://go.dev/doc/gc-guide#GOGC); of a heap with next to nothing in it the sum is not exact.
func leaveRoom() {
	read := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/scan/stack:bytes"}, {Name: "/gc/scan/globals:bytes"}}
	metrics.Read(read)
	live := read[0].Value.Uint64()
	counted := max(live+read[1].Value.Uint64()+read[2].Value.Uint64(), 4<<20)
	room := max(headroom, live/roomy)
	if live < least {
		room = max(room, least-live)
	}
	debug.SetGCPercent(int(100 * room / counted))
}
