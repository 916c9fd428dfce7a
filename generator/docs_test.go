package main_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

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
		if _, diags := config.Parse("config.yaml", []byte(src)); len(diags) > 0 {
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
