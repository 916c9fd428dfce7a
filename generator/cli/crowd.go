package cli

import (
	"net"
	"net/http"
	"slices"
	"sync"
)

// maxConnections bounds what strangers can hold open.
const maxConnections = 256

// crowd is all who are connected to the server. Where there are too many somebody has to go, so that whoever comes next is never
// kept waiting by those who say nothing, or say it slowly: of those who ask for nothing the one who has been silent for longest, and
// where all ask, who has asked for longest. A browser that is sent away comes back when it wants something.
type crowd struct {
	limit int

	mu     sync.Mutex
	silent []net.Conn // those who ask for nothing, by when they fell silent
	asking []net.Conn // those who ask, by when they began
}

func newCrowd(limit int) *crowd { return &crowd{limit: limit} }

// heed hears of all that connections do, as a server's ConnState.
func (c *crowd) heed(conn net.Conn, does http.ConnState) {
	if parting := c.place(conn, does); parting != nil {
		_ = parting.Close() // its handler hears of it, and then we
	}
}

// place puts a connection where it belongs, and gives the one who has to go.
func (c *crowd) place(conn net.Conn, does http.ConnState) (parting net.Conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	same := func(other net.Conn) bool { return other == conn }
	c.silent, c.asking = slices.DeleteFunc(c.silent, same), slices.DeleteFunc(c.asking, same)
	switch does {
	case http.StateNew, http.StateIdle:
		c.silent = append(c.silent, conn)
	case http.StateActive:
		c.asking = append(c.asking, conn)
	}
	if len(c.silent)+len(c.asking) <= c.limit {
		return nil
	}
	from := &c.silent
	if len(c.silent) == 0 || len(c.silent) == 1 && c.silent[0] == conn { // who has just come is heard first
		from = &c.asking
	}
	parting = (*from)[0]
	*from = slices.Delete(*from, 0, 1)
	return parting
}
