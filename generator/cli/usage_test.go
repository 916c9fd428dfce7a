package cli

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// run runs the program in an empty world.
func run(args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	status = Run(Env{
		Args: args, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" },
		Clock: func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }, Themes: fstest.MapFS{},
	})
	return out.String(), errs.String(), status
}

// What is written wrongly is told in the language of the messages, whatever the parser of the command line says in English: each of
// its forms is known.
func TestUsageIsToldInTheUsersLanguage(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct{ args, sv, en string }{
		{"biuld", "biuld är för mycket, eller inget som finns; menade du build?", "biuld is one too many, or nothing that there is; did you mean build?"},
		{"build extra", "extra är för mycket, eller inget som finns", "extra is one too many, or nothing that there is"},
		{"build --destintion x", "flaggan --destintion finns inte; menade du --destination?", "there is no flag --destintion; did you mean --destination?"},
		{"build --jobs many", "--jobs måste vara ett tal, inte many", "--jobs must be a number, not many"},
		{"build --jobs", "--jobs behöver ett värde", "--jobs needs a value"},
		{"build --now", "--now behöver ett värde", "--now needs a value"},
		{"build --clean=maybe", "--clean är på eller inte, och kan inte vara maybe", "--clean is on or not, and cannot be maybe"},
		{"init", "något saknas: DIR", "something is missing: DIR"},
		{"--", "välj ett kommando: build, serve, ", "choose a command: build, serve, "},
		{"--format xml build", "--format kan vara text, json, github, sarif", "--format can be text, json, github, sarif"},
		{"build --url --drafts", "--url kan inte vara --drafts", "--url cannot be --drafts"},
	} {
		for lang, want := range map[string]string{"sv": c.sv, "en": c.en} {
			out, errs, status := run(append([]string{"--messages", lang}, strings.Fields(c.args)...)...)
			if status != exitUsage || out != "" || !strings.HasPrefix(errs, "growthportal: "+want) {
				t.Errorf("%s, %s: %d, %q", c.args, lang, status, errs)
			}
		}
	}
}

// A language that the program does not speak is refused with those that it does.
func TestUnknownLanguageOfMessages(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, lang := range []string{"de", ""} {
		_, errs, status := run("--messages", lang, "version")
		if lang == "de" && (status != exitUsage || !strings.Contains(errs, "--messages kan vara sv, en, inte de")) {
			t.Errorf("%d %q", status, errs)
		}
	}
}

// Help is in one language throughout, and fits a terminal of 80 columns.
func TestHelpIsInOneLanguage(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, command := range []string{"", "build", "check", "due", "explain", "init", "new", "rollback", "schema", "serve", "version"} {
		for lang, foreign := range map[string][]string{
			"sv": {"Usage", "Flags", "Commands", "Arguments", "command", "default"},
			"en": {"Användning", "Flaggor", "Kommandon", "annars"},
		} {
			out, errs, status := run(append(strings.Fields(command), "--help", "--messages", lang)...)
			if status != 0 || errs != "" {
				t.Errorf("%s --help: %d %q", command, status, errs)
			}
			for _, word := range foreign {
				if strings.Contains(out, word) {
					t.Errorf("%s --help in %s says %q:\n%s", command, lang, word, out)
				}
			}
			for line := range strings.Lines(out) {
				if n := len([]rune(strings.TrimRight(line, "\n"))); n > helpWidth {
					t.Errorf("%s --help: a line of %d characters: %s", command, n, line)
				}
			}
		}
	}
}
