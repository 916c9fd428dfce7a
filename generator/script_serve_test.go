package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// server is the "growthportal serve" that a script has started; there is one at a time.
type server struct{ cmd *exec.Cmd }

type serverKey struct{}

var serverAddress = regexp.MustCompile(`http://\S+/`)

// startServer starts the server and waits until it has said where it is.
func startServer(ts *testscript.TestScript, neg bool, args []string) {
	s := ts.Value(serverKey{}).(*server)
	if neg || s.cmd != nil {
		ts.Fatalf("usage: serve [ARG]..., one at a time")
	}
	s.cmd = &exec.Cmd{
		Path: programIn(ts), Args: append([]string{"growthportal", "serve", "--addr", "127.0.0.1:0"}, args...), Dir: ts.MkAbs("."),
		Env: append(os.Environ(), "HOME="+ts.Getenv("HOME"), "SOURCE_DATE_EPOCH="), Stderr: ts.Stderr(),
	}
	said, err := s.cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(s.cmd.Start())
	ts.Defer(func() {
		if s.cmd != nil {
			_ = s.cmd.Process.Kill()
			_ = s.cmd.Wait()
		}
	})
	lines := bufio.NewReader(said)
	line, err := lines.ReadString('\n')
	ts.Check(err)
	if serverAddress.FindString(line) == "" {
		ts.Fatalf("no address in %q", line)
	}
	ts.Setenv("SITE", serverAddress.FindString(line))
	go func() { _, _ = io.Copy(io.Discard, lines) }() // ends with the server
}

func programIn(ts *testscript.TestScript) string {
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if found, err := exec.LookPath(filepath.Join(dir, "growthportal")); err == nil {
			return found
		}
	}
	ts.Fatalf("growthportal is not in PATH")
	return ""
}

// stopServer interrupts the server, which ends with the status of that signal.
func stopServer(ts *testscript.TestScript, neg bool, args []string) {
	s := ts.Value(serverKey{}).(*server)
	if neg || len(args) != 0 || s.cmd == nil {
		ts.Fatalf("usage: stop, after serve")
	}
	ts.Check(s.cmd.Process.Signal(os.Interrupt))
	_ = s.cmd.Wait()
	if got := s.cmd.ProcessState.ExitCode(); got != 130 {
		ts.Fatalf("interrupted with status %d", got)
	}
	s.cmd = nil
}

// fetch asks the server for a page, follows no redirect, and gives the answer as stdout, its status and header as stderr.
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	method, host := http.MethodGet, ""
	for len(args) > 2 {
		switch {
		case args[0] == "-head":
			method, args = http.MethodHead, args[1:]
		case args[0] == "-post":
			method, args = http.MethodPost, args[1:]
		case args[0] == "-host":
			host, args = args[1], args[2:]
		default:
			ts.Fatalf("fetch: unknown option %s", args[0])
		}
	}
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fetch [-head] [-post] [-host NAME] STATUS PATH")
	}
	origin, _, _ := strings.Cut(strings.TrimPrefix(ts.Getenv("SITE"), "http://"), "/")
	req, err := http.NewRequest(method, "http://"+origin+args[1], nil)
	ts.Check(err)
	req.Host = host
	answer, err := http.DefaultTransport.RoundTrip(req)
	ts.Check(err)
	defer answer.Body.Close()
	fmt.Fprintln(ts.Stderr(), answer.Status)
	ts.Check(answer.Header.Write(ts.Stderr()))
	_, err = io.Copy(ts.Stdout(), answer.Body)
	ts.Check(err)
	if want, _ := strconv.Atoi(args[0]); answer.StatusCode != want {
		ts.Fatalf("status %d, want %s", answer.StatusCode, args[0])
	}
}
