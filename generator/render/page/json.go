package page

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// object is a node of structured data, in the vocabulary of https://schema.org/: properties in any order, each name once.
type object []property

// property is a property of a node. One part of it is set: where none is, it is not written.
type property struct {
	name    string
	text    string
	texts   []string
	number  int
	node    object
	nodes   []object
	written string // JSON that is there already
}

func (p *property) isEmpty() bool {
	return p.text == "" && len(p.texts) == 0 && p.number == 0 && p.node == nil && len(p.nodes) == 0 && p.written == ""
}

// set gives a property its text, or another one than before.
func (o *object) set(name, text string) { o.put(property{name: name, text: text}) }

// put sets a property, in the place of one that has its name.
func (o *object) put(p property) {
	if i := slices.IndexFunc(*o, func(has property) bool { return has.name == p.name }); i >= 0 {
		(*o)[i] = p
		return
	}
	*o = append(*o, p)
}

// appendJSON writes a node as encoding/json writes a map, names in order and what is empty left out. That library takes ten
// times as long: every page has structured data, and it is a part of the page's inputs.
func (o object) appendJSON(b []byte) []byte {
	slices.SortFunc(o, func(a, b property) int { return strings.Compare(a.name, b.name) })
	b = append(b, '{')
	first := true
	for i := range o {
		p := &o[i]
		if p.isEmpty() {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = p.appendValue(append(appendString(b, p.name), ':'))
	}
	return append(b, '}')
}

func (p *property) appendValue(b []byte) []byte {
	switch {
	case p.text != "":
		return appendString(b, p.text)
	case p.number != 0:
		return strconv.AppendInt(b, int64(p.number), 10)
	case p.node != nil:
		return p.node.appendJSON(b)
	case p.written != "":
		return append(b, p.written...)
	case len(p.texts) > 0:
		return appendList(b, p.texts, appendString)
	}
	return appendList(b, p.nodes, func(b []byte, node object) []byte { return node.appendJSON(b) })
}

func appendList[T any](b []byte, list []T, write func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, element := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = write(b, element)
	}
	return append(b, ']')
}

// appendString writes a text. What is not plain is left to encoding/json.
func appendString(b []byte, s string) []byte {
	if isPlain(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string
	}
	return append(b, text...)
}

// isPlain tells whether a text stands for itself in JSON within HTML.
func isPlain(s string) bool {
	ascii := true
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c == '"', c == '\\', c == '<', c == '>', c == '&', c == 0x7F:
			return false
		case c >= utf8.RuneSelf:
			if rest := s[i:]; c == 0xE2 && (strings.HasPrefix(rest, "\u2028") || strings.HasPrefix(rest, "\u2029")) {
				return false
			}
			ascii = false
		}
	}
	return ascii || utf8.ValidString(s)
}
