package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is one running Chromium.
type browser struct{ ctx context.Context }

// findChromium is the path of Chromium or Chrome: GROWTHPORTAL_CHROMIUM, or what stands in the PATH.
func findChromium(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("GROWTHPORTAL_CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	needs(t, "Chromium, in the PATH or named by GROWTHPORTAL_CHROMIUM")
	return ""
}

// openBrowser starts Chromium, which ends with the test.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(findChromium(t)), chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox, // it opens nothing but our own pages, and a container has no sandbox to give
		chromedp.DisableGPU, chromedp.Flag("lang", "sv"),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx) // and wait until it has let go of its folder
		end()
		stop()
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return &browser{ctx}
}

// tab is a page that is open, with nothing of any other: no cache, no storage.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []request
	said     []string // errors and warnings in the console, and violations of the Content-Security-Policy
}

// request is one that the browser made while a page was open.
type request struct {
	URL  string
	Kind network.ResourceType
}

// tab opens an empty page, which is closed with the test.
func (b *browser) tab(t *testing.T) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	run(p, network.Enable, network.EnableParams{})
	run(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	run(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: probe(t, "watch.js")})
	return p
}

// hear notes what the browser tells of the page.
func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, request{e.Request.URL, e.Type})
	case *runtime.EventExceptionThrown:
		p.said = append(p.said, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		p.said = append(p.said, fmt.Sprintf("console.%s", e.Type))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			p.said = append(p.said, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// heard is what the browser has asked for and said, since it was asked last.
func (p *tab) heard() (requests []request, said []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	requests, said = p.requests, p.said
	p.requests, p.said = nil, nil
	return requests, said
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// open loads a page, and waits until it and all it needs are there.
func (p *tab) open(address string) {
	p.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(address)); err != nil {
		p.Fatalf("opening %s: %v", address, err)
	}
}

// run runs a command of the browser's protocol (https://chromedevtools.github.io/devtools-protocol/).
func run[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.Helper()
	result, err := chromedp.Call(p.ctx, command, params)
	if err != nil {
		p.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// ask evaluates an expression in the page, waits if it is a promise, and reads what it gives.
func ask[T any](p *tab, expression string) T {
	p.Helper()
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]byte](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("asking the page: %v\n%.200s", err, expression)
	}
	var answer T
	if err := json.Unmarshal(text, &answer); err != nil {
		p.Fatalf("the page answered %s: %v", text, err)
	}
	return answer
}

// find puts the question of a probe to the page: a function in JavaScript, called with args. What it finds wrong is a list.
func (p *tab) find(name string, args ...any) []string {
	p.Helper()
	text, err := json.Marshal(append([]any{}, args...))
	if err != nil {
		p.Fatal(err)
	}
	return ask[[]string](p, "("+probe(p.T, name)+")(..."+string(text)+")")
}

// probe is the text of a probe.
func probe(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("probes/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(text))
}

// reader is how somebody meets a page.
type reader struct {
	name   string
	width  int64
	scheme string // "light" or "dark"
	text   int64  // the size of text that the browser is set to, in pixels; 0: the usual 16
	forced bool   // forced colours, as Windows' contrast themes are
	more   bool   // prefers-contrast: more
	checks checks
}

// as lets the page be met as a reader meets it.
func (p *tab) as(r reader) {
	p.Helper()
	features := []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: r.scheme}, {Name: "forced-colors", Value: map[bool]string{true: "active", false: "none"}[r.forced]},
		{Name: "prefers-contrast", Value: map[bool]string{true: "more", false: "no-preference"}[r.more]},
	}
	text := r.text
	if text == 0 {
		text = 16
	}
	p.do(chromedp.EmulateViewport(r.width, 900))
	run(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
	run(p, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: text, Fixed: text * 13 / 16}})
	if got := ask[bool](p, fmt.Sprintf(`innerWidth === %d && matchMedia("(prefers-color-scheme: %s)").matches &&
		matchMedia("(forced-colors: active)").matches === %t && matchMedia("(prefers-contrast: more)").matches === %t`,
		r.width, r.scheme, r.forced, r.more)); !got {
		p.Fatalf("the browser cannot be set to %s", r.name)
	}
}
