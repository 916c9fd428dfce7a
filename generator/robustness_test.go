package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"growthportal/generator/cli"
)

// robustRun runs the program on a site in a folder, on 23 November 2026, and gives its status and what it said to the
// user in English.
func robustRun(t *testing.T, dir string, args ...string) (status int, said string) {
	t.Helper()
	return robustDisturbed(t, dir, func() {}, args...)
}

// robustDisturbed does so with something that happens in between, again and again.
func robustDisturbed(t *testing.T, dir string, disturb func(), args ...string) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	status = cli.Run(cli.Env{
		Args:   append([]string{"--source", dir, "--messages", "en", "--now", "2026-11-23"}, args...),
		Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Themes: plainThemes(t),
		Clock: func() time.Time {
			disturb()
			return time.Now()
		},
	})
	return status, out.String()
}

// robustSite writes the base site, and the given files over it, into a new folder.
func robustSite(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		robustWrite(t, dir, name, content)
	}
	if err := writeBase(t, dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func robustWrite(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func robustRead(t *testing.T, dir, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// Where the site has been published and the memory cannot be kept, nobody is told that the site is as it was.
func TestRobustPublishedWithoutMemory(t *testing.T) {
	dir := robustSite(t, nil)
	status, said := robustDisturbed(t, dir, func() {
		if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
			robustWrite(t, dir, ".growthportal/memory/in-the-way", "")
		}
	}, "build")
	if status != 3 || !strings.Contains(said, "the new version is published, but") {
		t.Errorf("status %d: %s", status, said)
	}
	robustRead(t, dir, "public/press/2026/tomter/index.html")
}

// A destination that is no folder is called so.
func TestRobustDestinationFile(t *testing.T) {
	dir := robustSite(t, map[string]string{"public": "mine"})
	status, said := robustRun(t, dir, "build", "--replace")
	if status != 2 || !strings.Contains(said, "is not a folder") || robustRead(t, dir, "public") != "mine" {
		t.Errorf("status %d: %s", status, said)
	}
}

// A link in the memory's place is not followed.
func TestRobustMemoryLink(t *testing.T) {
	dir, outside := robustSite(t, nil), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, ".growthportal")); err != nil {
		t.Skip(err)
	}
	status, said := robustRun(t, dir, "build")
	if status != 3 || !strings.Contains(said, ".growthportal is not what the program has put there") {
		t.Errorf("status %d: %s", status, said)
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("something was written outside: %v", left)
	}
}
