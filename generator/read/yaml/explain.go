package yaml

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"growthportal/generator/diag"
)

// explain makes a diagnostic of a document that the library refuses. The library knows a line at best, and often the
// line where it noticed; so the fault is looked for once more, by the mistakes that people make.
func (t *text) explain(src []byte, err error) diag.Diagnostic {
	if i := t.secondDocument(); i >= 0 && (errors.Is(err, errDocuments) || !t.readable(src, i)) {
		if d, ok := t.findFault(i); ok {
			return d
		}
		return diag.YAMLDocuments.At(t.place(i, 0, trimmedEnd(t.lines[i])))
	}
	if d, ok := t.findFault(len(t.lines)); ok {
		return d
	}
	i := t.lastGood(src)
	code, args := diag.YAMLSyntax, []string{libraryWords(err)}
	if strings.Contains(err.Error(), "exceeded max depth") {
		code, args = diag.YAMLTooDeep, []string{strconv.Itoa(MaxDepth)}
	}
	start := indentOf(t.line(i))
	return code.At(t.place(i, start, trimmedEnd(t.line(i))), args...)
}

// readable tells whether the lines before i are a document by themselves.
func (t *text) readable(src []byte, i int) bool {
	_, err := decode(head(src, i))
	return err == nil
}

// secondDocument is the index of the line that begins another document, or -1.
func (t *text) secondDocument() int {
	content := false
	for i, line := range t.lines {
		switch s := string(line[:trimmedEnd(line)]); {
		case s == "---" || strings.HasPrefix(s, "--- "):
			if content {
				return i
			}
			content = true
		case s != "" && s[0] != '#' && s[0] != '%':
			content = true
		}
	}
	return -1
}

// lastGood is the index of the line after the longest beginning of the document that can be read, found by halving.
func (t *text) lastGood(src []byte) int {
	good, bad := 0, len(t.lines)
	for bad-good > 1 {
		middle := (good + bad) / 2
		if _, err := decode(head(src, middle)); err == nil {
			good = middle
		} else {
			bad = middle
		}
	}
	return max(0, min(good, len(t.lines)-1))
}

// head is the first n lines of src.
func head(src []byte, n int) []byte {
	end := 0
	for ; n > 0 && end < len(src); n-- {
		i := bytes.IndexByte(src[end:], '\n')
		if i < 0 {
			return src
		}
		end += i + 1
	}
	return src[:end]
}

var libraryPlace = regexp.MustCompile(`^yaml: (line \d+: )?`)

// libraryWords is what the library says, without its notion of the place.
func libraryWords(err error) string { return libraryPlace.ReplaceAllString(err.Error(), "") }

// indentOf is the index of the first character of a line that is no space; 0 for an empty line.
func indentOf(line []rune) int {
	for i, r := range line {
		if r != ' ' && r != '\t' {
			return i
		}
	}
	return 0
}
