// Package serve answers requests for a site from recipes: a page is made when it is first asked for. What it serves is
// looked up in the site and never on the file system, so that no path can lead anywhere else.
package serve

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"growthportal/generator/output"
)

// Options say what is served.
type Options struct {
	Recipes []output.Recipe
	Base    string                            // the path of the site's root: "/" or "/tillvaxt/"
	Hosts   []string                          // host names under which the server answers besides those of loopback; none: any other is refused
	AnyHost bool                              // answer under every host name, for an address that others reach
	Failed  func(path output.Path, err error) // hears of pages that could not be made; nil for nobody
}

// Handler answers for one version of a site. It is safe for concurrent use.
type Handler struct {
	Options
	files map[string]*file
}

// file is a published file that is made when it is first asked for.
type file struct {
	recipe  output.Recipe
	once    sync.Once
	content []byte
	tag     string
	err     error
}

// New returns a handler for the site.
func New(opt Options) *Handler {
	h := &Handler{Options: opt, files: make(map[string]*file, len(opt.Recipes))}
	for _, r := range opt.Recipes {
		h.files[string(r.Path)] = &file{recipe: r}
	}
	return h
}

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "same-origin")
	switch {
	case !h.allowed(r.Host):
		http.Error(w, "this server does not answer under that host name", http.StatusMisdirectedRequest)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	rest, ok := strings.CutPrefix(r.URL.Path, h.Base)
	if !ok {
		if r.URL.Path == "/" || r.URL.Path+"/" == h.Base {
			http.Redirect(w, r, h.Base, http.StatusFound)
			return
		}
		h.missing(w, r)
		return
	}
	h.answer(w, r, rest)
}

// answer serves the file at a path below the site's root.
func (h *Handler) answer(w http.ResponseWriter, r *http.Request, rest string) {
	name := rest
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if f, ok := h.files[name]; ok {
		h.send(w, r, f, http.StatusOK)
		return
	}
	if _, ok := h.files[name+"/index.html"]; ok {
		http.Redirect(w, r, h.Base+rest+"/", http.StatusMovedPermanently)
		return
	}
	h.missing(w, r)
}

// missing serves the site's own page for what does not exist.
func (h *Handler) missing(w http.ResponseWriter, r *http.Request) {
	if f, ok := h.files["404.html"]; ok {
		h.send(w, r, f, http.StatusNotFound)
		return
	}
	http.NotFound(w, r)
}

func (h *Handler) send(w http.ResponseWriter, r *http.Request, f *file, status int) {
	f.make()
	if f.err != nil {
		if h.Failed != nil {
			h.Failed(f.recipe.Path, f.err)
		}
		http.Error(w, "this page could not be made: "+f.err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType(string(f.recipe.Path)))
	w.Header().Set("ETag", f.tag)
	if status != http.StatusOK {
		w.Header().Set("Content-Length", fmt.Sprint(len(f.content)))
		w.WriteHeader(status)
		if r.Method == http.MethodGet {
			_, _ = w.Write(f.content) // a reader who has gone away is no fault
		}
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.content))
}

func (f *file) make() {
	f.once.Do(func() {
		var b bytes.Buffer
		if f.err = f.recipe.Make(&b); f.err == nil {
			f.content = b.Bytes()
			digest := output.Sum(f.content)
			f.tag = `"` + hex.EncodeToString(digest[:8]) + `"`
		}
	})
}

// allowed refuses requests under foreign names: a page elsewhere must not reach this server by a name that it has made
// resolve to it (DNS rebinding).
func (h *Handler) allowed(host string) bool {
	if h.AnyHost {
		return true
	}
	name := host
	if n, _, err := net.SplitHostPort(host); err == nil {
		name = n
	}
	name = strings.Trim(strings.ToLower(strings.TrimSuffix(name, ".")), "[]")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	if ip := net.ParseIP(name); ip != nil && ip.IsLoopback() {
		return true
	}
	for _, h := range h.Hosts {
		if name == h {
			return true
		}
	}
	return false
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
