package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// writing is somebody who edits a site while a server shows it.
type writing struct {
	*server
	place *workplace
	tell  func(format string, a ...any)
	edits int
}

// edit is a kind of change: what is done to a file, and which pages must be new afterwards. token is new each time.
type edit struct {
	name  string
	count int
	make  func(turn int, token string) (file string, change func(old string) string, pages []string)
}

// measureWatching runs serve and writes a table of how long a page takes from the change of a file until it is fetched.
func measureWatching(ctx context.Context, c contender, opt options, out io.Writer, tell func(string, ...any)) error {
	sizes := slices.Concat([]int{opt.watchedSize}, opt.alone)
	fmt.Fprintf(out, "| items | edited, with `serve` running | until | median | worst | edits |\n| ---: | --- | --- | ---: | ---: | ---: |\n")
	var notes strings.Builder
	for _, n := range sizes {
		place, err := c.prepare(opt.dir, n)
		if err != nil {
			return err
		}
		s, err := start(ctx, func(addr string) []string {
			return []string{opt.program, "serve", "--source", place.dir, "--addr", addr, "--messages", "en"}
		})
		if err != nil {
			return err
		}
		w := writing{server: s, place: place, tell: tell, edits: opt.edits}
		err = w.measure(ctx, out)
		now, most := s.memory()
		s.stop()
		if err != nil {
			return err
		}
		fmt.Fprintf(&notes, "With %s items the first page was there %s after the start, without a memory; the server then held %d MiB, at most %d.\n",
			thousands(n), seconds(s.first.Seconds()), now, most)
	}
	fmt.Fprintf(out, "\n%s\n", notes.String())
	return nil
}

// measure makes all kinds of edits and writes a row for each.
func (w writing) measure(ctx context.Context, out io.Writer) error {
	if err := w.warm(ctx); err != nil {
		return err
	}
	few := max(5, w.edits/5)
	list := []struct {
		edit
		until string
	}{
		{edit{"a body", w.edits, w.body}, "its page is new"},
		{edit{"a title", few, w.title}, "all pages that show it are new"},
		{edit{"a template", few, w.template}, "the open page is new"},
	}
	for _, e := range list {
		times, err := w.repeat(ctx, e.edit)
		if err != nil {
			return fmt.Errorf("editing %s: %w", e.name, err)
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s | %d |\n", thousands(w.place.items), e.name, e.until, seconds(median(times)),
			seconds(slices.Max(times)), len(times))
	}
	return nil
}

// warm gives the server time to make what it makes when nobody asks.
func (w writing) warm(ctx context.Context) error {
	for _, path := range []string{"/", "/nyheter/"} {
		if _, err := w.get(ctx, path); err != nil {
			return err
		}
	}
	return pause(ctx, 2*time.Second+time.Duration(w.place.items)*time.Millisecond)
}

// repeat makes an edit so many times and returns how long each took to be seen, in seconds. The pages that are to be new are
// open before, as they are in a writer's browser.
func (w writing) repeat(ctx context.Context, e edit) ([]float64, error) {
	var times []float64
	for turn := range e.count {
		token := fmt.Sprintf("Tecken%dx%d", turn, time.Now().UnixNano())
		name, change, pages := e.make(turn, token)
		for _, page := range pages {
			if _, err := w.get(ctx, page); err != nil {
				return nil, err
			}
		}
		// A writer does not type faster, and steps of no round number keep clear of anything that happens at intervals.
		if err := pause(ctx, 1200*time.Millisecond+time.Duration(turn%17)*37*time.Millisecond); err != nil {
			return nil, err
		}
		old, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		began := time.Now()
		if err := os.WriteFile(name, []byte(change(string(old))), 0o644); err != nil {
			return nil, err
		}
		for _, page := range pages {
			if err := w.until(ctx, page, token); err != nil {
				return nil, err
			}
		}
		times = append(times, time.Since(began).Seconds())
		w.tell("%7d %s: %s", w.place.items, e.name, seconds(times[turn]))
	}
	return times, nil
}

func (w writing) body(turn int, token string) (string, func(string) string, []string) {
	name := w.place.texts[(10+37*turn)%len(w.place.texts)]
	return name, func(old string) string { return old + "\nNytt stycke " + token + ".\n" }, []string{address(name)}
}

var titleLine = regexp.MustCompile(`(?m)^title: .*$`)

// title is that of one of the newest ten, which the front page shows.
func (w writing) title(turn int, token string) (string, func(string) string, []string) {
	k := 2 + turn%7
	name := w.place.texts[k]
	pages := []string{
		address(name), address(w.place.texts[k-1]), address(w.place.texts[k+1]), "/", "/nyheter/", "/nyheter/2026/",
		"/atom.xml", "/rss.xml", "/feed.json", "/nyheter/atom.xml", "/nyheter/rss.xml", "/nyheter/feed.json",
	}
	for _, topic := range newArticle(k + 1).topics {
		pages = append(pages, "/topics/"+topic+"/", "/topics/"+topic+"/atom.xml")
	}
	return name, func(old string) string { return titleLine.ReplaceAllLiteralString(old, "title: Ny titel "+token) }, pages
}

var mainElement = regexp.MustCompile(`<main id="innehall"[^>]*>`)

func (w writing) template(turn int, token string) (string, func(string) string, []string) {
	name := filepath.Join(w.place.dir, "themes", "bench", "parts", "frame.html")
	change := func(old string) string {
		return mainElement.ReplaceAllLiteralString(old, `<main id="innehall" data-mark="`+token+`">`)
	}
	return name, change, []string{address(w.place.texts[(200+turn)%len(w.place.texts)])}
}

// address is where the page of a text stands.
func address(name string) string {
	return "/nyheter/" + strings.TrimSuffix(filepath.Base(name), ".md") + "/"
}
