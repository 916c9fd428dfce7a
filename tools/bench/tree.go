package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
)

// made is what stands in public/ after a build.
type made struct {
	pages int   // HTML files that are not redirects, which Hugo writes to each first page of a list
	files int   // all files
	bytes int64 // of all files
}

// look counts what a build has made.
func look(public string) (made, error) {
	var m made
	err := filepath.WalkDir(public, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		m.files++
		m.bytes += info.Size()
		if filepath.Ext(name) != ".html" {
			return nil
		}
		redirects, err := isRedirect(name)
		if !redirects {
			m.pages++
		}
		return err
	})
	return m, err
}

func isRedirect(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 1024))
	return bytes.Contains(head, []byte(`http-equiv="refresh"`)), err
}

// How far two outputs may be apart and still be called equal.
const (
	apartPages = 0.02
	apartBytes = 0.05
)

// alike says what is wrong with calling two outputs equal.
func alike(ours, theirs made) error {
	if d := apart(float64(ours.pages), float64(theirs.pages)); d > apartPages {
		return fmt.Errorf("%d pages and %d are %.1f %% apart", ours.pages, theirs.pages, 100*d)
	}
	if d := apart(float64(ours.bytes), float64(theirs.bytes)); d > apartBytes {
		return fmt.Errorf("%d bytes and %d are %.1f %% apart", ours.bytes, theirs.bytes, 100*d)
	}
	return nil
}

func apart(a, b float64) float64 { return math.Abs(a-b) / max(a, b, 1) }
