package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"

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

// sampleLix is the readability index LIX of a text, from its sentences: the mean number of words in a sentence plus the
// percentage of words with more than six letters.
//
// Source: C. H. Björnsson, Läsbarhet (Liber, 1968).
func sampleLix(sentences [][]string) float64 {
	words, long := 0, 0
	for _, sentence := range sentences {
		words += len(sentence)
		for _, word := range sentence {
			if utf8.RuneCountInString(word) > 6 {
				long++
			}
		}
	}
	if words == 0 {
		return 0
	}
	return float64(words)/float64(len(sentences)) + 100*float64(long)/float64(words)
}

// sampleWord is a word, hyphens and apostrophes inside it included, or a number with its groups and decimals.
var sampleWord = regexp.MustCompile(`\p{N}+(?:[ \x{00a0},.:/]\p{N}+)*|\p{L}[\p{L}\p{N}]*(?:[-’'.:/][\p{L}\p{N}]+)*`)

// sampleSentences parts blocks of text into sentences, and those into words. A sentence ends with a mark and what looks
// like the beginning of another after it. Of a list whose items are no sentences, all of it belongs to the sentence
// before; with alone it does not, and every block is looked at by itself.
func sampleSentences(blocks []string, alone bool) [][]string {
	var list [][]string
	open := ""
	flush := func() {
		if words := sampleWord.FindAllString(open, -1); len(words) > 0 {
			list = append(list, words)
		}
		open = ""
	}
	for _, block := range blocks {
		fields := strings.FieldsFunc(block, unicode.IsSpace)
		for i, field := range fields {
			open += " " + field
			last := i == len(fields)-1
			if sampleEnds(field) && (last || sampleBegins(fields[i+1])) {
				flush()
			}
		}
		if alone || strings.HasSuffix(block, ":") {
			flush()
		}
	}
	flush()
	return list
}

// sampleEnds tells whether a word ends a sentence. Abbreviations that occur in the sample do not.
func sampleEnds(field string) bool {
	field = strings.TrimRight(field, `”’“"')]`)
	if slices.Contains([]string{"kl.", "nr.", "s."}, field) {
		return false
	}
	return strings.HasSuffix(field, ".") || strings.HasSuffix(field, "!") || strings.HasSuffix(field, "?")
}

// sampleBegins tells whether a word may begin a sentence.
func sampleBegins(field string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(field, `”’“‘"'([–`))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || first == utf8.RuneError
}

// sampleBlocks are the paragraphs, list items and definitions of a text in the page's own language. Headings, tables,
// captions, code and footnotes' numbers are no running text.
func sampleBlocks(t testing.TB, it *site.Item, body *model.Body) []string {
	t.Helper()
	if body == nil {
		return nil
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(it.HTML(body, func(u model.URL) string { return string(u) })))
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
	for _, it := range sample(t).texts() {
		check := func(what string, blocks []string, limit float64) {
			sentences := sampleSentences(blocks, false)
			if lix := sampleLix(sentences); lix > limit {
				t.Errorf("%s: the LIX of the %s is %.1f, more than %.0f", it.Doc.Path, what, lix, limit)
			}
			for _, words := range sampleSentences(blocks, true) {
				if len(words) > maxSentenceWords {
					t.Errorf("%s: a sentence of %d words: %s", it.Doc.Path, len(words), strings.Join(words, " "))
				}
			}
		}
		check("lead", []string{it.Doc.Core.Summary}, maxLeadLix)
		check("text", sampleBlocks(t, it, it.Doc.Body), maxTextLix)
		if about, ok := it.Doc.Field("about"); ok {
			check("boilerplate", sampleBlocks(t, it, about.Body), maxTextLix)
		}
	}
}

// The measure itself: words of more than six letters are long, abbreviations and numbers are one word and end nothing.
func TestSampleLix(t *testing.T) {
	for _, c := range []struct {
		blocks    []string
		sentences int
		words     int
		lix       float64
	}{
		{[]string{"Vi bor här. Du bor där."}, 2, 6, 3},
		{[]string{"Kommunen växer. Nu."}, 2, 3, 1.5 + 100.0/3},
		{[]string{"Den 12 januari kl. 7 öppnar anmälan."}, 1, 7, 7 + 200.0/7},
		{[]string{"I år kom 38\u00a0000 personer, 3,5 gånger fler."}, 1, 8, 8 + 100.0/8},
		{[]string{"Först ska vi", "äta", "dricka", "och sova."}, 1, 7, 7},
		{[]string{"Vi gör så:", "Äter.", "Sover."}, 3, 5, 5.0 / 3},
		{[]string{"– ”Hej!” sa hon. Sedan gick hon."}, 2, 6, 3},
		{nil, 0, 0, 0},
	} {
		sentences := sampleSentences(c.blocks, false)
		words := 0
		for _, s := range sentences {
			words += len(s)
		}
		if lix := sampleLix(sentences); len(sentences) != c.sentences || words != c.words || lix != c.lix {
			t.Errorf("%q: %d sentences, %d words, LIX %v; want %d, %d, %v", c.blocks, len(sentences), words, lix, c.sentences, c.words, c.lix)
		}
	}
}
