package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// found lists findings as "line:column-endColumn code".
func found(list []diag.Diagnostic) []string {
	var s []string
	for _, d := range list {
		end := ""
		if d.EndColumn > 0 {
			end = fmt.Sprintf("-%d", d.EndColumn)
		}
		s = append(s, fmt.Sprintf("%d:%d%s %s", d.Line, d.Column, end, d.Code))
	}
	return s
}

// Every mistake is reported at its exact place; columns are characters. The text begins on line 11 of its file.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"Å <b>fet</b> text", "11:3-6 raw-html"},
		{"ä\n\n  <div>\nx</div>", "13:3-8 raw-html"},
		{"x</b>", "11:2-6 raw-html"},
		{"- a\n\n  > <u>å</u>\n", "13:5-8 raw-html"},
		{"a <!-- b", "11:3-7 unclosed-comment"},
		{"ett\n\n <!-- b\n\ntvå", "13:2-6 unclosed-comment"},
		{"Åå [x](javascript:alert(1)).", "11:8-27 bad-scheme"},
		{"[x](<java\tscript:a>)", "11:6-19 bad-scheme"},
		{"[x](JaVa&#115;cript:a)", "11:5-22 bad-scheme"},
		{"[x](java&#10;script:a)", "11:5-22 bad-scheme"},
		{"[x](&#1;javascript:a)", "11:5-21 bad-scheme"},
		{"[x](javascript&colon;a)", "11:5-23 bad-scheme"},
		{"[x](javascript\\:a)", "11:5-18 bad-scheme"},
		{"[x](data:text/html,a) ![y](data:image/png;x)", "11:5-21 bad-scheme|11:28-44 bad-scheme"},
		{"[x][a]\n\n[a]: vbscript:x 'y'", "13:6-16 bad-scheme"},
		{"<ftp://x.se/a>", "11:2-14 bad-scheme"},
		{"[x](//evil.se/a)", "11:5-16 no-scheme"},
		{`[x](/\evil.se)`, "11:5-14 no-scheme"},
		{`[x](bilder\a.md)`, "11:5-16 bad-link"},
		{"[x](http:a) [y](https://) [z](mailto:)", "11:5-11 bad-link|11:17-25 bad-link|11:31-38 bad-link"},
		{"ö [x]()", "11:3-4 empty-link"},
		{"![y](<>)", "11:1-2 empty-link"},
		{"se [här][saknas] och [a][] men [b]", "11:9-17 missing-definition|11:25-27 missing-definition"},
		{"å[^1]", "11:2-6 missing-footnote"},
		{"a\n\n[^x]: not", "13:1-6 unused-footnote"},
		{"a[^x]\n\n[^x]: en\n\n[^x]: två", "15:1-6 doubled-footnote"},
		{"  # Å", "11:3-6 heading-one"},
		{"Å\n===", "11:1-2 heading-one"},
		{"##", "11:1-3 empty-heading"},
		{"å ![](x.jpg)", "11:3-6 image-alt"},
		{"text\n\n- Det är bra, säger Anna Berg.\n", "13:1-2 speech-as-list"},
		{"| å |\n|---|\n| a \\| b | c | d |\n| e |", "13:12-19 extra-cells"},
		{"## Åå {#b c}", "11:8-12 bad-anchor"},
		{"## Åå {#b}\n## C {#b}\n## D {#Då}\n## E {.x}", "12:7-9 doubled-anchor|13:7-10 bad-anchor|14:7-9 unknown-attribute"},
		{"[x]{.klass}", "11:5-11 unknown-attribute"},
		{"[å]{lang=en id=x}", "11:13-17 unknown-attribute"},
		{"[x]{lang=engelska}", "11:5-18 bad-language"},
		{"[x](y.md){lang=en}", "11:10-19 stray-language"},
		{"a\n\n::: {lang=en}\nb", "13:1-14 unclosed-passage"},
		{"::: note\nb\n:::", "11:5-9 unknown-attribute"},
		{"a\n\n:::", "13:1-4 stray-passage"},
	} {
		body, list := Parse([]byte(tt.src), Options{File: "f.md", FirstLine: 11})
		if got := strings.Join(found(list), "|"); got != tt.want {
			t.Errorf("%q\ngot  %s\nwant %s", tt.src, got, tt.want)
		}
		if strings.Contains(closed(body), "script:") && !strings.Contains(tt.src, "\\:") && strings.Contains(closed(body), `href="java`) {
			t.Errorf("%q reaches the page: %s", tt.src, closed(body))
		}
	}
}

// The same for raw HTML that is cleaned.
func TestPlacesOfCleanedHTML(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"Å <font color=red>a</font>", "11:3-19 removed-html"},
		{"<div>\nåä <script>x</script> b\n</div>", "12:4-12 removed-html|12:4-22 removed-text"},
		{"<p><a href='javascript:x'>å</a>", "11:4-27 bad-scheme"},
		{"<p>\n<img src=a.jpg>", "12:1-16 image-alt"},
		{"<p>\n<img src=a.jpg alt=''>", ""},
		{"<div>\nåå <!-- x\n</div>", "12:4-8 unclosed-comment"},
		{"<div>\ntext <b class=\n\nmer", "12:6-15 unclosed-tag"},
		{"<?php echo 1 ?>", "11:1-16 removed-html"},
		{"<!-- egen --> <b>x</b> <style>p{}</style>", "11:24-31 removed-html"},
	} {
		_, list := Parse([]byte(tt.src), Options{File: "f.md", FirstLine: 11, HTML: Clean})
		if got := strings.Join(found(list), "|"); got != tt.want {
			t.Errorf("%q\ngot  %s\nwant %s", tt.src, got, tt.want)
		}
	}
}

// What is meant as text is no mistake: what looks like a mistake and is none.
func TestNothingFound(t *testing.T) {
	for _, src := range []string{
		"a < b och c > d, 3 <4", "`<b>` och\n\n    <div>\n\n```\n<b>[x](javascript:y)\n:::\n```\n", `\<b> \[^x] \![](y)`, "<!-- egen <b> -->\n\n<!-- a\n\nb -->",
		"[x](#tider) [y](../om.md#a) [z](/a/ \"t\") <https://a.se> <a@b.se> [t](tel:+46-8-1)", "[a] [b]: c {d} ]{ }", "a[0][1](x.md)", "kl. 12:30, 12:30.md",
		"[12:30](12:30.md) [a](./x:y) [b](?q=a:b)", "## Rubrik", "- Ja, säger vi.\n- Nej, säger de.\n", "![alt](x.jpg)", "en ::: två", "[^not a note] [^1](x.md)",
		"[x]\n\n[x]: y.md\n[oanvänd]: z.md", "[å]{lang=\"en\"} [b]{lang=zh-Hans} [c]{ lang=ar }", "{x} {lang} ${lang=en", "http://a.se", "",
	} {
		if _, list := Parse([]byte(src), Options{Typography: true}); len(list) > 0 {
			t.Errorf("%q: %v", src, found(list))
		}
	}
}

// Every code of Markdown texts is provoked by a test in this package.
func TestEveryCodeIsProvoked(t *testing.T) {
	seen := map[diag.Code]bool{}
	note := func(src string, mode HTMLMode) {
		_, list := Parse([]byte(src), Options{HTML: mode})
		for _, d := range list {
			seen[d.Code] = true
			if d.Message(locale.Swedish) == "" || d.Message(locale.English) == "" {
				t.Errorf("%s says nothing", d.Code)
			}
		}
	}
	for _, src := range []string{
		"<b>", "<!--", "[a](x:y)", "[a](//b)", "[a](https://)", "[a]()", "[a][b]", "[^1]", "[^1]: a", "a[^1]\n\n[^1]: b\n\n[^1]: c", "# a", "#", "![](a)",
		"- Ja, säger Anna Berg.", "|a|\n|-|\n|b|c", "## a {#Å}", "## a {#b}\n## a {#b}", "[a]{b=c}", "[a]{lang=1}", "{lang=en}", "::: {lang=en}", ":::", strings.Repeat(">", 99), strings.Repeat("a", maxSize+1),
	} {
		note(src, Forbid)
	}
	for _, src := range []string{"<font>", "<div><script>x</script>", "<div\n\n"} {
		note(src, Clean)
	}
	for _, code := range []diag.Code{
		diag.TextTooLarge, diag.TooComplex, diag.RawHTML, diag.RemovedHTML, diag.RemovedText, diag.UnclosedTag, diag.UnclosedComment, diag.BadScheme, diag.NoScheme,
		diag.BadLink, diag.EmptyLink, diag.MissingDefinition, diag.MissingFootnote, diag.UnusedFootnote, diag.DoubledFootnote, diag.HeadingOne, diag.EmptyHeading,
		diag.BadAnchor, diag.DoubledAnchor, diag.ImageAlt, diag.SpeechAsList, diag.ExtraCells, diag.UnknownAttribute, diag.BadLanguage, diag.StrayLanguage, diag.UnclosedFence, diag.StrayFence,
	} {
		if !seen[code] {
			t.Errorf("nothing provokes %s", code)
		}
	}
}

// The mend is said where there is one.
func TestHints(t *testing.T) {
	for src, want := range map[string]string{
		"<b>x</b>": "skriv **…**", "<h3>": "skriv ### …", "CO<sub>2</sub>": "skriv ₀₁₂₃₄₅₆₇₈₉", "<foo>": `skriv \< om tecknet ska synas i texten`, "[x](//a.se/b)": "skriv https://a.se/b",
		`[x](a\b.md)`: "skriv a/b.md", "[x](y){lang=en}": "skriv […]{lang=en}", "- Ja, säger Anna Berg.": "skriv – …", "# a": "skriv ##",
	} {
		_, list := Parse([]byte(src), Options{})
		if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.HintText(locale.Swedish) == want }) {
			t.Errorf("%q: no hint %q in %v", src, want, list)
		}
	}
}
