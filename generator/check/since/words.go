package since

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/read/document"
)

// Change is a stretch of words that has become another; either may be empty.
type Change struct{ Before, Now []string }

// most is how many words of the middle of two texts are compared one with another: beyond that, all of it counts as changed.
const most = 3000

// Differences are the words that have changed between two texts beyond spelling, punctuation, capitals and spaces, in the order of
// the text. They follow from a longest common subsequence of the words.
func Differences(before, now string) []Change {
	a, b := split(before), split(now)
	from := 0
	for from < len(a) && from < len(b) && a[from].key == b[from].key {
		from++
	}
	endA, endB := len(a), len(b)
	for endA > from && endB > from && a[endA-1].key == b[endB-1].key {
		endA, endB = endA-1, endB-1
	}
	var changes []Change
	for _, c := range runs(a[from:endA], b[from:endB]) {
		if !spelling(c.before, c.now) {
			changes = append(changes, Change{plain(c.before), plain(c.now)})
		}
	}
	return changes
}

// word is a word as it stands and as it is compared.
type word struct{ text, key string }

// split parts a text into words. What has neither letters nor digits is no word, but for signs that mean something.
func split(text string) []word {
	var words []word
	for _, field := range strings.FieldsFunc(text, unicode.IsSpace) {
		key := strings.ToLower(strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !meaning(r) }))
		key = strings.NewReplacer("\u00ad", "", "\u2011", "-", "\u2212", "-").Replace(key)
		if key != "" {
			words = append(words, word{strings.Trim(field, ".,;:!?\"”’()"), key})
		}
	}
	return words
}

// meaning tells signs that change what a number says.
func meaning(r rune) bool { return strings.ContainsRune("%‰§€$£+±−", r) }

// stretch is a stretch that differs.
type stretch struct{ before, now []word }

// runs are the stretches in which two lists of words differ.
func runs(a, b []word) []stretch {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if len(a) > most || len(b) > most {
		return []stretch{{a, b}}
	}
	lengths := common(a, b)
	width := len(b) + 1
	var list []stretch
	open := stretch{}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i].key == b[j].key:
			if len(open.before)+len(open.now) > 0 {
				list, open = append(list, open), stretch{}
			}
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && lengths[(i+1)*width+j] >= lengths[i*width+j+1]:
			open.before = append(open.before, a[i])
			i++
		default:
			open.now = append(open.now, b[j])
			j++
		}
	}
	if len(open.before)+len(open.now) > 0 {
		list = append(list, open)
	}
	return list
}

// common is the table of the lengths of the longest common subsequences of all ends of two lists.
func common(a, b []word) []uint16 {
	width := len(b) + 1
	lengths := make([]uint16, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].key == b[j].key {
				lengths[i*width+j] = lengths[(i+1)*width+j+1] + 1
			} else {
				lengths[i*width+j] = max(lengths[(i+1)*width+j], lengths[i*width+j+1])
			}
		}
	}
	return lengths
}

// spelling tells whether a stretch was only mended: words parted or joined, or each word exchanged for one that is spelt almost alike.
// Nothing with a digit in it, and no word of three letters or fewer, is a slip of the pen: "inte" and "12" say too much.
func spelling(before, now []word) bool {
	if joined(before) == joined(now) {
		return true
	}
	if len(before) != len(now) {
		return false
	}
	for i := range before {
		a, b := before[i].key, now[i].key
		if a == b || strings.ReplaceAll(a, "-", "") == strings.ReplaceAll(b, "-", "") {
			continue
		}
		if strings.ContainsFunc(a+b, unicode.IsDigit) || min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) <= 3 {
			return false
		}
		if !alike(a, b) {
			return false
		}
	}
	return true
}

// alike tells whether two words are one and the same, spelt differently: a slip in a word of up to seven letters, two in a longer one.
func alike(a, b string) bool {
	slips := 1
	if min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) >= 8 {
		slips = 2
	}
	return diag.Distance(a, b) <= slips
}

func joined(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(strings.ReplaceAll(w.key, "-", ""))
	}
	return b.String()
}

func plain(words []word) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.text
	}
	return list
}

// How much of a change is told: so many changes, with so many words of each.
const (
	toldChanges = 3
	toldWords   = 8
)

// told is what has changed, in few words: "12" → "14", and what came or went.
func told(changes []Change) string {
	var parts []string
	for _, c := range changes[:min(len(changes), toldChanges)] {
		switch {
		case len(c.Before) == 0:
			parts = append(parts, "+ "+quoted(c.Now))
		case len(c.Now) == 0:
			parts = append(parts, "− "+quoted(c.Before))
		default:
			parts = append(parts, quoted(c.Before)+" → "+quoted(c.Now))
		}
	}
	if len(changes) > toldChanges {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

func quoted(words []string) string {
	text := strings.Join(words[:min(len(words), toldWords)], " ")
	if len(words) > toldWords {
		text += " …"
	}
	return `"` + text + `"`
}

// leastPlace is how long words must be for their place to be looked for: "and" stands everywhere.
const leastPlace = 4

// apart tells whether what stands between two parts of a line is whole words, rather than part of a word, a number or a date.
func apart(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	inside := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' }
	return !inside(last) && !inside(first)
}

// locate is the place of the changes in the file, as far as it can be found: that of the first new words which stand there as they are
// written, else the file's beginning.
func (c *comparison) locate(doc *document.Document, changes []Change) diag.Place {
	content, err := c.Read(doc.Path)
	if err != nil {
		return diag.Whole(doc.Path)
	}
	lines := strings.Split(string(content), "\n")
	for _, change := range changes {
		for i := range change.Now {
			phrase := strings.Join(change.Now[i:min(len(change.Now), i+2)], " ")
			if len(phrase) < leastPlace && !strings.ContainsFunc(phrase, unicode.IsDigit) {
				continue
			}
			for n, line := range lines {
				if at := strings.Index(line, phrase); at >= 0 && apart(line[:at], line[at+len(phrase):]) {
					column := utf8.RuneCountInString(line[:at]) + 1
					return diag.Place{File: doc.Path, Line: n + 1, Column: column, EndColumn: column + utf8.RuneCountInString(phrase)}
				}
			}
		}
	}
	return diag.Whole(doc.Path)
}
