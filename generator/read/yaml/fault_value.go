package yaml

import (
	"regexp"
	"strings"

	"growthportal/generator/diag"
)

// value looks at a value that begins at column index c of line i; end is where the line's content ends. It gives the
// line after the value.
func (f *fault) value(i, c, end int) int {
	line := f.lines[i]
	f.after = closed
	switch line[c] {
	case '"', '\'':
		return f.quoted(i, c)
	case '[', '{':
		return f.flow(i, c)
	case '|', '>':
		if !blockHeader.MatchString(string(line[c:end])) {
			return f.report(diag.YAMLReserved, span{i, c, end}, diag.QuoteIt)
		}
		return f.block(i + 1)
	case '*', '&':
		f.report(diag.YAMLAlias, span{i, c, f.word(f.place(i, c, c+1)).EndColumn - 1}, diag.QuoteIt)
		f.d.Args = []string{string(line[c])}
		return f.end
	case '!':
		if tagAndMore.MatchString(string(line[c:end])) {
			return f.report(diag.YAMLTag, span{i, c, end}, diag.QuoteIt)
		}
	case '@', '`', '%', ',', ']', '}':
		return f.report(diag.YAMLReserved, span{i, c, end}, diag.QuoteIt)
	}
	if colon, _ := keyColon(line, c, end); colon >= 0 {
		return f.report(diag.YAMLColon, span{i, c, end}, diag.QuoteIt)
	}
	f.after = more
	return i + 1
}

var (
	blockHeader = regexp.MustCompile(`^[|>]([-+]?[1-9]?|[1-9][-+])$`)
	tagAndMore  = regexp.MustCompile(`^![^ ]* [^ ]`)
)

// block passes over the lines of a text below "|" or ">".
func (f *fault) block(i int) int {
	for parent := f.parent(); i < f.end; i++ {
		line := f.lines[i]
		if trimmedEnd(line) > 0 && indentOf(line) <= parent {
			break
		}
	}
	return i
}

// quoted looks at a text in quotation marks, which may go over several lines.
func (f *fault) quoted(i, c int) int {
	last, end, ok := f.closing(i, c)
	if f.found {
		return f.end
	}
	if !ok {
		return f.report(diag.YAMLUnclosedQuote, span{i, c, trimmedEnd(f.lines[i])}, diag.CloseQuote, string(f.lines[i][c]))
	}
	rest := f.lines[last]
	if contentEnd(rest, end) <= end {
		return last + 1
	}
	if last > i { // the mark that closes it is one that was meant to open another text
		return f.report(diag.YAMLUnclosedQuote, span{i, c, trimmedEnd(f.lines[i])}, diag.CloseQuote, string(f.lines[i][c]))
	}
	for end < len(rest) && rest[end] == ' ' {
		end++
	}
	hint := diag.OtherQuotes
	if f.lines[i][c] == '\'' {
		hint = diag.DoubleQuotes
	}
	return f.report(diag.YAMLAfterQuote, span{i, end, contentEnd(rest, end)}, hint)
}

// closing finds the line and the column index after the mark that closes the quotation mark at c of line i.
func (f *fault) closing(i, c int) (line, end int, ok bool) {
	quote := f.lines[i][c]
	for from := c + 1; i < f.end; i, from = i+1, 0 {
		if end, ok := quoteClose(f.lines[i], from, quote); ok {
			f.escapes(i, from, end, quote)
			return i, end, true
		}
	}
	return 0, 0, false
}

var escape = regexp.MustCompile(`\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abtnvfre "/\\N_LP']|\t|$|(.))`)

// escapes reports a backslash in double quotes that is followed by what has no meaning there.
func (f *fault) escapes(i, from, end int, quote rune) {
	if quote != '"' {
		return
	}
	s := string(f.lines[i][from:end])
	for _, m := range escape.FindAllStringSubmatchIndex(s, -1) {
		if m[2] >= 0 {
			at := from + len([]rune(s[:m[0]]))
			f.report(diag.YAMLEscape, span{i, at, at + 2}, diag.DoubleBackslash)
			return
		}
	}
}

// contentEnd is where the content of a line ends, seen from column index from: before a comment and the spaces before it.
// A "#" begins a comment only after a space, and not inside quotation marks that open a value; those are passed over.
func contentEnd(line []rune, from int) int {
	for i := from; i < len(line); i++ {
		switch r := line[i]; {
		case r == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return trimmedEnd(line[:i])
		case (r == '"' || r == '\'') && beginsValue(line, i):
			end, ok := quoteEnd(line, i)
			if !ok {
				return trimmedEnd(line)
			}
			i = end - 1
		}
	}
	return trimmedEnd(line)
}

// beginsValue tells whether what stands at i is the first of a value: after a key, a dash, a bracket or a comma.
func beginsValue(line []rune, i int) bool {
	before := trimmedEnd(line[:i])
	if before == 0 {
		return true
	}
	switch line[before-1] {
	case '[', '{', ',':
		return true
	case ':':
		return before < i
	case '-':
		return before < i && strings.Trim(string(line[:before]), " -") == ""
	}
	return false
}

// keyColon finds the colon that ends a key which begins at start; -1 for none. missing is the index of a colon that
// would end a key, had a space been written after it; else 0.
func keyColon(line []rune, start, end int) (colon, missing int) {
	i, seen := start, false
	if start < end && (line[start] == '"' || line[start] == '\'') {
		after, ok := quoteEnd(line, start)
		if !ok || after >= end || line[after] != ':' {
			return -1, 0
		}
		i = after
	}
	if start < end && (line[start] == '[' || line[start] == '{') {
		return -1, 0
	}
	for ; i < end; i++ {
		if line[i] != ':' {
			continue
		}
		if i+1 >= end || line[i+1] == ' ' || line[i+1] == '\t' {
			return i, missing
		}
		if !seen && isWord(line[start:i]) {
			missing = i
		}
		seen = true // what goes on behind a colon is no word
	}
	return -1, missing
}

var keyWord = regexp.MustCompile(`^[\pL\pN_.-]+$`)

func isWord(r []rune) bool { return keyWord.MatchString(string(r)) }
