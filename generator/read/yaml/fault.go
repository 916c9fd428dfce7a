package yaml

import (
	"strings"

	"growthportal/generator/diag"
)

// fault looks through a document that cannot be read, line by line, for the mistake that made it so. It knows of YAML
// what people write in front matter and settings, not all of it; what it does not know it passes over.
type fault struct {
	*text
	end     int     // the line before which the document ends
	levels  []level // the mappings and lists that are open, outermost first
	after   waiting // what the entry before left open
	suspect suspect // the line above, if it may lack a space; its colon is 0 if not
	d       diag.Diagnostic
	found   bool
}

// level is a mapping or a list in block style: the index of the column where its keys or dashes stand.
type level struct {
	column int
	list   bool
}

// waiting is what may follow on a deeper line.
type waiting uint8

const (
	closed waiting = iota // nothing: the value is finished
	value                 // anything: no value has been written yet
	more                  // more words of a text without quotes
)

// findFault looks for the first fault before the line with index end.
func (t *text) findFault(end int) (diag.Diagnostic, bool) {
	f := fault{text: t, end: end, after: value}
	for i := 0; i < end && !f.found; {
		i = f.entry(i)
	}
	return f.d, f.found
}

// span is a range on one line: the line's index, and column indexes from and, exclusive, to.
type span struct{ line, from, to int }

// report keeps a finding and ends the search.
func (f *fault) report(code diag.Code, at span, hint diag.HintName, args ...string) int {
	f.d, f.found = code.At(f.place(at.line, at.from, at.to)).With(hint, args...), true
	return f.end
}

// entry looks at what begins on line i and gives the line after it.
func (f *fault) entry(i int) int {
	line := f.lines[i]
	end := contentEnd(line, 0)
	start := indentOf(line)
	switch {
	case start >= end, strings.HasPrefix(string(line), "---"), line[0] == '%':
		return i + 1 // nothing, a comment, the beginning of the document or a directive
	case strings.ContainsRune(string(line[:start]), '\t'):
		tab := strings.IndexRune(string(line[:start]), '\t')
		return f.report(diag.YAMLTab, span{i, tab, tab + 1}, diag.IndentWithSpaces)
	}
	for line[start] == '-' && (start+1 >= end || line[start+1] == ' ') {
		if !f.open(start, true) {
			return f.report(diag.YAMLIndentation, span{i, start, end}, diag.LineUp)
		}
		f.after = value
		next := start + 1
		for next < end && line[next] == ' ' {
			next++
		}
		if next >= end {
			return i + 1
		}
		start = next
	}
	return f.keyOrText(i, start, end)
}

// keyOrText looks at "key: value", or at a value alone, that begins at column index start.
func (f *fault) keyOrText(i, start, end int) int {
	line := f.lines[i]
	colon, missing := keyColon(line, start, end)
	switch {
	case colon < 0 && f.continues(start):
		return i + 1
	case colon < 0 && f.after == value && (len(f.levels) > 0 || strings.ContainsRune(beginsOther, line[start])):
		if missing > start {
			f.suspect = suspect{i, start, missing}
		}
		return f.value(i, start, end)
	case colon < 0 && missing > start:
		return f.noSpace(suspect{i, start, missing})
	case colon < 0:
		return f.report(diag.YAMLNoColon, span{i, start, end}, diag.KeyAndValue)
	}
	if !f.open(start, false) {
		if f.suspect.colon > 0 && f.suspect.column == start && f.after == more {
			return f.noSpace(f.suspect)
		}
		return f.report(diag.YAMLIndentation, span{i, start, colon}, diag.LineUp)
	}
	f.suspect = suspect{}
	from := colon + 1
	for from < end && (line[from] == ' ' || line[from] == '\t') {
		from++
	}
	f.after = value
	if from >= end {
		return i + 1
	}
	if line[from] == '-' && from+1 < end && line[from+1] == ' ' {
		return f.report(diag.YAMLListInLine, span{i, from, end}, diag.ListBelow)
	}
	return f.value(i, from, end)
}

// beginsOther is what a value begins with that is no text without quotes.
const beginsOther = "\"'[{|>*&!@`,]}%"

// suspect is a line that reads "key:value": a text, if what follows fits, else a missing space.
type suspect struct{ line, column, colon int }

// noSpace reports a key without a space after its colon.
func (f *fault) noSpace(s suspect) int {
	line := f.lines[s.line]
	end := contentEnd(line, s.column)
	mend := string(line[s.column:s.colon]) + ": " + string(line[s.colon+1:end])
	return f.report(diag.YAMLSpaceAfterColon, span{s.line, s.column, end}, diag.WriteSo, mend)
}

// continues tells whether a line that begins at a column goes on with the text of the entry before.
func (f *fault) continues(column int) bool {
	return f.after == more && (len(f.levels) == 0 || column > f.levels[len(f.levels)-1].column)
}

// open makes a column that of the innermost mapping or list; false where no such thing can begin or go on there.
func (f *fault) open(column int, list bool) bool {
	for n := len(f.levels); n > 0; n-- {
		top := f.levels[n-1]
		switch {
		case top.column > column:
			f.after = closed
		case top.column == column && top.list == list:
			f.levels = f.levels[:n]
			return true
		case top.column == column && list && f.after == value: // a list may stand right below its key
			f.levels = append(f.levels[:n], level{column, true})
			return true
		case top.column == column && top.list: // the list below a key has ended
		case top.column == column:
			return false
		default:
			f.levels = f.levels[:n]
			return f.push(column, list)
		}
	}
	f.levels = f.levels[:0]
	return f.push(column, list)
}

func (f *fault) push(column int, list bool) bool {
	if f.after != value {
		return false
	}
	f.levels = append(f.levels, level{column, list})
	return true
}

// parent is the column that the lines of a block have to be deeper than.
func (f *fault) parent() int {
	if len(f.levels) == 0 {
		return -1
	}
	return f.levels[len(f.levels)-1].column
}
