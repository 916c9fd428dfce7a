package markdown_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"growthportal/generator/model"
	"growthportal/generator/read/markdown"
)

func glossary() *markdown.Terms {
	return markdown.NewTerms([]model.Term{
		{Term: "KSO"}, {Term: "KS"}, {Term: "t ex"}, {Term: "EU"}, {Term: "detaljplan", Forms: []string{"detaljplanen"}}, {Term: "e-tjänst"}, {Term: "R&D"},
	})
}

// marked is the HTML of a text, with {term|word} for each word that is explained.
func marked(t rapid.TB, text string, opt markdown.Options) (string, *model.Body) {
	opt.Terms = glossary()
	body, diags := markdown.Parse([]byte(text), opt)
	if len(diags) > 0 && opt.HTML == markdown.Forbid {
		t.Fatal(diags)
	}
	var b strings.Builder
	_ = body.Close(&b, func(i int) (string, string) { return body.Refs[i].Target, "" }, func(i int) string {
		return "{" + body.Refs[i].Target + "|" + body.Refs[i].Alt + "}"
	}) // a strings.Builder takes everything
	return strings.TrimSpace(b.String()), body
}

// A word is explained where it stands first, as a whole word, in running text: not in links, headings, code and
// passages in other languages; an abbreviation as it is written, another word at the beginning of a sentence too.
func TestTerms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"KS och KSO. KS igen.", "<p>{KS|KS} och {KSO|KSO}. KS igen.</p>"},
		{"KSO:s KS-möte, KSOX, aKS, ks, stads-KS, ks.se/KS.", "<p>KSO:s KS-möte, KSOX, aKS, ks, stads-KS, ks.se/KS.</p>"},
		{"KS.", "<p>{KS|KS}.</p>"},
		{"(KS, EU)", "<p>({KS|KS}, {EU|EU})</p>"},
		{"t ex", "<p>{t ex|t ex}</p>"},
		{"t.ex. så", "<p>{t ex|t.ex}. så</p>"},
		{"T. ex. så", "<p>{t ex|T. ex}. så</p>"},
		{"t\u00a0ex så", "<p>{t ex|t\u00a0ex} så</p>"},
		{"t  exempel", "<p>t  exempel</p>"},
		{"Detaljplan först, detaljplanen sedan", "<p>{detaljplan|Detaljplan} först, detaljplanen sedan</p>"},
		{"Detaljplanen först, detaljplan sedan", "<p>{detaljplan|Detaljplanen} först, detaljplan sedan</p>"},
		{"En e-tjänst, e-tjänster", "<p>En {e-tjänst|e-tjänst}, e-tjänster</p>"},
		{"R&D", "<p>{R&D|R&D}</p>"},
		{"*KS* **EU**", "<p><em>{KS|KS}</em> <strong>{EU|EU}</strong></p>"},
		{"[KS](https://example.org/KS) KS", `<p><a href="https://example.org/KS">KS</a> {KS|KS}</p>`},
		{"[*KS*](https://example.org/)", `<p><a href="https://example.org/"><em>KS</em></a></p>`},
		{"## KS\n\nKS", "<h2 id=\"ks\">KS</h2>\n<p>{KS|KS}</p>"},
		{"`KS`", "<p><code>KS</code></p>"},
		{"    KS", "<pre tabindex=\"0\"><code>KS\n</code></pre>"},
		{"[KS]{lang=en} KS", `<p><span lang="en">KS</span> {KS|KS}</p>`},
		{"- KS\n- EU", "<ul>\n<li>{KS|KS}</li>\n<li>{EU|EU}</li>\n</ul>"},
	} {
		if got, _ := marked(t, c.text, markdown.Options{}); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// What explains a word changes nothing in what the text says.
func TestTermsLeaveTheWords(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"KS", "KSO", " ", ".", "t", "ex", "EU", "-", "*", "[", "](x)", "`", "\n\n", "# ", "å", ":", "R&D"})).Draw(r, "words"), "")
		plain, _ := markdown.Parse([]byte(text), markdown.Options{})
		_, body := marked(r, text, markdown.Options{HTML: markdown.Clean})
		if body.Plain != plain.Plain || body.Words != plain.Words {
			r.Fatalf("%q has become %q", plain.Plain, body.Plain)
		}
		seen := map[string]bool{}
		for _, ref := range body.Refs {
			if ref.Kind == model.TermRef {
				if seen[ref.Target] {
					r.Fatalf("%s is explained twice in %q", ref.Target, text)
				}
				seen[ref.Target] = true
			}
		}
	})
}

// HTML of the author's own may open what a term must not stand in.
func TestTermsAndHTML(t *testing.T) {
	if got, _ := marked(t, "<a href=\"https://example.org/\">KS</a> EU", markdown.Options{HTML: markdown.Clean}); strings.Contains(got, "{") && strings.Contains(got, "|") {
		t.Error(got)
	}
}
