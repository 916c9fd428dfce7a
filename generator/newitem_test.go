package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"growthportal/generator/cli"
	"growthportal/themes"
)

// called calls the program at noon on the first of December 2026, in English.
func called(args ...string) (output string, status int) {
	var out bytes.Buffer
	status = cli.Run(cli.Env{
		Args: append(args, "--now", "2026-12-01 12:00", "--messages", "en"), Stdout: &out, Stderr: &out,
		Getenv: func(string) string { return "" }, Clock: func() time.Time { return time.Unix(0, 0) }, Themes: themes.FS(),
	})
	return out.String(), status
}

// filledIn are values for what "new" leaves for the author, by key.
var filledIn = map[string]string{
	"expires": "2027-12-31", "level": "info", "start": "2026-12-24 10:00", "about": "Om oss.", "period": "2026-11", "authors": "asa-provare",
}

// An item of every type of the theme can be begun: as a draft it builds, with nothing wrong but what is honestly missing; with that filled
// in and without the mark of a draft, nothing is wrong at all.
func TestNewItemOfEveryType(t *testing.T) {
	types, err := filepath.Glob("../themes/portal/types/*.yaml")
	if err != nil || len(types) == 0 {
		t.Fatal(err, "no types")
	}
	dir := t.TempDir()
	if err := writeBase(t, dir); err != nil {
		t.Fatal(err)
	}
	collections := regexp.MustCompile(`(?m)^  (\S+): +\{type: (\S+),`).FindAllStringSubmatch(string(baseSite(t)["config.yaml"].Data), -1)
	for _, file := range types {
		kind := strings.TrimSuffix(filepath.Base(file), ".yaml")
		name := kind
		for _, c := range slices.Backward(collections) { // the first of several
			if c[2] == kind {
				name = c[1]
			}
		}
		out, status := called("new", name, "En ny", kind, "--source", dir, "--format", "json")
		var made struct{ File string }
		if err := json.Unmarshal([]byte(out), &made); err != nil || status != 0 {
			t.Errorf("%s: %d %s", kind, status, out)
			continue
		}
		out, status = called("build", "--source", dir, "--format", "json")
		if status != 0 {
			t.Errorf("%s: the draft stops the build:\n%s", kind, out)
		}
		for line := range strings.Lines(out) {
			if !strings.Contains(line, `"wrong-type"`) && !strings.Contains(line, `"empty-text"`) {
				t.Errorf("%s: wrong, and not for want of a value: %s", kind, line)
			}
		}
		fillIn(t, filepath.Join(dir, filepath.FromSlash(made.File)))
		if out, status := called("build", "--source", dir, "--strict"); status != 0 {
			t.Errorf("%s, filled in: %d\n%s", kind, status, out)
		}
	}
}

// fillIn writes a value behind every key that has none, and publishes the item.
func fillIn(t *testing.T, file string) {
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	empty := regexp.MustCompile(`(?m)^([a-z]+):$`)
	text := empty.ReplaceAllStringFunc(string(content), func(line string) string {
		value, ok := filledIn[strings.TrimSuffix(line, ":")]
		if !ok {
			t.Errorf("%s: no value for %s", filepath.Base(file), line)
		}
		return line + " " + value
	})
	text = strings.Replace(text, "\ndraft: true\n", "\n", 1)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The commands of the manual for authors do what it says, in a new site.
func TestCommandsOfTheManual(t *testing.T) {
	manual, err := os.ReadFile("../docs/writing.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(manual), "\n## Commands that help\n")
	section, _, _ = strings.Cut(section, "\n## ")
	dir := filepath.Join(t.TempDir(), "site")
	if out, status := called("init", dir); !found || status != 0 {
		t.Fatalf("%d %s", status, out)
	}
	commands := regexp.MustCompile(`(?m)^    growthportal (.*)$`).FindAllStringSubmatch(section, -1)
	if len(commands) < 5 {
		t.Fatalf("%d commands", len(commands))
	}
	for _, c := range commands {
		if strings.Contains(c[1], "--since") { // which has a script of its own
			continue
		}
		out, status := called(append(strings.Fields(c[1]), "--source", dir)...)
		if status != 0 {
			t.Errorf("growthportal %s: %d %s", c[1], status, out)
		}
		if strings.HasPrefix(c[1], "explain") && !strings.Contains(out, "It is a draft.") {
			t.Errorf("growthportal %s: %s", c[1], out)
		}
	}
	if out, status := called("build", "--strict", "--source", dir); status != 0 {
		t.Errorf("%d %s", status, out)
	}
}
