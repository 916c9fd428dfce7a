// Package serve shows a site to those who write it: pages are made from recipes when they are first asked for, the rest when
// nobody asks; a new version takes the place of the old one between two requests; and an open page hears of it.
//
// What is served is looked up in the site and never on the file system, so that no path can lead anywhere else.
//
// # What is added to a page
//
// One script element before </body>, and nothing else, so that whoever cuts it out (see [Strip]) holds the bytes that would be
// published. The script listens to a stream of events:
//
//	reload  what the site publishes has changed: the page loads itself again and stays where it was scrolled to
//	css     style sheets alone have changed: they are exchanged
//	errors  the sources have errors: they are shown above the last good page
//	ok      they have none (any more)
//	rest    too many pages listen: this one does again when somebody looks at it
//
// With [Version.Page] it also draws a bar at the foot that tells where the page comes from. Script, style and stream have
// addresses below /.growthportal/, on the site's own host, so that a Content-Security-Policy of default-src 'self' holds.
//
// # What a stranger can do
//
// Requests under a foreign host name and from pages of other sites are refused (guard.go). The number of streams is
// bounded, a stream holds nothing but its place, and one whose reader does not read is ended (stream.go).
package serve

import (
	"context"
	"crypto/rand"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how a site is served. The zero value suits a server that only this machine reaches.
type Options struct {
	Hosts   []string // host names under which the server answers besides those of loopback; none: any other is refused
	AnyHost bool     // answer under every host name, for an address that others reach
	Ahead   bool     // make the pages that nobody has asked for when there is nothing else to do
	Keep    int64    // how many bytes of made pages are kept at most; 0: 256 MiB. What is beyond is made each time
	Streams int      // how many pages may listen at a time; 0: 64
	Run     string   // tells this run of the server from others; "": anything random
	// Clock tells what pages cost, and when a reader's patience ends; nil: neither.
	Clock func() time.Time
	// Failed hears of what went wrong with pages when they were made: authors' mistakes, and errors of the machine. It is called
	// from any goroutine; nil for nobody.
	Failed func(problems []Problem, err error)
}

// The defaults of Options.
const (
	defaultKeep    = 256 << 20
	defaultStreams = 64
)

// Server serves the version that it was shown last. It is safe for concurrent use.
type Server struct {
	Options
	streams streams
	state   atomic.Pointer[state]
	visited visited
	mu      sync.Mutex // one change of state at a time
	// uncompared says that it is not known what the state's version has changed. It is guarded by mu.
	uncompared bool

	ctx     context.Context
	stop    context.CancelFunc
	workers sync.WaitGroup
	idle    idle
}

// New returns a server that has nothing to show yet. It is to be closed.
func New(opt Options) *Server {
	if opt.Keep <= 0 {
		opt.Keep = defaultKeep
	}
	if opt.Streams <= 0 {
		opt.Streams = defaultStreams
	}
	if opt.Run == "" {
		opt.Run = rand.Text()
	}
	if opt.Clock == nil {
		opt.Clock = func() time.Time { return time.Time{} }
	}
	s := &Server{Options: opt, streams: streams{limit: opt.Streams}}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.state.Store(&state{changed: make(chan struct{})})
	s.idle.init()
	if opt.Ahead {
		s.workers.Go(s.makeAhead)
	}
	return s
}

// Close ends the streams and the making of pages.
func (s *Server) Close() {
	s.stop()
	s.idle.wake()
	s.workers.Wait()
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setHeaders(w.Header())
	if refused := s.refuse(r); refused != nil {
		refused.write(w)
		return
	}
	if ours := s.ours(r.URL.Path); ours != nil {
		ours(w, r)
		return
	}
	defer s.idle.begin()()
	st := s.state.Load()
	if st.version == nil {
		st.apologise(w, r, s.Run)
		return
	}
	a := answer{Server: s, state: st, w: w, r: r}
	a.page()
}

// Hold keeps pages from being made ahead until it is released: something else needs the machine.
func (s *Server) Hold() (release func()) { return s.idle.begin() }
