package locale

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of running text: in which of its blocks it stands, and where in that, in bytes.
type Word struct {
	Block, From, To int
	Text            string
}

// wordForm is a word, hyphens and apostrophes inside it included, or a number with its groups and decimals.
var wordForm = regexp.MustCompile(`\p{N}+(?:[ \x{00a0},.:/]\p{N}+)*|\p{L}[\p{L}\p{N}]*(?:[-’'.:/][\p{L}\p{N}]+)*`)

// Words are the words of one block of text, in order.
func Words(text string) []Word {
	var list []Word
	for _, at := range wordForm.FindAllStringIndex(text, -1) {
		list = append(list, Word{From: at[0], To: at[1], Text: text[at[0]:at[1]]})
	}
	return list
}

// Sentences parts blocks of running text (paragraphs, items of lists) into sentences, and those into words. A sentence
// ends with a mark and what looks like the beginning of another after it, and with a colon at the end of a block. Of a
// list whose items are no sentences, all of it belongs to the sentence before; with alone it does not, and every block
// is looked at by itself.
func Sentences(blocks []string, alone bool) [][]Word {
	var list [][]Word
	var open []Word
	flush := func() {
		if len(open) > 0 {
			list = append(list, open)
		}
		open = nil
	}
	for n, block := range blocks {
		from := 0
		for _, end := range sentenceEnds(block) {
			open = append(open, wordsBetween(block, n, from, end)...)
			from = end
			flush()
		}
		open = append(open, wordsBetween(block, n, from, len(block))...)
		if alone || strings.HasSuffix(block, ":") {
			flush()
		}
	}
	flush()
	return list
}

func wordsBetween(block string, n, from, to int) []Word {
	words := Words(block[from:to])
	for i := range words {
		words[i].Block, words[i].From, words[i].To = n, words[i].From+from, words[i].To+from
	}
	return words
}

// sentenceEnds are the offsets at which sentences end that end within a block.
func sentenceEnds(block string) []int {
	var ends []int
	fields := fieldSpans(block)
	for i, f := range fields {
		last := i == len(fields)-1
		if endsSentence(block[f[0]:f[1]]) && (last || beginsSentence(block[fields[i+1][0]:fields[i+1][1]])) {
			ends = append(ends, f[1])
		}
	}
	return ends
}

// fieldSpans are where the fields of a text stand that white space parts.
func fieldSpans(text string) [][2]int {
	var list [][2]int
	start := -1
	for i, r := range text {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			list = append(list, [2]int{start, i})
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	if start >= 0 {
		list = append(list, [2]int{start, len(text)})
	}
	return list
}

// pointed is what ends in a point and may well go on: "t.ex.", "kl.", "Mr.", "e.g.".
var pointed = regexp.MustCompile(`(?i)^(?:\p{L}{1,3}(?:\.\p{L}{1,3})+\.|kl\.|nr\.|s\.|ca\.|tel\.|jfr\.?|mr\.|mrs\.|ms\.|dr\.|no\.|st\.)$`)

// endsSentence tells whether a word ends a sentence. Abbreviations do not.
func endsSentence(field string) bool {
	field = strings.TrimRight(field, `”’“"')]`)
	if pointed.MatchString(strings.TrimLeft(field, `”’“‘"'([`)) {
		return false
	}
	return strings.HasSuffix(field, ".") || strings.HasSuffix(field, "!") || strings.HasSuffix(field, "?")
}

// beginsSentence tells whether a word may begin a sentence.
func beginsSentence(field string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(field, `”’“‘"'([–`))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || first == utf8.RuneError
}

// longWord is how many letters a word has at most that LIX counts as short.
const longWord = 6

// LIX is the readability index of a text, from its sentences: the mean number of words in a sentence plus the percentage
// of words with more than six letters. Below 30 is a children's book, 40 a popular novel, 50 a newspaper, 60 official
// text; a text without words has 0.
//
// Source: C. H. Björnsson, Läsbarhet (Liber, 1968).
func LIX(sentences [][]Word) float64 {
	words, long := 0, 0
	for _, sentence := range sentences {
		words += len(sentence)
		for _, word := range sentence {
			if utf8.RuneCountInString(word.Text) > longWord {
				long++
			}
		}
	}
	if words == 0 {
		return 0
	}
	return float64(words)/float64(len(sentences)) + 100*float64(long)/float64(words)
}
