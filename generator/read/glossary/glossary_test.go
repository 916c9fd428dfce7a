package glossary_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/locale"
	"growthportal/generator/read/glossary"
)

// said are the terms of a language in words.
func said(t *testing.T, content string, lang locale.Lang) (terms, faults []string) {
	t.Helper()
	found, diags := glossary.Parse([]byte(content), []locale.Lang{"sv", "en"})
	for _, term := range found[lang] {
		terms = append(terms, fmt.Sprintf("%s %s = %s #%s", term.Term, strings.Join(term.Forms, "/"), term.Meaning, term.ID))
	}
	for _, d := range diags {
		faults = append(faults, fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.Code))
	}
	return terms, faults
}

// Each language has the words that are explained in it, in the order of its alphabet, each with an anchor of its own.
func TestParse(t *testing.T) {
	const content = `- {term: ö, meaning: {sv: land, en: land}}
- {term: KS, meaning: styrelsen}
- {term: "K S", meaning: annat}
- {term: {sv: ångra, en: regret}, forms: {sv: [ångrar, ångrat], en: regrets}, meaning: {sv: ta tillbaka, en: take back}}
- {term: {sv: bara svenska}, meaning: {sv: x}}
- {term: '§', meaning: {sv: paragraf}}
`
	for lang, want := range map[locale.Lang][]string{
		"sv": {"§  = paragraf #term-ord", "bara svenska  = x #term-bara-svenska", "K S  = annat #term-k-s", "KS  = styrelsen #term-ks", "ångra ångrar/ångrat = ta tillbaka #term-angra", "ö  = land #term-o"},
		"en": {"K S  = annat #term-k-s", "KS  = styrelsen #term-ks", "ö  = land #term-o", "regret regrets = take back #term-regret"},
	} {
		terms, faults := said(t, content, lang)
		if d := cmp.Diff(want, terms); d != "" || len(faults) > 0 {
			t.Errorf("%s: %v %s", lang, faults, d)
		}
	}
}

// A mistake is told at its place, and costs no other word its explanation.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"- {term: A, meaning: x}\n- {term: A, meaning: y}\n", "2:10 doubled-term"},
		{"- {term: A, meaning: x}\n- {term: B, forms: [C, A], meaning: y}\n", "2:20 doubled-term"},
		{"- {term: A}\n", "1:3 missing-key"},
		{"- {term: A, meaning: x, betydelse: y}\n", "1:25 unknown-key"},
		{"- {term: '', meaning: x}\n", "1:10 empty-text"},
		{"- {term: {de: A}, meaning: x}\n", "1:11 undeclared-language"},
		{"a: b\n", "1:1 unknown-key"},
		{"- A\n", "1:3 yaml-not-mapping"},
		{"- [\n", ""},
	} {
		_, faults := said(t, c.content, "sv")
		if got := strings.Join(faults, ", "); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%q: %s, want %s", c.content, got, c.want)
		}
	}
	if terms, _ := said(t, "- {term: A, meaning: x}\n- {term: A, meaning: y}\n- {term: B, meaning: z}\n", "sv"); len(terms) != 2 {
		t.Error(terms)
	}
}
