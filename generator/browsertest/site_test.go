package browsertest

import (
	"bytes"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// sampleNow is the instant at which the site is published in tests.
const sampleNow = "2026-11-23T12:00:00+01:00"

// published is the repository's site as the program publishes it, and the address where it is served.
type published struct {
	dir     string
	address string                       // "http://localhost:4711"
	pages   map[string]*goquery.Document // by path, as in a URL: "/", "/om/", "/404.html"; without those that lead elsewhere
}

// publish builds a copy of the site with the real program and serves it.
func publish(t *testing.T) *published {
	t.Helper()
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	s := &published{dir: filepath.Join(t.TempDir(), "public"), address: "http://localhost:" + port, pages: map[string]*goquery.Document{}}
	source := copySite(t)
	addStates(t, source)
	cmd := exec.CommandContext(t.Context(), buildProgram(t), "build", "--source", source, "--destination", s.dir,
		"--url", s.address+"/", "--now", sampleNow)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building the site: %v\n%s", err, out)
	}
	server := &httptest.Server{Listener: listener, Config: &http.Server{Handler: newHost(t, s.dir)}}
	server.Start()
	t.Cleanup(server.Close)
	s.read(t)
	return s
}

// addStates adds to the site what a site may be like and the sample happens not to be: alerts with pages of their own, of
// every level.
func addStates(t *testing.T, source string) {
	t.Helper()
	edit(t, filepath.Join(source, "config.yaml"), "    type: alert\n", "    type: alert\n    url: {sv: /meddelanden/, en: /notices/}\n")
	for _, level := range []string{"info", "warning", "danger"} {
		for suffix, title := range map[string]string{".md": "Vattnet stängs av i natt", ".en.md": "The water is turned off tonight"} {
			text := "---\ntitle: " + title + " (" + level + ")\ndate: 2026-11-20\nexpires: 2026-12-24\nlevel: " + level + "\n---\n[Kommunen](https://www.example.se/) · 0123-45 67 89.\n"
			if err := writeFile(filepath.Join(source, "content/alerts/vatten-"+level+suffix), []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// read reads the pages.
func (s *published) read(t *testing.T) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		content, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(content))
		if err == nil && doc.Find(`meta[http-equiv="refresh"]`).Length() == 0 {
			s.pages["/"+strings.TrimSuffix(name, "index.html")] = doc
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// host serves a folder as Netlify and Cloudflare Pages do: with the headers that _headers gives each path.
type host struct {
	files http.Handler
	rules []rule
}

// rule is a section of _headers: a path, in which * stands for anything, and the headers of what matches.
type rule struct {
	path    string
	headers [][2]string
}

func newHost(t *testing.T, dir string) *host {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	h := &host{files: http.FileServer(http.Dir(dir))}
	policy := false
	for line := range strings.Lines(string(content)) {
		text := strings.TrimSpace(line)
		switch name, value, isHeader := strings.Cut(text, ": "); {
		case text == "":
		case !strings.HasPrefix(line, " "):
			h.rules = append(h.rules, rule{path: text})
		case !isHeader || len(h.rules) == 0:
			t.Fatalf("_headers: %q", text)
		default:
			r := &h.rules[len(h.rules)-1]
			r.headers = append(r.headers, [2]string{name, value})
			policy = policy || name == "Content-Security-Policy"
		}
	}
	if !policy {
		t.Fatal("_headers has no Content-Security-Policy")
	}
	return h
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, rule := range h.rules {
		before, after, any := strings.Cut(rule.path, "*")
		if rule.path == r.URL.Path || any && strings.HasPrefix(r.URL.Path, before) && strings.HasSuffix(r.URL.Path, after) {
			for _, header := range rule.headers {
				w.Header().Set(header[0], header[1])
			}
		}
	}
	h.files.ServeHTTP(w, r)
}
