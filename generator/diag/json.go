package diag

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"growthportal/generator/locale"
)

// jsonLine is the form of a diagnostic for programs. Its names are part of the interface.
type jsonLine struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndColumn int    `json:"endColumn,omitempty"` // exclusive
	Severity  string `json:"severity"`            // "error" or "warning"
	Code      Code   `json:"code"`
	Message   string `json:"message"`
	Hint      string `json:"hint,omitempty"`
}

// WriteJSON writes diagnostics for programs: one object a line, in the order given. The severity's words do not depend on
// the language; message and hint do.
func WriteJSON(w io.Writer, list []Diagnostic, lang locale.Lang) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, d := range list {
		line := jsonLine{
			File: d.File, Line: d.Line, Column: d.Column, EndColumn: d.EndColumn,
			Severity: d.Severity.String(), Code: d.Code, Message: d.Message(lang), Hint: d.HintText(lang),
		}
		if err := enc.Encode(line); err != nil {
			return fmt.Errorf("write diagnostics: %w", err)
		}
	}
	return out.Flush()
}
