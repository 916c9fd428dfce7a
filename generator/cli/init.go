package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"growthportal/generator/locale"
)

// skeleton is what a new site begins with. "DATE" in a name stands for the day on which it is made, and "gitignore" for
// the file of that name with a dot.
//
//go:embed all:skeleton
var skeleton embed.FS

type initCommand struct {
	Dir string `arg:"" help:"${dir}" placeholder:"DIR"`
}

// Run writes a new site into a folder that does not exist yet, or is empty.
func (c *initCommand) Run(s *session) error {
	if err := refuseFull(s, c.Dir); err != nil {
		return err
	}
	day := locale.DateOf(s.Clock()).String()
	files, err := fs.Sub(skeleton, "skeleton")
	if err != nil {
		return fmt.Errorf("opening the new site's files: %w", err)
	}
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if name == "config.yaml" && s.lang == locale.English {
			content = append(content, "messages: en\n"...)
		}
		return place(filepath.Join(c.Dir, filepath.FromSlash(newName(name, day))), content)
	})
	if err != nil {
		return fmt.Errorf("making the new site: %w", err)
	}
	if err := place(filepath.Join(c.Dir, "public", ".gitkeep"), nil); err != nil {
		return fmt.Errorf("making the new site: %w", err)
	}
	fmt.Fprintln(s.Stdout, s.say("initDone", c.Dir, c.Dir))
	return nil
}

// refuseFull refuses a folder that holds anything but what git keeps in it.
func refuseFull(s *session, dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil && isFile(dir):
		return &usageError{s.say("notEmpty", dir)}
	case err != nil:
		return fmt.Errorf("looking into %s: %w", dir, err)
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			return &usageError{s.say("notEmpty", dir)}
		}
	}
	return nil
}

func newName(name, day string) string {
	if name == "gitignore" {
		return ".gitignore"
	}
	return strings.Replace(name, "DATE", day, 1)
}

// place writes a file that must not exist yet.
func place(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err = f.Write(content); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
