package theme

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/read/theme/compiled"
)

// TemplateError tells where a template went wrong while a page was made.
type TemplateError struct {
	Layout  string
	Page    string // what was being made: a file of content/, an address, a sample; "" where OnPage has not told
	File    string // "themes/my/parts/card.html", "portal (built in): parts/card.html"
	Line    int    // from 1
	Column  int    // from 1, in characters
	Message string // what html/template says, in English

	cause string       // the same, without what was looked at
	chain string       // what was looked at, as it is written in the file; "" where that is not known
	view  reflect.Type // what the layout was executed with
}

// Error is the place and what html/template says.
func (e *TemplateError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// OnPage adds to an error of [Layout.Execute] which page was being made.
func OnPage(err error, page string) error {
	switch e := err.(type) {
	case *TemplateError:
		told := *e
		told.Page = page
		return &told
	case *LimitError:
		told := *e
		told.Page = page
		return &told
	}
	return err
}

// The limits of one page.
const (
	maxTime  = 10 * time.Second
	maxBytes = 64 << 20
	// maxFrames is how many calls of Go functions may be open while a template runs: two hundred templates with a loop
	// each inside one another. html/template itself stops at 100,000, but takes minutes to come back from there.
	maxFrames = 3000
)

// Limit is what a template can have too much of.
type Limit uint8

// The limits.
const (
	TimeLimit  Limit = iota // 10 seconds
	SizeLimit               // 64 MiB
	DepthLimit              // some two hundred templates that call one another
)

// LimitError tells that a layout was stopped because it does not come to an end.
type LimitError struct {
	Layout string
	File   string // the layout's file, as in TemplateError
	Limit  Limit
	Page   string // as in TemplateError
}

// Error names the layout and the limit.
func (e *LimitError) Error() string {
	switch e.Limit {
	case TimeLimit:
		return fmt.Sprintf("layout %q took longer than %s for one page", e.Layout, maxTime)
	case SizeLimit:
		return fmt.Sprintf("layout %q wrote more than %d bytes for one page", e.Layout, maxBytes)
	}
	return fmt.Sprintf("layout %q calls templates inside one another without end", e.Layout)
}

// Diagnostic is what the theme's author is told.
func (e *LimitError) Diagnostic() diag.Diagnostic {
	place, page := diag.Whole(e.File), e.Page
	if page == "" {
		page = "layouts/" + e.Layout + ".html"
	}
	switch e.Limit {
	case TimeLimit:
		return diag.TemplateTimeout.At(place, e.Layout, strconv.Itoa(int(maxTime.Seconds())), page)
	case SizeLimit:
		return diag.TemplateSize.At(place, e.Layout, strconv.Itoa(maxBytes>>20), page)
	}
	return diag.TemplateDepth.At(place, e.Layout, page)
}

// executed is how text/template tells of a failure: template, line, column in bytes from 0, the template that ran, what
// was looked at, and what was wrong with it.
var executed = regexp.MustCompile(`(?s)^template: (.*?):(\d+):(\d+): executing ".*?" at <(.*?)>: (.*)$`)

// templateError makes sense of an error of text/template's.
func (s *sources) templateError(layout string, view reflect.Type, err error) *TemplateError {
	own := s.files[layoutName(layout)]
	e := &TemplateError{Layout: layout, File: own.label(), Line: 1, Column: 1, Message: err.Error(), view: view}
	m := executed.FindStringSubmatch(err.Error())
	if m == nil {
		return e
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	p := s.place(m[1], line, column)
	e.File, e.Line, e.Column = p.File, p.Line, p.Column
	e.Message, e.chain = m[5], strings.Trim(m[4], "<>")
	if t, ok := s.files[m[1]]; ok {
		if chain := chainAt(t.text, offsetIn(t.text, line, column)); strings.Contains(chain, ".") {
			e.chain = chain
		}
	}
	e.cause = e.Message
	if words, ours := strings.CutPrefix(e.Message, "error calling "+compiled.URLFilter+": "); ours { // it has no place in the file
		e.Message, e.cause = words, words
	} else if what := m[4]; what != "" && !strings.Contains(e.Message, what) {
		e.Message = what + ": " + e.Message
	}
	return e
}
