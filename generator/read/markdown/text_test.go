package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

// textPieces are what the steps from a text to a page tell apart.
var textPieces = []string{
	"a", "Z", "7", "å", "é", "٣", "½", "日", "🎉", "-", "–", ".", "\"", "&", "<", ">", "&amp;", "&ngE;", "\\", "\\*", "&#38;", " ", "  ", "\t", "\n", "\r", "\r\n",
	"\u00a0", "\u0085", "\u2028", "\u202f", "\u00ad", "\v", "\f", "\x00", "\x1f", "\x7f", "\u0080", "\u009f", "\ufdd0", "\ufdef", "\ufffe", "\U0001ffff", "\ufffd", "\x80", "\xc3", "\xff",
}

func drawText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(textPieces), 0, 16).Draw(t, "pieces"), "")
}

// A text that is taken as it is holds nothing that preparing it would replace, and one that is not holds something.
func TestPrepare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := []byte(drawText(t))
		var want []byte
		for _, c := range strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(separated(src), "\ufffd")) {
			want = utf8.AppendRune(want, allowed(c))
		}
		got := prepare(src)
		if string(got) != string(want) || isPrepared(src) != bytes.Equal(src, want) || cap(got) != len(got) {
			t.Fatalf("%q became %q, want %q", src, got, want)
		}
	})
}

// separated keeps strings.ToValidUTF8 from making one character of several stray bytes.
func separated(src []byte) string {
	var b strings.Builder
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		b.WriteRune(r)
		src = src[size:]
	}
	return b.String()
}

// The words of a text are gathered, counted and escaped as one would do it character by character.
func TestWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, count := newDraft(nil, Options{}), 0
		var want []string
		for _, paragraph := range rapid.SliceOfN(rapid.Custom(drawText), 1, 3).Draw(t, "paragraphs") {
			paragraph = string(prepare([]byte(paragraph)))
			d.out.Reset()
			for _, part := range strings.SplitAfter(paragraph, "a") {
				d.write(part)
			}
			d.plain.end()
			if got := d.out.String(); got != escape(paragraph) {
				t.Fatalf("%q is written %q, want %q", paragraph, got, escape(paragraph))
			}
			isSpace := func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }
			if words := strings.FieldsFunc(paragraph, isSpace); len(words) > 0 {
				want = append(want, strings.Join(words, " "))
			}
			for _, word := range strings.Fields(paragraph) {
				if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
					count++
				}
			}
		}
		if got := string(d.plain.b); got != strings.Join(want, "\n") || countWords(got) != count {
			t.Fatalf("%q with %d words, want %q with %d", got, countWords(got), want, count)
		}
	})
}

// What a text node says is what its bytes say, wherever it is taken from.
func TestTextOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDraft(prepare([]byte(drawText(t))), Options{})
		start := rapid.IntRange(0, len(d.src)).Draw(t, "start")
		n := ast.NewTextSegment(text.NewSegmentPadding(start, rapid.IntRange(start, len(d.src)).Draw(t, "stop"), rapid.IntRange(0, 1).Draw(t, "padding")))
		n.SetSoftLineBreak(rapid.Bool().Draw(t, "soft"))
		n.SetHardLineBreak(rapid.Bool().Draw(t, "hard"))
		n.SetRaw(rapid.Bool().Draw(t, "raw"))
		want := string(n.Value(d.src))
		if !n.IsRaw() {
			if want = unescape(want); n.SoftLineBreak() && !n.HardLineBreak() {
				want += "\n"
			}
		}
		if got := d.textOf(n); got != want {
			t.Fatalf("%q from %v of %q, want %q", got, n.Segment, d.src, want)
		}
	})
}

// No paragraph that is passed over begins with a dash.
func TestSpeechBehindMarks(t *testing.T) {
	for src, want := range map[string]int{
		"– Ja.": 1, "*– Ja.*": 1, "Ja – nej.": 0, "*a* – b": 0, "&ndash; Ja": 1, "[– Ja](/u)": 1, "`– a`": 1, "<b>– a</b>": 1, "<b>a</b>": 0, "![– a](/u)": 1, "\u00a0– Ja": 1, "Å – a": 0,
	} {
		body, _ := Parse([]byte(src), Options{})
		got := 0
		for _, s := range body.Segments {
			got += strings.Count(s.HTML, `class="speech"`)
		}
		if got != want {
			t.Errorf("%q: %d lines of speech, want %d", src, got, want)
		}
	}
}

// A reference that is as long as what it stands for is resolved at the end of a line as well.
func TestReferenceOfEqualLength(t *testing.T) {
	if body, _ := Parse([]byte("a &ngE;\nb"), Options{}); body.Plain != "a \u2267\u0338 b" {
		t.Errorf("%q", body.Plain)
	}
}

// A text is read alike whatever was read before it, and keeps what it says while others are read.
func TestTextsOneAfterAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(plainPieces), 0, 20).Draw(t, label), "")
		}
		opt := Options{Typography: true, HTML: Clean}
		first, second := draw("first"), draw("second")
		before, _ := Parse([]byte(first), opt)
		shown := fmt.Sprintf("%#v", *before)
		_, _ = Parse([]byte(second), opt)
		again, _ := Parse([]byte(first), opt)
		if now := fmt.Sprintf("%#v", *before); now != shown || fmt.Sprintf("%#v", *again) != shown {
			t.Fatalf("%q became %s and %#v", first, now, *again)
		}
	})
}
