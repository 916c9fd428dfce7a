package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"testing"
)

// Where the kernel lets nobody watch any more, the program says so, and misses nothing: the real kernel's limits, lowered for one
// program in a user namespace (see namespaces(7) and /proc/sys/user).
func TestExhaustedWatches(t *testing.T) {
	for limit, value := range map[string]string{"max_inotify_watches": "3", "max_inotify_instances": "0"} {
		t.Run(limit, func(t *testing.T) {
			lower := "echo " + value + " > /proc/sys/user/" + limit
			if err := exec.Command("unshare", "-Ur", "sh", "-c", lower).Run(); err != nil {
				skip := t.Skipf
				if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
					skip = t.Fatalf
				}
				skip("missing: unshare, and user namespaces for everybody: %v", err)
			}
			s := newSources(t)
			said, says := io.Pipe()
			cmd := exec.Command("unshare", "-Ur", "sh", "-c", lower+` && exec growthportal build --watch --messages en --source "$1"`, "sh", s.dir)
			cmd.Stdout, cmd.Stderr = says, says
			s.must(cmd.Start())
			t.Cleanup(func() { _ = cmd.Process.Kill() })
			w := &watchingBuild{sources: s, cmd: cmd, lines: bufio.NewScanner(said)}
			w.await("Waiting for changes")
			w.await("the system lets nobody watch as many folders")
			s.write("content/press/a/b/djupt.md", "---\ntitle: Djupt\ndate: 2026-01-03\n---\n")
			w.await("content/press/a/b/djupt.md: Published")
		})
	}
}
