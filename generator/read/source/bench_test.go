package source

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkScan lists 10,000 files in 1,000 folders on disk.
func BenchmarkScan(b *testing.B) {
	dir := b.TempDir()
	for i := range 1000 {
		folder := filepath.Join(dir, "content", "press", fmt.Sprint(2000+i%25), fmt.Sprintf("%04d-namn", i))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		for j := range 10 {
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("bild-%d.jpg", j)), nil, 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	for b.Loop() {
		snap, _, err := Scan(root.FS(), []string{"content"})
		if err != nil || len(snap.Files(".")) != 10_000 {
			b.Fatal(err)
		}
	}
}
