package serve

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"
)

// answer is one request that is being answered, from one version.
type answer struct {
	*Server
	*state
	w http.ResponseWriter
	r *http.Request
}

// page finds the file that is asked for.
func (a *answer) page() {
	base := a.version.Base
	rest, ok := strings.CutPrefix(a.r.URL.Path, base)
	switch {
	case !ok && (a.r.URL.Path == "/" || a.r.URL.Path+"/" == base):
		a.redirect(base, http.StatusFound)
		return
	case !ok:
		a.missing()
		return
	}
	name := rest
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if f := a.version.file(name); f != nil {
		a.send(f, http.StatusOK)
		return
	}
	if f, ok := a.version.former[name]; ok {
		a.send(f, http.StatusOK)
		return
	}
	if a.version.file(name+"/index.html") != nil {
		a.redirect(base+rest+"/", http.StatusMovedPermanently)
		return
	}
	a.missing()
}

func (a *answer) redirect(to string, status int) {
	http.Redirect(a.w, a.r, (&url.URL{Path: to}).EscapedPath(), status)
}

// missing serves the site's own page for what does not exist.
func (a *answer) missing() {
	if f := a.version.file("404.html"); f != nil {
		a.send(f, http.StatusNotFound)
		return
	}
	http.NotFound(a.w, a.r)
}

// send writes a file; where it cannot be made, what stood there before, or else why.
func (a *answer) send(f *file, status int) {
	m := a.make(a.version, f)
	content := m.content
	if m.err != nil {
		if content = f.before(); content == nil {
			a.fail(f, m.err)
			return
		}
	}
	h := a.w.Header()
	h.Set("Content-Type", contentType(string(f.path)))
	if a.version.policy != "" {
		h.Set("Content-Security-Policy", a.version.policy)
	}
	if isPage(f.path) {
		a.Server.visit(f.path)
		content = inject(content, a.seen(a.Run), a.bar(f, m.took))
	} else if m.err == nil {
		h.Set("ETag", m.tag)
	}
	if status == http.StatusOK {
		http.ServeContent(a.w, a.r, "", time.Time{}, bytes.NewReader(content))
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(content)))
	a.w.WriteHeader(status)
	if a.r.Method != http.MethodHead {
		_, _ = a.w.Write(content) // a reader who has gone away is no fault
	}
}

// fail says why a file could not be made.
func (a *answer) fail(f *file, err error) {
	list, note := a.faults[f.path], ""
	if st := a.Server.state.Load(); list == nil && st.version == a.version {
		list = st.faults[f.path]
	}
	if list == nil {
		list = []Problem{{Message: a.words.Fault + " " + plain(err.Error())}}
	}
	a.standIn(a.w, a.r, http.StatusInternalServerError, a.Run, a.report(list, note))
}

// make makes a file of a version, and sees to it that what is wrong is told, once.
func (s *Server) make(v *version, f *file) made {
	m := f.make(s.Clock, s.Keep)
	if !m.first {
		return m
	}
	var list []Problem
	switch {
	case m.err != nil && v.Explain != nil:
		list = v.Explain(m.err)
	case m.err == nil && v.Check != nil:
		list = v.Check(f.path, m.content)
	}
	if m.err != nil && list == nil {
		if s.Failed != nil {
			s.Failed(nil, m.err)
		}
		return m
	}
	known := s.state.Load().faults[f.path]
	if list != nil {
		if s.Failed != nil && known == nil {
			s.Failed(list, m.err)
		}
		s.fault(v, f.path, list)
	}
	return m
}

// bar is what the script tells of the page; nil for nothing.
func (a *answer) bar(f *file, took time.Duration) *bar {
	if a.version.Page == nil {
		return nil
	}
	p, w := a.version.Page(f.path), a.words
	b := &bar{
		Lang: w.Lang, Label: w.Bar, Source: p.Source, Open: p.Open, Mark: p.Mark,
		Took: fmt.Sprintf(w.Took, milliseconds(took), milliseconds(a.version.Took)),
	}
	if p.Open != "" {
		b.OpenTip = w.Open
	}
	for _, x := range []fact{{w.Source, p.Source}, {w.Type, p.Type}, {w.Layout, p.Layout}} {
		if x.Value != "" {
			b.Facts = append(b.Facts, x)
		}
	}
	return b
}

func milliseconds(d time.Duration) string {
	if d < time.Millisecond {
		return "<1 ms"
	}
	return strconv.FormatInt(d.Milliseconds(), 10) + " ms"
}

// before is what stood in the place of a file that cannot be made; nil for nothing.
func (f *file) before() []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last
}

// contentTypes are those that systems' own tables have otherwise or not at all.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml; charset=utf-8", ".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".vcf": "text/vcard; charset=utf-8", ".woff2": "font/woff2", ".webp": "image/webp", ".pdf": "application/pdf",
}

func contentType(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if t, ok := contentTypes[ext]; ok {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	if ext == "" {
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}
