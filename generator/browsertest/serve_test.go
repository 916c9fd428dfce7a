package browsertest

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is after how long without what is waited for a test is given up; it bounds nothing that passes.
const patience = time.Minute

// written is a site that is being written, and shown by "growthportal serve".
type written struct {
	dir     string // with symbolic links resolved, as the program names it
	address string
}

// The pages of the copied site that the tests open, and their files.
const (
	release     = "/pressmeddelanden/2026/svar-for-sent/"
	releaseFile = "content/press/2026-10-15-svar-for-sent.md"
	draft       = "/pressmeddelanden/2026/faddrar-soks/"
	scheduled   = "/pressmeddelanden/2027/anmalan-oppnar/"
)

// Whoever writes sees every change in the open page, where he was reading; mistakes above the last good page, until they are mended; and
// what is not published marked as such.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot be interrupted there")
	}
	if testing.Short() {
		t.Skip("it runs the program and a browser")
	}
	b := openBrowser(t)
	site := write(t)
	for _, c := range []struct {
		name string
		test func(p *tab, site *written)
	}{
		{"reload", testReload}, {"style", testStyle}, {"mistake", testMistake}, {"template", testTemplate}, {"marks", testMarks}, {"bar", testBar},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := b.tab(t)
			ctx, cancel := context.WithTimeout(p.ctx, patience)
			t.Cleanup(cancel)
			p.ctx = ctx
			p.as(readers()[4]) // narrow, so that there is something to scroll
			c.test(p, site)
			p.checkQuiet()
		})
	}
}

// write copies the repository's site, with a theme of its own to write at, and serves it.
func write(t *testing.T) *written {
	t.Helper()
	dir, err := filepath.EvalSymlinks(copySite(t))
	if err != nil {
		t.Fatal(err)
	}
	s := &written{dir: dir}
	style, err := os.ReadFile("../../themes/portal/assets/site.css")
	if err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, "config.yaml"), "theme: portal\n", "theme: mine\n")
	s.write(t, "themes/mine/theme.yaml", "extends: portal\n")
	s.write(t, "themes/mine/assets/site.css", string(style))

	said, says := io.Pipe()
	cmd := exec.Command(buildProgram(t), "serve", "--source", dir, "--addr", "127.0.0.1:0", "--now", sampleNow, "--messages", "en")
	cmd.Stdout, cmd.Stderr = says, says
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GROWTHPORTAL_EDITOR=") })
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	lines := bufio.NewReader(said)
	for s.address == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		s.address = strings.TrimSuffix(regexp.MustCompile(`http://\S+/`).FindString(line), "/")
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	return s
}

// write puts a file in the place of another in one step, as editors do, so that it is never seen half-written.
func (s *written) write(t *testing.T, name, text string) {
	t.Helper()
	to := filepath.Join(s.dir, filepath.FromSlash(name))
	beside := filepath.Join(filepath.Dir(to), ".half-written")
	if err := writeFile(beside, []byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(beside, to); err != nil {
		t.Fatal(err)
	}
}

func (s *written) read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (s *written) edit(t *testing.T, name, before, after string) {
	t.Helper()
	s.write(t, name, replaceOnce(t, s.read(t, name), before, after))
}

// show opens a page, which must be there.
func (p *tab) show(site *written, path string) {
	p.Helper()
	p.open(site.address + path)
	if !ask[bool](p, `document.querySelector("body > footer") !== null`) {
		p.Fatalf("%s is not shown: %s", path, ask[string](p, "document.body.innerText"))
	}
}

// await waits until an expression is true in the page, also if it loads itself anew meanwhile.
func (p *tab) await(expression string) {
	p.Helper()
	look := "new Promise((done) => { const look = () => " + expression + " ? done(true) : requestAnimationFrame(look); look() })"
	for {
		_, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](look, chromedp.EvalAwaitPromise))
		if err == nil {
			return
		}
		if text := err.Error(); p.ctx.Err() != nil || !strings.Contains(text, "navigated") && !strings.Contains(text, "context") {
			p.Fatalf("waiting for %s: %v", expression, err)
		}
	}
}

// reloaded does something, and waits until the page has loaded itself again.
func (p *tab) reloaded(act func()) {
	p.Helper()
	trigger := chromedp.Func(func(context.Context, *chromedp.Target) error { act(); return nil })
	if _, err := chromedp.Run(p.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, trigger)); err != nil {
		p.Fatalf("waiting for the page to load itself again: %v", err)
	}
}

// mark leaves something in the page that is gone when it is loaded anew.
func (p *tab) mark() { p.Helper(); ask[bool](p, "window.mark = true") }

func (p *tab) marked() bool { p.Helper(); return ask[bool](p, "window.mark === true") }

// A change of a text loads the page anew, at the place where it was scrolled to.
func testReload(p *tab, site *written) {
	p.show(site, release)
	p.mark()
	ask[bool](p, "scrollTo(0, 700), scrollY === 700")
	p.reloaded(func() {
		site.edit(p.T, releaseFile, "I sommar sjönk siffran till 84.", "I sommar sjönk siffran till 48.")
	})
	p.await(`document.readyState === "complete" && document.querySelector("main").textContent.includes("till 48.")`)
	if p.marked() {
		p.Error("the page was not loaded anew")
	}
	p.await("scrollY === 700")
}

// A change of the style sheet alone is seen without the page being loaded anew, and nothing of the sheet before is left.
func testStyle(p *tab, site *written) {
	p.show(site, release)
	p.mark()
	const name = "themes/mine/assets/site.css"
	for _, color := range []string{"rgb(1, 2, 3)", "rgb(4, 5, 6)"} {
		site.write(p.T, name, site.read(p.T, name)+"h1 { caret-color: "+color+" }\n")
		p.await(`getComputedStyle(document.querySelector("h1")).caretColor === "` + color + `"`)
		p.await(`document.querySelectorAll("link[rel=stylesheet]").length === 1`)
	}
	if !p.marked() {
		p.Error("the page was loaded anew")
	}
}

// overlay is an expression for what the page shows of mistakes.
const overlay = `document.querySelector("growthportal-live")?.shadowRoot.querySelector(".errors")`

// evil would run if anything of an author's mistake became part of the page.
const evil = `<img src=x onerror=window.ran=1>"'</pre><script>window.ran=1</script>`

// A mistake is shown above the last good page: its file and line, the line itself, what to do, and a link to the editor. What is wrong
// is shown as it is written, whatever it would be as HTML. When it is mended, the page is as before.
func testMistake(p *tab, site *written) {
	p.show(site, release)
	p.mark()
	good := site.read(p.T, releaseFile)
	site.edit(p.T, releaseFile, "summary: ", "'sumary"+strings.ReplaceAll(evil, "'", "''")+"': 1\nsumary: ")
	p.await("Boolean(" + overlay + ")")
	text := ask[string](p, overlay+".textContent")
	for _, want := range []string{releaseFile + ":4:1", releaseFile + ":5:1", "sumary" + evil, `did you mean "summary"?`, "The page is shown as it was"} {
		if !strings.Contains(text, want) {
			p.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	if line := ask[string](p, overlay+`.querySelector("pre").textContent`); !strings.HasPrefix(line, "4 'sumary<img") {
		p.Errorf("the excerpt is %q", line)
	}
	want := "vscode://file" + filepath.ToSlash(site.dir) + "/" + releaseFile + ":5:1"
	if links := ask[[]string](p, "[..."+overlay+".querySelectorAll('a')].map((a) => a.getAttribute('href'))"); !slices.Contains(links, want) {
		p.Errorf("the links are %q, without %q", links, want)
	}
	if ask[bool](p, "Boolean(window.ran) || "+overlay+".querySelector('img, script') !== null") {
		p.Error("what an author wrote became part of the page")
	}
	if !ask[bool](p, `document.querySelector("h1").textContent.includes("Vi svarade för sent")`) {
		p.Error("the last good page is not under it")
	}
	p.checkOverlay()
	site.write(p.T, releaseFile, good)
	p.await("!" + overlay)
	if !p.marked() {
		p.Error("the page was loaded anew, though it is as it was")
	}
}

// checkOverlay: what is drawn over the page is as accessible as the page. (axe-core cannot tell what is behind it; its own ground is white.)
func (p *tab) checkOverlay() {
	p.Helper()
	p.checkQuiet()
	if os.Getenv("GROWTHPORTAL_AXE") == "" && os.Getenv("GROWTHPORTAL_FULL_TESTS") != "1" {
		return // the rest can be tested without
	}
	ask[bool](p, findAxe(p.T)+";true")
	p.report("with a mistake", slices.DeleteFunc(p.find("axe.js"), func(what string) bool { return strings.HasPrefix(what, "axe: color-contrast: ") }))
	p.heard() // axe-core tries to add a style sheet, which the Content-Security-Policy forbids
}

// checkQuiet: the browser has not complained of anything since it was asked last.
func (p *tab) checkQuiet() {
	p.Helper()
	if _, said := p.heard(); len(said) > 0 {
		p.Errorf("the browser says %q", said)
	}
}

// A template that cannot be used is a mistake like any other.
func testTemplate(p *tab, site *written) {
	p.show(site, release)
	part := filepath.Join(site.dir, "themes/mine/parts/tail.html")
	site.write(p.T, "themes/mine/parts/tail.html", "<p>\n{{.Nothing}}</p>\n")
	p.await("Boolean(" + overlay + ")")
	if text := ask[string](p, overlay+".textContent"); !strings.Contains(text, "themes/mine/parts/tail.html:2:") {
		p.Errorf("it says %s", text)
	}
	if err := os.Remove(part); err != nil {
		p.Fatal(err)
	}
	p.await("!" + overlay)
}

// What is not published says so: in the bar, on the page, and in lists.
func testMarks(p *tab, site *written) {
	for path, word := range map[string]string{draft: "Draft", scheduled: "Not published yet"} {
		p.show(site, path)
		p.await("Boolean(" + bar + ")")
		if got := ask[string](p, bar+".querySelector('strong')?.textContent ?? ''"); got != word {
			p.Errorf("%s: the bar says %q", path, got)
		}
		if !ask[bool](p, `document.querySelector("main .preview") !== null`) {
			p.Errorf("%s: the page does not say that it is not published", path)
		}
	}
	p.show(site, release)
	if ask[bool](p, `document.querySelector("main .preview") !== null || `+bar+`.querySelector("strong") !== null`) {
		p.Error("what is published is marked as if it were not")
	}
}

// bar is an expression for the bar at the foot.
const bar = `document.querySelector("growthportal-live")?.shadowRoot.querySelector(".bar")`

// The bar at the foot tells where the page comes from and what it cost, opens its file, and hides nothing of the page.
func testBar(p *tab, site *written) {
	p.show(site, release)
	p.await("Boolean(" + bar + ") && document.body.style.paddingBottom !== ''")
	text := ask[string](p, bar+".textContent")
	if !regexp.MustCompile(`File ` + regexp.QuoteMeta(releaseFile) + `.*Type \S.*Template layouts/article\.html.*page (<1|\d+) ms, whole site (<1|\d+) ms`).MatchString(text) {
		p.Errorf("it says %q", text)
	}
	want := "vscode://file" + filepath.ToSlash(site.dir) + "/" + releaseFile
	if got := ask[string](p, bar+".querySelector('a').getAttribute('href')"); got != want {
		p.Errorf("it opens %s, not %s", got, want)
	}
	if !ask[bool](p, `scrollTo(0, document.documentElement.scrollHeight),
		document.querySelector("body > footer").getBoundingClientRect().bottom <= `+bar+`.getBoundingClientRect().top + 1`) {
		p.Error("it hides the end of the page")
	}
}
