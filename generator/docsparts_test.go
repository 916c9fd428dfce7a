package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"growthportal/themes"
)

// themesManual is the manual for theme authors.
const themesManual = "../docs/themes.md"

// firstComment is the comment at the top of a template.
var firstComment = regexp.MustCompile(`(?s)^\{\{-? /\* (.*?) \*/ -?\}\}`)

// The manual lists every layout and part of portal with the comment at its top, which tells what it is called with.
func TestManualTellsOfEveryPart(t *testing.T) {
	const begin = "<!-- parts: made from themes/portal by go test ./generator -run TestManualTellsOfEveryPart -update -->\n"
	const end = "<!-- parts end -->\n"
	content, err := os.ReadFile(themesManual)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(content), begin)
	committed, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("docs/themes.md has no place for the list")
	}
	list := partsTable(t, "layouts") + "\n" + partsTable(t, "parts")
	if *update {
		if err := os.WriteFile(themesManual, []byte(before+begin+list+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if committed != list {
		t.Error("the list in docs/themes.md differs from the theme; run: go test ./generator -run TestManualTellsOfEveryPart -update")
	}
}

// partsTable lists the templates of a folder of portal.
func partsTable(t *testing.T, folder string) string {
	table := "| " + strings.TrimSuffix(folder, "s") + " | |\n| --- | --- |\n"
	entries, err := fs.ReadDir(themes.FS(), "portal/"+folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		content, err := fs.ReadFile(themes.FS(), path.Join("portal", folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		m := firstComment.FindSubmatch(content)
		if m == nil {
			t.Errorf("%s/%s does not begin with a comment that says what it is", folder, e.Name())
			continue
		}
		words := strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(strings.Join(strings.Fields(string(m[1])), " "))
		table += fmt.Sprintf("| `%s` | %s |\n", strings.TrimSuffix(e.Name(), ".html"), words)
	}
	return table
}
