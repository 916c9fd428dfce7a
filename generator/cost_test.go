package main_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// An edit changes what it must and nothing else: what docs/architecture.md promises under "What one edit touches".
func TestEditsTouchLittle(t *testing.T) {
	const address = "https://tillvaxt.example.se/"
	const old = "content/press/2019-10-07-en-vag-in.md"
	before := publish(t, copySite(t, nil), address)
	tests := []struct {
		name   string
		edit   func(dir string)
		must   []string               // files that change
		may    func(file string) bool // others that may change as well
		atMost int                    // so many of those
	}{
		{
			name: "a word in an old release",
			edit: func(dir string) { appendTo(t, dir, old, "Ett ord till.\n") },
			must: []string{"pressmeddelanden/2019/en-vag-in/index.html"},
			may:  func(file string) bool { return strings.HasSuffix(file, "/atom.xml") }, atMost: 6,
		},
		{
			name: "a new release",
			edit: func(dir string) {
				writeFile(t, dir, "content/press/2026-11-22-ny.md", []byte("---\ntitle: Ny\n---\nHej.\n"))
			},
			must: []string{
				"index.html", "atom.xml", "pressmeddelanden/index.html", "pressmeddelanden/2026/ny/index.html",
				"pressmeddelanden/2026/index.html", "sitemap-press-2026.xml",
			},
			may: func(file string) bool { return !olderItems.MatchString(file) && !strings.HasPrefix(file, "en/") }, atMost: 20,
		},
		{
			name: "a comment for oneself",
			edit: func(dir string) { appendTo(t, dir, old, "\n<!-- Att göra. -->\n") },
			may:  func(string) bool { return false },
		},
		{
			name: "a budget",
			edit: func(dir string) { appendTo(t, dir, "config.yaml", "\nbudgets: {page: 900 kB}\n") },
			may:  func(string) bool { return false },
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := copySite(t, nil)
			test.edit(dir)
			changed := differing(before, publish(t, dir, address))
			for _, file := range test.must {
				if !slices.Contains(changed, file) {
					t.Errorf("%s does not change", file)
				}
			}
			for _, file := range changed {
				if !slices.Contains(test.must, file) && !test.may(file) {
					t.Errorf("%s changes", file)
				}
			}
			if len(changed) > len(test.must)+test.atMost {
				t.Errorf("%d files change: %v", len(changed), changed)
			}
		})
	}
}

// differing are the files that two sites do not have in common.
func differing(a, b *portal) []string {
	all := maps.Clone(a.files)
	maps.Copy(all, b.files)
	var list []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		was, before := a.files[name]
		is, after := b.files[name]
		if before != after || !bytes.Equal(was, is) {
			list = append(list, name)
		}
	}
	return list
}

func appendTo(t *testing.T, dir, name, text string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, dir, name, append(content, text...))
}
