package source

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A list with the named files looked at anew is the list that a scan gives, or there is none.
func TestAgain(t *testing.T) {
	const decomposed = "content/a\u030a.md"
	tests := []struct {
		name  string
		edit  func(fsys fstest.MapFS)
		named []string
		ok    bool
	}{
		{"another text", func(fsys fstest.MapFS) { fsys["content/a.md"] = &fstest.MapFile{Data: []byte("longer")} }, []string{"content/a.md", "content/b.md"}, true},
		{"in its own spelling", func(fsys fstest.MapFS) { fsys[decomposed] = &fstest.MapFile{Data: []byte("longer")} }, []string{decomposed}, true},
		{"in another spelling", func(fstest.MapFS) {}, []string{"content/\u00e5.md"}, false},
		{"nothing that is there", func(fstest.MapFS) {}, []string{"content/4913", "content/.a.md.swp"}, true},
		{"a new file", func(fsys fstest.MapFS) { fsys["content/c.md"] = &fstest.MapFile{} }, []string{"content/c.md"}, false},
		{"a file that went", func(fsys fstest.MapFS) { delete(fsys, "content/a.md") }, []string{"content/a.md"}, false},
		{"a folder", func(fstest.MapFS) {}, []string{"content"}, false},
		{"a folder that went", func(fsys fstest.MapFS) { delete(fsys, "content/om/x.md") }, []string{"content/om"}, false},
		{"a folder in a file's place", func(fsys fstest.MapFS) { fsys["content/a.md"] = &fstest.MapFile{Mode: fs.ModeDir | 0o755} }, []string{"content/a.md"}, false},
		{"a link in a file's place", func(fsys fstest.MapFS) { fsys["content/a.md"] = &fstest.MapFile{Mode: fs.ModeSymlink | 0o777} }, []string{"content/a.md"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fsys := tree("config.yaml", "content/a.md", "content/b.md", decomposed, "content/om/x.md")
			snap, _ := scan(t, fsys)
			test.edit(fsys)
			got, ok := snap.Again(fsys, test.named)
			if ok != test.ok {
				t.Fatalf("enough: %v, want %v", ok, test.ok)
			}
			if !ok {
				return
			}
			want, _ := scan(t, fsys)
			if d := cmp.Diff(want.files, got.files, cmp.AllowUnexported(File{})); d != "" {
				t.Error(d)
			}
			for _, f := range want.files {
				a, _ := want.Digest(f.Path)
				if b, err := got.Digest(f.Path); err != nil || a != b {
					t.Errorf("%s is read as something else, %v", f.Path, err)
				}
			}
		})
	}
}
