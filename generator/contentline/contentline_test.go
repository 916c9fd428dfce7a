package contentline_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"growthportal/generator/contentline"
)

// What has a meaning of its own in a line is escaped, in values and in parameters, and what no line may hold is left out.
func TestLines(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"Möte", "SUMMARY;LANGUAGE=sv:Möte\r\n"},
		{"a, b; c \\ d", "SUMMARY;LANGUAGE=sv:a\\, b\\; c \\\\ d\r\n"},
		{"ett\ntvå\r\ntre\rfyra", "SUMMARY;LANGUAGE=sv:ett\\ntvå\\ntre\\nfyra\r\n"},
		{"a\x00\x1b\x7fb\tc", "SUMMARY;LANGUAGE=sv:ab\tc\r\n"},
		{"BEGIN:VEVENT", "SUMMARY;LANGUAGE=sv:BEGIN:VEVENT\r\n"},
		{"  ", ""},
	} {
		var b strings.Builder
		contentline.NewWriter(&b).Text("SUMMARY", c.value, contentline.Param{Name: "LANGUAGE", Value: "sv"})
		if b.String() != c.want {
			t.Errorf("%q: %q", c.value, b.String())
		}
	}
	var b strings.Builder
	contentline.NewWriter(&b).Raw("X", "v", contentline.Param{Name: "P", Value: "a:b\"\nc"})
	if b.String() != "X;P=\"a:b'c\":v\r\n" {
		t.Errorf("%q", b.String())
	}
}

// However long a text is, and in whatever script: no line is too long, none ends within a character, and what is
// unfolded is what was written.
func TestFolding(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		value := rapid.StringOf(rapid.SampledFrom([]rune("abö–€𝄞 ,"))).Draw(r, "value")
		var b strings.Builder
		contentline.NewWriter(&b).Raw("X-LONG", value)
		for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				r.Fatalf("%d bytes: %q", len(line), line)
			}
		}
		if got := strings.ReplaceAll(b.String(), "\r\n ", ""); got != "X-LONG:"+value+"\r\n" {
			r.Fatalf("%q", got)
		}
	})
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// A failure of the machine is told once all lines are written.
func TestFailure(t *testing.T) {
	w := contentline.NewWriter(broken{})
	w.Raw("A", "b")
	w.Raw("C", "d")
	if w.Err() == nil {
		t.Error("no error")
	}
}
