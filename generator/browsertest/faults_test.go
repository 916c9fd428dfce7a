package browsertest

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// Whatever the probes ask for, they notice where it is missing: on a page that is wrong in every way that they know of.
func TestProbesNotice(t *testing.T) {
	axe := findAxe(t)
	p := openBrowser(t).tab(t)
	files := http.FileServer(http.Dir("testdata"))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src *")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	readers := readers()
	p.as(readers[0])
	p.open(server.URL + "/faulty.html")
	ask[bool](p, "new Promise((done) => { const look = () => watched.shifts.length ? done(true) : requestAnimationFrame(look); look() })")

	requests, said := p.heard()
	if !slices.ContainsFunc(requests, func(r request) bool { return strings.HasPrefix(r.URL, "https://elsewhere.example/") }) {
		t.Error("a request to another host is not noticed")
	}
	notices(t, "the browser's words", said, "console.error", "Content Security Policy")
	notices(t, "weight.js", p.find("weight.js", 100, 100, 3), "weighs", "requests", "2 style sheets", "3 scripts", "cookies", "localStorage",
		"sessionStorage", "layout shifts", "Content-Security-Policy")
	notices(t, "structure.js", p.find("structure.js"), "not one", "first heading", "level 4 follows", "contentinfo", "does not skip",
		`language is "fi"`, "marked as fi", "moves: move")
	notices(t, "links", p.linkFaults(), "has no name", `called "Läs mer"`, `two links are called "Twice"`)
	notices(t, "reflow.js", p.find("reflow.js"), "px wide, the window", "reaches from", "is cut off", "holds no table")
	notices(t, "order.js", p.find("order.js"), "left of", "above")
	run(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	notices(t, "print.js", p.find("print.js"), "is printed", "is not printed")
	p.as(readers[0])
	ask[bool](p, axe+";true")
	notices(t, "axe.js", p.find("axe.js"), "color-contrast", "image-alt", "target-size", "heading-order", "landmark", "link-in-text-block")
	notices(t, "keyboard", p.walk(), "is none", "contrast of 1.", "is covered", "is out of sight", "cut off by", "out of turn")
	p.as(readers[3])
	notices(t, "forced.js", p.find("forced.js"), "Colours that do not give way")
	notices(t, "bare.js", p.find("bare.js"), "footer is not where")
}

// notices fails the test where nothing that was found says one of the words.
func notices(t *testing.T, who string, found []string, words ...string) {
	t.Helper()
	for _, word := range words {
		if !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, word) }) {
			t.Errorf("%s: nothing says %q:\n\t%s", who, word, strings.Join(found, "\n\t"))
		}
	}
}
