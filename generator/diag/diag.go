// Package diag says what went wrong, where, and how to mend it.
//
// A Diagnostic is an author's mistake as a plain value: a place, a code, the words that the code's message is
// filled in with, and a hint. Every stage returns diagnostics beside its result; only the command line and the
// development server show them. What a code says, in both languages, stands in the catalogue (catalog_*.go), from
// which docs/diagnostics.md is made as well.
package diag

import (
	"cmp"
	"slices"

	"growthportal/generator/locale"
)

// Severity tells whether a finding stops the build.
type Severity uint8

// The two severities.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Place is where something stands: a file relative to the source folder, with "/" on every system, and a range on
// one line. Line and Column count from 1, columns in characters; EndColumn is exclusive, and 0 where it is not known.
type Place struct {
	File      string
	Line      int
	Column    int
	EndColumn int
}

// Whole is the place of a fault of a whole file.
func Whole(file string) Place { return Place{File: file, Line: 1, Column: 1} }

// Code names one way of being wrong, such as "unknown-key"; it is what a reader searches the documentation for.
type Code string

// Hint is the mend: the name of a text in the catalogue and what it is filled in with. The zero Hint is none.
type Hint struct {
	Name HintName
	Args []string
}

// HintName names a text of a hint in the catalogue, such as "did-you-mean".
type HintName string

// Diagnostic is one finding. It is plain data, so that the memory can keep and replay it.
type Diagnostic struct {
	Place
	Severity Severity
	Code     Code
	Args     []string
	Hint     Hint
	// Unpublished tells that the finding is about an item that nobody sees yet or any more; --strict leaves such
	// warnings as they are.
	Unpublished bool
	// Excerpt is the line of the source at the place, without its line end; empty where there is none to show.
	Excerpt string
}

// At makes a diagnostic of the code's own severity. The args fill in {0}, {1} ... of the code's message.
func (c Code) At(place Place, args ...string) Diagnostic {
	return Diagnostic{Place: place, Severity: lookup(c).Severity, Code: c, Args: args}
}

// With returns the diagnostic with a hint; the args fill in {0}, {1} ... of the hint's text.
func (d Diagnostic) With(name HintName, args ...string) Diagnostic {
	d.Hint = Hint{Name: name, Args: args}
	return d
}

// Message is what the diagnostic says in one language.
func (d Diagnostic) Message(lang locale.Lang) string {
	return fill(lookup(d.Code).Message.In(lang), d.Args)
}

// HintText is the mend in one language, or "".
func (d Diagnostic) HintText(lang locale.Lang) string {
	if d.Hint.Name == "" {
		return ""
	}
	return fill(lookupHint(d.Hint.Name).In(lang), d.Hint.Args)
}

// Sort puts diagnostics into their stable order: by place, then by code and words, and drops exact repetitions.
func Sort(list []Diagnostic) []Diagnostic {
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code, b.Code), slices.Compare(a.Args, b.Args))
	})
	return slices.CompactFunc(list, func(a, b Diagnostic) bool {
		return a.Place == b.Place && a.Severity == b.Severity && a.Code == b.Code && slices.Equal(a.Args, b.Args)
	})
}

// HasErrors tells whether anything in the list stops a build.
func HasErrors(list []Diagnostic) bool {
	return slices.ContainsFunc(list, func(d Diagnostic) bool { return d.Severity == Error })
}
