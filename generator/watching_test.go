package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// watchingBuild is a "build --watch" that says what it does, in English.
type watchingBuild struct {
	*sources
	cmd   *exec.Cmd
	lines *bufio.Scanner
}

func startWatching(t *testing.T, flags ...string) *watchingBuild {
	w := &watchingBuild{sources: newSources(t)}
	said, says := io.Pipe()
	w.cmd = exec.Command("growthportal", append([]string{"build", "--watch", "--messages", "en", "--source", w.dir}, flags...)...)
	w.cmd.Stdout, w.cmd.Stderr = says, says
	w.must(w.cmd.Start())
	w.lines = bufio.NewScanner(said)
	t.Cleanup(func() { _ = w.cmd.Process.Kill() })
	w.await("Published: ")
	w.await("Waiting for changes")
	return w
}

// await waits for a line that holds a text.
func (w *watchingBuild) await(text string) string {
	w.Helper()
	var seen []string
	for w.lines.Scan() {
		if strings.Contains(w.lines.Text(), text) {
			return w.lines.Text()
		}
		seen = append(seen, w.lines.Text())
	}
	w.Fatalf("it never said %q, but\n%s", text, strings.Join(seen, "\n"))
	return ""
}

// published is all that stands in public/.
func (w *watchingBuild) published() []byte {
	var all bytes.Buffer
	w.must(filepath.WalkDir(w.path("public"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var content []byte
			content, err = os.ReadFile(path)
			all.WriteString(path + "\n")
			all.Write(content)
		}
		return err
	}))
	return all.Bytes()
}

func exitCode(err error) int {
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return ended.ExitCode()
	}
	return 0
}

// A failed build leaves public/ alone and says so; the next good one heals it.
func TestWatchingHeals(t *testing.T) {
	w := startWatching(t)
	before := w.published()
	w.write("content/press/fel.md", "---\ntitel: Fel\n---\n")
	w.await(`content/press/fel.md:2:1: error: unknown key "titel"`)
	w.await("public/ is as it was")
	if !bytes.Equal(before, w.published()) {
		t.Error("a failed build has touched public/")
	}
	w.write("content/press/fel.md", "---\ntitle: Rätt\ndate: 2026-01-02\n---\n")
	line := w.await("Published: ")
	if !strings.Contains(line, "content/press/fel.md: ") {
		t.Errorf("%q does not say what changed", line)
	}
	if _, err := os.Stat(w.path("public/press/2026/fel/index.html")); err != nil {
		t.Error(err)
	}
}

// Two of them on one site would publish in turns: the second says so and stops. An ordinary build may come between.
func TestSecondWatcherStops(t *testing.T) {
	w := startWatching(t)
	second, err := exec.Command("growthportal", "build", "--watch", "--messages", "en", "--source", w.dir).CombinedOutput()
	if exitCode(err) != 3 || !strings.Contains(string(second), "watching this site already") {
		t.Errorf("the second one ended with status %d and said %s", exitCode(err), second)
	}
	if said, err := exec.Command("growthportal", "build", "--source", w.dir).CombinedOutput(); err != nil {
		t.Errorf("an ordinary build ended with status %d and said %s", exitCode(err), said)
	}
	w.write("content/om.md", "---\ntitle: Om\n---\n")
	w.await("content/om.md: ")
}

// SIGTERM ends it at once, with the status of that signal and nothing left behind.
func TestWatchingEnds(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot be interrupted there")
	}
	w := startWatching(t)
	w.must(w.cmd.Process.Signal(syscall.SIGTERM))
	if err := w.cmd.Wait(); exitCode(err) != 143 {
		t.Errorf("status %d", exitCode(err))
	}
	entries, err := os.ReadDir(w.dir)
	w.must(err)
	for _, e := range entries {
		switch e.Name() {
		case "config.yaml", "content", "themes", "public", ".public.spare", ".growthportal":
		default:
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// What is wrong from the start is told once, and mended without starting again.
func TestWatchingBeginsBroken(t *testing.T) {
	s := newSources(t)
	s.write("config.yaml", "titel: fel\n")
	said, says := io.Pipe()
	cmd := exec.Command("growthportal", "build", "--watch", "--messages", "en", "--source", s.dir)
	cmd.Stdout, cmd.Stderr = says, says
	s.must(cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	w := &watchingBuild{sources: s, cmd: cmd, lines: bufio.NewScanner(said)}
	w.await("config.yaml:1:1: error:")
	w.await("Waiting for changes")
	w.exchange("config.yaml", string(baseSite(t)["config.yaml"].Data))
	w.await("Published: ")
}
