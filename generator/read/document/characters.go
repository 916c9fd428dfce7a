package document

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// checkCharacters returns the content without byte order mark and with "\n" at the line ends. What is not text, and
// characters that make a text look other than it is, are errors at their places, at most ten of them.
func checkCharacters(file string, content []byte) ([]byte, []diag.Diagnostic) {
	if len(bytes.TrimSpace(content)) == 0 {
		return content, []diag.Diagnostic{diag.EmptyFile.At(diag.Whole(file))}
	}
	if bytes.HasPrefix(content, []byte{0xFE, 0xFF}) || bytes.HasPrefix(content, []byte{0xFF, 0xFE}) {
		return content, []diag.Diagnostic{diag.NotUTF8.At(diag.Whole(file)).With(diag.SaveAsUTF8)}
	}
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	if isPlain(content) {
		return content, nil
	}
	if !utf8.Valid(content) {
		return content, []diag.Diagnostic{diag.NotUTF8.At(diag.Whole(file)).With(diag.SaveAsUTF8)}
	}
	content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n"))
	return content, strangeCharacters(file, content)
}

// isPlain tells of most files, quickly, that nothing in them is strange and nothing is to be replaced.
func isPlain(content []byte) bool {
	for i := 0; i < len(content); {
		if i += locale.PrintableLatin(content[i:]); i == len(content) {
			break
		}
		if c := content[i]; c == '\n' || c == '\t' {
			i++
			continue
		} else if c < utf8.RuneSelf {
			return false
		}
		r, size := utf8.DecodeRune(content[i:])
		if size == 1 || strange(r) != "" {
			return false
		}
		i += size
	}
	return true
}

const mostStrange = 10

func strangeCharacters(file string, content []byte) []diag.Diagnostic {
	var found []diag.Diagnostic
	line, column := 1, 0
	for _, c := range string(content) {
		column++
		code := strange(c)
		switch {
		case c == '\n':
			line, column = line+1, 0
		case code != "":
			place := diag.Place{File: file, Line: line, Column: column, EndColumn: column + 1}
			number := fmt.Sprintf("U+%04X", c)
			found = append(found, code.At(place, number).With(diag.Remove, number))
		}
		if len(found) == mostStrange {
			break
		}
	}
	return found
}

// strange names what is wrong with a character, or "". The bidirectional controls are those that "Trojan Source"
// (Boucher and Anderson, 2021) lists; the marks U+200E and U+200F, which only help, are left alone.
func strange(c rune) diag.Code {
	switch {
	case c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069:
		return diag.BidiOverride
	case c < ' ' && c != '\t' && c != '\n', c >= 0x7F && c < 0xA0, c == 0xFFFE, c == 0xFFFF,
		c == 0x2028, c == 0x2029, // line ends that only some programs know
		c >= 0xE000 && c <= 0xF8FF: // private use: a word processor's bullets, for one
		return diag.ControlCharacter
	}
	return ""
}
