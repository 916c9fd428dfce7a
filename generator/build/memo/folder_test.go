package memo

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What stands in the memory's place and is no memory is refused before it is opened, so that a repository cannot make
// the program write through a link, or wait for a pipe.
func TestFolderRefusesStrangers(t *testing.T) {
	outside := t.TempDir()
	link := func(to string) func(string) error {
		return func(place string) error { return os.Symlink(to, place) }
	}
	file := func(place string) error { return os.WriteFile(place, nil, 0o600) }
	folder := func(place string) error { return os.Mkdir(place, 0o700) }
	inside := func(name string, make func(string) error) func(string) error {
		return func(place string) error { return errors.Join(folder(place), make(filepath.Join(place, name))) }
	}
	for _, tt := range []struct {
		name  string
		place func(dir string) error
		odd   string // what the error names, below the folder's own; "-" for no error
	}{
		{"nothing", func(string) error { return nil }, "-"},
		{"a folder", folder, "-"},
		{"a memory", inside("memory", file), "-"},
		{"a file", file, ""},
		{"a link to a folder", link(outside), ""},
		{"a link to nowhere", link(filepath.Join(outside, "none")), ""},
		{"a memory that is a link", inside("memory", link("/etc/hostname")), "memory"},
		{"a lock that is a link", inside("lock", link(filepath.Join(outside, "lock"))), "lock"},
		{"a memory that is a folder", inside("memory", folder), "memory"},
	} {
		dir := filepath.Join(t.TempDir(), ".growthportal")
		if err := tt.place(dir); err != nil {
			t.Skip(err) // links need a right on Windows
		}
		var odd *StrangerError
		switch err := MakeFolder(dir); {
		case tt.odd == "-" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.odd != "-" && (!errors.As(err, &odd) || odd.Path != filepath.Join(dir, tt.odd)):
			t.Errorf("%s: got %v, want it to name %s", tt.name, err, tt.odd)
		}
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("something was made outside: %v", left)
	}
}
