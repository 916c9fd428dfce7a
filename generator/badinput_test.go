package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// finding is a line of a case's "want": a file, a line and a column, how severe it is, and its code.
var finding = regexp.MustCompile(`^(.+):([1-9]\d*):([1-9]\d*)(-[1-9]\d*)? (error|warning) ([a-z0-9-]+)$`)

// What authors do wrong is tried in at least 120 cases besides those that are let pass, some of each kind, and each names the
// file, the line, the column and the code of all that is found.
func TestBadInputsAreTried(t *testing.T) {
	kinds := map[string]int{}
	tried := 0
	count := func(name, want string) {
		if want == "" {
			return
		}
		tried++
		for line := range strings.Lines(want) {
			m := finding.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
			if m == nil {
				t.Errorf("%s: %q is no finding at a place", name, line)
				continue
			}
			kinds[kindOf(m[1], m[6])]++
		}
	}
	for _, file := range caseFiles(t) {
		c, _ := readCase(t, file)
		count(c.name, c.want)
	}
	for _, c := range builtCases() {
		count(c.name, c.want)
	}
	if tried < 300 {
		t.Errorf("%d cases", tried)
	}
	for _, kind := range []string{"content", "date", "name", "reference", "markdown", "html", "media", "template", "settings", "type", "data", "yaml", "theme"} {
		if kinds[kind] < 3 {
			t.Errorf("%s: only %d findings", kind, kinds[kind])
		}
	}
	t.Logf("%d cases: %v", tried, kinds)
}

// kindOf is what a finding is about, from its code and its file.
func kindOf(file, code string) string {
	for _, k := range []struct {
		kind  string
		codes []string
	}{
		{"date", []string{"date", "period", "span", "hour", "instant", "year", "time-zone"}}, {"template", []string{"template"}}, {"yaml", []string{"yaml"}},
		{"html", []string{"html", "tag", "active-content", "script", "comment"}}, {"reference", []string{"reference", "link", "no-page", "anchor", "missing-file"}},
		{"media", []string{"image", "picture", "pixel", "photo", "not-what-it-says", "asset", "alt-missing", "broken-file", "unsupported"}},
		{"markdown", []string{"heading", "footnote", "passage", "text-too", "too-complex", "definition", "attribute", "cells", "bidi", "control", "fence", "front-matter"}},
		{"name", []string{"name", "slug", "alias", "collision", "folder", "language"}},
	} {
		if slices.ContainsFunc(k.codes, func(part string) bool { return strings.Contains(code, part) }) {
			return k.kind
		}
	}
	switch {
	case file == "config.yaml":
		return "settings"
	case strings.HasPrefix(file, "content/data/"):
		return "data"
	case strings.Contains(file, "/types/"):
		return "type"
	case strings.HasPrefix(file, "themes/"):
		return "theme"
	}
	return "content"
}
