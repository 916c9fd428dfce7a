// Package data reads the files of content/data/: YAML, JSON and CSV that pages draw on. Every one of them must be
// sound, used or not.
package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"path"
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
