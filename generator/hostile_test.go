package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/site"
)

// What is said of mistakes repeats what an author wrote. It never acts on a terminal, in a log or in a list of findings:
// there is no raw escape character, no direction is changed, and no line is of an author's making.
func TestFindingsAreHarmless(t *testing.T) {
	files := baseSite(t)
	for i, p := range append(hostile(), payloads()[:200]...) {
		for j, text := range []string{
			"---\ntitle: T\n%s: x\n---\n", "---\ntitle: T\ndraft: %s\n---\n", "---\ntitle: T\ntopics: [\"%s\"]\n---\n", "---\ntitle: T\n---\n[a](<%s>) <%[1]s> ![b](%[1]s.png)\n",
			"---\ntitle: T\naliases: '%s'\n---\n", "---\ntitle: \"%s\n", "---\ntitle: T\nimage: {file: \"%s\", alt: A}\n---\n", "%s\n",
		} {
			files[fmt.Sprintf("content/om/x-%d-%d.md", i, j)] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(strings.Replace(text, "%s", p, 1), "%[1]s", p))}
		}
		if name := "content/om/" + strings.NewReplacer("/", "", "\x00", "").Replace(p) + ".md"; !strings.Contains(p, "\\") {
			files[name] = &fstest.MapFile{Data: []byte("---\ntitle: T\n---\n")}
		}
	}
	s := newStudio(plainThemes(t))
	list := s.plan(t, files, traceNow, site.Show{}).Diagnostics
	if len(list) < 2000 {
		t.Fatalf("only %d findings", len(list))
	}
	for _, lang := range locale.Langs() {
		for name, text := range written(t, list, lang) {
			checkQuiet(t, name, text)
		}
	}
}

// written are findings in every form in which they are told.
func written(t *testing.T, list []diag.Diagnostic, lang locale.Lang) map[string]string {
	forms := map[string]string{}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text":   func(b *bytes.Buffer) error { return diag.WriteText(b, list, diag.TextStyle{Lang: lang}) },
		"color":  func(b *bytes.Buffer) error { return diag.WriteText(b, list, diag.TextStyle{Lang: lang, Color: true}) },
		"json":   func(b *bytes.Buffer) error { return diag.WriteJSON(b, list, lang) },
		"github": func(b *bytes.Buffer) error { return diag.WriteGitHub(b, list, lang, "site") },
		"sarif":  func(b *bytes.Buffer) error { return diag.WriteSARIF(b, list, lang, "site", diag.Tool{Name: "g"}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		forms[name] = b.String()
	}
	checkForms(t, forms, len(list))
	return forms
}

// checkForms reads what programs read: as many findings as there are, and each in its form.
func checkForms(t *testing.T, forms map[string]string, count int) {
	for name, lines := range map[string][]string{"json": strings.Split(strings.TrimSpace(forms["json"]), "\n"), "github": strings.Split(strings.TrimSpace(forms["github"]), "\n")} {
		if len(lines) != count {
			t.Errorf("%s: %d lines for %d findings", name, len(lines), count)
		}
		for _, line := range lines {
			if name == "json" && !json.Valid([]byte(line)) || name == "github" && !command.MatchString(line) {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
	var log struct{ Runs []struct{ Results []any } }
	if err := json.Unmarshal([]byte(forms["sarif"]), &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) != count {
		t.Errorf("SARIF: %v", err)
	}
}

var (
	command = regexp.MustCompile(`^::(error|warning) (file=[^,:]*,)?(line=\d+,col=\d+,)?(endColumn=\d+,)?title=[a-z0-9-]+::`)
	colors  = regexp.MustCompile("\x1b\\[[0-9;]*m")
)

// checkQuiet looks for what a terminal or a reader could take for anything but text.
func checkQuiet(t *testing.T, name, text string) {
	if name == "color" {
		text = colors.ReplaceAllString(text, "")
	}
	if !utf8.ValidString(text) {
		t.Errorf("%s is not UTF-8", name)
	}
	told := map[rune]bool{}
	for _, r := range text {
		mark := r == '\u200e' || r == '\u200f' || r == '\u061c' // which stand in texts of right and turn nothing around
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && !mark || r == '\u2028' || r == '\u2029') && !told[r] {
			told[r] = true
			t.Errorf("%s holds a raw %U", name, r)
		}
	}
}
