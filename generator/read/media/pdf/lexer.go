package pdf

import (
	"bytes"
	"errors"
	"strconv"
)

var errSyntax = errors.New("not understood")

// maxDepth is how deep arrays and dictionaries may stand in one another.
const maxDepth = 40

// maxParts is how many values one object may be made of.
const maxParts = 1_000_000

// lexer reads objects from a part of a file.
type lexer struct {
	data  []byte
	at    int
	parts int // how many values have been read
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes over blanks and comments.
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) peek(s string) bool { return bytes.HasPrefix(l.data[l.at:], []byte(s)) }

// object reads one object; a stream's dictionary without its data. What is no object is a keyword.
func (l *lexer) object(depth int) (object, error) {
	l.skip()
	if l.parts++; l.at >= len(l.data) || depth > maxDepth || l.parts > maxParts {
		return nil, errSyntax
	}
	switch c := l.data[l.at]; {
	case l.peek("<<"):
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '(':
		return l.literal()
	case c == '[':
		l.at++
		return l.array(depth)
	case c == '/':
		l.at++
		return l.name(), nil
	case c == ']' || c == '>' || c == ')' || c == '{' || c == '}':
		return nil, errSyntax
	}
	return l.word(), nil
}

// token is the longest run without blanks and delimiters.
func (l *lexer) token() []byte {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[from:l.at]
}

// word is a number, a reference, true, false, null or a keyword.
func (l *lexer) word() object {
	t := l.token()
	n, ok := real(t)
	if !ok {
		switch string(t) {
		case "true":
			return true
		case "false":
			return false
		case "null":
			return nil
		}
		return keyword(t)
	}
	if num, ok := natural(t); ok { // perhaps "12 0 R"
		back := l.at
		l.skip()
		if gen, ok := natural(l.token()); ok {
			l.skip()
			if string(l.token()) == "R" {
				return ref{num, gen}
			}
		}
		l.at = back
	}
	return n
}

// real reads a number with sign and decimal point, bounded so that it stays one when made an int.
func real(t []byte) (number, bool) {
	if len(bytes.Trim(t, "+-.0123456789")) > 0 {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(t), 64)
	return number(min(max(n, -(1<<31)), 1<<31-1)), err == nil
}

// natural reads a number of digits alone, as object numbers are.
func natural(t []byte) (int, bool) {
	if len(t) == 0 || len(t) > 10 {
		return 0, false
	}
	n := 0
	for _, c := range t {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n <= 1<<31-1
}

func (l *lexer) name() name {
	t := l.token()
	if bytes.IndexByte(t, '#') < 0 {
		return name(t)
	}
	var out []byte
	for i := 0; i < len(t); i++ {
		if t[i] == '#' && i+2 < len(t) {
			if v, err := strconv.ParseUint(string(t[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, t[i])
	}
	return name(out)
}

func (l *lexer) array(depth int) (object, error) {
	var list array
	for {
		l.skip()
		if l.at < len(l.data) && l.data[l.at] == ']' {
			l.at++
			return list, nil
		}
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, strange := o.(keyword); strange {
			return nil, errSyntax
		}
		list = append(list, o)
	}
}

func (l *lexer) dict(depth int) (object, error) {
	d := dict{}
	for {
		l.skip()
		if l.peek(">>") {
			l.at += 2
			return d, nil
		}
		if l.at >= len(l.data) || l.data[l.at] != '/' {
			return nil, errSyntax
		}
		l.at++
		key := l.name()
		value, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, strange := value.(keyword); strange {
			return nil, errSyntax
		}
		if value != nil {
			d[key] = value
		}
	}
}

func (l *lexer) hex() (object, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		l.at = len(l.data) // the search is work as well
		return nil, errSyntax
	}
	var out text
	digits, value := 0, byte(0)
	for _, c := range l.data[l.at+1 : l.at+end] {
		v, err := strconv.ParseUint(string(rune(c)), 16, 8)
		if err != nil {
			continue
		}
		value = value<<4 | byte(v)
		if digits++; digits%2 == 0 {
			out = append(out, value)
		}
	}
	if digits%2 == 1 {
		out = append(out, value<<4)
	}
	l.at += end + 1
	return out, nil
}

// literal reads a string in parentheses, which may hold more of them in pairs.
func (l *lexer) literal() (object, error) {
	out := text{}
	for open := 0; l.at < len(l.data); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				return out, nil
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return nil, errSyntax
}

// escape reads what follows a backslash.
func (l *lexer) escape(out text) text {
	if l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n': // the line goes on
		return out
	case '\r':
		if l.peek("\n") {
			l.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for n := 1; n < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; n++ {
		v = v*8 + int(l.data[l.at]-'0')
		l.at++
	}
	return append(out, byte(v))
}
