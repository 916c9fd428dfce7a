// Package zones knows the time zones of the world, from a database of its own.
//
// [time.LoadLocation] asks the machine first, and takes what is part of the program only where the machine has nothing; the
// machine may have an older database, or be told of another by ZONEINFO. A site would then differ from one machine to the
// next. Here nobody is asked.
package zones

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"time"
)

// database is the IANA Time Zone Database (https://www.iana.org/time-zones, in the public domain), compiled and packed as Go
// distributes it in lib/time: a TZif file (RFC 8536) for each zone, by its name.
//
//go:generate sh -c "cp \"$(go env GOROOT)/lib/time/zoneinfo.zip\" zoneinfo.zip"
//go:embed zoneinfo.zip
var database []byte

// Load gives the zone of a name such as "Europe/Stockholm", just as it is written there. The error says that there is none.
func Load(name string) (*time.Location, error) {
	archive, err := zip.NewReader(bytes.NewReader(database), int64(len(database)))
	if err != nil {
		panic(fmt.Sprintf("zones: the program's own database: %v", err))
	}
	for _, f := range archive.File {
		if f.Name == name && !f.FileInfo().IsDir() {
			return location(f), nil
		}
	}
	return nil, fmt.Errorf("there is no time zone %q", name)
}

// location reads one zone.
func location(f *zip.File) *time.Location {
	content, err := f.Open()
	if err != nil {
		panic(fmt.Sprintf("zones: %s: %v", f.Name, err))
	}
	defer content.Close()
	rules, err := io.ReadAll(content)
	if err != nil {
		panic(fmt.Sprintf("zones: %s: %v", f.Name, err))
	}
	loc, err := time.LoadLocationFromTZData(f.Name, rules)
	if err != nil {
		panic(fmt.Sprintf("zones: %s: %v", f.Name, err))
	}
	return loc
}
