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

// leaveRoom lets the heap grow by the headroom beyond what was alive at the last collection
// (https://go.dev/doc/gc-guide#GOGC).
func leaveRoom() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	bytes := max(live[0].Value.Uint64(), 1<<20)
	debug.SetGCPercent(int(100 * max(headroom, bytes/roomy) / bytes))
}
