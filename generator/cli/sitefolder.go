package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"golang.org/x/term"

	"growthportal/generator/build"
	"growthportal/generator/locale"
	"growthportal/generator/read/config"
)

// siteFolder is the site's folder, opened so that nothing outside it can be read through it.
type siteFolder struct {
	dir string // absolute

	forgets error // why there is no memory: nothing can be written into the folder; nil for a folder with one
	told    bool  // the user has heard of that

	mu     sync.Mutex
	root   *os.Root
	former []*os.Root // see reopen
}

// openSite opens the folder that --source names.
func (s *session) openSite() (*siteFolder, error) {
	dir, err := filepath.Abs(s.args.Source)
	if err != nil {
		return nil, fmt.Errorf("finding the source folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist), err != nil && isFile(dir):
		return nil, &usageError{s.say("noSource", s.args.Source)}
	case err != nil:
		return nil, fmt.Errorf("opening the source folder: %w", err)
	}
	return &siteFolder{dir: dir, root: root}, nil
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

func (f *siteFolder) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, root := range append(f.former, f.root) {
		_ = root.Close() // nothing was written through it
	}
}

// siteLock is one of the locks of a site, and how long is waited for it.
type siteLock struct {
	name string
	wait time.Duration
}

// lock keeps other builds of the site away, and waits for one that is at work.
func (f *siteFolder) lock(ctx context.Context) (release func(), err error) {
	return f.lockFile(ctx, siteLock{"lock", lockWait})
}

// firstGuess is the language to speak before config.yaml has been read for good: the one asked for, else what
// config.yaml says, else Swedish.
func (s *session) firstGuess() locale.Lang {
	source := "."
	for i, arg := range s.Args {
		next := ""
		if i+1 < len(s.Args) {
			next = s.Args[i+1]
		}
		switch {
		case arg == "--messages=sv", arg == "--messages" && next == "sv":
			return locale.Swedish
		case arg == "--messages=en", arg == "--messages" && next == "en":
			return locale.English
		case arg == "--source":
			source = next
		case len(arg) > 9 && arg[:9] == "--source=":
			source = arg[9:]
		}
	}
	return settledLanguage(source)
}

// settledLanguage is what config.yaml says of the program's language, as far as it can be read.
func settledLanguage(dir string) locale.Lang {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return locale.Swedish
	}
	defer root.Close()
	if info, err := root.Lstat("config.yaml"); err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
		return locale.Swedish
	}
	content, err := fs.ReadFile(root.FS(), "config.yaml")
	if err != nil {
		return locale.Swedish
	}
	if cfg, _ := config.Parse("config.yaml", content); cfg != nil && cfg.Messages != "" {
		return cfg.Messages
	}
	return locale.Swedish
}

// speak turns to the language that the site's authors are spoken to in, unless another was asked for.
func (s *session) speak(plan *build.Plan) {
	if s.args.Messages == "" && plan.Messages != "" {
		s.lang = plan.Messages
	}
}

// colored tells whether output to w is for the eyes of somebody at a terminal (https://no-color.org/).
func (s *session) colored(w io.Writer) bool {
	return s.Getenv("NO_COLOR") == "" && s.Getenv("TERM") != "dumb" && isTerminal(w)
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// destination is the folder to publish to: the one asked for, as seen from the working folder, else public/ in the site.
func (f *siteFolder) destination(asked string) (string, error) {
	if asked == "" {
		return filepath.Join(f.dir, "public"), nil
	}
	dest, err := filepath.Abs(asked)
	if err != nil {
		return "", fmt.Errorf("finding the destination: %w", err)
	}
	return dest, nil
}

// sourceFolder is the folder that --source names, whole, for messages.
func (s *session) sourceFolder() string {
	if dir, err := filepath.Abs(s.args.Source); err == nil {
		return dir
	}
	return s.args.Source
}
