// Package contentline writes the lines that calendars (iCalendar, RFC 5545) and cards of contacts (vCard, RFC 2426 and
// RFC 6350) are made of: a name, parameters, a colon, a value, all in UTF-8, folded, and ended as these standards want it.
package contentline

import (
	"io"
	"strings"
	"unicode/utf8"
)

// width is how many bytes a line may have before it is folded, its end not counted (RFC 5545, 3.1; RFC 6350, 3.2).
const width = 75

// Param is a parameter of a line, such as LANGUAGE=sv.
type Param struct{ Name, Value string }

// Writer writes lines, one after another. After the first error it writes nothing more, and Err tells it.
type Writer struct {
	w   io.Writer
	err error
}

// NewWriter writes to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Err is the first error of the underlying writer.
func (w *Writer) Err() error { return w.err }

// Raw writes a line whose value is of a type that needs no escaping: a date, a URI, or parts that were escaped one by
// one. What cannot stand in a line at all is left out.
func (w *Writer) Raw(name, value string, params ...Param) {
	var b strings.Builder
	b.WriteString(name)
	for _, p := range params {
		b.WriteString(";" + p.Name + "=" + paramValue(p.Value))
	}
	b.WriteString(":" + printable(value))
	w.line(b.String())
}

// Text writes a line whose value is text, if there is any.
func (w *Writer) Text(name, value string, params ...Param) {
	if value = strings.TrimSpace(value); value != "" {
		w.Raw(name, Escape(value), params...)
	}
}

// line folds a line, never within a character, and ends it.
func (w *Writer) line(text string) {
	var b strings.Builder
	for limit := width; len(text) > limit; limit = width - 1 { // the space that begins what follows counts
		cut := limit
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		b.WriteString(text[:cut] + "\r\n ")
		text = text[cut:]
	}
	b.WriteString(text + "\r\n")
	if w.err == nil {
		_, w.err = io.WriteString(w.w, b.String())
	}
}

// escapes are those of values of type text: RFC 5545, 3.3.11; RFC 2426, 4; RFC 6350, 3.4.
var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// Escape is a text as it stands in the value of a line, or in one part of it where the value has several.
func Escape(text string) string { return printable(escapes.Replace(text)) }

// printable is a text without the control characters that no line may hold, and in sound UTF-8.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7F {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// paramValue is the value of a parameter, in quotes where it needs them. Quotes cannot stand in it.
func paramValue(value string) string {
	value = strings.ReplaceAll(printable(value), `"`, "'")
	if strings.ContainsAny(value, ":;,") {
		return `"` + value + `"`
	}
	return value
}
