// Package cli is the counter: it reads what users type, calls the rooms that do the work, and says what came of it. It is
// the only package that reads the clock, the environment and the terminal.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"growthportal/generator/locale"
)

// Env is the world as the program sees it.
type Env struct {
	Args   []string
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Clock  func() time.Time
	Themes fs.FS // the themes built into the program
}

// The exit statuses, as the manual has them.
const (
	exitDone      = 0
	exitContent   = 1 // content, config or theme has errors
	exitUsage     = 2
	exitMachine   = 3
	exitDifferent = 4 // --verify found a difference
)

// commands is the command line.
type commands struct {
	Source   string `help:"${source}" placeholder:"DIR" default:"."`
	Now      string `help:"${now}" placeholder:"INSTANT"`
	Messages string `help:"${messages}" placeholder:"sv|en"`
	Format   string `help:"${format}" placeholder:"FORMAT" enum:"text,json,github,sarif" default:"text"`

	Build    buildCommand    `cmd:"" help:"${build}"`
	Serve    serveCommand    `cmd:"" help:"${serve}"`
	Init     initCommand     `cmd:"" help:"${init}"`
	New      newCommand      `cmd:"" help:"${new}"`
	Due      dueCommand      `cmd:"" help:"${due}"`
	Explain  explainCommand  `cmd:"" help:"${explain}"`
	Check    checkCommand    `cmd:"" help:"${check}"`
	Schema   schemaCommand   `cmd:"" help:"${schema}"`
	Rollback rollbackCommand `cmd:"" help:"${rollback}"`
	Version  versionCommand  `cmd:"" help:"${version}"`
}

// session is one run of the program.
type session struct {
	Env
	ctx  context.Context
	args *commands
	lang locale.Lang // in which the program speaks
}

// Run runs the program and returns its exit status.
func Run(env Env) int {
	ctx, stop := withSignals(context.Background())
	defer stop()
	s := &session{Env: env, ctx: ctx, args: &commands{}}
	s.lang = s.firstGuess()
	status := s.run()
	if sig, ok := signalOf(ctx); ok {
		return 128 + int(sig)
	}
	return status
}

func (s *session) run() int {
	exited, status := false, 0
	parser, err := kong.New(s.args,
		kong.Name("growthportal"), kong.Description(s.say("description")), kong.Writers(s.Stdout, s.Stderr), helpTexts(s.lang),
		kong.Exit(func(code int) { exited, status = true, code }), kong.Help(s.showHelp),
		kong.Bind(s), kong.PostBuild(func(k *kong.Kong) error {
			k.Model.HelpFlag.Help = s.say("help")
			return nil
		}),
	)
	if err != nil {
		panic(err) // the command line's declaration is wrong
	}
	args := s.Args
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if exited {
		if len(s.Args) == 0 {
			return exitUsage
		}
		return status
	}
	if err != nil {
		s.complain(s.misused(err))
		fmt.Fprintln(s.Stderr, s.say("tryHelp"))
		return exitUsage
	}
	if s.args.Messages != "" {
		lang, known := locale.ParseLang(s.args.Messages)
		if !known {
			return s.status(&usageError{s.say("misuse-choice", "--messages", "sv, en", s.args.Messages)})
		}
		s.lang = lang
	}
	if err := s.checkFormat(parsed.Command()); err != nil {
		return s.status(err)
	}
	return s.status(parsed.Run())
}

// usageError is a wrong use of the command line.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// errContent says that diagnostics have been shown and nothing was written.
var errContent = errors.New("content, config or theme has errors")

// errDifferent says that a build with a memory and one without do not agree.
var errDifferent = errors.New("the published files differ from those of a build from nothing")

// status tells what an error means for whoever called the program.
func (s *session) status(err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errContent):
		return exitContent
	case errors.Is(err, errDifferent):
		return exitDifferent
	case s.ctx.Err() != nil:
		return exitMachine // the signal's status takes its place
	case errors.As(err, &usage):
		s.complain(usage.text)
		return exitUsage
	}
	text, status := s.explain(err)
	s.complain(text)
	return status
}

// complain prints an error that has no place in a file.
func (s *session) complain(text string) {
	fmt.Fprintf(s.Stderr, "growthportal: %s\n", text)
}

// signalError is the cause of a context that a signal has ended.
type signalError struct{ signal syscall.Signal }

func (e *signalError) Error() string { return e.signal.String() }

// withSignals is a context that SIGINT and SIGTERM end. The second signal ends the program on the spot.
func withSignals(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	done := make(chan struct{})
	go func() {
		for n := 0; ; n++ {
			select {
			case got := <-signals:
				number, _ := got.(syscall.Signal)
				if n > 0 {
					os.Exit(128 + int(number))
				}
				cancel(&signalError{number})
			case <-done:
				return
			}
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		cancel(nil)
	}
}

func signalOf(ctx context.Context) (syscall.Signal, bool) {
	var e *signalError
	if errors.As(context.Cause(ctx), &e) {
		return e.signal, true
	}
	return 0, false
}
