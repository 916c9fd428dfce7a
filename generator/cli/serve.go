package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/site"
)

type serveCommand struct {
	Addr      string `help:"${addr}" default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Published bool   `help:"${publishedOnly}"`
	Drafts    bool   `help:"${serveDrafts}"`
	Editor    string `help:"${editor}" placeholder:"NAME|URL"`
	Poll      bool   `help:"${poll}"`
}

// Run shows the site, as the sources are at any moment, until the program is stopped. Nothing is written to public/.
func (c *serveCommand) Run(s *session) error {
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	if err := src.mustBeSite(); err != nil {
		return err
	}
	opens, known := editorOf(cmp.Or(c.Editor, s.Getenv("GROWTHPORTAL_EDITOR")))
	if !known {
		return &usageError{s.say("badEditor", editorNames)}
	}
	listener, err := net.Listen("tcp", c.Addr)
	if isTaken(err) {
		return &listenError{s.say("addrInUse", c.Addr)}
	}
	if err != nil {
		return &listenError{s.say("badAddr", c.Addr, err)}
	}
	defer listener.Close()
	near := isLoopback(listener.Addr())
	all := !c.Published && (near || c.Drafts)
	watcher, err := src.watch(c.Poll)
	if err != nil {
		return err
	}
	defer watcher.Close()
	req := s.request(src)
	req.Show = site.Show{Drafts: all, Future: all}
	req.Samples = all
	req.Kept, req.Clock = build.NewKept(s.Clock), s.Clock
	sh := newShowing(s, src, req, showOptions{near: near, bar: all, editor: opens})
	defer sh.close()
	defer sh.server.Close()
	r := s.renewal(watcher)
	r.work = sh.work
	out, err := sh.begin(s.ctx)
	if err != nil {
		return err
	}
	r.keep(out)
	defer s.pace(roomToStay).stop()
	switch {
	case !near && all:
		s.complain(s.say("beyondDrafts", c.Addr))
	case !near:
		s.complain(s.say("beyond", c.Addr))
	}
	fmt.Fprintln(s.Stdout, s.say("served", "http://"+address(listener.Addr())+sh.base))
	return stay(s.ctx, func(ctx context.Context) error { return answer(ctx, listener, sh.server) }, r.run)
}

// stay lets jobs run until one of them ends, or ctx does. The others are told, and not waited for: what they are about is in
// memory, and whoever stops the program has seen enough.
func stay(ctx context.Context, jobs ...func(context.Context) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	for _, job := range jobs {
		go func() { stop(job(ctx)) }()
	}
	<-ctx.Done()
	return context.Cause(ctx)
}

func isLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// address is where a browser finds the listener: by name, where that is what it is.
func address(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	if ip := net.ParseIP(host); ip != nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

// answer serves until ctx ends, and lets go of the address then.
func answer(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 60 * time.Second,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10, ErrorLog: nobody(), ConnState: newCrowd(maxConnections).heed,
	}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return context.Cause(ctx)
}

// listenError says, in the user's language, why nothing can be served at an address.
type listenError struct{ text string }

func (e *listenError) Error() string { return e.text }

// isTaken tells whether another program listens on an address already. Windows has a number of its own for that
// (WSAEADDRINUSE), which is none of the portable ones.
func isTaken(err error) bool {
	const wsaAddrInUse = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, wsaAddrInUse)
}
