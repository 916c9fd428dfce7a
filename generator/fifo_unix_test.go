//go:build unix

package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A pipe among the sources, on which a reader would wait for ever, is told of and not opened, wherever it stands.
func TestPipesAreNotOpened(t *testing.T) {
	for _, name := range []string{"content/om/rör.md", "content/press/2026-01-10-x/bild.png", "content/data/a.csv", "content/static/a.txt", "themes/portal/theme.yaml", "config.yaml"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := syscall.Mkfifo(file, 0o644); err != nil {
				t.Skip(err)
			}
			robustBase(t, dir)
			type outcome struct {
				status int
				said   string
			}
			done := make(chan outcome, 1)
			go func() {
				status, said := robustRun(t, dir, "build")
				done <- outcome{status, said}
			}()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // so that a build that waits is told of
			defer cancel()
			select {
			case got := <-done:
				if got.status != 1 || !strings.Contains(got.said, name+":1:1: error:") {
					t.Errorf("status %d: %s", got.status, got.said)
				}
			case <-ctx.Done():
				t.Error("the build waits for somebody to write into the pipe")
			}
		})
	}
}
