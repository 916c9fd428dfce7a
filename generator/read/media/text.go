package media

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
)

// text inspects a plain text that must begin with certain words, if any.
func text(first string) func(*inspection) {
	return func(in *inspection) {
		if content, ok := in.plainText(); ok && !bytes.HasPrefix(bytes.ToUpper(content[:min(len(content), 64)]), []byte(first)) {
			in.report(diag.NotWhatItSays, in.info.Label)
		}
	}
}

func jsonText(in *inspection) {
	if content, ok := in.plainText(); ok && !json.Valid(content) {
		in.report(diag.NotWhatItSays, in.info.Label)
	}
}

// plainText gives the content without byte order mark if it is text in UTF-8 that no browser would take for a page.
func (in *inspection) plainText() ([]byte, bool) {
	content := bytes.TrimPrefix(in.content, []byte("\ufeff"))
	switch {
	case looksBinary(content):
		in.otherwise(format{label: in.info.Label})
	case !utf8.Valid(content):
		in.notUTF8()
	case strings.HasPrefix(http.DetectContentType(content), "text/html"):
		in.report(diag.NotWhatItSays, in.info.Label)
	default:
		return content, true
	}
	return nil, false
}

func (in *inspection) notUTF8() {
	in.report(diag.TextEncoding, in.info.Label)
	in.hint(diag.SaveAsUTF8)
}

// looksBinary tells a file that is no text in any encoding: control characters that no text has. The zeros of UTF-16, which
// begins with a mark of its own, are not meant.
func looksBinary(content []byte) bool {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) {
		return false
	}
	for _, c := range content {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a && c != 0x1b {
			return true
		}
	}
	return false
}
