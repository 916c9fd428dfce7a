package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"growthportal/generator/locale"
)

// spellingList is the project's own word list, one a line.
const spellingList = "../content/_wordlist.txt"

// Every word that a reader of the sample portal sees is spelled as the dictionaries of hunspell have it (sv_SE and
// en_GB), or stands in content/_wordlist.txt: names, and words that the dictionaries do not know.
func TestSpelling(t *testing.T) {
	for lang, dictionary := range map[locale.Lang]string{locale.Swedish: "sv_SE", locale.English: "en_GB"} {
		t.Run(dictionary, func(t *testing.T) {
			words := spellingWords(t, lang)
			if len(words) < 1000 {
				t.Fatalf("only %d words were found", len(words))
			}
			for _, word := range misspelled(t, dictionary, slices.Sorted(maps.Keys(words))) {
				t.Errorf("/%s: %q", words[word], word)
			}
		})
	}
}

// The word list holds no word that is not needed: one of a text that is gone might hide a mistake in another.
func TestSpellingListIsNeeded(t *testing.T) {
	words := spellingWords(t, locale.Swedish)
	maps.Copy(words, spellingWords(t, locale.English))
	for word, page := range maps.Clone(words) {
		for part := range strings.SplitSeq(word, "-") { // hunspell looks both parts of "Bengt-Olov" up
			words[part] = page
		}
	}
	list, err := os.ReadFile(spellingList)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(list))
	if !slices.IsSorted(lines) {
		t.Error("the list is not in order")
	}
	for _, line := range lines {
		if words[line] == "" {
			t.Errorf("%q occurs nowhere", line)
		}
	}
}

// misspelled are the words that neither the dictionary nor the word list knows.
func misspelled(t *testing.T, dictionary string, words []string) []string {
	t.Helper()
	hunspell, err := exec.LookPath("hunspell")
	if err != nil {
		spellingNeeds(t, "hunspell, which looks words up")
	}
	list, err := filepath.Abs(spellingList)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(hunspell, "-l", "-i", "UTF-8", "-d", dictionary, "-p", list)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	var told bytes.Buffer
	cmd.Stderr = &told
	out, err := cmd.Output()
	if strings.Contains(told.String(), "dictionar") {
		spellingNeeds(t, "hunspell's dictionary "+dictionary)
	}
	if err != nil {
		t.Fatalf("running hunspell: %v: %s", err, told.String())
	}
	return strings.Fields(string(out))
}

// spellingNeeds skips a test for want of something, and fails it where everything is to be tested.
func spellingNeeds(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		t.Fatal("missing: " + what)
	}
	t.Skip("missing: " + what)
}

// spellingWord is a word of letters, with hyphens and apostrophes inside it. A hyphen or a colon that it ends in is none
// of it ("1700- och 1800-talen"), nor are the digits that it begins with.
var spellingWord = regexp.MustCompile(`\p{L}+(?:[-’':]\p{L}+)*`)

// noSpellingWord is what is no word but an address, or the end of a number: "18th".
var noSpellingWord = regexp.MustCompile(`\S+@\S+|\S+://\S+|\b[a-z-]+(\.[a-z-]+)*\.(se|com|org)\b|\p{N}+(st|nd|rd|th)\b`)

// spellingWords are the words of all pages in a language, each with a page on which it stands.
func spellingWords(t *testing.T, lang locale.Lang) map[string]string {
	words := map[string]string{}
	for _, page := range sample(t).pages() {
		doc := sample(t).page(t, page)
		if doc.Find("html").AttrOr("lang", "") != string(lang) {
			continue
		}
		for _, text := range spellingTexts(doc) {
			text = noSpellingWord.ReplaceAllString(strings.ReplaceAll(text, "\u00ad", ""), " ")
			for _, word := range spellingWord.FindAllString(text, -1) {
				words[strings.ReplaceAll(word, "’", "'")] = page
			}
		}
	}
	return words
}

// spellingTexts are the texts of a page that are in its own language and written for readers: what stands in it, and what
// is said of its pictures.
func spellingTexts(doc *goquery.Document) []string {
	doc.Find("script, style, pre, code, .printed, body [lang]").Remove()
	texts := []string{doc.Find("title").Text()}
	doc.Find("body *").Contents().Each(func(_ int, n *goquery.Selection) {
		if goquery.NodeName(n) == "#text" {
			texts = append(texts, n.Text())
		}
	})
	for _, name := range []string{"alt", "aria-label", "title"} {
		doc.Find("body [" + name + "]").Each(func(_ int, e *goquery.Selection) { texts = append(texts, e.AttrOr(name, "")) })
	}
	return texts
}
