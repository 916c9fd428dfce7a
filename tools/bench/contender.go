package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// contender is a program with a site to build.
type contender struct {
	name    string
	dialect dialect
	build   func(site string) []string
	forget  []string // below the site: what a cold start must not find
}

// contenders are ours in the equal theme, Hugo in the same, and ours in the portal's theme.
func contenders(ours, hugoPath string) (fair, peer, full contender) {
	build := func(site string) []string {
		return []string{ours, "build", "--source", site, "--now", "2026-12-01", "--messages", "en"}
	}
	memory := []string{"public", ".public.spare", ".growthportal"}
	fair = contender{name: "ours", dialect: equal, build: build, forget: memory}
	full = contender{name: "portal", dialect: portal, build: build, forget: memory}
	peer = contender{name: "Hugo", dialect: hugo, forget: []string{"public", "resources", ".hugo_build.lock", "cache"},
		build: func(site string) []string {
			return []string{hugoPath, "--source", site, "--destination", filepath.Join(site, "public"), "--buildFuture", "--quiet"}
		}}
	return fair, peer, full
}

// workplace is a contender's site of some size, on disk.
type workplace struct {
	contender
	items int
	dir   string
	texts []string // the files of the texts, the newest first
	aside *int     // how many folders have been put aside
}

// prepare writes the site, in the place of one that is there.
func (c contender) prepare(dir string, items int) (*workplace, error) {
	w := &workplace{contender: c, items: items, dir: filepath.Join(dir, fmt.Sprintf("%s-%d", c.dialect.name, items)), aside: new(int)}
	if err := os.RemoveAll(w.dir); err != nil {
		return nil, err
	}
	if err := c.dialect.write(w.dir, items); err != nil {
		return nil, fmt.Errorf("writing a site of %d for %s: %w", items, c.name, err)
	}
	texts, err := filepath.Glob(filepath.Join(w.dir, "content", "nyheter", "n*.md"))
	if err == nil && len(texts) != items {
		err = fmt.Errorf("%d texts have the names of %d", items, len(texts))
	}
	if err != nil {
		return nil, fmt.Errorf("looking at the site of %s: %w", c.name, err)
	}
	w.texts = texts
	return w, nil
}

// cold builds from nothing: neither output nor memory. What is there is put aside and not removed: ext4 does not give the inodes of files out again that
// went within the last seconds, and whoever makes ten thousand files then pays for searching past as many; that is no cost of a build's.
func (w *workplace) cold(ctx context.Context) (cost, error) {
	for _, name := range w.forget {
		*w.aside++
		err := os.Rename(filepath.Join(w.dir, name), fmt.Sprintf("%s-aside%d", w.dir, *w.aside))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return cost{}, err
		}
	}
	return w.again(ctx)
}

// again builds what has been built, in a new process.
func (w *workplace) again(ctx context.Context) (cost, error) {
	settle() // nobody's build waits for what another one wrote
	return run(ctx, w.dir, w.build(w.dir), w.env())
}

// edited changes the body of one text, another each time, and builds in a new process.
func (w *workplace) edited(ctx context.Context, turn int) (cost, error) {
	name := w.texts[(10+37*turn)%len(w.texts)]
	if err := appendTo(name, fmt.Sprintf("\nNytt stycke %d.\n", turn)); err != nil {
		return cost{}, err
	}
	return w.again(ctx)
}

func appendTo(name, text string) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(text); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// env is the environment of a build: Hugo's cache is below the site, so that it can be removed.
func (w *workplace) env() []string {
	return append(os.Environ(), "HUGO_CACHEDIR="+filepath.Join(w.dir, "cache"))
}

// compile makes our program, stripped.
func compile(ctx context.Context, dir string) (string, error) {
	path := filepath.Join(dir, "growthportal")
	cmd := exec.CommandContext(ctx, "go", "build", "-ldflags", "-s -w", "-o", path, "growthportal/generator")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("compiling the generator (run this in its folder): %w: %s", err, out)
	}
	return path, nil
}

// versionOf asks a program what it is: "hugo v0.111.3+extended".
func versionOf(ctx context.Context, path string) (string, error) {
	out, err := exec.CommandContext(ctx, path, "version").Output()
	if err != nil {
		return "", fmt.Errorf("asking %s for its version: %w", path, err)
	}
	words := strings.Fields(string(out))
	return strings.Join(words[:min(2, len(words))], " "), nil
}
