package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/cli"
	"growthportal/themes"
)

// A small site is published byte for byte as it stands in testdata/golden/public; "go test ./generator -update" writes it
// anew, and "git diff" tells what has become of it. The theme's style sheets, scripts and fonts are left out, since they
// stand in the theme; so are their hashes in addresses, and the list of what is ours, which holds hashes alone.
func TestGolden(t *testing.T) {
	dir, golden := t.TempDir(), filepath.Join("testdata", "golden", "public")
	if err := os.CopyFS(filepath.Join(dir, "site"), os.DirFS("testdata/golden/site")); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	status := cli.Run(cli.Env{
		Args:   []string{"build", "--source", filepath.Join(dir, "site"), "--destination", filepath.Join(dir, "public"), "--now", "2026-11-23", "--strict"},
		Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Clock: time.Now, Themes: themes.FS(),
	})
	if status != 0 {
		t.Fatalf("status %d: %s", status, said.String())
	}
	got := published(t, filepath.Join(dir, "public"))
	if *update {
		writePublished(t, golden, got)
	}
	want := published(t, golden)
	if d := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); d != "" {
		t.Errorf("the files (-golden +now):\n%s", d)
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if d := cmp.Diff(strings.Split(want[name], "\n"), strings.Split(got[name], "\n")); d != "" {
			t.Errorf("%s (-golden +now):\n%s", name, d)
		}
	}
}

var fingerprint = regexp.MustCompile(`(/assets/[a-z0-9/_-]+)\.[0-9a-f]{16}\.`)

// published are the files of a published site by their paths.
func published(t *testing.T, dir string) map[string]string {
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "assets/") || name == ".manifest" {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = fingerprint.ReplaceAllString(string(content), "$1.HASH.")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func writePublished(t *testing.T, dir string, files map[string]string) {
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
