package diag

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"growthportal/generator/locale"
)

// TextStyle is how diagnostics are written for people.
type TextStyle struct {
	Lang  locale.Lang
	Color bool // with ANSI colours, for a terminal
}

// WriteText writes diagnostics for people, in the form that compilers have made familiar and editors understand:
//
//	content/press/2012-05-16-naringsliv/index.md:4:1: error: unknown key "ttile" [unknown-key]
//	  4 | ttile: Näringslivet i fokus
//	    | ^^^^^ did you mean "title"?
//
// Nothing of an author's text can act on the terminal: what is not a visible character is shown as one that is.
func WriteText(w io.Writer, list []Diagnostic, style TextStyle) error {
	out := bufio.NewWriter(w)
	p := textPrinter{Writer: out, style: style}
	for _, d := range list {
		p.diagnostic(d)
	}
	return out.Flush()
}

// textPrinter writes diagnostics. The writer keeps its first error until it is flushed.
type textPrinter struct {
	*bufio.Writer
	style TextStyle
}

// The ANSI colours (ECMA-48, SGR) in use.
const (
	bold   = "1"
	red    = "1;31"
	green  = "1;32"
	yellow = "1;33"
	faint  = "2"
)

func (p textPrinter) colored(color, s string) string {
	if !p.style.Color || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func (p textPrinter) print(parts ...string) {
	for _, s := range parts {
		p.WriteString(s) // an error is kept and given by Flush
	}
}

func (p textPrinter) diagnostic(d Diagnostic) {
	severity := red
	if d.Severity == Warning {
		severity = yellow
	}
	if d.File != "" {
		p.print(p.colored(bold, harmless(d.File)+":"+strconv.Itoa(d.Line)+":"+strconv.Itoa(d.Column)+":"), " ")
	}
	p.print(p.colored(severity, d.Severity.In(p.style.Lang)+":"), " ", harmless(d.Message(p.style.Lang)),
		" ", p.colored(faint, "["+string(d.Code)+"]"), "\n")
	hint := harmless(d.HintText(p.style.Lang))
	if d.Excerpt == "" || d.Column-1 > utf8.RuneCountInString(d.Excerpt) { // the place is beyond what is shown of the line
		if hint != "" {
			p.print("  ", p.colored(green, hint), "\n")
		}
		return
	}
	number := strconv.Itoa(d.Line)
	line, before, marked := window(d.Excerpt, d.Column, d.EndColumn)
	p.print("  ", p.colored(faint, number+" |"), " ", line, "\n")
	mark := strings.Repeat("^", marked)
	if hint != "" {
		mark += " " + hint
	}
	p.print("  ", p.colored(faint, strings.Repeat(" ", len(number))+" |"), " ", strings.Repeat(" ", before), p.colored(green, mark), "\n")
}

// In is the severity as a word: "error", "fel".
func (s Severity) In(lang locale.Lang) string {
	switch {
	case lang != locale.Swedish:
		return s.String()
	case s == Warning:
		return "varning"
	}
	return "fel"
}
