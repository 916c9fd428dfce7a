package serve

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

const (
	perReader = 4                // streams to one reader: a browser opens six connections to a host, and pages need some
	heartbeat = 20 * time.Second // a reader that went away without a word is noticed by then
	patience  = 10 * time.Second // how long a reader may take to take an event
)

// ours is the handler of an address below /.growthportal/, or nil.
func (s *Server) ours(path string) http.HandlerFunc {
	switch path {
	case streamURL:
		return s.stream
	case scriptURL:
		return asset("live/live.js")
	case styleURL:
		return asset("live/live.css")
	}
	return nil
}

func asset(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType(name))
		http.ServeFileFS(w, r, live, name)
	}
}

// streams are the pages that listen.
type streams struct {
	limit int
	mu    sync.Mutex
	open  []*listener // the oldest first
}

type listener struct {
	reader string // the address of the machine
	rest   chan struct{}
}

// join takes in a listener, and sends the oldest away where there are too many.
func (l *streams) join(reader string) *listener {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := &listener{reader: reader, rest: make(chan struct{})}
	same := func(o *listener) bool { return o.reader == reader }
	count := 0
	for _, o := range l.open {
		if same(o) {
			count++
		}
	}
	if count >= perReader {
		l.dismiss(slices.IndexFunc(l.open, same))
	}
	if len(l.open) >= l.limit {
		l.dismiss(0)
	}
	l.open = append(l.open, n)
	return n
}

func (l *streams) dismiss(i int) {
	close(l.open[i].rest)
	l.open = slices.Delete(l.open, i, i+1)
}

func (l *streams) leave(n *listener) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(l.open, n); i >= 0 {
		l.open = slices.Delete(l.open, i, i+1)
	}
}

// stream tells a page what happens, until it goes away. What it is told follows from the state of things and what it was told
// last, so that nothing waits for a slow reader.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	reader, _, _ := net.SplitHostPort(r.RemoteAddr)
	me := s.streams.join(reader)
	defer s.streams.leave(me)
	t := teller{w: w, control: http.NewResponseController(w), run: s.Run, clock: s.Clock, seen: r.URL.Query().Get("seen")}
	_ = t.control.SetReadDeadline(time.Time{}) // a stream outlives what a request may take; not every writer can
	t.write("retry: 1000\n\n")
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for t.err == nil {
		st := s.state.Load()
		t.tell(st)
		select {
		case <-st.changed:
		case <-beat.C:
			t.write(": \n\n")
		case <-me.rest:
			t.event("rest", struct{}{})
			return
		case <-r.Context().Done():
			return
		case <-s.ctx.Done():
			return
		}
	}
}

// teller writes events to one page.
type teller struct {
	w       http.ResponseWriter
	control *http.ResponseController
	run     string
	clock   func() time.Time
	seen    string // the state that the page shows
	told    *state // what it was told of; nil for nothing
	err     error
}

// tell tells of a state what the page has not heard.
func (t *teller) tell(st *state) {
	if st == t.told {
		return
	}
	now := st.seen(t.run)
	switch st.behind(t.run, t.seen) {
	case changed:
		t.event("reload", map[string]any{"seen": now})
	case styled:
		t.event("css", map[string]any{"seen": now, "styles": st.version.styles})
	}
	t.seen = now
	if list := st.trouble(); list != nil {
		note := ""
		if st.version != nil {
			note = st.words.Kept
		}
		t.event("errors", st.report(list, note))
	} else {
		t.event("ok", map[string]any{"seen": now})
	}
	t.told = st
}

func (t *teller) event(name string, data any) {
	text, err := json.Marshal(data)
	if err != nil {
		panic(fmt.Sprintf("serve: event %s: %v", name, err)) // plain data
	}
	t.write("event: " + name + "\ndata: " + string(text) + "\n\n")
}

// write writes and flushes. A reader who does not take it in time is given up.
func (t *teller) write(text string) {
	if t.err != nil {
		return
	}
	if now := t.clock(); !now.IsZero() {
		_ = t.control.SetWriteDeadline(now.Add(patience)) // not every writer can
	}
	if _, t.err = t.w.Write([]byte(text)); t.err == nil {
		t.err = t.control.Flush()
	}
}
