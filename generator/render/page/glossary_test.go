package page_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/render/rendertest"
)

// A changed meaning remakes the pages that show it and the glossary, and nothing else; a new word those where it stands.
func TestGlossaryRemakesWhatShowsIt(t *testing.T) {
	const name = "content/data/glossary.yaml"
	corpus := rendertest.Corpus().Files[name]
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a meaning", strings.Replace(corpus, "även helger", "även söndagar", 1), []string{"om/index.html", "ordlista/index.html"}},
		{"a meaning in one language", strings.Replace(corpus, "en: holidays too", "en: Sundays too", 1), []string{"en/glossary/index.html"}},
		{"a word", corpus + "- {term: Allt väl, meaning: {sv: bra}}\n", []string{"ordlista/index.html", "rapporter/2026-09/index.html", "rapporter/2026-10/index.html"}},
		{"a word that stands nowhere", corpus + "- {term: EU, meaning: {sv: unionen}}\n", []string{"ordlista/index.html"}},
	} {
		if d := cmp.Diff(c.want, pages().Changed(t, rendertest.Write(name, c.text))); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// A word is a link to its place in the glossary of the page's language, with its meaning; on the glossary's own page,
// and on a site without a glossary, it is a word.
func TestTermsAreLinks(t *testing.T) {
	files := pages().Maker(t)
	w := rendertest.Corpus()
	w.Files["content/om.md"] = "---\ntitle: Om\n---\nAlla dagar, \"alla dagar\" & Text.\n"
	w.Files["content/ordlista.md"] = "---\ntitle: Orden\n---\nText om orden.\n"
	w.Files["content/data/glossary.yaml"] = "- {term: Alla dagar, meaning: 'även <helger> & \"klämdagar\"'}\n- {term: Text, meaning: ord}\n"
	made := files(w)
	const link = `<a class="term" href="/ordlista/#term-alla-dagar" title="även &lt;helger&gt; &amp; &#34;klämdagar&#34;">Alla dagar</a>`
	if page := made["om/index.html"]; !strings.Contains(page, link) || strings.Count(page, `class="term"`) != 2 {
		t.Error(page)
	}
	if page := made["ordlista/index.html"]; strings.Contains(page, `class="term"`) || !strings.Contains(page, "<p>Text om orden.</p>") ||
		!strings.Contains(page, `<dt id="term-text"><dfn>Text</dfn></dt>`) || !strings.Contains(page, `hreflang="en" href="https://tillvaxt.example.se/en/glossary/"`) {
		t.Error(page)
	}
	delete(w.Files, "content/data/glossary.yaml")
	delete(w.Files, "content/ordlista.md")
	made = files(w)
	if page := made["om/index.html"]; strings.Contains(page, "term") || made["ordlista/index.html"] != "" {
		t.Error(page)
	}
}
