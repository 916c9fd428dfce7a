package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"growthportal/generator/build"
	"growthportal/generator/check"
	"growthportal/generator/check/since"
	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/themes"
)

// update writes what the tests find into testdata, to be judged by "git diff": go test ./generator -update
var update = flag.Bool("update", false, "write what is found into testdata/")

// diagnosticCase is a small site and what must be said of it. A case in testdata/diagnostics is a txtar file whose files
// are put over those of testdata/base.txtar; "want" among them lists every finding, all of them and in order, as
// "file:line:column[-endColumn] severity code". The lines before the first file say what the case is about; among them
//
//	now: 2026-12-01      is the instant of the build (2026-11-23 12:00 in Stockholm otherwise)
//	strict               makes errors of warnings
//	alone                takes the content of the base away
//	theme: NAME          is a line more in the base's config.yaml
//	without: FILE        takes a file of the base away
//
// <U+202E> in a file stands for that character, which could not be seen otherwise.
type diagnosticCase struct {
	name   string
	site   fstest.MapFS
	now    string
	strict bool
	want   string
}

func baseSite(t testing.TB) fstest.MapFS {
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range archive.Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return site
}

var escaped = regexp.MustCompile(`<U\+([0-9A-F]{4,6})>`)

func unescape(data []byte) []byte {
	return escaped.ReplaceAllFunc(data, func(m []byte) []byte {
		number, _ := strconv.ParseUint(string(m[3:len(m)-1]), 16, 32)
		return []byte(string(rune(number)))
	})
}

func readCase(t testing.TB, file string) (diagnosticCase, *txtar.Archive) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := diagnosticCase{name: strings.TrimSuffix(filepath.Base(file), ".txtar"), site: baseSite(t)}
	for line := range strings.Lines(string(archive.Comment)) {
		line = strings.TrimSpace(line)
		if now, ok := strings.CutPrefix(line, "now: "); ok {
			c.now = now
		}
		if strings.HasPrefix(line, "theme: ") {
			c.site["config.yaml"].Data = append(c.site["config.yaml"].Data, line+"\n"...)
		}
		if gone, ok := strings.CutPrefix(line, "without: "); ok {
			delete(c.site, gone)
		}
		if line == "alone" {
			maps.DeleteFunc(c.site, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "content/") })
		}
		c.strict = c.strict || line == "strict"
	}
	for _, f := range archive.Files {
		if f.Name == "want" {
			c.want = string(f.Data)
			continue
		}
		c.site[f.Name] = &fstest.MapFile{Data: unescape(f.Data)}
	}
	return c, archive
}

// plainThemes is the theme built into the program with layouts that hold nothing but the page's title: quick to load, and
// nothing in it depends on how pages look.
func plainThemes(t testing.TB) fs.FS {
	plain := fstest.MapFS{}
	err := fs.WalkDir(themes.FS(), "portal", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(themes.FS(), name)
		switch strings.Split(name, "/")[1] {
		case "theme.yaml", "types", "text":
			plain[name] = &fstest.MapFile{Data: content}
		case "layouts":
			plain[name] = &fstest.MapFile{Data: []byte("<!DOCTYPE html><title>{{.Page.Title}}</title>\n")}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// findings builds and publishes a site and returns what is said of it.
func findings(t testing.TB, c diagnosticCase, source fs.FS, recall *build.Recollection) []diag.Diagnostic {
	req := build.Request{
		Source: source, Themes: plainThemes(t), Program: "growthportal test", Strict: c.strict, Recall: recall, Jobs: 2,
		Now: func(loc *time.Location) (time.Time, error) {
			if c.now == "" {
				return time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC).In(loc), nil
			}
			m, err := locale.ParseInstant(c.now, loc)
			return m.Time, err
		},
	}
	plan, err := build.Make(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	if !plan.Failed() {
		pub := build.Publication{Destination: filepath.Join(t.TempDir(), "public"), Jobs: 2}
		if err := build.Publish(context.Background(), plan, pub); err != nil {
			t.Fatal(err)
		}
	}
	return plan.Diagnostics
}

// told writes findings in the form of a case's "want".
func told(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%s:%d:%d", d.File, d.Line, d.Column)
		if d.EndColumn > 0 {
			fmt.Fprintf(&b, "-%d", d.EndColumn)
		}
		fmt.Fprintf(&b, " %s %s\n", d.Severity, d.Code)
	}
	return b.String()
}

// checkWords reports messages and hints with something left out in them.
func checkWords(t *testing.T, list []diag.Diagnostic) {
	for _, d := range list {
		for _, lang := range locale.Langs() {
			words := d.Message(lang) + " (" + d.HintText(lang) + ")"
			if d.Message(lang) == "" || strings.Contains(words, "%!") || regexp.MustCompile(`\{\d\}`).MatchString(words) {
				t.Errorf("%s says %q in %s", d.Code, words, lang)
			}
			t.Logf("%s: %s", d.Code, words)
		}
	}
}

// Every mistake is told at its exact place, with nothing else, and just so when the memory replays it.
func TestDiagnostics(t *testing.T) {
	for _, file := range caseFiles(t) {
		c, archive := readCase(t, file)
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			first, second := remembered(t, c)
			got := told(first)
			if *update && got != c.want {
				writeWant(t, file, archive, got)
			} else if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(got, told(second)); d != "" {
				t.Error("with a memory:", d)
			}
			checkWords(t, first)
		})
	}
}

// remembered are the findings of a build that remembers nothing, and of one that remembers that.
func remembered(t *testing.T, c diagnosticCase) (first, second []diag.Diagnostic) {
	dir := t.TempDir()
	var lists [2][]diag.Diagnostic
	for i := range lists {
		recall, err := build.Recall(dir, filepath.Join(dir, "public"), "growthportal test", false)
		if err != nil {
			t.Fatal(err)
		}
		lists[i] = findings(t, c, c.site, recall)
		if err := recall.Keep(true); err != nil {
			t.Fatal(err)
		}
		if err := recall.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return lists[0], lists[1]
}

func caseFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/diagnostics/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	return files
}

func writeWant(t *testing.T, file string, archive *txtar.Archive, want string) {
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Every code is provoked by a case, and a case is called after a code that it provokes; "ok-..." provokes none.
func TestEveryCodeHasACase(t *testing.T) {
	provoked := map[string]bool{}
	for _, file := range caseFiles(t) {
		c, _ := readCase(t, file)
		named := strings.HasPrefix(c.name, "ok-") && c.want == ""
		for line := range strings.Lines(c.want) {
			code := strings.TrimSpace(line[strings.LastIndexByte(line, ' '):])
			provoked[code] = true
			named = named || c.name == code || strings.HasPrefix(c.name, code+"-")
		}
		if !named {
			t.Errorf("%s does not provoke what it is called after", file)
		}
	}
	for _, c := range slices.Concat(builtCases(), specialCases()) {
		provoked[c.code] = true
	}
	for _, code := range since.Codes() { // likewise in check/since/testdata
		provoked[string(code)] = true
	}
	for _, r := range check.Rules() { // each has a case in check/testdata, which provokes all of its codes
		for _, code := range r.Codes {
			provoked[string(code)] = true
		}
	}
	provoked[string(diag.TemplateTimeout)] = true // takes ten seconds, and is tested with the clock in read/theme
	var missing []string
	for _, e := range diag.Catalog() {
		if !provoked[string(e.Code)] {
			missing = append(missing, string(e.Code))
		}
	}
	if len(missing) > 0 {
		t.Errorf("no case provokes %s", strings.Join(missing, ", "))
	}
}
