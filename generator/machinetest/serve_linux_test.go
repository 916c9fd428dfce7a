package machinetest

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// server is "growthportal serve", at work on a site.
type server struct {
	*place
	cmd     *exec.Cmd
	address string // host and port
	said    *said
	over    chan struct{}
}

// said is what a program says while it runs.
type said struct {
	mu    sync.Mutex
	text  strings.Builder
	lines chan string
}

func (s *said) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.text.Len()
	s.text.Write(b)
	if whole := s.text.String(); !strings.Contains(whole[:before], "http://") {
		if found := addressSaid.FindStringSubmatch(whole); found != nil {
			s.lines <- found[1]
		}
	}
	return len(b), nil
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

var addressSaid = regexp.MustCompile(`http://([^/\s]+)/`)

// serve starts the server; judge hears of its calls, and may be nil.
func (p *place) serve(judge func(*call) verdict, args ...string) *server {
	p.Helper()
	role := "plain"
	if judge != nil {
		role = "supervised"
	}
	ctx, stop := context.WithCancel(context.Background())
	s := &server{place: p, said: &said{lines: make(chan string, 1)}, over: make(chan struct{})}
	s.cmd = command(ctx, role, append([]string{"serve", "--addr", "127.0.0.1:0", "--source", p.dir}, args...)...)
	s.cmd.Stdout, s.cmd.Stderr = s.said, s.said
	go func() {
		defer close(s.over)
		if judge != nil {
			superviseCommand(p, judge, s.cmd)
			return
		}
		_ = s.cmd.Run()
	}()
	p.Cleanup(func() { stop(); <-s.over })
	select {
	case s.address = <-s.said.lines:
	case <-s.over:
		p.Fatalf("it has ended: %s", s.said)
	}
	return s
}

// send sends a request as it is, and gives the whole answer.
func (s *server) send(request string) string {
	s.Helper()
	conn, err := net.Dial("tcp", s.address)
	s.must(err)
	defer conn.Close()
	_, err = io.WriteString(conn, request)
	s.must(err)
	whole, _ := io.ReadAll(conn) // who is refused may be cut off
	return string(whole)
}

// get is the page at a path and the answer's status.
func (s *server) get(path string) (status int, page string) {
	s.Helper()
	answer, err := http.Get("http://" + s.address + path)
	if err != nil {
		return 0, err.Error()
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err.Error()
	}
	return answer.StatusCode, string(content)
}

// strangeRequests are more than five hundred that ask for what is none of their business, or in another's name.
func strangeRequests() (all []string) {
	up := []string{
		"../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e%252f", "..;/", "..%00/", "%c0%ae%c0%ae/", "....//", ".%2e/",
		"%2e./", "..%ef%bc%8f", "/", "%2f", "./",
	}
	files := []string{"config.yaml", "etc/passwd", "hemligt.txt", ".growthportal/lock", ".manifest", "themes/mine/theme.yaml"}
	for _, from := range []string{"/", "/press/", "/.growthportal/samples/"} {
		for _, step := range up {
			for _, depth := range []int{1, 4} {
				for _, file := range files {
					all = append(all, request("GET", from+strings.Repeat(step, depth)+file, "localhost"))
				}
			}
		}
	}
	for _, target := range []string{"http://evil.example/", "http://localhost/../config.yaml", "file:///etc/passwd", "//evil.example/", "/\\evil.example/..", "*", ""} {
		all = append(all, request("GET", target, "localhost"))
	}
	for _, host := range strangeHosts() {
		all = append(all, request("GET", "/", host), request("GET", "/.growthportal/events", host))
	}
	return all
}

// strangeHosts are names that somebody else can make lead here.
func strangeHosts() []string {
	return []string{
		"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:8080", "localhost@evil.example", "10.0.0.1",
		"192.168.1.1:8080", "[fe80::1]", "0.0.0.0", "[::]", "127.0.0.1.nip.io", "evil.example.", "LOCALHOST.evil.example", "localhost%00.evil.example",
		"evil.example#localhost", "evil.example/localhost", "tillvaxt.example.se", "xn--lclhost-9ya", "localhost,evil.example", "",
	}
}

func request(method, target, host string) string {
	return fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", method, target, host)
}

// TestServeStrangers: whatever a stranger asks for, and in whatever name, nothing but the site comes back, nobody is led away, and nothing
// outside the site is even opened.
func TestServeStrangers(t *testing.T) {
	p := newPlace(t)
	p.write("config.yaml", readFile(t, p.path("config.yaml"))+"# "+canary+"\n")
	p.write("hemligt.txt", canary)
	s := p.serve(func(c *call) verdict {
		if slices.Contains(unheardOf, c.nr) && c.nr != unix.SYS_SOCKET && c.nr != unix.SYS_BIND && c.nr != unix.SYS_LISTEN {
			t.Errorf("%v: the server never does that", c)
		}
		for _, name := range c.paths {
			if opens(c) && !mayRead(p.dir, name) && !strings.HasPrefix(name, "socket:") && name != "/proc/sys/net/core/somaxconn" {
				t.Errorf("%v: reads elsewhere", c)
			}
		}
		return verdict{}
	})
	all := strangeRequests()
	if len(all) < 500 {
		t.Fatalf("%d requests", len(all))
	}
	for _, r := range all {
		answer := s.send(r)
		first, _, _ := strings.Cut(r, "\r\n\r\n")
		if strings.Contains(answer, canary) || strings.Contains(answer, "root:") || strings.Contains(answer, "extends:") {
			t.Errorf("%q is answered with what is none of its business: %.300s", first, answer)
		}
		if to := location.FindStringSubmatch(answer); to != nil && (!strings.HasPrefix(to[1], "/") || strings.HasPrefix(to[1], "//") || strings.HasPrefix(to[1], "/\\")) {
			t.Errorf("%q leads away, to %q", first, to[1])
		}
	}
	for _, host := range strangeHosts() {
		if answer := s.send(request("GET", "/", host)); strings.HasPrefix(answer, "HTTP/1.1 200") {
			t.Errorf("it answers under the name %q", host)
		}
	}
	if status, _ := s.get("/"); status != 200 {
		t.Errorf("and then the front page has status %d", status)
	}
	t.Logf("%d requests", len(all)+len(strangeHosts()))
}

var location = regexp.MustCompile(`(?m)^Location: (.*?)\r?$`)

func readFile(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// TestServeCrowd: a thousand who listen and never read, and five hundred who never finish what they ask, keep nobody from an answer; and
// when they have gone there is nothing left of them, no open file and no goroutine.
func TestServeCrowd(t *testing.T) {
	p := newPlace(t)
	s := p.serve(nil)
	if status, page := s.get("/"); status != 200 {
		t.Fatalf("status %d: %s", status, page)
	}
	http.DefaultClient.CloseIdleConnections()
	before := s.files()
	var crowd []net.Conn
	for n := range 1500 {
		conn, err := net.Dial("tcp", s.address)
		p.must(err)
		crowd = append(crowd, conn)
		text := "GET /.growthportal/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
		if n%3 == 2 {
			text = "GET / HTTP/1.1\r\nHost: loc"
		}
		_, _ = io.WriteString(conn, text) // who was sent away cannot say anything
	}
	for range 50 {
		if answer := s.send(request("GET", "/press/", "localhost")); !strings.HasPrefix(answer, "HTTP/1.1 200") || !strings.Contains(answer, "</html>") {
			t.Fatalf("among a crowd: %.300q", answer)
		}
	}
	for _, conn := range crowd {
		conn.Close()
	}
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	for s.files() > before+1 { // that of whoever asks
		if ctx.Err() != nil {
			t.Fatalf("%d files are open, and were %d", s.files(), before)
		}
		if status, _ := s.get("/"); status != 200 {
			t.Fatalf("status %d", status)
		}
		http.DefaultClient.CloseIdleConnections()
	}
	p.must(s.cmd.Process.Signal(syscall.SIGQUIT))
	<-s.over
	if n := strings.Count(s.said.String(), "net/http.(*conn).serve("); n > 2 {
		t.Errorf("%d connections are still served", n)
	}
	if n := strings.Count(s.said.String(), "\ngoroutine "); n == 0 || n > 40 {
		t.Errorf("%d goroutines are left", n)
	}
}

// files is how many files and connections the server has open.
func (s *server) files() int {
	s.Helper()
	entries, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.cmd.Process.Pid))
	s.must(err)
	return len(entries)
}

// TestServeUnderLoad: a site is made anew, again and again, while two read it without a pause, and every answer is a whole page.
func TestServeUnderLoad(t *testing.T) {
	rebuilds := 10
	if long() {
		rebuilds = 100
	}
	p := newPlace(t)
	s := p.serve(nil)
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	answers := make([]int, 2)
	for n := range answers {
		readers.Go(func() {
			for ctx.Err() == nil {
				for _, path := range []string{"/", "/press/", "/press/2026/tomter/", "/rattelser/"} {
					if status, page := s.get(path); status != 200 || !strings.Contains(page, "</html>") {
						t.Errorf("%s: status %d: %.200q", path, status, page)
						return
					}
					answers[n]++
				}
			}
		})
	}
	for n := range rebuilds {
		p.write("content/press/2026-01-10-tomter.md", fmt.Sprintf("---\ntitle: Tomter%dlediga\n---\nText.\n", n))
		s.await(fmt.Sprintf("Tomter%dlediga", n))
	}
	stop()
	readers.Wait()
	t.Logf("%d rebuilds, %d answers", rebuilds, answers[0]+answers[1])
}

// await listens until the page of the release has the words.
func (s *server) await(words string) {
	s.Helper()
	ctx, stop := context.WithTimeout(s.Context(), patience)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.address+"/.growthportal/events?seen=", nil)
	s.must(err)
	answer, err := http.DefaultClient.Do(req)
	s.must(err)
	defer answer.Body.Close()
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		if _, page := s.get("/press/2026/tomter/"); strings.Contains(page, words) {
			return
		}
	}
	s.Fatalf("%q has not come", words)
}

// TestServeBeyond: at an address that others reach the program says so, and shows no drafts unless it is asked to.
func TestServeBeyond(t *testing.T) {
	p := newPlace(t)
	p.write("content/press/2026-02-01-utkast.md", "---\ntitle: Utkast\ndraft: true\n---\n")
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{nil, 200, ""},
		{[]string{"--addr", "0.0.0.0:0"}, 404, "Others than you can reach the address"},
		{[]string{"--addr", "[::]:0"}, 404, "Others than you can reach the address"},
		{[]string{"--addr", "0.0.0.0:0", "--drafts"}, 200, "Others than you can reach the address"},
	} {
		s := p.serve(nil, c.args...)
		if status, _ := s.get("/press/2026/utkast/"); status != c.status {
			t.Errorf("%v: the draft has status %d", c.args, status)
		}
		if !strings.Contains(s.said.String(), c.says) || c.says == "" && strings.Contains(s.said.String(), "Others") {
			t.Errorf("%v: %s", c.args, s.said)
		}
	}
}
