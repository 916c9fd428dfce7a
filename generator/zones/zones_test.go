package zones

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"
)

// Every zone of the database can be read, and none but those: no folder, no name in other letters, nothing outside.
func TestLoad(t *testing.T) {
	archive, err := zip.NewReader(bytes.NewReader(database), int64(len(database)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		if loc, err := Load(f.Name); !f.FileInfo().IsDir() && (err != nil || loc.String() != f.Name) {
			t.Errorf("%s: %v, %v", f.Name, loc, err)
		}
	}
	for _, name := range []string{"", "Local", "Europe", "Europe/", "europe/stockholm", "Europe/Stokholm", "../Europe/Stockholm", "/etc/localtime"} {
		if loc, err := Load(name); err == nil {
			t.Errorf("there is a zone %q: %v", name, loc)
		}
	}
}

// Summer and winter time are those of Sweden, also long after the last change of the rules that the database holds.
func TestStockholm(t *testing.T) {
	loc, err := Load("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ local, utc string }{
		{"2026-03-29T01:59:00", "2026-03-29T00:59:00Z"},
		{"2026-03-29T03:00:00", "2026-03-29T01:00:00Z"},
		{"2026-10-25T03:00:00", "2026-10-25T02:00:00Z"},
		{"2099-07-01T12:00:00", "2099-07-01T10:00:00Z"},
		{"1979-07-01T12:00:00", "1979-07-01T11:00:00Z"},
	} {
		at, err := time.ParseInLocation("2006-01-02T15:04:05", c.local, loc)
		if got := at.UTC().Format(time.RFC3339); err != nil || got != c.utc {
			t.Errorf("%s is %s, %v; want %s", c.local, got, err, c.utc)
		}
	}
}
