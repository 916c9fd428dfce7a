package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/dev/serve"
	"growthportal/generator/output"
	"growthportal/themes"
)

var liveChanges = flag.Int("live", 300, "how many random changes the test of a running program makes")

// Whatever happens to the sources, and in whatever bursts: when things are quiet, what serve --published serves and what
// build --watch has published is what a build from nothing makes, byte for byte, and a client who reads all the while gets whole
// pages only.
func TestLive(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot be interrupted there")
	}
	if testing.Short() {
		t.Skip("it runs the program for half a minute")
	}
	t.Run("events", func(t *testing.T) { liveWith(t, *liveChanges) })
	t.Run("polling", func(t *testing.T) { liveWith(t, *liveChanges/10, "--poll") })
}

func liveWith(t *testing.T, changes int, flags ...string) {
	l := newLive(t, flags...)
	for n := 0; n < changes; {
		burst := 1 + l.rand.IntN(12)
		for range burst {
			l.change()
		}
		n += burst
		l.quiet()
		if t.Failed() {
			t.Fatalf("after %d changes; the latest were\n%s", n, strings.Join(l.done[max(0, len(l.done)-20):], "\n"))
		}
	}
}

// live is a site with the two programs that keep it new.
type live struct {
	*sources
	program string // its name and version
	address string
	served  bell // rings when serve has something to tell
	built   bell // rings when build --watch has said something
	gone    map[string]bool
}

// bell rings at least once after each thing that happens.
type bell chan struct{}

func (b bell) ring() {
	select {
	case b <- struct{}{}:
	default:
	}
}

func newLive(t *testing.T, flags ...string) *live {
	l := &live{sources: newSources(t), served: make(bell, 1), built: make(bell, 1), gone: map[string]bool{}}
	version, err := exec.Command("growthportal", "version").Output()
	if err != nil {
		t.Fatal(err)
	}
	l.program, _, _ = strings.Cut(string(version), "\n")
	lines := l.start(append([]string{"serve", "--published", "--addr", "127.0.0.1:0"}, flags...)...)
	for l.address == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		l.address = strings.TrimSuffix(regexp.MustCompile(`http://\S+/`).FindString(line), "/")
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	watched := l.start(append([]string{"build", "--watch"}, flags...)...)
	go func() {
		for {
			if _, err := watched.ReadString('\n'); err != nil {
				return
			}
			l.built.ring()
		}
	}()
	l.listen()
	l.read()
	l.quiet()
	return l
}

// start starts the program, which is interrupted when the test is over and must end with the status of that.
func (l *live) start(args ...string) *bufio.Reader {
	said, says := io.Pipe()
	cmd := exec.Command("growthportal", append(args, "--source", l.dir)...)
	cmd.Stdout, cmd.Stderr = says, says
	if err := cmd.Start(); err != nil {
		l.Fatal(err)
	}
	l.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		go func() { _, _ = io.Copy(io.Discard, said) }()
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != 130 {
			l.Errorf("%s ended with status %d", args[0], got)
		}
	})
	return bufio.NewReader(said)
}

// stream opens the stream of events, which ends with ctx.
func (l *live) stream(ctx context.Context) *bufio.Scanner {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, l.address+"/.growthportal/events?seen=", nil)
	if err != nil {
		l.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return bufio.NewScanner(strings.NewReader(""))
	}
	context.AfterFunc(ctx, func() { answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<20)
	return lines
}

// listen rings for what serve tells the pages that are open.
func (l *live) listen() {
	ctx, stop := context.WithCancel(context.Background())
	l.Cleanup(stop)
	lines := l.stream(ctx)
	go func() {
		for lines.Scan() {
			if strings.HasPrefix(lines.Text(), "event: ") {
				l.served.ring()
			}
		}
	}()
}

// state is what serve says to a page that begins to listen: "ok" or "errors".
func (l *live) state() string {
	ctx, stop := context.WithCancel(l.Context())
	defer stop()
	lines := l.stream(ctx)
	for lines.Scan() {
		switch name, _ := strings.CutPrefix(lines.Text(), "event: "); name {
		case "ok", "errors":
			return name
		}
	}
	return "nothing"
}

// read reads pages all the while, and holds them to be whole.
func (l *live) read() {
	ctx, stop := context.WithCancel(context.Background())
	var reader sync.WaitGroup
	l.Cleanup(func() { stop(); reader.Wait() })
	reader.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			path := []string{"/", "/press/", "/press/2026/tomter/", "/en/", "/sitemap.xml", "/amnen/", "/atom.xml"}[i%7]
			status, content := l.get(ctx, path)
			if ctx.Err() != nil {
				return
			}
			end := strings.TrimSpace(string(content))
			switch {
			case status != 200 && status != 404:
				l.Errorf("%s: status %d while it changed: %s", path, status, content)
				return
			case !strings.HasSuffix(end, "</html>") && !strings.HasSuffix(end, "</feed>") && !strings.HasSuffix(end, "</sitemapindex>"):
				l.Errorf("%s: half a page: %q", path, end[max(0, len(end)-80):])
			}
		}
	})
}

// get is a page without what serve adds to it.
func (l *live) get(ctx context.Context, path string) (int, []byte) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, l.address+path, nil)
	if err != nil {
		l.Error(err)
		return 0, nil
	}
	answer, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return 0, []byte(err.Error())
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, nil
	}
	return answer.StatusCode, serve.Strip(content)
}

// quiet waits until both programs have what a build from nothing makes, or, where that has errors, until serve says so.
func (l *live) quiet() {
	l.Helper()
	want, ok := l.fromNothing()
	if !ok {
		l.await(l.served, func() string {
			if state := l.state(); state != "errors" {
				return "serve says " + state
			}
			return ""
		})
		return
	}
	l.await(l.served, func() string { return l.compareServed(want) })
	l.await(l.built, func() string { return l.comparePublished(want) })
	for name := range want {
		l.gone[name] = true // from now on, if it ever is
	}
}

// patience is after how long without a ring the test is given up; it bounds nothing that passes.
const patience = time.Minute

func (l *live) await(b bell, differs func() string) {
	l.Helper()
	for {
		why := differs()
		if why == "" {
			return
		}
		select {
		case <-b:
		case <-time.After(patience):
			l.Fatalf("%s\nafter\n%s", why, strings.Join(l.done[max(0, len(l.done)-20):], "\n"))
		}
	}
}

// fromNothing is what a build from nothing makes; false where the sources have errors.
func (l *live) fromNothing() (map[string][]byte, bool) {
	l.Helper()
	root, err := os.OpenRoot(l.dir)
	if err != nil {
		l.Fatal(err)
	}
	defer root.Close()
	plan, err := build.Make(l.Context(), build.Request{
		Source: root.FS(), Themes: themes.FS(), Program: l.program,
		Now: func(loc *time.Location) (time.Time, error) { return time.Now().In(loc), nil },
	})
	if err != nil {
		l.Fatal(err)
	}
	if plan.Failed() {
		return nil, false
	}
	files := map[string][]byte{}
	for _, r := range plan.Recipes {
		var b bytes.Buffer
		if err := r.Ready().Make(&b); err != nil {
			return nil, false
		}
		files[string(r.Path)] = b.Bytes()
	}
	return files, true
}

func (l *live) compareServed(want map[string][]byte) string {
	for name, content := range want {
		path, status := "/"+strings.TrimSuffix(name, "index.html"), 200
		got, served := l.get(l.Context(), path)
		if got != status || !bytes.Equal(served, content) {
			return fmt.Sprintf("%s is served with status %d and %d bytes, not %d", path, got, len(served), len(content))
		}
	}
	for name := range l.gone {
		if _, there := want[name]; there || strings.HasPrefix(name, "assets/") {
			continue
		}
		if status, _ := l.get(l.Context(), "/"+name); status != 404 {
			return fmt.Sprintf("%s is gone, and served with status %d", name, status)
		}
	}
	return ""
}

func (l *live) comparePublished(want map[string][]byte) string {
	tree, err := output.Open(l.Context(), filepath.Join(l.dir, "public"), output.Options{Sources: l.dir})
	if err != nil || tree.Current() == nil {
		return fmt.Sprintf("public/ cannot be read: %v", err)
	}
	published := tree.Current().Published
	if published.Len() != len(want) {
		return fmt.Sprintf("%d files are published, not %d", published.Len(), len(want))
	}
	for name, content := range want {
		got, err := os.ReadFile(filepath.Join(l.dir, "public", filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(got, content) {
			return fmt.Sprintf("%s is published otherwise: %v", name, err)
		}
	}
	return ""
}

// sources are the site's, in a folder, and what happens to them.
type sources struct {
	*testing.T
	dir   string
	rand  *rand.Rand
	count int
	done  []string
}

func newSources(t *testing.T) *sources {
	s := &sources{T: t, dir: t.TempDir(), rand: rand.New(rand.NewPCG(4, 20))}
	for name, f := range baseSite(t) {
		s.write(name, string(f.Data))
	}
	s.write("config.yaml", s.text("config.yaml")+"theme: mine\n")
	s.write("themes/mine/theme.yaml", "extends: portal\n")
	s.write("themes/mine/assets/site.css", "body { margin: 0 }\n")
	s.write("content/static/robot.txt", "0")
	s.write("content/index.md", "---\ntitle: Start\n---\nVälkommen.\n")
	return s
}
