package serve

import "sync"

// idle tells when nobody is being answered. Work that can wait has two ranks: to compare versions comes before to make pages
// that nobody asked for, and both give way to whoever is at work for somebody, from one file to the next.
type idle struct {
	mu        sync.Mutex
	cond      *sync.Cond
	busy      int // for somebody
	comparing int
	stirs     int // how often somebody woke those who wait
}

func (i *idle) init() { i.cond = sync.NewCond(&i.mu) }

// begin notes that somebody is at work until end is called.
func (i *idle) begin() (end func()) { return i.count(&i.busy) }

// compare notes that versions are being compared until end is called.
func (i *idle) compare() (end func()) { return i.count(&i.comparing) }

func (i *idle) count(n *int) (end func()) {
	i.mu.Lock()
	*n++
	i.mu.Unlock()
	return sync.OnceFunc(func() {
		i.mu.Lock()
		*n--
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

// await waits until there is nothing else to do, or somebody wakes.
func (i *idle) await() { i.wait(func() bool { return i.busy > 0 || i.comparing > 0 }) }

// yield lets whoever is at work for somebody go first.
func (i *idle) yield() { i.wait(func() bool { return i.busy > 0 }) }

func (i *idle) wait(while func() bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for seen := i.stirs; while() && i.stirs == seen; {
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
