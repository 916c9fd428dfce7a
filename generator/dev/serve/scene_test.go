package serve

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"growthportal/generator/output"
)

var words = Words{
	Lang: "sv", One: "1 fel", Many: "%d fel", Kept: "Sidan är som den var.", Nothing: "Det finns ingen sida än.", Fault: "Det gick inte:",
	Open: "Öppna", Hide: "Dölj", More: "och %d till", Bar: "Om sidan", Source: "Källa", Type: "Typ", Layout: "Mall", Took: "sidan %s, allt %s",
}

// file says what stands at a path; the text is its own digest.
func fileOf(path, text string) output.Recipe {
	return output.Recipe{
		Path: output.Path(path), Maker: "test/1", Inputs: output.Sum([]byte(text)),
		Make: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		},
	}
}

func broken(path, why string) output.Recipe {
	r := fileOf(path, why)
	r.Make = func(io.Writer) error { return errors.New(why) }
	return r
}

// siteOf is a version of the given files: path, text, path, text ...
func siteOf(files ...string) Version {
	v := Version{Base: "/", Words: words}
	for i := 0; i < len(files); i += 2 {
		v.Recipes = append(v.Recipes, fileOf(files[i], files[i+1]))
	}
	return v
}

const page = "<!DOCTYPE html><html lang=sv><body><p>%s</p></body></html>"

func pageOf(text string) string { return fmt.Sprintf(page, text) }

// newServer is a server that is closed when the test is over.
func newServer(t *testing.T, opt Options) *Server {
	t.Helper()
	opt.Run = "run"
	s := New(opt)
	t.Cleanup(s.Close)
	return s
}

// get asks as a browser on this machine does.
func get(s http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	return ask(s, http.MethodGet, path, headers...)
}

func ask(s http.Handler, method, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost:8080"+path, nil)
	r.Host = "localhost:8080"
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func wantBody(t *testing.T, w *httptest.ResponseRecorder, status int, parts ...string) {
	t.Helper()
	if w.Code != status {
		t.Errorf("status %d, want %d", w.Code, status)
	}
	for _, part := range parts {
		if !strings.Contains(w.Body.String(), part) {
			t.Errorf("%q is not in %s", part, w.Body)
		}
	}
}

// reader is an open page that listens, inside a bubble of synctest.
type reader struct {
	header http.Header
	cancel func()
	done   chan struct{}
	slow   bool // takes nothing

	mu       sync.Mutex
	text     strings.Builder
	deadline time.Time
}

func (r *reader) Header() http.Header { return r.header }
func (r *reader) WriteHeader(int)     {}
func (r *reader) Flush()              {}

func (r *reader) SetWriteDeadline(t time.Time) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.deadline = t
	return nil
}

func (r *reader) Write(b []byte) (int, error) {
	r.mu.Lock()
	deadline := r.deadline
	r.mu.Unlock()
	if r.slow {
		time.Sleep(time.Until(deadline))
		return 0, os.ErrDeadlineExceeded
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(b)
}

// events are the names of the events since last asked.
func (r *reader) events() string {
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	var names []string
	for line := range strings.Lines(r.text.String()) {
		if name, ok := strings.CutPrefix(line, "event: "); ok {
			names = append(names, strings.TrimSpace(name))
		}
	}
	r.text.Reset()
	return strings.Join(names, " ")
}

// listen opens the stream for a page that was made in the state called seen.
func listen(t *testing.T, s *Server, seen string) *reader {
	return listenFrom(t, s, seen, "127.0.0.1:5000", false)
}

func listenFrom(t *testing.T, s *Server, seen, from string, slow bool) *reader {
	r := &reader{header: http.Header{}, done: make(chan struct{}), slow: slow}
	req := httptest.NewRequest(http.MethodGet, "http://localhost:8080"+streamURL+"?seen="+seen, nil)
	req.RemoteAddr = from
	ctx, cancel := contextOf(t)
	r.cancel = cancel
	go func() {
		defer close(r.done)
		s.ServeHTTP(r, req.WithContext(ctx))
	}()
	synctest.Wait()
	return r
}

func (r *reader) gone() bool {
	synctest.Wait()
	select {
	case <-r.done:
		return true
	default:
		return false
	}
}
