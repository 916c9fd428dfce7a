package media

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func entries(content []byte) (names []string, err error) {
	err = walkZip(content, func(e zipEntry) { names = append(names, e.name) })
	return names, err
}

func TestWalkZipListsWhatAnArchiveHolds(t *testing.T) {
	var commented bytes.Buffer
	z := zip.NewWriter(&commented)
	must(z.Create("a"))
	if err := z.SetComment("PK\x05\x06 looks like the end of a directory, but is none"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name    string
		content []byte
		want    []string
	}{
		{"two", zipOf("a=hej", "b/c=hopp"), []string{"a", "b/c"}},
		{"none", zipOf(), nil},
		{"behind a program that unpacks it", append([]byte("MZ program"), zipOf("a=hej", "b")...), []string{"a", "b"}},
		{"with a comment", commented.Bytes(), []string{"a"}},
	}
	for _, tt := range tests {
		got, err := entries(tt.content)
		if d := cmp.Diff(tt.want, got); d != "" || err != nil {
			t.Errorf("%s: %v %s", tt.name, err, d)
		}
	}
}

// TestWalkZipOfManyFiles has more files than the plain record at the end can count.
func TestWalkZipOfManyFiles(t *testing.T) {
	var names []string
	for i := range 70_000 {
		names = append(names, fmt.Sprint(i))
	}
	got, err := entries(zipOf(names...))
	if err != nil || !cmp.Equal(got, names) {
		t.Errorf("%d files, %v", len(got), err)
	}
}

func TestCutOffArchivesAreFound(t *testing.T) {
	content := zipOf("a=hej", "b=hopp")
	for n := range content {
		if _, err := entries(content[:n]); err == nil {
			t.Errorf("nothing said of the first %d of %d bytes", n, len(content))
		}
	}
}
