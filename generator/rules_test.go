package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"growthportal/generator/build"
	"growthportal/generator/check"
	"growthportal/generator/diag"
)

// ruleCase is a small site and what one rule of check must say of it, no more and no less. A case in check/testdata is a
// txtar file called after its rule, whose files are put over those of testdata/base.txtar. Where the rule is to find
// something, just that stands in «»: the marks are taken away before anybody reads the file. "want" lists what cannot be
// marked so: findings about whole files, as "file:line:column severity code". Files below public/ stand for the published site,
// and then "want" tells the words of findings as well. A line "config: ..." before the first file is a line more of
// config.yaml. <U+2011> stands for that character.
type ruleCase struct {
	rule      string
	site      fstest.MapFS
	published map[string][]byte
	marks     []string // "file:line:column-endColumn"
	want      []string
}

func readRuleCase(t *testing.T, file string) ruleCase {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := ruleCase{rule: strings.TrimSuffix(filepath.Base(file), ".txtar"), site: baseSite(t), published: map[string][]byte{}}
	for line := range strings.Lines(string(archive.Comment)) {
		if setting, ok := strings.CutPrefix(line, "config: "); ok {
			c.site["config.yaml"].Data = append(c.site["config.yaml"].Data, setting...)
		}
	}
	for _, f := range archive.Files {
		switch {
		case f.Name == "want":
			c.want = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		case strings.HasPrefix(f.Name, "public/"):
			c.published[strings.TrimPrefix(f.Name, "public/")] = f.Data
		default:
			data, marks := unmark(f.Name, unescape(f.Data))
			c.site[f.Name] = &fstest.MapFile{Data: data}
			c.marks = append(c.marks, marks...)
		}
	}
	return c
}

// unmark takes the marks out of a file, and tells where they were.
func unmark(file string, data []byte) (plain []byte, marks []string) {
	var b strings.Builder
	for number, line := range strings.Split(string(data), "\n") {
		if number > 0 {
			b.WriteByte('\n')
		}
		column := 1
		for line != "" {
			before, rest, found := strings.Cut(line, "«")
			b.WriteString(before)
			column += utf8.RuneCountInString(before)
			if !found {
				break
			}
			inside, after, _ := strings.Cut(rest, "»")
			b.WriteString(inside)
			end := column + utf8.RuneCountInString(inside)
			marks = append(marks, fmt.Sprintf("%s:%d:%d-%d", file, number+1, column, end))
			column, line = end, after
		}
	}
	return []byte(b.String()), marks
}

// findings are what check says of the case's site.
func (c ruleCase) findings(t *testing.T) check.Result {
	t.Helper()
	plan, err := build.Make(context.Background(), build.Request{
		Source: c.site, Themes: plainThemes(t), Program: "growthportal test", Jobs: 1,
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 11, 23, 12, 0, 0, 0, loc), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	subject := &check.Subject{
		Config: plan.Config, Documents: plan.Documents, Read: plan.Sources.Read, Now: plan.Now, Told: plan.Diagnostics,
	}
	subject.Settings, _ = check.Settle(plan.Config.Check)
	if subject.Terms, err = check.Terms(func(p string) ([]byte, error) { return fs.ReadFile(c.site, p) }, plan.Config.Languages); err != nil {
		t.Fatal(err)
	}
	if len(c.published) > 0 {
		subject.Built = &check.Built{Base: plan.Config.URL}
		for _, name := range slices.Sorted(maps.Keys(c.published)) {
			subject.Built.Take(name, "config.yaml", c.published[name])
		}
	}
	result, err := check.Run(subject)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Every rule finds what its data marks, at the very words, and nothing else.
func TestRules(t *testing.T) {
	for _, file := range ruleCases(t) {
		c := readRuleCase(t, file)
		t.Run(c.rule, func(t *testing.T) {
			t.Parallel()
			r := ruleOf(t, c.rule)
			var marked, told []string
			var mine []diag.Diagnostic
			for _, d := range c.findings(t).Findings {
				if !slices.Contains(r.Codes, d.Code) {
					continue
				}
				mine = append(mine, d)
				at := fmt.Sprintf("%s:%d:%d", d.File, d.Line, d.Column)
				switch {
				case len(c.published) > 0:
					told = append(told, strings.Join(append([]string{at, d.Severity.String(), string(d.Code)}, d.Args...), " "))
				case d.EndColumn == 0:
					told = append(told, fmt.Sprintf("%s %s %s", at, d.Severity, d.Code))
				default:
					marked = append(marked, fmt.Sprintf("%s-%d", at, d.EndColumn))
				}
			}
			for _, code := range r.Codes {
				if !slices.ContainsFunc(mine, func(d diag.Diagnostic) bool { return d.Code == code }) {
					t.Errorf("nothing provokes %s", code)
				}
			}
			slices.Sort(c.marks)
			slices.Sort(marked)
			slices.Sort(told)
			if d := cmp.Diff(c.marks, slices.Compact(marked)); d != "" {
				t.Error("marked and found:", d)
			}
			if d := cmp.Diff(c.want, told); d != "" {
				t.Error("wanted and told:", d)
			}
			checkWords(t, mine)
		})
	}
}

// Every rule has data to be tested with, and all data is a rule's. What tries other sites is tested beside itself.
func TestEveryRuleHasACase(t *testing.T) {
	cases := map[string]bool{}
	for _, file := range ruleCases(t) {
		cases[strings.TrimSuffix(filepath.Base(file), ".txtar")] = true
	}
	for _, r := range check.Rules() {
		if !cases[r.Name()] && r.Name() != string(diag.ExternalLink) {
			t.Errorf("%s has no case", r.Name())
		}
		delete(cases, r.Name())
	}
	for name := range cases {
		t.Errorf("%s is called after no rule", name)
	}
}

func ruleCases(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("check/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	return files
}

func ruleOf(t *testing.T, name string) check.Rule {
	t.Helper()
	for _, r := range check.Rules() {
		if r.Name() == name {
			return r
		}
	}
	t.Fatalf("there is no rule %s", path.Base(name))
	return check.Rule{}
}
