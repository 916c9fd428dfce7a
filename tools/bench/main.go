// Command bench measures the generator against Hugo: corpora of the same texts, themes of the same pages, built in turn.
//
//	go run ./tools/bench                     1,000 and 10,000 items, from nothing, unchanged, and with one body changed
//	go run ./tools/bench -alone 100000       and 100,000 with ours alone
//	go run ./tools/bench -watch              and how long a writer waits for a page while serve runs
//
// It prints tables in Markdown. docs/performance.md has the newest, put there by -record, and says how to read them.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// options are what the command line says.
type options struct {
	dir         string
	items       []int // built by both
	alone       []int // built by ours alone
	turns       int
	program     string // the path of ours; "" to compile it
	hugo        string // its path; "" for none
	watch       bool
	edits       int
	picture     string // the file that the picture is written to; "" for none
	record      string // the document that the figures are put into; "" for none
	keep        bool
	skipBuilds  bool
	watchedSize int
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	opt, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		os.Exit(2)
	}
	if err == nil {
		var figures strings.Builder
		err = bench(ctx, opt, io.MultiWriter(os.Stdout, &figures), os.Stderr)
		if err == nil && opt.record != "" {
			err = record(opt.record, figures.String())
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func parse(args []string) (options, error) {
	var opt options
	var items, alone string
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&opt.dir, "dir", "", "folder to work in, on the disk that is to be measured; it is kept (default: a temporary one)")
	f.StringVar(&items, "items", "1000,10000", "sizes of the sites that both programs build")
	f.StringVar(&alone, "alone", "", "sizes of the sites that ours builds alone, such as 100000; once each, cold")
	f.IntVar(&opt.turns, "turns", 5, "how often each is built, in turn; the table has medians")
	f.StringVar(&opt.program, "program", "", "the growthportal to measure (default: compiled from what is here)")
	f.StringVar(&opt.hugo, "hugo", "hugo", "the Hugo to compare with; \"\" for none")
	f.BoolVar(&opt.watch, "watch", false, "measure serve too, with the largest of -items")
	f.IntVar(&opt.edits, "edits", 50, "how many bodies are edited while serve runs; a fifth as many titles and templates")
	f.BoolVar(&opt.skipBuilds, "skip-builds", false, "measure only what -watch asks for")
	f.StringVar(&opt.picture, "picture", "", "file to draw cost against items in, as SVG")
	f.StringVar(&opt.record, "record", "", "document to put the tables into, between its marks, such as docs/performance.md")
	if err := f.Parse(args); err != nil {
		return opt, flag.ErrHelp
	}
	var err1, err2 error
	opt.items, err1 = sizes(items)
	opt.alone, err2 = sizes(alone)
	if err := errors.Join(err1, err2); err != nil {
		return opt, err
	}
	switch {
	case f.NArg() > 0:
		return opt, fmt.Errorf("unexpected %q", f.Args())
	case opt.turns < 1 || opt.edits < 5:
		return opt, errors.New("at least one turn and five edits are needed")
	case opt.skipBuilds && !opt.watch:
		return opt, errors.New("-skip-builds leaves nothing to do without -watch")
	case len(opt.items) == 0:
		return opt, errors.New("-items names no size")
	}
	opt.keep, opt.watchedSize = opt.dir != "", slices.Max(opt.items)
	var err error
	if opt.keep {
		opt.dir, err = filepath.Abs(opt.dir)
	}
	return opt, err
}

// sizes reads "1000,10000", ascending. Fewer than 500 texts do not name every topic, which the texts link to.
func sizes(list string) ([]int, error) {
	var out []int
	for word := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 500 {
			return nil, fmt.Errorf("%q is no size: write a number from 500", word)
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return out, nil
}

// bench does what the options say. The tables go to out, what happens meanwhile to log.
func bench(ctx context.Context, opt options, out, log io.Writer) error {
	tell := func(format string, a ...any) { fmt.Fprintf(log, format+"\n", a...) }
	if !opt.keep {
		dir, err := os.MkdirTemp("", "growthportal-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		opt.dir = dir
	}
	if err := os.MkdirAll(opt.dir, 0o755); err != nil {
		return err
	}
	peerName, err := opt.programs(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, against %s, on %s.\n\n", time.Now().Format(time.DateOnly), peerName, machine())
	if err := measureStart(ctx, opt.program, out); err != nil {
		return err
	}
	fair, peer, full := contenders(opt.program, opt.hugo)
	if !opt.skipBuilds {
		b := builds{opt: opt, round: round{turns: opt.turns, tell: tell}, fair: fair, peer: peer, full: full}
		if err := b.measure(ctx, out); err != nil {
			return err
		}
	}
	if opt.watch {
		return measureWatching(ctx, fair, opt, out, tell)
	}
	return nil
}

// programs finds the program to measure, or compiles it, and Hugo. It returns what Hugo calls itself.
func (o *options) programs(ctx context.Context) (peerName string, err error) {
	if o.program == "" {
		o.program, err = compile(ctx, o.dir)
	} else {
		o.program, err = filepath.Abs(o.program)
	}
	if err != nil {
		return "", err
	}
	if o.hugo == "" {
		return "no other program", nil
	}
	if o.hugo, err = exec.LookPath(o.hugo); err != nil {
		return "", fmt.Errorf("finding Hugo (-hugo \"\" leaves it out): %w", err)
	}
	return versionOf(ctx, o.hugo)
}
