package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// The marks in a document between which the figures stand.
const (
	recordBegins = "<!-- figures: made by go run ./tools/bench -record -->\n"
	recordEnds   = "<!-- figures end -->\n"
)

// record puts the figures into a document, in the place of those that are there.
func record(name, figures string) error {
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	text, err := recorded(string(old), figures)
	if err != nil {
		return fmt.Errorf("writing the figures into %s: %w", name, err)
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

func recorded(text, figures string) (string, error) {
	before, rest, ok := strings.Cut(text, recordBegins)
	_, after, ends := strings.Cut(rest, recordEnds)
	if !ok || !ends {
		return "", errors.New("the marks are not there")
	}
	return before + recordBegins + "\n" + strings.TrimSpace(figures) + "\n\n" + recordEnds + after, nil
}
