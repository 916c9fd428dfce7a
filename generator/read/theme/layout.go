package theme

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"runtime"
	"time"

	"growthportal/generator/output"
	"growthportal/generator/read/theme/compiled"
)

// Layout makes whole pages of views. It is safe for concurrent use.
type Layout struct {
	Name   string
	Digest output.Digest // of everything but the view that decides what is written

	start   *template.Template
	program func() *compiled.Program // the same, compiled; nil where html/template has to execute it
	sources *sources
	limit   time.Duration
}

// Both makes the page of a view in the two ways that there are: compiled, and as html/template executes the layout by itself. They are
// the same, which tests see to; quick is nil where html/template has to help.
func (l *Layout) Both(ctx context.Context, view any) (quick, plain []byte, err error) {
	if p := l.program(); p != nil {
		_, err := p.Run(ctx, view, maxBytes, func(page []byte) error {
			quick = bytes.Clone(page)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	byItself := *l
	byItself.program = func() *compiled.Program { return nil }
	var b bytes.Buffer
	err = byItself.Execute(ctx, &b, view)
	return quick, b.Bytes(), err
}

// Execute writes the page of a view, a pointer or a struct. What the template's author did wrong is a [*TemplateError],
// a page without end a [*LimitError]; a failure of w, and the end of ctx, come back as they are.
func (l *Layout) Execute(ctx context.Context, w io.Writer, view any) error {
	if v := reflect.ValueOf(view); !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		panic("theme: a layout is executed without a view")
	}
	label := l.sources.files[layoutName(l.Name)].label()
	ctx, stop := context.WithTimeoutCause(ctx, l.limit, &LimitError{Layout: l.Name, File: label, Limit: TimeLimit})
	defer stop()
	if p := l.program(); p != nil {
		if whole, err := p.Run(ctx, view, maxBytes, func(page []byte) error { return l.write(w, page) }); whole {
			return err
		}
	}
	g := &guard{ctx: ctx, w: w, layout: l.Name, label: label, room: maxBytes}
	err := l.start.Execute(g, view)
	switch {
	case g.err != nil:
		return g.err
	case err != nil:
		return l.sources.templateError(l.Name, reflect.TypeOf(view), err)
	}
	return nil
}

// write writes a whole page.
func (l *Layout) write(w io.Writer, page []byte) error {
	if _, err := w.Write(page); err != nil {
		return writeError(l.Name, err)
	}
	return nil
}

func writeError(layout string, err error) error {
	return fmt.Errorf("writing a page of layout %q: %w", layout, err)
}

// guard passes on what a template writes, and stops one that goes on for too long. Templates call it at the beginning
// of every template and of every turn of a loop, if only with nothing to write.
type guard struct {
	ctx    context.Context
	w      io.Writer
	layout string
	label  string
	room   int  // bytes that may still be written
	calls  uint // of Write
	err    error
}

// checkEvery is how many calls pass between two looks at the clock: often enough, since between two calls a template does
// next to nothing, and seldom enough to cost nothing. A look at the stack costs as much as hundreds of calls, so that it is
// taken after depthEvery only: by then templates that call one another are not too deep to come back from.
const (
	checkEvery = 64
	depthEvery = 1024
)

// Write passes p on, unless the template is to be stopped.
func (g *guard) Write(p []byte) (int, error) {
	if g.err == nil && g.calls%checkEvery == 0 {
		g.check()
	}
	g.calls++
	switch {
	case g.err != nil:
	case len(p) == 0:
		return 0, nil
	case len(p) > g.room:
		g.err = &LimitError{Layout: g.layout, File: g.label, Limit: SizeLimit}
	case compiled.IsFailsafe(p):
		g.err = &TemplateError{
			Layout: g.layout, File: g.label, Line: 1, Column: 1,
			Message: "html/template refuses an attribute as unsafe, and would write " + compiled.Failsafe,
		}
	}
	if g.err != nil {
		return 0, g.err
	}
	g.room -= len(p)
	n, err := g.w.Write(p)
	if err != nil {
		g.err = writeError(g.layout, err)
		return n, g.err
	}
	return n, nil
}

func (g *guard) check() {
	if g.ctx.Err() != nil {
		g.err = context.Cause(g.ctx)
		if limit := (*LimitError)(nil); !errors.As(g.err, &limit) {
			g.err = fmt.Errorf("making a page of layout %q: %w", g.layout, g.err)
		}
		return
	}
	if g.calls%depthEvery != 0 {
		return
	}
	var frame [1]uintptr
	if runtime.Callers(maxFrames, frame[:]) > 0 {
		g.err = &LimitError{Layout: g.layout, File: g.label, Limit: DepthLimit}
	}
}
