package locale

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// A Collator puts text in the order of a language. Swedish has 29 letters,
// a–z with v and w apart, then å ä ö; é sorts as e, ü as y, æ as ä, ø as ö
// (Svenska Akademiens ordlista since 2006; CLDR's sv). English sorts letters
// with and without accents together. In both, capitals matter only between
// words that are otherwise equal, numbers sort by value ("Punkt 2" before
// "Punkt 10"), and soft hyphens and other characters without width not at
// all.
//
// A Collator is not safe for concurrent use; its keys are.
type Collator struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

// NewCollator returns a collator for the language. It is cheap next to a sort
// and dear next to a comparison: make one per list.
func NewCollator(lang Lang) *Collator {
	tag := language.Swedish
	if lang == English {
		tag = language.BritishEnglish
	}
	return &Collator{collator: collate.New(tag, collate.Numeric)}
}

// A SortKey is a text's place in the order of one language. Keys made by
// collators of the same language can be compared with one another, at any
// time and from any goroutine.
type SortKey struct {
	order []byte
	text  string
}

// Key returns the place of a text in the collator's order.
func (c *Collator) Key(text string) SortKey {
	key := c.collator.KeyFromString(&c.buffer, withoutWidthless(text))
	order := bytes.Clone(key)
	c.buffer.Reset()
	return SortKey{order, text}
}

// Compare is negative, zero or positive as k stands before, with or after
// other. Only keys of identical texts are equal: between texts that the
// language does not tell apart, their bytes decide, so that the order is the
// same on every run.
func (k SortKey) Compare(other SortKey) int {
	if c := bytes.Compare(k.order, other.order); c != 0 {
		return c
	}
	return strings.Compare(k.text, other.text)
}

// Compare compares two texts once. Use [Collator.Key] or [Sort] for lists.
func (c *Collator) Compare(a, b string) int {
	return c.Key(a).Compare(c.Key(b))
}

// Sort puts items in the language's order of the text that stands for each.
// Items with identical texts keep their order.
func Sort[T any](lang Lang, items []T, text func(T) string) {
	type keyed struct {
		key  SortKey
		item T
	}
	c := NewCollator(lang)
	list := make([]keyed, len(items))
	for i, item := range items {
		list[i] = keyed{c.Key(text(item)), item}
	}
	slices.SortStableFunc(list, func(a, b keyed) int { return a.key.Compare(b.key) })
	for i := range list {
		items[i] = list[i].item
	}
}

// Initial returns the letter that a text stands under in a list from A to Z
// or from A to Ö: a capital without accents, save that Å, Ä and Ö are letters
// of their own in Swedish. Digits stand under "0–9" and everything else,
// nothing included, under "#". A text's initial follows the order in which
// [Collator] puts it: Ü stands under Y in Swedish and under U in English.
func Initial(lang Lang, text string) string {
	text = norm.NFC.String(withoutWidthless(text))
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return "#"
	}
	r = unicode.ToUpper(r)
	if lang == Swedish {
		switch r {
		case 'Å', 'Ä', 'Ö':
			return string(r)
		case 'Æ':
			return "Ä"
		case 'Ø', 'Œ', 'Ő':
			return "Ö"
		case 'Ü', 'Ű':
			return "Y"
		}
	}
	folded := asciiLetters(unicode.ToLower([]rune(norm.NFKD.String(string(r)))[0]))
	switch {
	case folded == "":
		return "#"
	case folded[0] <= '9':
		return "0–9"
	}
	return strings.ToUpper(folded[:1])
}

// withoutWidthless drops soft hyphens, zero-width spaces and their like, which
// are there for the eye and say nothing about the order.
func withoutWidthless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}
