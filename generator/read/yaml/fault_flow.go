package yaml

import (
	"strings"

	"growthportal/generator/diag"
)

// bracket is one that is open, with what has been seen of its present entry.
type bracket struct {
	i, c  int // where it stands
	r     rune
	value int // the column index where the entry's value begins, on that line; 0 for none yet
	line  int
}

// brackets looks through a list or mapping in flow style.
type brackets struct {
	*fault
	open []bracket // outermost first
}

// flow looks at a list or mapping in brackets, which begins at column index c of line i and may go over several lines.
func (f *fault) flow(i, c int) int {
	b := brackets{fault: f}
	first, start := i, c
	for ; i < f.end; i, c = i+1, 0 {
		for content := contentEnd(f.lines[i], c); c < content; c++ {
			line := f.lines[i]
			switch r := line[c]; r {
			case '[', '{':
				b.open = append(b.open, bracket{i: i, c: c, r: r})
			case ']', '}':
				if !b.close(i, c) {
					return f.end
				}
				if len(b.open) > 0 {
					continue
				}
				if contentEnd(line, c+1) > c+1 {
					return f.report(diag.YAMLAfterBracket, span{first, start, contentEnd(f.lines[first], start)}, diag.QuoteIt)
				}
				return i + 1
			case ',':
				b.top().value = 0
			case ':':
				if !b.colon(i, c, content) {
					return f.end
				}
			case '"', '\'':
				if !opensQuote(line, c) {
					continue
				}
				last, end, ok := b.quote(i, c)
				if !ok {
					return f.end
				}
				if last > i {
					i, content = last, contentEnd(f.lines[last], end)
				}
				c = end - 1
			}
		}
	}
	return b.unclosed()
}

func (b *brackets) top() *bracket { return &b.open[len(b.open)-1] }

// close takes the bracket that closes the innermost one; false for one of the other kind.
func (b *brackets) close(i, c int) bool {
	if want := closer(b.top().r); b.lines[i][c] != want {
		b.report(diag.YAMLBracket, span{i, c, c + 1}, diag.WriteSo, string(want))
		return false
	}
	b.open = b.open[:len(b.open)-1]
	return true
}

// colon takes a colon; false where it is the second of an entry, and therefore one of a text without quotes.
func (b *brackets) colon(i, c, content int) bool {
	line, top := b.lines[i], b.top()
	if c+1 < content && !strings.ContainsRune(" ,]}", line[c+1]) {
		return true // inside a word, as in an address
	}
	if top.value == 0 {
		top.value, top.line = c+1, i
		return true
	}
	if top.line != i {
		return true
	}
	start, end := top.value, c
	for start < end && line[start] == ' ' {
		start++
	}
	for end < content && !strings.ContainsRune(",]}", line[end]) {
		end++
	}
	b.report(diag.YAMLColon, span{i, start, trimmedEnd(line[:end])}, diag.QuoteIt)
	return false
}

// quote takes a text in quotation marks and gives the line and the column index after it.
func (b *brackets) quote(i, c int) (last, end int, ok bool) {
	last, end, closed := b.closing(i, c)
	if b.found {
		return 0, 0, false
	}
	if !closed || last > i && b.swallowed(last, end) {
		b.report(diag.YAMLUnclosedQuote, span{i, c, trimmedEnd(b.lines[i])}, diag.CloseQuote, string(b.lines[i][c]))
		return 0, 0, false
	}
	return last, end, true
}

// swallowed tells whether a quotation mark that closes a text on a later line, before column index end of line i, was meant
// to open another: words follow it.
func (f *fault) swallowed(i, end int) bool {
	line := f.lines[i]
	return contentEnd(line, end) > end && !strings.ContainsRune(",:]} ", line[end])
}

// unclosed reports the innermost bracket that is still open. A comment on its line may hold the bracket that is missed.
func (b *brackets) unclosed() int {
	top := b.top()
	line := b.lines[top.i]
	want := closer(top.r)
	if content := contentEnd(line, top.c); strings.ContainsRune(string(line[content:]), want) {
		return b.report(diag.YAMLUnclosedBracket, span{top.i, top.c, trimmedEnd(line)}, diag.QuoteHash)
	}
	return b.report(diag.YAMLUnclosedBracket, span{top.i, top.c, trimmedEnd(line)}, diag.WriteSo, string(want))
}

func closer(r rune) rune {
	if r == '[' {
		return ']'
	}
	return '}'
}
