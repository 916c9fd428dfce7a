package cli

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// room is by how much the heap may grow beyond what lives in it before it is looked through for what can be let go. What a site is made of stays until
// the end, so that the usual rule, to look when the heap has doubled, looks far too often while it is small, and lets it grow far too large then.
type room struct {
	more    uint64 // bytes
	part    uint64 // and this part of what lives at least: a site of a hundred thousand items would be looked through all the time
	least   uint64 // bytes that a heap may have without a look in any case
	doubled bool   // the heap never has more than twice what lives
	bounded bool   // what the heap takes of the machine is little more than its size
}

// livesOfItem is about what lives of each content file, in bytes, when all have been read: 10,000 releases come to 90 MB.
const livesOfItem = 8 << 10

// forItems is a room for a site of so many content files. What its heap comes to in the end it may have from the beginning: to look through
// half of a hundred thousand items again and again took a third of the time.
func (r room) forItems(n int) room {
	r.least = max(r.least, uint64(n)*livesOfItem)
	return r
}

var (
	// Ten thousand items get to the least size: to look through the little that lives before that spares nothing at its largest.
	roomToBuild = room{more: 96 << 20, part: 4, least: 180 << 20, bounded: true}
	// A server that begins makes somebody wait, and nothing of what it reads can be let go.
	roomToBegin = room{more: 256 << 20, part: 4, least: 512 << 20}
	// One that stays leaves memory to others on a machine on which somebody works.
	roomToStay = room{more: 256 << 20, part: 4, doubled: true}
)

// beyond is the room, in bytes, where so many live.
func (r room) beyond(live uint64) uint64 {
	room := max(r.more, live/r.part)
	if live < r.least {
		room = max(room, r.least-live)
	}
	if r.doubled {
		room = min(room, max(live, 4<<20))
	}
	return room
}

// pace leaves a room after each collection of memory.
type pace struct {
	*session

	mu    sync.Mutex
	room  room
	going bool
	usual int   // the percentage that was set before
	limit int64 // and the limit
}

// pace leaves a room until it is told to stop. Who has set GOGC knows better.
func (s *session) pace(room room) *pace {
	p := &pace{session: s, room: room}
	if s.Getenv("GOGC") != "" {
		return p
	}
	p.usual, p.limit, p.going = debug.SetGCPercent(100), debug.SetMemoryLimit(-1), true
	p.again(&mark{})
	return p
}

// again leaves the room, and will do so after the next collection, which finds the mark.
func (p *pace) again(m *mark) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.going {
		p.leave()
		runtime.SetFinalizer(m, p.again)
	}
}

// expect leaves the room for a site of so many content files from now on.
func (p *pace) expect(items int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.room = p.room.forItems(items); p.going {
		p.leave()
	}
}

// leave leaves the room, and bounds what the heap takes of the machine by it.
func (p *pace) leave() {
	heap := leave(p.room)
	if p.room.bounded && p.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit(heap))
	}
}

// limit is how much memory, in bytes, may be taken from the machine for a heap of a size. What lives lies among what does not, and large pieces find no
// place between: a large build may lose an eighth to that, and looks for garbage sooner where it loses more. One that stays for days must not be bounded
// so: what is lost only grows then, until there is nothing but looking.
func limit(heap uint64) int64 {
	const large = 512 << 20
	if heap < large {
		return math.MaxInt64
	}
	return int64(heap + heap/8 + 32<<20)
}

// stop lets all be as it was.
func (p *pace) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.going {
		p.going = false
		debug.SetGCPercent(p.usual)
		debug.SetMemoryLimit(p.limit)
	}
}

// mark is held by nobody, so that every collection finds it and tells of itself. It has a pointer so that it is not put together with others
// (https://pkg.go.dev/runtime#SetFinalizer).
type mark struct{ _ *mark }

// leave lets the heap grow by the room beyond what was alive at the last collection. The rule that is set counts stacks and
// global variables with what lives (https://go.dev/doc/gc-guide#GOGC); of a heap with next to nothing in it the sum is not exact. It gives
// the size, in bytes, that the heap may have.
func leave(room room) (heap uint64) {
	read := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/scan/stack:bytes"}, {Name: "/gc/scan/globals:bytes"}}
	metrics.Read(read)
	live := read[0].Value.Uint64()
	counted := max(live+read[1].Value.Uint64()+read[2].Value.Uint64(), 4<<20)
	debug.SetGCPercent(int(100 * room.beyond(live) / counted))
	return live + room.beyond(live)
}
