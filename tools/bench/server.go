package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// server is a program that shows a site while somebody writes it.
type server struct {
	base   string // http://127.0.0.1:PORT
	first  time.Duration
	cmd    *exec.Cmd
	ended  chan error
	client *http.Client
}

// start runs a server and waits for its first page.
func start(ctx context.Context, argv func(addr string) []string) (*server, error) {
	addr, err := freeAddr()
	if err != nil {
		return nil, err
	}
	words := argv(addr)
	s := &server{base: "http://" + addr, ended: make(chan error, 1), client: &http.Client{Timeout: time.Minute}}
	s.cmd = exec.CommandContext(ctx, words[0], words[1:]...)
	began := time.Now()
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.ended <- s.cmd.Wait() }()
	for {
		if _, err := s.get(ctx, "/"); err == nil {
			s.first = time.Since(began)
			return s, nil
		}
		select {
		case err := <-s.ended:
			return nil, fmt.Errorf("%q ended: %w", words, err)
		case <-ctx.Done():
			s.stop()
			return nil, ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
		if time.Since(began) > 5*time.Minute {
			s.stop()
			return nil, fmt.Errorf("%q shows nothing after five minutes", words)
		}
	}
}

// freeAddr is a place on this machine where nobody listens.
func freeAddr() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

func (s *server) stop() {
	_ = s.cmd.Process.Kill() // it has nothing to save, and ends by that anyway
	<-s.ended
}

// get fetches a page as a browser does.
func (s *server) get(ctx context.Context, path string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path, nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
	req.Header.Set("Sec-Fetch-Mode", "navigate")
	resp, err := s.client.Do(req)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(resp.Body)
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", path, resp.Status)
	}
	return string(body), nil
}

// until fetches a page each millisecond until it holds a text.
func (s *server) until(ctx context.Context, path, text string) error {
	began := time.Now()
	for {
		body, err := s.get(ctx, path)
		if err == nil && strings.Contains(body, text) {
			return nil
		}
		if time.Since(began) > time.Minute {
			return errors.Join(fmt.Errorf("%s is old after a minute", path), err)
		}
		if err := pause(ctx, time.Millisecond); err != nil {
			return err
		}
	}
}

// pause lets some time pass.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// memory is what the server has in memory now and had at most, in mebibytes; zeros where the system does not tell.
func (s *server) memory() (now, most int) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(status)) {
		words := strings.Fields(line) // VmRSS: 1234 kB, proc_pid_status(5)
		if len(words) != 3 {
			continue
		}
		n, _ := strconv.Atoi(words[1])
		switch words[0] {
		case "VmRSS:":
			now = n >> 10
		case "VmHWM:":
			most = n >> 10
		}
	}
	return now, most
}
