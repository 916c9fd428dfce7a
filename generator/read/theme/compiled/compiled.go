// Package compiled executes layouts that html/template has escaped, in a fraction of its time.
//
// What html/template adds to a template is kept as it is: every action goes through the very escapers that it chose for the
// action's place. But the templates are made into Go closures once, fields are found once for each type, and values that an
// escaper treats in a plain way never meet reflection.
//
// A program knows the happy path alone. Whatever it does not know when it is compiled is an error of Compile, and whatever it does
// not know when it runs (a field that is missing, a value of a strange type, a template that never ends) makes Run give up. Then
// html/template itself has to execute the template from the beginning: its output, or its error, is the one that counts. So a
// program can be slow in a corner, but it cannot be wrong in one, as long as what it does know is the same as there: the tests of
// this package hold it against html/template.
package compiled

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"sync"
	"text/template/parse"
)

// Function is a function that templates can call. Its arguments are as a template gives them, without a conversion to any type, and
// may not be kept.
type Function func(args []reflect.Value) (reflect.Value, error)

// Language is what the templates of a program can use, beside what is built in.
type Language struct {
	Functions map[string]Function // by name; a built-in function of that name is hidden
	Filters   template.FuncMap    // what stands in the place of html/template's own escapers, by their names there
	Address   func(string) error  // what the filter of addresses among Filters says of a text
}

// Program is a template with all that it calls. It is safe for concurrent use.
type Program struct {
	start  *body
	states sync.Pool // *state
}

// Compile makes a program of a template that has been executed once, and so is escaped. The error tells what there is in it that
// has to be left to html/template.
func Compile(t *template.Template, lang Language) (*Program, error) {
	c := &compiler{set: t, lang: lang, bodies: map[string]*body{}, escapers: map[string]*escaper{}}
	start, err := c.template(t.Name())
	if err != nil {
		return nil, err
	}
	return &Program{start: start}, nil
}

// Run executes the program with a value, and hands the whole page to write, if it is no longer than room bytes. False: it has given
// up, and nothing has been written. The error is that of write.
func (p *Program) Run(ctx context.Context, value any, room int, write func([]byte) error) (bool, error) {
	s, ok := p.states.Get().(*state)
	if !ok {
		s = &state{}
	}
	defer p.states.Put(s)
	s.ctx, s.room = ctx, room
	defer s.rest()
	if !s.run(p.start, reflect.ValueOf(value)) || len(s.out) > room {
		return false, nil
	}
	return true, write(s.out)
}

// state is one execution.
type state struct {
	ctx   context.Context
	out   []byte
	room  int
	vars  []reflect.Value // those of the templates that are open, one frame upon another
	args  []reflect.Value // of the functions that are being called
	base  int             // where the frame of the innermost begins
	depth int             // of templates, branches and loops that are open
	ticks uint
}

// The limits within which a program is sure that html/template comes to an end as well.
const (
	maxDepth   = 150     // templates, branches and loops inside one another
	checkEvery = 64      // how many templates and turns of a loop pass between two looks at the clock
	maxKept    = 1 << 20 // the size of a page up to which its memory is kept for the next
)

// giveUp ends an execution, from however deep inside. Why is html/template's to tell.
func giveUp() { panic(errGaveUp) }

var errGaveUp = errors.New("compiled: given up")

// run reports whether the template was executed whole. A panic of a method that a template calls is html/template's to tell of,
// so that any counts as giving up.
func (s *state) run(b *body, value reflect.Value) (whole bool) {
	defer func() {
		if recover() != nil {
			whole = false
		}
	}()
	s.call(b, value)
	return true
}

// rest leaves nothing of a page behind.
func (s *state) rest() {
	clear(s.vars[:cap(s.vars)])
	clear(s.args[:cap(s.args)])
	kept := state{vars: s.vars[:0], args: s.args[:0]}
	if cap(s.out) <= maxKept {
		kept.out = s.out[:0]
	}
	*s = kept
}

// tick marks that a template or a turn of a loop begins.
func (s *state) tick() {
	if s.ticks%checkEvery == 0 && (s.ctx.Err() != nil || len(s.out) > s.room) {
		giveUp()
	}
	s.ticks++
}

// body is a template.
type body struct {
	list list
	vars int // how many variables it has, $ among them
}

// call executes a template with its own variables.
func (s *state) call(b *body, dot reflect.Value) {
	s.enter()
	s.tick()
	base := s.base
	s.base = len(s.vars)
	for range b.vars {
		s.vars = append(s.vars, reflect.Value{})
	}
	s.vars[s.base] = dot
	b.list.run(s, dot)
	s.vars = s.vars[:s.base]
	s.base = base
	s.depth--
}

func (s *state) enter() {
	if s.depth++; s.depth > maxDepth {
		giveUp()
	}
}

// inside executes what a branch or a loop holds.
func (s *state) inside(l list, dot reflect.Value) {
	s.enter()
	l.run(s, dot)
	s.depth--
}

// list is what a template, a branch or a loop holds.
type list []func(s *state, dot reflect.Value)

func (l list) run(s *state, dot reflect.Value) {
	for _, do := range l {
		do(s, dot)
	}
}

// unknown is the error of a node that is left to html/template.
func unknown(n parse.Node) error { return fmt.Errorf("compiling %s: not known here", n) }
