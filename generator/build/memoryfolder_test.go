package build

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What stands in the memory's place and is no memory is refused before it is opened, so that a repository cannot make
// the program write through a link, or wait for a pipe.
func TestMemoryFolderRefuses(t *testing.T) {
	outside := t.TempDir()
	link := func(name, to string) func(string) error {
		return func(site string) error { return os.Symlink(to, filepath.Join(site, name)) }
	}
	for _, tt := range []struct {
		name  string
		place func(site string) error
		at    string // what the error names; "" for no error
	}{
		{"nothing", func(string) error { return nil }, ""},
		{"a folder", func(site string) error { return os.Mkdir(filepath.Join(site, ".growthportal"), 0o700) }, ""},
		{"a file", func(site string) error { return os.WriteFile(filepath.Join(site, ".growthportal"), nil, 0o600) }, ".growthportal"},
		{"a link to a folder", link(".growthportal", outside), ".growthportal"},
		{"a link to nowhere", link(".growthportal", filepath.Join(outside, "none")), ".growthportal"},
		{"a link to a file", inMemory(link("memory", "/etc/hostname")), ".growthportal/memory"},
		{"a lock that is a link", inMemory(link("lock", filepath.Join(outside, "lock"))), ".growthportal/lock"},
		{"a memory that is a folder", inMemory(func(folder string) error { return os.Mkdir(filepath.Join(folder, "memory"), 0o700) }), ".growthportal/memory"},
	} {
		site := t.TempDir()
		if err := tt.place(site); err != nil {
			t.Skip(err) // links need a right on Windows
		}
		_, err := MemoryFolder(site)
		_, recalled := Recall(site, "", "test", false)
		for _, err := range []error{err, recalled} {
			var odd *MemoryError
			switch {
			case tt.at == "" && err != nil:
				t.Errorf("%s: %v", tt.name, err)
			case tt.at != "" && (!errors.As(err, &odd) || odd.Path != filepath.Join(site, filepath.FromSlash(tt.at))):
				t.Errorf("%s: got %v, want it to name %s", tt.name, err, tt.at)
			}
		}
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("something was made outside: %v", left)
	}
}

// inMemory puts something into the memory's folder.
func inMemory(place func(folder string) error) func(string) error {
	return func(site string) error {
		folder := filepath.Join(site, ".growthportal")
		if err := os.Mkdir(folder, 0o700); err != nil {
			return err
		}
		return place(folder)
	}
}
