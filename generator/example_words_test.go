package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"growthportal/generator/cli"
	"growthportal/themes"
)

// exampleFiles lists what the second municipality's portal publishes.
const exampleFiles = "testdata/example.files"

// What the second municipality's portal publishes stands where it stood before.
func TestExampleFiles(t *testing.T) {
	got := slices.Sorted(maps.Keys(publishedExample(t)))
	if *update {
		if err := os.WriteFile(exampleFiles, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(exampleFiles)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Fields(string(want)), got); d != "" {
		t.Errorf("the files (-committed +now):\n%s", d)
	}
}

// Every word of the second municipality's portal is spelled as the dictionaries have it, but for the invented names.
func TestExampleSpelling(t *testing.T) {
	files := publishedExample(t)
	names := []string{
		"Agnes", "Banvallen", "Banvägen", "Hed", "Hedlund", "Hedvallen", "Hedvallens", "Hedvägen", "Lindvall", "Norra", "Otto",
	}
	for dictionary, lang := range map[string]string{"sv_SE": "sv", "en_GB": "en"} {
		words := map[string]string{}
		for name, content := range files {
			doc, err := goquery.NewDocumentFromReader(strings.NewReader(content))
			if err != nil || !strings.HasSuffix(name, ".html") || doc.Find("html").AttrOr("lang", "") != lang {
				continue
			}
			for _, text := range spellingTexts(doc) {
				text = noSpellingWord.ReplaceAllString(strings.ReplaceAll(text, "\u00ad", ""), " ")
				for _, word := range spellingWord.FindAllString(text, -1) {
					if !slices.Contains(names, word) {
						words[strings.ReplaceAll(word, "’", "'")] = name
					}
				}
			}
		}
		if len(words) < 100 {
			t.Fatalf("only %d words", len(words))
		}
		for _, word := range misspelled(t, dictionary, slices.Sorted(maps.Keys(words))) {
			t.Errorf("%s: %q", words[word], word)
		}
	}
}

// publishedExample builds the second municipality's portal.
func publishedExample(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "site"), os.DirFS("testdata/example")); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	status := cli.Run(cli.Env{
		Args:   []string{"build", "--source", filepath.Join(dir, "site"), "--now", "2026-11-23", "--strict"},
		Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Clock: time.Now, Themes: themes.FS(),
	})
	if status != 0 {
		t.Fatalf("status %d: %s", status, said.String())
	}
	return published(t, filepath.Join(dir, "site", "public"))
}
