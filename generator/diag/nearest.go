package diag

import "unicode"

// Nearest gives the word in a list that somebody probably meant: the one with the smallest Damerau-Levenshtein
// distance (optimal string alignment: an exchange of neighbours counts once, as in "ttile"), capitals and small letters
// alike. ok is false where none is near enough to be worth asking about: one slip in a short word, two in one of five
// letters, three in one of nine. Of equals the first in the list wins.
func Nearest(word string, among []string) (near string, ok bool) {
	w := folded(word)
	best := allowance(len(w)) + 1
	for _, candidate := range among {
		c := folded(candidate)
		if d := abs(len(c) - len(w)); d >= best {
			continue
		}
		if d := distance(w, c); d < best {
			best, near, ok = d, candidate, true
		}
	}
	return near, ok
}

func allowance(letters int) int {
	switch {
	case letters <= 2:
		return 0
	case letters <= 4:
		return 1
	case letters <= 8:
		return 2
	}
	return 3
}

// maxWord bounds what is compared: a word of a thousand letters is near to nothing.
const maxWord = 64

func folded(s string) []rune {
	list := []rune(s[:min(len(s), 4*maxWord)])
	for i, r := range list {
		list[i] = unicode.ToLower(r)
	}
	return list[:min(len(list), maxWord)]
}

func abs(n int) int { return max(n, -n) }

// distance counts the insertions, deletions, replacements and exchanges of neighbours that make b of a.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// Distance is the Damerau-Levenshtein distance (optimal string alignment) between two words, capitals and small letters alike, as
// Nearest counts it: of words of more than 64 letters, only the first 64 count.
func Distance(a, b string) int { return distance(folded(a), folded(b)) }
