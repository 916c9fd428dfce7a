package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxExcerpt is how much of a line a diagnostic shows, in characters.
const maxExcerpt = 2000

// Excerpt is one line of a file, counted from 1, without its line end, for a diagnostic to show: at most 2,000 characters, each
// that could alter a terminal or the order of the text replaced by one visible character, so that columns stay true. A byte
// order mark is no part of the line. It is empty if there is no such line, or nothing can be read.
func (s *Snapshot) Excerpt(path string, line int) string {
	content, err := s.Read(path)
	if err != nil {
		return ""
	}
	return excerpt(content, line)
}

func excerpt(content []byte, line int) string {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	for ; line > 1; line-- {
		end := bytes.IndexAny(content, "\r\n")
		if end < 0 {
			return ""
		}
		if content[end] == '\r' && end+1 < len(content) && content[end+1] == '\n' {
			end++
		}
		content = content[end+1:]
	}
	if end := bytes.IndexAny(content, "\r\n"); end >= 0 {
		content = content[:end]
	}
	var b strings.Builder
	for n := 0; len(content) > 0 && n < maxExcerpt; n++ {
		r, size := utf8.DecodeRune(content)
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
