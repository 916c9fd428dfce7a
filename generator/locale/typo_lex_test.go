package locale

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// nextPlainly is para.next as it would be written by who is not in a hurry:
// by kindOf of each character.
func nextPlainly(p *para, i, to int) (kind tokenKind, end int) {
	r, size := utf8.DecodeRuneInString(p.source[i:to])
	kind, end = kindOf(r), i+size
	if kind == space || kind == punct && r != '.' && r != '-' {
		return kind, end
	}
	for end < to {
		following, size := utf8.DecodeRuneInString(p.source[end:to])
		if kind == punct && following != r || kind != punct && kindOf(following) != kind {
			break
		}
		end += size
	}
	return kind, end
}

// What looks at bytes cuts every text, sound or not, as what looks at
// characters does.
func TestLexingByBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{
			"a", "Z", "å", "Ö", "é", "ÿ", "À", "×", "÷", "\u0300", "\u00ad", "ſ", "я", "日", "🎉", "0", "9", "٣", "/", ":", "@", "[", "`", "{",
			" ", "\n", "\u00a0", "\u202f", ".", "..", "-", "--", "–", "\"", "\x00", "\x80", "a\xc3", "\xc3a", "a\xc3a", "\xbf", "\xff", "\ufffd",
		}), 0, 12).Draw(t, "pieces")
		p := &para{}
		for _, piece := range pieces {
			p.source += piece
		}
		to := rapid.IntRange(0, len(p.source)).Draw(t, "to")
		for i := 0; i < to; {
			kind, end := p.next(i, to)
			if wantKind, want := nextPlainly(p, i, to); kind != wantKind || end != want {
				t.Fatalf("%q at %d: kind %d to %d, want %d to %d", p.source[:to], i, kind, end, wantKind, want)
			}
			i = end
		}
	})
}

// Each character of ASCII and Latin-1 has one kind, whichever way it is
// looked at.
func TestKindsOfLatin(t *testing.T) {
	for c := range rune(0x100) {
		p := &para{source: string(c)}
		if kind, end := p.next(0, len(p.source)); kind != kindOf(c) || end != len(p.source) {
			t.Errorf("%q: kind %d to %d, want %d", c, kind, end, kindOf(c))
		}
		p.source = "a" + string(c)
		if _, end := p.next(0, len(p.source)); (end == len(p.source)) != (kindOf(c) == word) {
			t.Errorf("%q: the word ends at %d", p.source, end)
		}
	}
}

// A paragraph that is used again holds nothing of the one before it, and one
// that has been given away is not altered by the next.
func TestParagraphsUsedAgain(t *testing.T) {
	cases := typographyCases(t)
	rapid.Check(t, func(t *rapid.T) {
		first, second := rapid.SampledFrom(cases).Draw(t, "first"), rapid.SampledFrom(cases).Draw(t, "second")
		runs := parseRuns(first.before)
		given := Setter{first.lang}.Paragraph(runs)
		again := parseRuns(second.before)
		if got := formatRuns(again, Setter{second.lang}.Paragraph(again)); got != second.after {
			t.Fatalf("after %q: %q, want %q", first.before, got, second.after)
		}
		if got := formatRuns(runs, given); got != first.after {
			t.Fatalf("%q has been altered to %q", first.after, got)
		}
	})
}
