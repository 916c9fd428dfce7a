package locale

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// The table is written so that everything in it can be seen: ~ is a no-break
// space, ¬ a soft hyphen, | the border of a run, ⟦ ⟧ enclose an opaque run,
// ¶ is a newline.
var (
	unveil = strings.NewReplacer("~", "\u00a0", "¬", "\u00ad", "¶", "\n")
	veil   = strings.NewReplacer("\u00a0", "~", "\u00ad", "¬", "\n", "¶")
)

// parseRuns reads runs in the notation of the table.
func parseRuns(s string) []Run {
	var runs []Run
	for s != "" {
		i := strings.IndexAny(s, "|⟦")
		switch {
		case i < 0:
			return append(runs, Run{Text: unveil.Replace(s)})
		case strings.HasPrefix(s[i:], "|"):
			runs = append(runs, Run{Text: unveil.Replace(s[:i])})
			s = s[i+1:]
			if s == "" {
				runs = append(runs, Run{})
			}
		default:
			if i > 0 {
				runs = append(runs, Run{Text: unveil.Replace(s[:i])})
			}
			opaque, rest, _ := strings.Cut(s[i+len("⟦"):], "⟧")
			runs = append(runs, Run{Text: unveil.Replace(opaque), Opaque: true})
			s = rest
		}
	}
	return runs
}

// formatRuns writes runs in the notation of the table.
func formatRuns(runs []Run, texts []string) string {
	var b strings.Builder
	for i, run := range runs {
		switch {
		case run.Opaque:
			b.WriteString("⟦" + veil.Replace(texts[i]) + "⟧")
			continue
		case i > 0 && !runs[i-1].Opaque:
			b.WriteString("|")
		}
		b.WriteString(veil.Replace(texts[i]))
	}
	return b.String()
}

type typographyCase struct {
	line                int
	lang                Lang
	before, after, note string
}

func typographyCases(t testing.TB) []typographyCase {
	t.Helper()
	data, err := os.ReadFile("testdata/typography.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var cases []typographyCase
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			t.Fatalf("testdata/typography.tsv:%d: %d fields, want 4", i+1, len(fields))
		}
		lang, ok := ParseLang(fields[0])
		if !ok {
			t.Fatalf("testdata/typography.tsv:%d: language %q", i+1, fields[0])
		}
		after := fields[2]
		if after == "=" { // unchanged
			after = fields[1]
		}
		cases = append(cases, typographyCase{i + 1, lang, fields[1], after, fields[3]})
	}
	return cases
}

// Every case comes out as told, stays so when it is set again, and comes out
// the same when it is cut into runs at any place.
func TestTypographyTable(t *testing.T) {
	cases := typographyCases(t)
	if len(cases) < 170 {
		t.Errorf("%d cases, want at least 170", len(cases))
	}
	for _, c := range cases {
		s := Setter{c.lang}
		runs := parseRuns(c.before)
		texts := s.Paragraph(runs)
		if got := formatRuns(runs, texts); got != c.after {
			t.Errorf("testdata/typography.tsv:%d: %s\n before %s\n    got %s\n   want %s", c.line, c.note, c.before, got, c.after)
			continue
		}
		checkLaws(t, s, runs)
	}
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkLaws holds what must be true of any paragraph.
func checkLaws(t failer, s Setter, runs []Run) {
	t.Helper()
	texts := s.Paragraph(runs)
	if len(texts) != len(runs) {
		t.Fatalf("%d runs became %d", len(runs), len(texts))
	}
	again := make([]Run, len(runs))
	for i, run := range runs {
		if run.Opaque && texts[i] != run.Text {
			t.Fatalf("the opaque run %q became %q", run.Text, texts[i])
		}
		if a, b := letters(run.Text), letters(texts[i]); a != b {
			t.Fatalf("%q became %q: letters or digits are lost or moved", run.Text, texts[i])
		}
		if utf8.ValidString(run.Text) && !utf8.ValidString(texts[i]) {
			t.Fatalf("%q became broken UTF-8", run.Text)
		}
		again[i] = Run{texts[i], run.Opaque}
	}
	for i, text := range s.Paragraph(again) {
		if text != texts[i] {
			t.Fatalf("twice is not once, run %d: %q, then %q, then %q", i, runs[i].Text, texts[i], text)
		}
	}
	var joined []Run
	for _, run := range runs {
		if n := len(joined); n > 0 && !run.Opaque && !joined[n-1].Opaque {
			joined[n-1].Text += run.Text
			continue
		}
		joined = append(joined, run)
	}
	if a, b := bones(textOf(runs)), bones(strings.Join(texts, "")); a != b {
		t.Fatalf("%q became %q: more than spaces, quotation marks and dashes are changed", a, b)
	}
	if a, b := strings.Join(texts, ""), strings.Join(s.Paragraph(joined), ""); a != b {
		t.Fatalf("cut into runs it is %q, in one %q", a, b)
	}
}

func textOf(runs []Run) string {
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return b.String()
}

// letters is what must stay in the run that it stands in.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}

// bones is what no rule may touch: letters, digits and all marks but those
// that the rules set.
func bones(s string) string {
	s = strings.ReplaceAll(s, "…", "...")
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("\"'“”„‟‘’‚´-–—―−,", r) {
			return -1
		}
		return r
	}, s)
}

// No text whatever breaks the laws, or the program.
func TestTypographyLaws(t *testing.T) {
	pieces := []string{
		"\"", "'", "”", "’", "“", "‘", "„", "´", "-", "--", "–", "—", "−", "...", "…", ".", ",", ":", ";", "!", "?", "(", ")", "/", "%", "°", "§", "€", "+", "=",
		" ", " ", " ", "\u00a0", "\n", "\u00ad", "0", "08", "5", "10", "12", "16", "55", "20", "123", "000", "45", "2009", "2011", "38000", "556677", "123456",
		"kl", "kl.", "den", "maj", "September", "mån", "fre", "nr", "s.", "t", "ex", "kr", "mkr", "m", "grader", "invånare", "ca", "och", "till",
		"A", "B.", "Svensson", "dr", "hej", "å", "a\u030a", "s", "½", "www.a.se", "https://a.se/5-6", "a@b.se", "Kr", "f", "\xff", "\x80", "日", "🙂",
	}
	text := rapid.OneOf(
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14), func(s []string) string { return strings.Join(s, "") }),
		rapid.String(),
	)
	run := rapid.Custom(func(t *rapid.T) Run {
		return Run{text.Draw(t, "text"), rapid.IntRange(0, 5).Draw(t, "opaque") == 0}
	})
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom(Langs()).Draw(t, "lang")
		checkLaws(t, Setter{lang}, rapid.SliceOfN(run, 0, 5).Draw(t, "runs"))
	})
}

// Real sentences, mixed and cut at random, keep the laws too.
func TestTypographyLawsOnRealText(t *testing.T) {
	cases := typographyCases(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(cases).Draw(t, "case")
		d := rapid.SampledFrom(cases).Draw(t, "other")
		var runs []Run
		for _, r := range append(parseRuns(c.before), parseRuns(d.before)...) {
			cut := rapid.IntRange(0, len(r.Text)).Draw(t, "cut")
			if r.Opaque || !utf8.ValidString(r.Text[:cut]) {
				runs = append(runs, r)
				continue
			}
			runs = append(runs, Run{Text: r.Text[:cut]}, Run{Text: r.Text[cut:]})
		}
		checkLaws(t, Setter{c.lang}, runs)
	})
}

// The cost of a paragraph grows with its length and no faster: with anything
// worse these would outlast the time that tests are given.
func TestTypographyIsLinear(t *testing.T) {
	for _, piece := range []string{
		`"`, `'`, `"'`, `" `, `5" `, "0123 ", "1 000 ", "+46 ", "a@", "!@", "@!", "www.", "- ", "-", ".", "5-", "5-6 ", "t ", "A. ", "den 1 ", "kl. ", "´", "100 11 ", "\u00ad", "10000 och ",
	} {
		text := strings.Repeat(piece, 80_000/len(piece))
		for _, lang := range Langs() {
			Setter{lang}.String(text)
		}
		Attribution(text, Swedish)
		Speech(text)
		Slug(text)
	}
}

// A language without rules is left as it is.
func TestUnknownLanguageIsLeftAlone(t *testing.T) {
	const text = `"5 kr" - 'x'...`
	if got := (Setter{}).String(text); got != text {
		t.Errorf("got %q", got)
	}
}

func FuzzSetter(f *testing.F) {
	for _, c := range typographyCases(f) {
		f.Add(unveil.Replace(c.before), c.lang == English, 3)
	}
	f.Fuzz(func(t *testing.T, text string, english bool, cut int) {
		lang := Swedish
		if english {
			lang = English
		}
		cut = min(max(cut, 0), len(text))
		if !utf8.ValidString(text) || !utf8.ValidString(text[:cut]) {
			cut = 0
		}
		checkLaws(t, Setter{lang}, []Run{{Text: text[:cut]}, {Text: text[cut:]}})
	})
}
