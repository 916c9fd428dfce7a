package serve

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"

	"growthportal/generator/output"
)

func contextOf(t *testing.T) (context.Context, context.CancelFunc) {
	return context.WithCancel(t.Context())
}

// Every address leads to the file that stands there, and no other address to anything.
func TestAddresses(t *testing.T) {
	v := siteOf("index.html", pageOf("start"), "om/index.html", pageOf("om"), "404.html", pageOf("borta"), "assets/site.0123456789abcdef.css", "p{}")
	for _, base := range []string{"/", "/vaxt/"} {
		s := newServer(t, Options{})
		v.Base = base
		s.Show(v)
		for _, c := range []struct {
			path   string
			status int
			want   string
		}{
			{base, 200, "start"}, {base + "index.html", 200, "start"}, {base + "om/", 200, "om"}, {base + "om/index.html", 200, "om"},
			{base + "om", 301, ""}, {base + "nej/", 404, "borta"}, {base + "om/../index.html", 404, "borta"}, {base + "%2e%2e/etc/passwd", 404, "borta"},
			{base + "/evil.example/", 404, "borta"}, {base + "assets/site.0123456789abcdef.css", 200, "p{}"}, {base + "\\om", 404, "borta"},
			{base + "om%00", 404, "borta"}, {"/.growthportal/", 404, "borta"}, {"/.growthportal/memory", 404, "borta"},
			{"/.growthportal/live.js", 200, "EventSource"}, {"/.growthportal/live.css", 200, ".bar"},
		} {
			w := get(s, c.path)
			wantBody(t, w, c.status, c.want)
			if c.status == 301 && w.Header().Get("Location") != base+"om/" {
				t.Errorf("%s leads to %s", c.path, w.Header().Get("Location"))
			}
		}
	}
}

// The site's root is found from the server's.
func TestBaseIsFound(t *testing.T) {
	s := newServer(t, Options{})
	v := siteOf("index.html", pageOf("start"))
	v.Base = "/vaxt/"
	s.Show(v)
	for _, path := range []string{"/", "/vaxt"} {
		if w := get(s, path); w.Code != 302 || w.Header().Get("Location") != "/vaxt/" {
			t.Errorf("%s: %d %s", path, w.Code, w.Header().Get("Location"))
		}
	}
}

// What is published is what is served, but for one script element.
func TestOnlyTheScriptIsAdded(t *testing.T) {
	for _, text := range []string{
		pageOf("text"), "<p>utan slut", "<body></body><!-- </body> -->x</BODY >", "", pageOf(`<script src="/.growthportal/live.js" data-seen="x" defer></script>`),
	} {
		s := newServer(t, Options{})
		s.Show(siteOf("index.html", text, "a.txt", "</body>"))
		got := get(s, "/").Body.String()
		if string(Strip([]byte(got))) != text {
			t.Errorf("%q was served as %q", text, got)
		}
		if strings.Count(got, "data-seen=\"run.1.0\"") != 1 || strings.Contains(got, "data-bar") {
			t.Errorf("not one script, or a bar, in %q", got)
		}
		if got := get(s, "/a.txt").Body.String(); got != "</body>" {
			t.Errorf("a text was altered: %q", got)
		}
	}
}

// The bar tells where a page comes from; what it tells cannot leave its attribute.
func TestBar(t *testing.T) {
	s := newServer(t, Options{})
	v := siteOf("index.html", pageOf("x"))
	v.Page = func(output.Path) Page {
		return Page{Source: `content/"><script>.md`, Open: "vscode://file/x", Type: "Sida", Layout: "page", Mark: "Utkast"}
	}
	s.Show(v)
	w := get(s, "/")
	wantBody(t, w, 200, "data-bar=", "Utkast", "Källa", "Mall")
	if strings.Contains(w.Body.String(), `"><script>.md`) {
		t.Error("a file's name broke out of its attribute")
	}
	if string(Strip(w.Body.Bytes())) != pageOf("x") {
		t.Error("the bar is more than the script's attribute")
	}
}

// Nobody else's page may read what is not published yet.
func TestStrangersAreRefused(t *testing.T) {
	s := newServer(t, Options{Hosts: []string{"portal.test"}})
	s.Show(siteOf("index.html", pageOf("hemligt")))
	for _, c := range []struct {
		name    string
		status  int
		headers []string
	}{
		{"by name", 200, nil},
		{"by address", 200, []string{"Host", "127.0.0.1:8080"}},
		{"by IPv6 address", 200, []string{"Host", "[::1]:8080"}},
		{"by a name below localhost", 200, []string{"Host", "portal.localhost"}},
		{"by a name that was allowed", 200, []string{"Host", "portal.test:8080"}},
		{"by a foreign name", 421, []string{"Host", "evil.example"}},
		{"by a name that looks like localhost", 421, []string{"Host", "localhost.evil.example"}},
		{"without a name", 421, []string{"Host", ""}},
		{"by our own page", 200, []string{"Origin", "http://localhost:8080", "Sec-Fetch-Site", "same-origin"}},
		{"by a foreign page", 403, []string{"Origin", "https://evil.example"}},
		{"by another port of this machine", 403, []string{"Origin", "http://localhost:3000"}},
		{"by a page without origin", 403, []string{"Origin", "null"}},
		{"as a foreign page's script", 403, []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script"}},
		{"in a foreign page's frame", 403, []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}},
		{"by a link on a foreign page", 200, []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}},
		{"typed in", 200, []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate"}},
	} {
		for _, path := range []string{"/", streamURL, scriptURL} {
			method := http.MethodGet
			if path == streamURL {
				method = http.MethodHead // so that it ends
			}
			if w := ask(s, method, path, c.headers...); w.Code != c.status {
				t.Errorf("%s, %s: status %d, want %d", c.name, path, w.Code, c.status)
			}
		}
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "X"} {
		if w := ask(s, method, "/"); w.Code != 405 {
			t.Errorf("%s: status %d", method, w.Code)
		}
	}
}

// An address that others reach has names that we cannot know.
func TestAnyHost(t *testing.T) {
	s := newServer(t, Options{AnyHost: true})
	s.Show(siteOf("index.html", pageOf("x")))
	wantBody(t, get(s, "/", "Host", "192.0.2.7:8080"), 200)
	wantBody(t, get(s, "/", "Host", "192.0.2.7:8080", "Origin", "http://192.0.2.7:8080"), 200)
	wantBody(t, get(s, "/", "Host", "192.0.2.7:8080", "Origin", "http://evil.example"), 403)
}

// What the site forbids in production is to be seen here.
func TestSitePolicyIsSent(t *testing.T) {
	s := newServer(t, Options{})
	s.Show(siteOf("index.html", pageOf("x"), "_headers", "/*\n  Content-Security-Policy: default-src 'self'\n  X: y\n/a/*\n  Content-Security-Policy: none\n"))
	if got := get(s, "/").Header().Get("Content-Security-Policy"); got != "default-src 'self'" {
		t.Errorf("policy %q", got)
	}
}

// A version is exchanged between two requests: whoever reads gets the one or the other, whole, while it happens.
func TestVersionsChangePlacesUnderLoad(t *testing.T) {
	s := newServer(t, Options{Ahead: true})
	site := func(text string) Version { return siteOf("index.html", pageOf(text), "om/index.html", pageOf(text)) }
	s.Show(site("0"))
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				body := get(s, "/om/").Body.String()
				_, text, _ := strings.Cut(body, "<p>")
				text, _, _ = strings.Cut(text, "</p>")
				_, seen, _ := strings.Cut(body, `data-seen="run.`)
				seen, _, _ = strings.Cut(seen, ".")
				if seen != map[string]string{"0": "1", "1": "2", "2": "3"}[text] {
					t.Errorf("the text %q with the mark of version %q", text, seen)
					return
				}
			}
		})
	}
	s.Show(site("1"))
	get(s, "/")
	s.Show(site("2"))
	get(s, "/om/")
	close(stop)
	readers.Wait()
}

// What has not changed is not made again.
func TestUnchangedPagesAreKept(t *testing.T) {
	s := newServer(t, Options{})
	count := 0
	counted := func(v Version) Version {
		for i := range v.Recipes {
			inner := v.Recipes[i].Make
			v.Recipes[i].Make = countedMake(&count, inner)
		}
		return v
	}
	s.Show(counted(siteOf("index.html", pageOf("a"), "om/index.html", pageOf("om"))))
	get(s, "/")
	get(s, "/om/")
	get(s, "/om/")
	s.Show(counted(siteOf("index.html", pageOf("b"), "om/index.html", pageOf("om"))))
	wantBody(t, get(s, "/"), 200, "<p>b</p>")
	wantBody(t, get(s, "/om/"), 200, "<p>om</p>")
	if count != 3 {
		t.Errorf("%d files were made, want 3", count)
	}
}

// The memory that made pages take has a bound; what is beyond it is served all the same.
func TestKeepIsBounded(t *testing.T) {
	s := newServer(t, Options{Keep: 300})
	v := Version{Base: "/", Words: words}
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		v.Recipes = append(v.Recipes, fileOf(name+".txt", strings.Repeat(name, 100)))
	}
	s.Show(v)
	for range 2 {
		for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
			wantBody(t, get(s, "/"+name+".txt"), 200, strings.Repeat(name, 100))
		}
	}
	if kept := s.state.Load().version.kept.Load(); kept > 300 {
		t.Errorf("%d bytes are kept", kept)
	}
}
