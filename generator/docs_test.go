package main_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"growthportal/generator/check"
	"growthportal/generator/locale"
	"growthportal/generator/read/config"
)

// codeBlock is a fenced block of a document: what its opening line says, and its text.
type codeBlock struct {
	info, text string
	line       int // of the opening fence
}

// codeBlocks finds the fenced blocks of a document.
func codeBlocks(t *testing.T, file string) []codeBlock {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []codeBlock
	fence := ""
	for i, line := range strings.Split(string(content), "\n") {
		ticks := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		switch {
		case fence == "" && len(ticks) >= 3:
			fence = ticks
			blocks = append(blocks, codeBlock{info: strings.TrimSpace(line[len(ticks):]), line: i + 1})
		case fence != "" && line == fence:
			fence = ""
		case fence != "":
			blocks[len(blocks)-1].text += line + "\n"
		}
	}
	if fence != "" {
		t.Errorf("%s: a block is not closed", file)
	}
	return blocks
}

// Every example in docs/config.md is sound as it stands, once the two required keys are there.
func TestConfigExamples(t *testing.T) {
	examples := 0
	for _, b := range codeBlocks(t, "../docs/config.md") {
		if b.info != "yaml" {
			continue
		}
		examples++
		src := b.text
		for _, required := range []string{"url: https://example.se/\n", "title: Portalen\n", "languages: [sv, en]\n"} {
			key, _, _ := strings.Cut(required, ":")
			if !strings.HasPrefix(src, key+":") && !strings.Contains(src, "\n"+key+":") {
				src = required + src
			}
		}
		cfg, diags := config.Parse("config.yaml", []byte(src))
		if cfg != nil {
			_, faults := check.Settle(cfg.Check)
			diags = append(diags, faults...)
		}
		if len(diags) > 0 {
			for _, d := range diags {
				t.Errorf("docs/config.md, the example at line %d: %d: %s", b.line, d.Line, d.Message(locale.English))
			}
		}
	}
	if examples < 10 {
		t.Errorf("only %d examples", examples)
	}
}

// Every setting has a section in docs/config.md, and every section is a setting.
func TestConfigKeysAreDocumented(t *testing.T) {
	content, err := os.ReadFile("../docs/config.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]bool{}
	for line := range strings.Lines(string(content)) {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			sections[strings.TrimSpace(name)] = true
		}
	}
	for name := range sections {
		_, diags := config.Parse("config.yaml", []byte(name+":\n"))
		for _, d := range diags {
			if d.Code == "unknown-key" {
				t.Errorf("docs/config.md has a section on %q, which is no setting", name)
			}
		}
	}
	called := map[string]string{"Location": "timezone", "Zone": "timezone", "FreeTopics": "topics", "ThemePlace": "theme"}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[config.Config]()) {
		name := strings.ToLower(f.Name)
		if other, ok := called[f.Name]; ok {
			name = other
		}
		if !sections[name] {
			t.Errorf("docs/config.md has no section on %q", name)
		}
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[config.Budgets]()) {
		if !strings.Contains(string(content), "| `"+strings.ToLower(f.Name)+"` |") {
			t.Errorf("docs/config.md does not tell of the budget %q", f.Name)
		}
	}
}

// Every library that the program or its tests import by themselves has a row in the decision on libraries, and only
// those have.
func TestLibrariesAreListed(t *testing.T) {
	decision, err := os.ReadFile("../docs/decisions/0009-libraries.md")
	if err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	required := map[string]bool{}
	for line := range strings.Lines(string(module)) {
		fields := strings.Fields(line)
		switch {
		case len(fields) > 1 && fields[0] == "tool":
			required[strings.Split(fields[1], "/cmd/")[0]] = true
		case len(fields) == 2 && strings.HasPrefix(line, "\t"):
			required[fields[0]] = true
		}
	}
	listed := map[string]bool{}
	for line := range strings.Lines(string(decision)) {
		if cells := strings.Split(line, "|"); len(cells) == 5 && strings.Contains(cells[1], "/") {
			listed[strings.TrimSpace(cells[1])] = true
		}
	}
	for name := range required {
		if !listed[name] {
			t.Errorf("%s has no row", name)
		}
	}
	for name := range listed {
		if !required[name] {
			t.Errorf("%s has a row and is not required", name)
		}
	}
}

// mdLink finds the links of a Markdown document, and mdHeading its headings.
var (
	mdLink    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	mdHeading = regexp.MustCompile(`(?m)^#{1,6} +(.*)$`)
)

// What the manuals lead to is there: files, folders, and headings under the names that GitHub gives them.
func TestManualsLeadSomewhere(t *testing.T) {
	files := []string{"../README.md", "../CHANGELOG.md", "../themes/portal/README.md"}
	for _, pattern := range []string{"../docs/*.md", "../docs/*/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	// Made from the catalogue: what looks like links in it are examples.
	files = slices.DeleteFunc(files, func(name string) bool {
		return filepath.Base(name) == "diagnostics.md" || filepath.Base(name) == "checks.md"
	})
	links := 0
	for _, file := range files {
		for _, m := range mdLink.FindAllStringSubmatch(prose(t, file), -1) {
			target, fragment, _ := strings.Cut(m[1], "#")
			if strings.Contains(target, ":") {
				continue
			}
			links++
			to := filepath.Join(filepath.Dir(file), filepath.FromSlash(target))
			if target == "" {
				to = file
			}
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s leads to %s, which is not there", file, m[1])
			} else if fragment != "" && !slices.Contains(headingNames(prose(t, to)), fragment) {
				t.Errorf("%s leads to %s, which has no such heading", file, m[1])
			}
		}
	}
	if links < 40 {
		t.Errorf("only %d links", links)
	}
}

// prose is a document without its blocks of code, and without code in running text.
func prose(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, b := range codeBlocks(t, file) {
		text = strings.Replace(text, b.text, "", 1)
	}
	return regexp.MustCompile("`[^`\n]+`").ReplaceAllStringFunc(text, func(code string) string {
		if strings.Contains(code, "](") {
			return ""
		}
		return code
	})
}

// headingNames are the anchors that GitHub makes of headings: small letters, digits, hyphens for spaces.
func headingNames(text string) []string {
	var names []string
	for _, m := range mdHeading.FindAllStringSubmatch(text, -1) {
		names = append(names, strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, m[1]))
	}
	return names
}
