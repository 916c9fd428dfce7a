package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"growthportal/generator/diag"
)

// maxDepth is how deep lists and objects may lie in one another.
const maxDepth = 100

// checkJSON reports what is no JSON (RFC 8259), and a name that an object has twice: the first fault.
func checkJSON(file string, content []byte) []diag.Diagnostic {
	r := &jsonReader{Decoder: json.NewDecoder(bytes.NewReader(content)), file: file, content: content}
	r.UseNumber()
	if found := r.value(0); found != nil {
		return []diag.Diagnostic{*found}
	}
	end := int(r.InputOffset())
	rest := bytes.TrimLeft(content[end:], " \t\r\n")
	if len(rest) > 0 {
		return []diag.Diagnostic{*r.fault(len(content)-len(rest), "there is more after the end")}
	}
	return nil
}

// jsonReader reads tokens and knows where each of them begins.
type jsonReader struct {
	*json.Decoder
	file    string
	content []byte
}

// next is where the next token begins; at the end of the file, where its last line ends.
func (r *jsonReader) next() int {
	at := int(r.InputOffset())
	for at < len(r.content) && bytes.IndexByte([]byte(" \t\r\n,:"), r.content[at]) >= 0 {
		at++
	}
	if at == len(r.content) {
		return len(bytes.TrimRight(r.content, " \t\r\n"))
	}
	return at
}

// token reads one token.
func (r *jsonReader) token() (token json.Token, start int, found *diag.Diagnostic) {
	start = r.next()
	token, err := r.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil, start, r.fault(start, "the end is missing")
	case err != nil:
		return nil, start, r.fault(start, err.Error())
	}
	return token, start, nil
}

// value reads one value with all that is in it.
func (r *jsonReader) value(depth int) *diag.Diagnostic {
	token, start, found := r.token()
	if found != nil {
		return found
	}
	opening, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == maxDepth {
		return r.fault(start, "lists and objects lie too deep in one another")
	}
	names := map[string]bool{}
	for r.More() {
		if opening == '{' {
			if found := r.name(names); found != nil {
				return found
			}
		}
		if found := r.value(depth + 1); found != nil {
			return found
		}
	}
	_, _, found = r.token()
	return found
}

// name reads a name in an object.
func (r *jsonReader) name(names map[string]bool) *diag.Diagnostic {
	token, start, found := r.token()
	if found != nil {
		return found
	}
	name := token.(string) // the decoder lets nothing else stand there
	if names[name] {
		place := r.place(start)
		place.EndColumn = place.Column + utf8.RuneCount(r.content[start:r.InputOffset()])
		double := diag.DoubledKey.At(place, name)
		return &double
	}
	names[name] = true
	return nil
}

func (r *jsonReader) fault(at int, words string) *diag.Diagnostic {
	found := diag.DataSyntax.At(r.place(at), "JSON", words)
	return &found
}

// place is the place of a byte of the file.
func (r *jsonReader) place(at int) diag.Place {
	before := r.content[:at]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return diag.Place{File: r.file, Line: line, Column: column}
}
