// Package data reads the files of content/data/: YAML, JSON and CSV that pages draw on. Every one of them must be
// sound, used or not.
package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

// MaxSize is how many bytes a file of data may have: 8 MiB.
const MaxSize = 8 << 20

// Check tells what is wrong with a file of data, by its extension: .yaml, .yml, .json or .csv.
func Check(file string, content []byte) []diag.Diagnostic {
	switch {
	case len(bytes.TrimSpace(content)) == 0:
		return []diag.Diagnostic{diag.EmptyFile.At(diag.Whole(file))}
	case !utf8.Valid(content):
		return []diag.Diagnostic{diag.NotUTF8.At(diag.Whole(file)).With(diag.SaveAsUTF8)}
	}
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	switch strings.ToLower(path.Ext(file)) {
	case ".yaml", ".yml":
		_, diags := yaml.Parse(file, content, 1)
		return diags
	case ".json":
		return checkJSON(file, content)
	case ".csv":
		return checkCSV(file, content)
	}
	return []diag.Diagnostic{diag.DataKind.At(diag.Whole(file), path.Ext(file))}
}

// maxDepth is how deep lists and objects may lie in one another.
const maxDepth = 100

// checkJSON reports what is no JSON (RFC 8259), and a name that an object has twice.
func checkJSON(file string, content []byte) []diag.Diagnostic {
	d := json.NewDecoder(bytes.NewReader(content))
	d.UseNumber()
	err := jsonValue(d, 0)
	if err == nil {
		_, err = d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = errors.New("there is more after the end")
		}
	}
	offset := d.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		offset = syntax.Offset
	}
	place := placeAt(file, content, offset)
	var double doubledName
	if errors.As(err, &double) {
		return []diag.Diagnostic{diag.DoubledKey.At(place, string(double))}
	}
	return []diag.Diagnostic{diag.DataSyntax.At(place, "JSON", err.Error())}
}

type doubledName string

func (n doubledName) Error() string { return "doubled name " + strconv.Quote(string(n)) }

func jsonValue(d *json.Decoder, depth int) error {
	if depth > maxDepth {
		return errors.New("lists and objects lie too deep in one another")
	}
	token, err := d.Token()
	if err != nil {
		return noEnd(err)
	}
	opening, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	names := map[string]bool{}
	for d.More() {
		if opening == '{' {
			name, err := d.Token()
			if err != nil {
				return noEnd(err)
			}
			text := name.(string) // the decoder lets nothing else stand there
			if names[text] {
				return doubledName(text)
			}
			names[text] = true
		}
		if err := jsonValue(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token()
	return noEnd(err)
}

func noEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return errors.New("the end is missing")
	}
	return err
}

// placeAt is the place of a byte of the file.
func placeAt(file string, content []byte, offset int64) diag.Place {
	before := content[:min(max(offset-1, 0), int64(len(content)))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return diag.Place{File: file, Line: line, Column: column}
}

// checkCSV reports what is no CSV (RFC 4180, or with semicolons as Swedish spreadsheets write it): rows of other
// lengths than the first, and quotes that are not closed.
func checkCSV(file string, content []byte) []diag.Diagnostic {
	r := csv.NewReader(bytes.NewReader(content))
	header, _, _ := bytes.Cut(content, []byte("\n"))
	if bytes.Count(header, []byte(";")) > bytes.Count(header, []byte(",")) {
		r.Comma = ';'
	}
	r.ReuseRecord = true
	for {
		_, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var fault *csv.ParseError
		switch {
		case errors.As(err, &fault) && errors.Is(err, csv.ErrFieldCount):
			return []diag.Diagnostic{diag.DataRow.At(diag.Place{File: file, Line: fault.StartLine, Column: 1})}
		case errors.As(err, &fault):
			place := diag.Place{File: file, Line: max(fault.Line, 1), Column: 1}
			return []diag.Diagnostic{diag.DataSyntax.At(place, "CSV", fault.Err.Error())}
		}
	}
}
