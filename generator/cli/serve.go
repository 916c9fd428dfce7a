package cli

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"fmt"

	"growthportal/generator/build"
	"growthportal/generator/dev/serve"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

type serveCommand struct {
	Addr      string `help:"${addr}" default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Published bool   `help:"${publishedOnly}"`
	Drafts    bool   `help:"${serveDrafts}"`
}

// Run shows the site until the program is stopped. Nothing is written to public/.
func (c *serveCommand) Run(s *session) error {
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("%s", s.say("badAddr", c.Addr, err))
	}
	defer listener.Close()
	near := isLoopback(listener.Addr())
	req := s.request(src)
	all := !c.Published && (near || c.Drafts)
	req.Show = site.Show{Drafts: all, Future: all}
	plan, err := build.Make(s.ctx, req)
	if err != nil {
		return err
	}
	s.speak(plan)
	if err := s.show(plan.Diagnostics); err != nil {
		return err
	}
	if plan.Failed() {
		return errContent
	}
	switch {
	case !near && all:
		s.complain(s.say("beyondDrafts", c.Addr))
	case !near:
		s.complain(s.say("beyond", c.Addr))
	}
	base := plan.Config.URL.Href("/")
	fmt.Fprintln(s.Stdout, s.say("served", "http://"+address(listener.Addr())+base))
	return answer(s.ctx, listener, serve.New(serve.Options{
		Recipes: plan.Recipes, Base: base, AnyHost: !near,
		Failed: func(p output.Path, err error) { s.complain(s.say("pageFailed", p, err)) },
	}))
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
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return context.Cause(ctx)
}
