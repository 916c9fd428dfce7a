package serve

import "sync"

// idle tells when nobody is being answered.
type idle struct {
	mu    sync.Mutex
	cond  *sync.Cond
	busy  int
	stirs int // how often somebody woke those who wait
}

func (i *idle) init() { i.cond = sync.NewCond(&i.mu) }

// begin notes that somebody is at work until end is called.
func (i *idle) begin() (end func()) {
	i.mu.Lock()
	i.busy++
	i.mu.Unlock()
	return sync.OnceFunc(func() {
		i.mu.Lock()
		i.busy--
		i.mu.Unlock()
		i.cond.Broadcast()
	})
}

// wake lets those who wait look at what has changed.
func (i *idle) wake() {
	i.mu.Lock()
	i.stirs++
	i.mu.Unlock()
	i.cond.Broadcast()
}

// await waits until nobody is at work, or somebody wakes.
func (i *idle) await() {
	i.mu.Lock()
	defer i.mu.Unlock()
	for seen := i.stirs; i.busy > 0 && i.stirs == seen; {
		i.cond.Wait()
	}
}

// news waits until somebody has woken those who wait more often than seen, and tells how often that is now.
func (i *idle) news(seen int) int {
	i.mu.Lock()
	defer i.mu.Unlock()
	for i.stirs == seen {
		i.cond.Wait()
	}
	return i.stirs
}

// makeAhead makes what nobody has asked for, one file at a time and only when there is nothing else to do: so that every page
// is there at once, and every page's mistakes are found.
func (s *Server) makeAhead() {
	var stirs int
	for s.ctx.Err() == nil {
		if v := s.state.Load().version; v != nil {
			s.makeRest(v)
		}
		stirs = s.idle.news(stirs)
	}
}

// makeRest makes the files of a version for as long as it is the one that is served.
func (s *Server) makeRest(v *version) {
	for _, f := range v.order {
		if !f.wanting() {
			continue
		}
		s.idle.await()
		if s.ctx.Err() != nil || s.state.Load().version != v {
			return
		}
		s.make(v, f)
	}
}
