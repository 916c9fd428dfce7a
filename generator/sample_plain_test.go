package main

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// The sample is written in plain language. Its limits, in both languages: leads have a LIX of at most 40, texts of at
// most 45, and no sentence has more than 30 words.
const (
	maxLeadLix       = 40
	maxTextLix       = 45
	maxSentenceWords = 30
)

// sampleBlocks are the paragraphs, list items and definitions of a text in the page's own language. Headings, tables,
// captions, code and footnotes' numbers are no running text.
func sampleBlocks(t testing.TB, s *site.Site, it *site.Item, body *model.Body) []string {
	t.Helper()
	if body == nil {
		return nil
	}
	text, err := s.HTML(it, body, func(u model.URL) string { return string(u) })
	if err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	doc.Find("pre, code, table, figure, h1, h2, h3, h4, h5, h6, body [lang], .footnote-call, .footnote-back").Remove()
	return doc.Find("p, li, dt, dd").FilterFunction(func(_ int, e *goquery.Selection) bool {
		return e.Find("p, li").Length() == 0
	}).Map(func(_ int, e *goquery.Selection) string { return strings.TrimSpace(e.Text()) })
}

// A sentence is as long as a reader who does not know the matter can bear, and texts as a whole are easy to read.
func TestSampleIsPlain(t *testing.T) {
	portal := sample(t)
	for _, it := range portal.texts() {
		check := func(what string, blocks []string, limit float64) {
			sentences := locale.Sentences(blocks, false)
			if lix := locale.LIX(sentences); lix > limit {
				t.Errorf("%s: the LIX of the %s is %.1f, more than %.0f", it.Path(), what, lix, limit)
			}
			for _, words := range locale.Sentences(blocks, true) {
				if len(words) > maxSentenceWords {
					t.Errorf("%s: a sentence of %d words: %s", it.Path(), len(words), blocks[words[0].Block][words[0].From:])
				}
			}
		}
		check("lead", []string{portal.plan.Site.Doc(it).Core.Summary}, maxLeadLix)
		check("text", sampleBlocks(t, portal.plan.Site, it, portal.plan.Site.Doc(it).Body), maxTextLix)
		if about, ok := portal.plan.Site.Doc(it).Field("about"); ok {
			check("boilerplate", sampleBlocks(t, portal.plan.Site, it, about.Body()), maxTextLix)
		}
	}
}
