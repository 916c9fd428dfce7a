package document

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
)

const fence = "---"

// split parts a file into its front matter and its body. bodyLine is the line on which the body begins.
func split(file string, content []byte) (front, body []byte, bodyLine int, fault *diag.Diagnostic) {
	first, rest, _ := bytes.Cut(content, []byte("\n"))
	if !isFence(first) {
		return nil, nil, 0, openingFault(file, content)
	}
	line := 2
	for start := 0; start < len(rest); line++ {
		end := bytes.IndexByte(rest[start:], '\n')
		next := start + end + 1
		if end < 0 {
			end, next = len(rest)-start, len(rest)
		}
		if isFence(rest[start : start+end]) {
			return rest[:start], rest[next:], line + 1, nil
		}
		start = next
	}
	d := diag.UnclosedFrontMatter.At(diag.Place{File: file, Line: 1, Column: 1, EndColumn: len(fence) + 1}).With(diag.AddKey, fence)
	return nil, nil, 0, &d
}

func isFence(line []byte) bool {
	return string(bytes.TrimRight(line, " \t")) == fence
}

// otherFence is what people write in place of the fence: other dashes, too many or too few, TOML's plus signs.
var otherFence = regexp.MustCompile(`^\s*([-–—―‐‑=_*+~]{2,}|;;;)\s*$`)

// openingFault says what is wrong with a file that does not begin with a fence.
func openingFault(file string, content []byte) *diag.Diagnostic {
	for number, line := range strings.Split(string(content), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		place := diag.Place{File: file, Line: number + 1, Column: 1, EndColumn: utf8.RuneCountInString(strings.TrimRight(line, " \t")) + 1}
		var d diag.Diagnostic
		switch {
		case isFence([]byte(line)):
			d = diag.BlankBeforeFence.At(diag.Whole(file)).With(diag.BeginFile)
		case otherFence.MatchString(line):
			d = diag.BadFence.At(place, strings.TrimRight(line, " \t")).With(diag.WriteSo, fence)
		default:
			d = diag.NoFrontMatter.At(diag.Whole(file)).With(diag.BeginFile)
		}
		return &d
	}
	d := diag.EmptyFile.At(diag.Whole(file))
	return &d
}

var draftLine = regexp.MustCompile(`(?m)^draft:[ \t]*true[ \t]*(#.*)?$`)

// looksDraft tells whether front matter that may be broken elsewhere says that it is a draft's.
func looksDraft(front []byte) bool {
	return bytes.Contains(front, []byte("draft:")) && draftLine.Match(front)
}
