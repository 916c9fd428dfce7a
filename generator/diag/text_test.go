package diag

import (
	"errors"
	"strings"
	"testing"

	"growthportal/generator/locale"
)

func unknown(excerpt string, column, end int) Diagnostic {
	d := UnknownKey.At(Place{"content/a.md", 4, column, end}, "ttile").With(DidYouMean, "title")
	d.Excerpt = excerpt
	return d
}

// The form of a diagnostic for people is part of the interface.
func TestWriteText(t *testing.T) {
	warning := UnusedFile.At(Place{File: "content/a.pdf", Line: 1, Column: 1})
	deep := unknown("summary: x", 1, 8)
	deep.Line = 120
	for _, tt := range []struct {
		name  string
		d     Diagnostic
		style TextStyle
		want  string
	}{
		{"with excerpt and hint", unknown("ttile: Näringslivet i fokus", 1, 6), TextStyle{Lang: "en"}, `
content/a.md:4:1: error: unknown key "ttile" [unknown-key]
  4 | ttile: Näringslivet i fokus
    | ^^^^^ did you mean "title"?
`},
		{"in Swedish", unknown("ttile: x", 1, 6), TextStyle{Lang: "sv"}, `
content/a.md:4:1: fel: okänd nyckel "ttile" [unknown-key]
  4 | ttile: x
    | ^^^^^ menade du "title"?
`},
		{"a warning without excerpt and hint", warning, TextStyle{Lang: "sv"}, `
content/a.pdf:1:1: varning: filen används inte och publiceras därför inte [unused-file]
`},
		{"without excerpt", unknown("", 1, 6), TextStyle{Lang: "en"}, `
content/a.md:4:1: error: unknown key "ttile" [unknown-key]
  did you mean "title"?
`},
		{"without a place", BadSiteURL.At(Place{}, "x").With(LikeSiteURL), TextStyle{Lang: "en"}, `
error: "x" is not the address of a website [bad-site-url]
  write it like https://www.example.se/
`},
		{"line of three digits", deep, TextStyle{Lang: "en"}, `
content/a.md:120:1: error: unknown key "ttile" [unknown-key]
  120 | summary: x
      | ^^^^^^^ did you mean "title"?
`},
		{"without an end", unknown("a: b", 4, 0), TextStyle{Lang: "en"}, `
content/a.md:4:4: error: unknown key "ttile" [unknown-key]
  4 | a: b
    |    ^ did you mean "title"?
`},
		{"at the end of the line", unknown("draft:", 7, 0), TextStyle{Lang: "en"}, `
content/a.md:4:7: error: unknown key "ttile" [unknown-key]
  4 | draft:
    |       ^ did you mean "title"?
`},
		{"after tabs, wide and combining characters", unknown("\t漢a\u0301:xy", 6, 7), TextStyle{Lang: "en"}, `
content/a.md:4:6: error: unknown key "ttile" [unknown-key]
  4 |     漢á:xy
    |         ^ did you mean "title"?
`},
		{"nothing acts on the terminal", unknown("a\x1b[31m\u202Eb\r\u200Bc\u0085", 2, 3), TextStyle{Lang: "en"}, `
content/a.md:4:2: error: unknown key "ttile" [unknown-key]
  4 | a␛[31m�b␍�c�
    |  ^ did you mean "title"?
`},
		{"coloured", unknown("a: b", 1, 2), TextStyle{Lang: "en", Color: true}, "\n" +
			"\x1b[1mcontent/a.md:4:1:\x1b[0m \x1b[1;31merror:\x1b[0m unknown key \"ttile\" \x1b[2m[unknown-key]\x1b[0m\n" +
			"  \x1b[2m4 |\x1b[0m a: b\n  \x1b[2m  |\x1b[0m \x1b[1;32m^ did you mean \"title\"?\x1b[0m\n"},
	} {
		var b strings.Builder
		if err := WriteText(&b, []Diagnostic{tt.d}, tt.style); err != nil {
			t.Fatal(err)
		}
		if got := "\n" + b.String(); got != tt.want {
			t.Errorf("%s: got%s\nwant%s", tt.name, got, tt.want)
		}
	}
}

// Words that come from an author cannot act on the terminal either, nor break the form of one line.
func TestWordsAreHarmless(t *testing.T) {
	var b strings.Builder
	d := UnknownKey.At(Place{"a\x1bb", 1, 1, 2}, "x\x1b]0;y\x07\nz").With(DidYouMean, "\x9b31m")
	if err := WriteText(&b, []Diagnostic{d}, TextStyle{Lang: locale.English}); err != nil {
		t.Fatal(err)
	}
	want := "a␛b:1:1: error: unknown key \"x␛]0;y␇ z\" [unknown-key]\n  did you mean \"�31m\"?\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// A long line is shown around the place, and the mark stands under it.
func TestLongLines(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 300)
	for _, tt := range []struct {
		name, line  string
		column, end int
	}{
		{"at the beginning", "X" + long, 1, 2},
		{"in the middle", long + "X" + long, 3001, 3002},
		{"at the end", long + "X", 3001, 3002},
		{"wide characters", strings.Repeat("漢", 500) + "X" + strings.Repeat("字", 500), 501, 502},
	} {
		shown, before, marked := window(tt.line, tt.column, tt.end)
		if n := columns(cells(shown)); n > windowWidth+2 {
			t.Errorf("%s: %d columns are shown", tt.name, n)
		}
		at := 0
		var under string
		for _, c := range cells(shown) {
			if at == before {
				under = c.text
			}
			at += c.width
		}
		if under != "X" || marked != 1 {
			t.Errorf("%s: %d columns are marked, at %q", tt.name, marked, under)
		}
	}
	if _, before, marked := window(long, 1, 3000); before != 0 || marked > windowWidth {
		t.Errorf("a long range: %d columns are marked after %d", marked, before)
	}
}

// A place beyond what there is of the line has no line under it: marking another place of it would mislead.
func TestPlaceBeyondTheExcerpt(t *testing.T) {
	d := unknown("a", 1, 2)
	d.Excerpt, d.Column, d.EndColumn = "kort", 6, 7
	var b strings.Builder
	if err := WriteText(&b, []Diagnostic{d}, TextStyle{Lang: locale.English}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "kort") {
		t.Error(b.String())
	}
	d.Column = 5 // the end of the line, where something is missing
	b.Reset()
	if err := WriteText(&b, []Diagnostic{d}, TextStyle{Lang: locale.English}); err != nil || !strings.Contains(b.String(), "kort") {
		t.Error(b.String(), err)
	}
}

func cells(s string) []cell {
	var list []cell
	for _, r := range s {
		list = append(list, cellOf(r))
	}
	return list
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// What cannot be written is told.
func TestWriteFails(t *testing.T) {
	list := []Diagnostic{unknown("a", 1, 2)}
	if err := WriteText(full{}, list, TextStyle{}); err == nil {
		t.Error("WriteText: no error")
	}
	if err := WriteJSON(full{}, list, locale.Swedish); err == nil {
		t.Error("WriteJSON: no error")
	}
}

// The form of a diagnostic for programs is part of the interface.
func TestWriteJSON(t *testing.T) {
	var b strings.Builder
	list := []Diagnostic{unknown("x", 1, 6), UnusedFile.At(Whole("content/<å>.pdf"))}
	if err := WriteJSON(&b, list, locale.Swedish); err != nil {
		t.Fatal(err)
	}
	want := `{"file":"content/a.md","line":4,"column":1,"endColumn":6,"severity":"error","code":"unknown-key","message":"okänd nyckel \"ttile\"","hint":"menade du \"title\"?"}
{"file":"content/<å>.pdf","line":1,"column":1,"severity":"warning","code":"unused-file","message":"filen används inte och publiceras därför inte"}
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
