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

// property is a property of a node. It is a text, a number, or what inner holds; where it is none of them it is not written.
type property struct {
	name    string
	text    string
	written bool // the text is JSON already
	number  int
	inner   any // object, []object or []string
}

func (p *property) isEmpty() bool {
	switch inner := p.inner.(type) {
	case object:
		return inner == nil
	case []object:
		return len(inner) == 0
	case []string:
		return len(inner) == 0
	}
	return p.text == "" && p.number == 0
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
	var few [24]int
	b = append(b, '{')
	first := true
	for _, i := range o.order(few[:0]) {
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

// order appends the places of the properties in the order of their names. There are few, so that they are put in one by one.
func (o object) order(places []int) []int {
	for i := range o {
		at := len(places)
		places = append(places, i)
		for ; at > 0 && o[places[at-1]].name > o[i].name; at-- {
			places[at] = places[at-1]
		}
		places[at] = i
	}
	return places
}

func (p *property) appendValue(b []byte) []byte {
	switch inner := p.inner.(type) {
	case object:
		return inner.appendJSON(b)
	case []object:
		return appendList(b, inner, func(b []byte, node object) []byte { return node.appendJSON(b) })
	case []string:
		return appendList(b, inner, appendString)
	}
	switch {
	case p.written:
		return append(b, p.text...)
	case p.text != "":
		return appendString(b, p.text)
	}
	return strconv.AppendInt(b, int64(p.number), 10)
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
