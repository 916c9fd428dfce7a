package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// syncing is how long a build waited for the disk to have everything: at least one of its threads, in seconds of the
// wall clock. It is measured in a build of its own.
type syncing struct {
	known         bool // false where there is no strace
	calls         int
	waited, whole float64 // of the whole build, both under strace
}

// measureSyncing builds once more from nothing, under strace, which stops the program at those calls alone
// (--seccomp-bpf) and so costs it little.
func measureSyncing(ctx context.Context, w *workplace) (syncing, error) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		return syncing{}, nil
	}
	traced := *w
	log := filepath.Join(w.dir, "strace.log")
	traced.build = func(site string) []string {
		return append([]string{strace, "-f", "--seccomp-bpf", "-ttt", "-T", "-e", "trace=fsync,fdatasync,sync,syncfs,msync,sync_file_range",
			"-o", log}, w.build(site)...)
	}
	c, err := traced.cold(ctx)
	if err != nil {
		return syncing{}, err
	}
	f, err := os.Open(log)
	if err != nil {
		return syncing{}, err
	}
	defer f.Close()
	s, err := readTrace(f)
	s.whole = c.wall.Seconds()
	return s, errors.Join(err, os.Remove(log))
}

// span is from when until when a thread waited, in seconds.
type span struct{ from, to float64 }

// readTrace adds up the calls of a trace by strace -f -ttt -T. A line is "PID TIME CALL = RESULT <SECONDS>"; a call
// during which another thread made one has two, "… <unfinished ...>" and "… resumed …", whose time is that of the return.
func readTrace(r io.Reader) (syncing, error) {
	var spans []span
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line := lines.Text()
		fields := strings.Fields(line)
		open := strings.LastIndexByte(line, '<')
		if len(fields) < 3 || open < 0 || !strings.HasSuffix(line, ">") || strings.HasSuffix(line, "<unfinished ...>") {
			continue
		}
		at, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return syncing{}, fmt.Errorf("reading the trace: %w", err)
		}
		took, err := strconv.ParseFloat(line[open+1:len(line)-1], 64)
		if err != nil {
			return syncing{}, fmt.Errorf("reading the trace: %w", err)
		}
		if strings.Contains(line, " resumed>") {
			at -= took
		}
		spans = append(spans, span{at, at + took})
	}
	return syncing{known: true, calls: len(spans), waited: covered(spans)}, lines.Err()
}

// covered is the length of the union of some spans.
func covered(spans []span) float64 {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var sum, end float64
	for _, s := range spans {
		if from := max(s.from, end); s.to > from {
			sum += s.to - from
			end = s.to
		}
	}
	return sum
}
