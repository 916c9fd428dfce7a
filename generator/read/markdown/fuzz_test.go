package markdown

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// FuzzParse holds any text at all to what every page relies on: see sound.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"testdata/features.md", "testdata/raw.md"} {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for part := range strings.SplitSeq(string(content), "\n====\n") {
			f.Add(part)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 20_000 {
			return
		}
		for _, opt := range []Options{
			{File: "a.md", FirstLine: 3, Typography: true},
			{File: "a.md", Lang: locale.English, HTML: Clean, Prefix: "x-"},
		} {
			sound(t, src, opt)
		}
	})
}

// tester is what a test of either kind can do.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// sound checks a text: what comes out is well-formed HTML of known elements and attributes, with nothing that acts; no
// refused address is in it; ids are unique, known, and what links within the text lead to; every place is in the text;
// the same text gives the same again.
func sound(t tester, src string, opt Options) {
	t.Helper()
	body, found := Parse([]byte(src), opt)
	again, _ := Parse([]byte(src), opt)
	out := closed(body)
	if out != closed(again) {
		t.Fatalf("not the same twice: %q", src)
	}
	checkPlaces(t, src, opt, found)
	checkRefs(t, body)
	ids := checkTags(t, out)
	for _, h := range body.Headings {
		if !slices.Contains(ids, h.ID) {
			t.Fatalf("no id %q of a heading in %s", h.ID, out)
		}
	}
	if opt.HTML == Forbid {
		checkStructure(t, out)
		checkWords(t, src, body, found)
	}
	if slices.Sort(ids); !slices.Equal(ids, body.Anchors) {
		t.Fatalf("ids %q, anchors %q", ids, body.Anchors)
	}
}

func checkPlaces(t tester, src string, opt Options, found []diag.Diagnostic) {
	t.Helper()
	lines := strings.Split(string(prepare([]byte(src))), "\n")
	for _, d := range found {
		n := d.Line - max(opt.FirstLine, 1)
		if n < 0 || n >= len(lines) || d.File != opt.File {
			t.Fatalf("%s at %v, in a text of %d lines", d.Code, d.Place, len(lines))
		}
		length := utf8.RuneCountInString(lines[n])
		if d.Column < 1 || d.Column > length+1 || d.EndColumn != 0 && (d.EndColumn <= d.Column || d.EndColumn > length+1) {
			t.Fatalf("%s at %v, in %q", d.Code, d.Place, lines[n])
		}
		if d.Message(locale.Swedish) == "" || strings.Contains(d.Message(locale.English), "{0}") || strings.Contains(d.HintText(locale.Swedish), "{0}") {
			t.Fatalf("message of %v", d)
		}
	}
}

// checkRefs reads addresses as carelessly as a browser would.
func checkRefs(t tester, body *model.Body) {
	t.Helper()
	for i, ref := range body.Refs {
		target := strings.ToLower(strings.Map(func(r rune) rune {
			if r <= ' ' {
				return -1
			}
			return r
		}, ref.Target))
		scheme, _, has := strings.Cut(target, ":")
		if has && !strings.ContainsAny(scheme, "/?#") && !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) &&
			strings.TrimLeft(scheme, "abcdefghijklmnopqrstuvwxyz0123456789+-.") == "" && scheme != "" && scheme[0] > '9' {
			t.Fatalf("ref %d leads to %q", i, ref.Target)
		}
		if strings.HasPrefix(strings.ReplaceAll(target, `\`, "/"), "//") || target == "" {
			t.Fatalf("ref %d leads to %q", i, ref.Target)
		}
	}
}

var knownAttributes = []string{
	"aria-label", "aria-labelledby", "checked", "class", "colspan", "datetime", "dir", "disabled", "href", "id", "lang", "open",
	"reversed", "role", "rowspan", "scope", "span", "start", "tabindex", "title", "type", "value", "alt", "src",
}

// checkTags looks at every tag, and gives the ids.
func checkTags(t tester, out string) []string {
	t.Helper()
	var open, ids, within []string
	for z := html.NewTokenizer(strings.NewReader(out)); z.Next() != html.ErrorToken; {
		token := z.Token()
		switch token.Type {
		case html.StartTagToken:
			if !slices.Contains(structural, token.Data) && token.Data != "input" {
				t.Fatalf("<%s> in %s", token.Data, out)
			}
			if !isVoid(token.Data) {
				open = append(open, token.Data)
			}
			for _, a := range token.Attr {
				if !slices.Contains(knownAttributes, a.Key) {
					t.Fatalf("attribute %s in %s", a.Key, out)
				}
				if a.Key == "id" {
					ids = append(ids, a.Val)
				}
				if rest, ok := strings.CutPrefix(a.Val, "#"); ok && a.Key == "href" && strings.Contains(rest, "fn") && strings.Contains(rest, ":") {
					within = append(within, rest)
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v in %s", token.Data, open, out)
			}
			open = open[:len(open)-1]
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Fatalf("%v in %s", token, out)
		}
	}
	if len(open) > 0 {
		t.Fatalf("%v are open at the end of %s", open, out)
	}
	if distinct := slices.Compact(slices.Sorted(slices.Values(ids))); len(distinct) != len(ids) {
		t.Fatalf("ids are doubled: %q", ids)
	}
	for _, id := range within {
		if strings.HasPrefix(id, "fn") && strings.Contains(out, `role="doc-`) && !slices.Contains(ids, id) && strings.Contains(out, `href="#`+id+`" role=`) {
			t.Fatalf("nothing has the id %q in %s", id, out)
		}
	}
	return ids
}

// checkStructure tells whether a browser builds from the HTML just the elements that are written in it: no paragraph
// ends early, nothing is moved.
func checkStructure(t tester, out string) {
	t.Helper()
	parsed, _, err := balanced(out, "div")
	if err != nil {
		t.Fatal(err)
	}
	if a, b := tags(out), tags(parsed); !slices.Equal(a, b) {
		t.Fatalf("written as\n%s\nread as\n%s", out, parsed)
	}
}

func tags(s string) []string {
	var list []string
	for z := html.NewTokenizer(strings.NewReader(s)); z.Next() != html.ErrorToken; {
		if token := z.Token(); token.Type != html.TextToken && token.Data != "img" {
			list = append(list, token.Type.String()+" "+token.Data)
		}
	}
	return list
}

// checkWords tells whether the words of a plain text are all there: one of letters, digits and full stops alone.
func checkWords(t tester, src string, body *model.Body, found []diag.Diagnostic) {
	t.Helper()
	if len(found) > 0 || strings.ContainsFunc(src, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '.' && r != ' ' && r != '\n'
	}) {
		return
	}
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, s)
	}
	if got, want := letters(body.Plain), letters(string(prepare([]byte(src)))); got != want {
		t.Fatalf("%q has become %q", want, got)
	}
}
