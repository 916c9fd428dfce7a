package diag

import (
	"strings"
	"unicode/utf8"

	"growthportal/generator/locale"
)

// PersonalNumbers reports the personal identity numbers in a text that is a file's, each at its place; see
// [locale.PersonalNumbers]. The numbers are not in what is told.
func PersonalNumbers(file, text string) []Diagnostic {
	var found []Diagnostic
	text = strings.TrimPrefix(text, "\ufeff")
	line, at := 1, 0 // the line that begins at the offset
	for _, span := range locale.PersonalNumbers(text) {
		for {
			end := strings.IndexByte(text[at:span.From], '\n')
			if end < 0 {
				break
			}
			line, at = line+1, at+end+1
		}
		column := 1 + utf8.RuneCountInString(text[at:span.From])
		place := Place{File: file, Line: line, Column: column, EndColumn: column + utf8.RuneCountInString(text[span.From:span.To])}
		found = append(found, PersonalNumber.At(place).With(RemoveNumber))
	}
	return found
}

// Private tells whether the line that a finding is about must not be shown: logs are read by more than those who wrote it.
func (c Code) Private() bool { return c == PersonalNumber }
