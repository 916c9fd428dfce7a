package watch

import (
	"context"
	"errors"
	"sync"
)

// maxInbox bounds the events that wait; what is beyond is an overflow like the system's own.
const maxInbox = 8192

// loss is what is missing from the events.
type loss uint8

const (
	lostNothing loss = iota
	lostSome         // the backend failed somewhere
	lostMany         // a queue ran over
	lostAll          // nothing more will come
)

// inbox takes events from the backend at all times, so that a backend that waits for its reader can be asked to add folders.
type inbox struct {
	mu     sync.Mutex
	events []Event
	lost   loss

	poke chan struct{} // something is in it
}

func newInbox() *inbox { return &inbox{poke: make(chan struct{}, 1)} }

// fill takes what the backend tells until ctx ends, and closes the backend.
func (b *inbox) fill(ctx context.Context, from Backend) {
	defer from.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-from.Events():
			if !ok {
				b.put(func() { b.lost = lostAll })
				return
			}
			b.put(func() { b.add(e) })
		case err := <-from.Errors():
			b.put(func() { b.lost = max(b.lost, lossOf(err)) })
		}
	}
}

func (b *inbox) put(what func()) {
	b.mu.Lock()
	what()
	b.mu.Unlock()
	select {
	case b.poke <- struct{}{}:
	default:
	}
}

func (b *inbox) add(e Event) {
	n := len(b.events)
	switch {
	case n > 0 && b.events[n-1] == e: // a file being written tells so again and again
	case n >= maxInbox:
		b.lost = max(b.lost, lostMany)
	default:
		b.events = append(b.events, e)
	}
}

func lossOf(err error) loss {
	if errors.Is(err, ErrOverflow) {
		return lostMany
	}
	return lostSome
}

// take empties the inbox.
func (b *inbox) take() (events []Event, lost loss) {
	b.mu.Lock()
	defer b.mu.Unlock()
	events, lost = b.events, b.lost
	b.events, b.lost = nil, lostNothing
	return events, lost
}
