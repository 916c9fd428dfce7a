package main_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lessons are the steps of docs/themes.md: the sections whose examples are put over those before, and what a page then says.
var lessons = []struct {
	sections []string
	page     string
	says     []string
}{
	{[]string{"Change the colours"}, "assets/site.*.css", []string{"--brand-primary:#7a1f3d"}},
	{[]string{"Override one part"}, "index.html", []string{"Vi bygger vidare.", "kommunen@example.se", "Nytt"}},
	{
		[]string{"Add a layout", "Add a type of content", "Sizes of pictures", "Ask for lists"}, "kungorelser/2026/detaljplan-kvarnasen/index.html",
		[]string{"Vi bygger vidare.", "Kan överklagas till och med", `datetime="2026-12-11"`, "KS 2026/0123"},
	},
	{[]string{"Use a trait"}, "samrad/index.html", []string{"På gång", "Samråd om Kvarnåsen", `datetime="2026-12-09T18:00`, "kl. 18–20"}},
	{nil, "samrad/samrad-kvarnasen/index.html", []string{"Kommunhuset", `"@type":"Event"`, "Kim Exempel"}},
}

// The theme that docs/themes.md makes step by step is sound at every step, and does what the manual says.
func TestThemeLessons(t *testing.T) {
	dir := newSite(t)
	for _, l := range lessons {
		if n := placeLesson(t, dir, l.sections); n == 0 && l.sections != nil {
			t.Fatalf("docs/themes.md has no examples under %q", l.sections)
		}
		buildQuietly(t, dir)
		found, err := filepath.Glob(filepath.Join(dir, "public", filepath.FromSlash(l.page)))
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v %v", l.page, found, err)
		}
		page, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(page), "\u00a0", " ")
		for _, want := range l.says {
			if !strings.Contains(text, want) {
				t.Errorf("after %q, %s does not say %q", l.sections, l.page, want)
			}
		}
	}
	placeLesson(t, dir, []string{"Look at samples"})
	checkLessonSamples(t, os.DirFS(dir))
}

// checkLessonSamples: the theme's own samples are shown beside portal's.
func checkLessonSamples(t *testing.T, site fs.FS) {
	own := 0
	for _, file := range writeSamples(t, site) {
		if filepath.Base(filepath.Dir(filepath.Dir(file))) == "notice" {
			own++
			checkSample(t, file)
		}
	}
	if own != 2 {
		t.Errorf("%d samples of the theme's own layout", own)
	}
}

// The manual shows what is said of a mistake in a template as the program says it.
func TestThemeMistake(t *testing.T) {
	dir := newSite(t)
	placeLesson(t, dir, []string{"Override one part", "Add a layout", "Add a type of content", "Ask for lists"})
	layout := filepath.Join(dir, "themes", "ours", "layouts", "notice.html")
	text, err := os.ReadFile(layout)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("<div class=\"text\">\n"), []byte("<img src=\"{{.Item.Image.Src}}\" alt=\"\">\n<div class=\"text\">\n"), 1)
	if err := os.WriteFile(layout, text, 0o644); err != nil {
		t.Fatal(err)
	}
	out, _ := run("build", "--source", dir)
	manual, err := os.ReadFile("../docs/themes.md")
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(out, "\n")
	if !strings.Contains(line, "[template-nothing]") || !strings.Contains(string(manual), "    "+line+"\n") {
		t.Errorf("docs/themes.md does not show what the program says:\n%s", out)
	}
}

// placeLesson writes the examples of some sections of docs/themes.md, and tells how many there were. One for config.yaml is
// put into what is there: its keys take the place of those of the same name, and its collections are added.
func placeLesson(t *testing.T, dir string, sections []string) (n int) {
	t.Helper()
	content, err := os.ReadFile("../docs/themes.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(content), "\n")
	for _, b := range codeBlocks(t, "../docs/themes.md") {
		_, name, ok := strings.Cut(b.info, " ")
		if !ok || !under(lines[:b.line], sections) || strings.HasPrefix(name, "themes/warm/") {
			continue
		}
		n++
		if name == "config.yaml" {
			settle(t, filepath.Join(dir, name), b.text)
		} else {
			writeFile(t, dir, name, append(before(dir, name), strings.TrimPrefix(b.text, begun(dir, name))...))
		}
	}
	return n
}

// before is what a theme.yaml holds already: the manual shows one key of it at a time. Any other file is written anew.
func before(dir, name string) []byte {
	if filepath.Base(name) != "theme.yaml" {
		return nil
	}
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return nil
	}
	return content
}

// begun is the line that a theme.yaml need not have twice.
func begun(dir, name string) string {
	if before(dir, name) == nil {
		return ""
	}
	return "extends: portal\n"
}

// under tells whether the last heading of the second level is one of some.
func under(lines, sections []string) bool {
	last := ""
	for _, line := range lines {
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			last = heading
		}
	}
	for _, s := range sections {
		if s == last {
			return true
		}
	}
	return false
}

// settle puts settings into a config.yaml.
func settle(t *testing.T, file, settings string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	config := string(content)
	if added, ok := strings.CutPrefix(settings, "collections:\n"); ok {
		config = strings.Replace(config, "collections:\n", "collections:\n"+added, 1)
	} else {
		key, _, _ := strings.Cut(settings, ":")
		var kept []string
		for line := range strings.Lines(config) {
			if !strings.HasPrefix(line, key+":") {
				kept = append(kept, line)
			}
		}
		config = strings.Join(kept, "") + settings
	}
	if err := os.WriteFile(file, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
}
