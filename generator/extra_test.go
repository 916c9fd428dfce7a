package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Nothing of what authors write vanishes, where keys are let in that nobody has declared: the page shows each value
// under its name, however deep it stands.
func TestUndeclaredKeysAreShown(t *testing.T) {
	dir := newSite(t)
	config, err := os.ReadFile(filepath.Join(dir, "config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, dir, "config.yaml", []byte(strings.Replace(string(config), "type: press-release\n", "type: press-release\n    extra: allow\n", 1)))
	writeFile(t, dir, "content/press/2026-11-20-import.md", []byte(
		"---\ntitle: Import\nbyline: Anna Ek\nlayout: {columns: 2, inner: {width: bred}}\nkeywords: [vatten, el]\n---\nText.\n"))
	buildQuietly(t, dir)
	page, err := os.ReadFile(filepath.Join(dir, "public", "pressmeddelanden", "2026", "import", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"byline", "Anna Ek", "layout", "columns", "inner", "width", "bred", "keywords", "vatten", "el"} {
		if !strings.Contains(string(page), ">"+word+"<") {
			t.Errorf("%q is not on the page", word)
		}
	}
}
