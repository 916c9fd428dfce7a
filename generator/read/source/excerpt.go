package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxExcerpt is how much of a line a diagnostic shows, in characters.
const maxExcerpt = 20_000

// Excerpt is one line of a file, counted from 1, without its line end, for a diagnostic to show: at most 20,000 characters, each
// that could alter a terminal or the order of the text replaced by one visible character, so that columns stay true. A byte
// order mark is no part of the line. It is empty if there is no such line, or nothing can be read.
func (s *Snapshot) Excerpt(path string, line int) string { return s.Excerpts().Line(path, line) }

// Excerpts shows lines of files, one after the other. Asked in the order of paths and lines, it reads each file once and
// from the beginning to the end, so that a file with a mistake on each of 100,000 lines costs no more than its size.
type Excerpts struct {
	snap *Snapshot
	path string
	all  []byte // the file's
	rest []byte // from the line on
	line int
	text string // the line, once it was shown
}

// Excerpts starts showing lines.
func (s *Snapshot) Excerpts() *Excerpts { return &Excerpts{snap: s} }

// Line is [Snapshot.Excerpt].
func (e *Excerpts) Line(path string, line int) string {
	if path != e.path || e.line == 0 {
		content, err := e.snap.Read(path)
		if err != nil {
			content = nil
		}
		e.path, e.all = path, bytes.TrimPrefix(content, []byte("\ufeff"))
		e.rest, e.line, e.text = e.all, 1, ""
	}
	if line < e.line {
		e.rest, e.line, e.text = e.all, 1, ""
	}
	for ; e.line < line && len(e.rest) > 0; e.line++ {
		e.rest, e.text = afterLine(e.rest), ""
	}
	if e.text == "" && !isBinary(e.all) {
		e.text = shown(e.rest)
	}
	return e.text
}

// isBinary tells whether a file is no text, as git does: by a zero among its first bytes.
func isBinary(content []byte) bool { return bytes.IndexByte(content[:min(len(content), 8000)], 0) >= 0 }

// afterLine is what follows the first line.
func afterLine(content []byte) []byte {
	end := bytes.IndexAny(content, "\r\n")
	if end < 0 {
		return nil
	}
	if content[end] == '\r' && end+1 < len(content) && content[end+1] == '\n' {
		end++
	}
	return content[end+1:]
}

// shown is the first line in visible characters.
func shown(content []byte) string {
	var b strings.Builder
	for n := 0; len(content) > 0 && n < maxExcerpt; n++ {
		r, size := utf8.DecodeRune(content)
		if r == '\n' || r == '\r' {
			break
		}
		b.WriteRune(visible(r))
		content = content[size:]
	}
	return b.String()
}

// visible is a character to look at in the place of r: of the block Control Pictures where it has one.
func visible(r rune) rune {
	switch {
	case r < ' ':
		return '␀' + r
	case r == 0x7f:
		return '␡'
	case isInvisible(r):
		return utf8.RuneError
	}
	return r
}
