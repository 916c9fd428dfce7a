package yaml

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Most front matter is plain: a key and its value on each line, lists and mappings set in by spaces, nothing else. A
// plainReader reads that, and that alone, in a tenth of the time of the library. It never reports anything: what
// it does not know to the last character is the library's, from the beginning.
//
//	title: Ord utan tecken som betyder något
//	phone: "0322-61 60 00"
//	topics: [handel, skola]
//	people:
//	  - name: Anna Berg
//	    role: strateg
type plainReader struct {
	file   string
	rest   []byte // the lines that follow
	number int    // of the line, in the file
	line   []byte // without its end
	indent int    // the spaces that it begins with; the dashes of list items that have been read are as spaces
	more   bool   // there is a line
}

// deepestPlain is how many lists and mappings stand in one another at most; well within MaxDepth.
const deepestPlain = 8

// readPlain reads a document; ok is false where it is not plain.
func readPlain(file string, src []byte, firstLine int) (root *Node, ok bool) {
	if !isPlainText(src) {
		return nil, false
	}
	p := &plainReader{file: file, rest: src, number: firstLine - 1}
	if !p.next() || p.indent > 0 {
		return nil, false
	}
	root, ok = p.mapping("", 1)
	return root, ok && !p.more
}

// isPlainText tells whether a text holds nothing but printable characters and line ends.
func isPlainText(src []byte) bool {
	for i := 0; i < len(src); {
		if i += locale.PrintableLatin(src[i:]); i == len(src) {
			break
		}
		if c := src[i]; c == '\n' {
			i++
			continue
		} else if c < utf8.RuneSelf {
			return false
		}
		r, size := utf8.DecodeRune(src[i:])
		if size == 1 || isForbidden(r) {
			return false
		}
		i += size
	}
	return true
}

// next goes on to the next line. ok is false at the end, and where a line is empty or ends with a space.
func (p *plainReader) next() (ok bool) {
	p.more = len(p.rest) > 0
	if !p.more {
		return false
	}
	p.line, p.rest, _ = bytes.Cut(p.rest, []byte("\n"))
	p.number++
	p.indent = 0
	for p.indent < len(p.line) && p.line[p.indent] == ' ' {
		p.indent++
	}
	return p.indent < len(p.line) && p.line[len(p.line)-1] != ' '
}

// mapping reads the keys that stand at the line's indent, up to a line with another. Where that belongs to nothing that
// is being read, lines are left in the end.
func (p *plainReader) mapping(name string, depth int) (*Node, bool) {
	indent := p.indent
	made := &Node{Kind: Mapping, Name: name, Place: p.place(indent, p.line[indent:])}
	for p.more && p.indent == indent {
		size := keyLength(p.line[indent:])
		if size == 0 || depth > deepestPlain {
			return nil, false
		}
		key := string(p.line[indent : indent+size])
		if slices.ContainsFunc(made.Pairs, func(before Pair) bool { return before.Key == key }) {
			return nil, false
		}
		pair := Pair{Key: key, KeyPlace: p.place(indent, p.line[indent:indent+size])}
		var ok bool
		if pair.Value, ok = p.value(key, indent, indent+size+len(":"), depth); !ok {
			return nil, false
		}
		made.Pairs = append(made.Pairs, pair)
	}
	return made, true
}

// value reads what belongs to a key, whose colon ends at a byte of the line: the rest of the line, or the lines below it
// that are set in further.
func (p *plainReader) value(key string, indent, at, depth int) (*Node, bool) {
	if at < len(p.line) {
		return p.scalar(key, at+len(" "))
	}
	if !p.next() || p.indent <= indent {
		return nil, false
	}
	if isItem(p.line[p.indent:]) {
		return p.sequence(key, depth+1)
	}
	return p.mapping(key, depth+1)
}

// sequence reads the items whose dashes stand at the line's indent, up to a line with another.
func (p *plainReader) sequence(name string, depth int) (*Node, bool) {
	indent := p.indent
	made := &Node{Kind: Sequence, Name: name, Place: p.place(indent, p.line[indent:])}
	for p.more && p.indent == indent {
		if !isItem(p.line[indent:]) || depth > deepestPlain {
			return nil, false
		}
		p.indent += len("- ")
		item, ok := (*Node)(nil), false
		if keyLength(p.line[p.indent:]) > 0 {
			item, ok = p.mapping(name, depth+1)
		} else {
			item, ok = p.scalar(name, p.indent)
		}
		if !ok {
			return nil, false
		}
		made.Items = append(made.Items, item)
	}
	return made, true
}

func isItem(text []byte) bool { return len(text) > 2 && text[0] == '-' && text[1] == ' ' }

// keyLength is how long the key is that a text begins with: a word of ASCII with a colon behind it, and behind that
// a space or nothing.
func keyLength(text []byte) int {
	for i, c := range text {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '_' || c == '-'):
		case i > 0 && i <= 64 && c == ':' && (i+1 == len(text) || text[i+1] == ' '):
			return i
		default:
			return 0
		}
	}
	return 0
}

// scalar reads the rest of the line, from a byte on, as a text or a list in brackets, and goes on to the next line.
func (p *plainReader) scalar(name string, at int) (*Node, bool) {
	text := p.line[at:]
	made := &Node{Kind: Scalar, Name: name, Place: p.place(at, text)}
	switch quote := text[0]; quote {
	case '"', '\'':
		inner := text[1:max(1, len(text)-1)]
		if len(text) < 2 || text[len(text)-1] != quote || bytes.IndexByte(inner, quote) >= 0 || quote == '"' && bytes.IndexByte(inner, '\\') >= 0 {
			return nil, false
		}
		made.Text, made.Quoted = string(inner), true
	case '[':
		made.Kind = Sequence
		if !p.items(made, at) {
			return nil, false
		}
	default:
		if !isPlainScalar(text) {
			return nil, false
		}
		made.Text = string(text)
	}
	return made, p.next() || !p.more
}

// isPlainScalar tells whether a text without quotes is one to the library as well, and no null.
func isPlainScalar(text []byte) bool {
	return beginsPlainly(text[0]) && !isNull(text) && text[len(text)-1] != ':' && !bytes.Contains(text, []byte(": ")) && !bytes.Contains(text, []byte(" #"))
}

// beginsPlainly tells whether a character is none of those with which YAML begins something (YAML 1.2.2, 5.3).
func beginsPlainly(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf || c == '+' || c == '/' || c == '('
}

func isNull(text []byte) bool {
	switch string(text) {
	case "null", "Null", "NULL":
		return true
	}
	return false
}

// items reads a list in brackets: words with a comma and a space between them.
func (p *plainReader) items(made *Node, at int) bool {
	inner, closed := bytes.CutSuffix(p.line[at+1:], []byte("]"))
	column := at + 1 + 1
	for closed {
		item, rest, more := bytes.Cut(inner, []byte(", "))
		if !isPlainItem(item) {
			return false
		}
		width := utf8.RuneCount(item)
		place := diag.Place{File: p.file, Line: p.number, Column: column, EndColumn: column + width}
		made.Items = append(made.Items, &Node{Kind: Scalar, Name: made.Name, Text: string(item), Place: place})
		if !more {
			return true
		}
		inner, column = rest, column+width+len(", ")
	}
	return false
}

// isPlainItem tells whether a text is words, numbers or a path.
func isPlainItem(text []byte) bool {
	if len(text) == 0 || text[len(text)-1] == ' ' || !beginsPlainly(text[0]) || isNull(text) {
		return false
	}
	return !slices.ContainsFunc(text, func(c byte) bool { return !beginsPlainly(c) && c != ' ' && c != '-' && c != '_' && c != '.' })
}

// place is where a part of the line stands that begins at a byte; nothing but ASCII stands before it.
func (p *plainReader) place(at int, part []byte) diag.Place {
	return diag.Place{File: p.file, Line: p.number, Column: at + 1, EndColumn: at + 1 + utf8.RuneCount(part)}
}
