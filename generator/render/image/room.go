package image

import "sync"

// room bounds how many pixels are worked on at a time, however many workers there are.
type room struct {
	mu    sync.Mutex
	freed *sync.Cond
	size  int
	taken int
}

func newRoom(size int) *room {
	r := &room{size: size}
	r.freed = sync.NewCond(&r.mu)
	return r
}

// enter waits until there is room for n pixels; what is larger than the room waits until it is alone.
func (r *room) enter(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.taken > 0 && r.taken+n > r.size {
		r.freed.Wait()
	}
	r.taken += n
}

func (r *room) leave(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.taken -= n
	r.freed.Broadcast()
}
