package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"growthportal/generator/model"
)

// Terms are the words that a site explains, in one language, ready to be looked for. A nil one has none. It is plain
// data, safe for concurrent use.
type Terms struct {
	words   []string          // all of them, for those who need to know what a text was read with
	byStart map[string][]word // by their first run of letters and digits, the longest first
}

// word is one form of a term.
type word struct{ term, form string }

// NewTerms prepares the words of a glossary.
func NewTerms(list []model.Term) *Terms {
	t := &Terms{byStart: map[string][]word{}}
	for _, term := range list {
		for _, form := range append([]string{term.Term}, term.Forms...) {
			t.words = append(t.words, term.Term+"\x00"+form)
			for _, f := range casings(form) {
				start := f[:runLength(f)]
				t.byStart[start] = append(t.byStart[start], word{term.Term, f})
			}
		}
	}
	for _, list := range t.byStart {
		slices.SortStableFunc(list, func(a, b word) int { return len(b.form) - len(a.form) })
	}
	return t
}

// Words are what is looked for: two that look for the same find the same.
func (t *Terms) Words() []string {
	if t == nil {
		return nil
	}
	return t.words
}

// casings are the ways in which a word is written: one in small letters also as it begins a sentence. What has a capital
// is looked for as it is, so that an abbreviation is not found in a common word.
func casings(form string) []string {
	first, size := utf8.DecodeRuneInString(form)
	if strings.ToLower(form) != form || !unicode.IsLetter(first) {
		return []string{form}
	}
	return []string{form, string(unicode.ToUpper(first)) + form[size:]}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// runLength is how many bytes of letters and digits a text begins with.
func runLength(s string) int {
	for i, r := range s {
		if !isWord(r) {
			return i
		}
	}
	return len(s)
}

// find is the first term in a text from a byte on that is not among those seen: where it stands, and which it is. It
// looks at each word once.
func (t *Terms) find(text string, from int, seen map[string]bool) (start, end int, term string) {
	for i := from; i < len(text); {
		n := runLength(text[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); !joins(before) {
			for _, w := range t.byStart[text[i:i+n]] {
				if end, ok := matches(text, i, w.form); ok && !seen[w.term] {
					return i, end, w.term
				}
			}
		}
		i += n
	}
	return 0, 0, ""
}

// joins tells whether a character before a word makes it a part of a longer one: "stads-EU", "kommun.se/EU".
func joins(r rune) bool { return r == '-' || r == '‑' || r == '/' || r == '@' || r == '_' }

// matches tells whether a form stands at a place as whole words, and where it ends. A space of the form is any space, and
// a point or a point and a space: "t ex" is found in "t.ex." too.
func matches(text string, start int, form string) (end int, ok bool) {
	i := start
	for _, want := range form {
		if want == ' ' {
			n := gap(text[i:])
			if n == 0 {
				return 0, false
			}
			i += n
			continue
		}
		got, size := utf8.DecodeRuneInString(text[i:])
		if got != want || size == 0 {
			return 0, false
		}
		i += size
	}
	after, size := utf8.DecodeRuneInString(text[i:])
	if isWord(after) {
		return 0, false
	}
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	if strings.ContainsRune("-‑:/@_.", after) && isWord(next) { // EU-stöd, KSO:s, eu.example
		return 0, false
	}
	return i, true
}

// gap is the length of what may stand between two words of a term; 0 for what may not.
func gap(s string) int {
	n := 0
	if strings.HasPrefix(s, ".") {
		n = 1
	}
	if r, size := utf8.DecodeRuneInString(s[n:]); r == ' ' || r == '\u00A0' || r == '\u202F' || r == '\n' {
		n += size
	}
	return n
}

// writeText writes text of a node, and opens a reference at each term that stands in the body for the first time.
func (d *draft) writeText(n ast.Node, text string) {
	from := 0
	for d.opt.Terms != nil {
		start, end, term := d.opt.Terms.find(text, from, d.seen)
		if term == "" || !d.explains(n) {
			break
		}
		d.write(text[from:start])
		d.seen[term] = true
		d.html(d.open(model.BodyRef{Kind: model.TermRef, Target: term, Alt: strings.Clone(text[start:end])}))
		d.plain.add(text[start:end])
		from = end
	}
	d.write(text[from:])
}

// explains tells whether terms are looked for in a node: not in links, headings, and passages in other languages, and not
// in a text with HTML of the author's own, in which any of it may stand.
func (d *draft) explains(n ast.Node) bool {
	if d.inLink {
		return false
	}
	for ; n != nil; n = n.Parent() {
		switch n.Kind() {
		case ast.KindHeading, ast.KindLink, ast.KindImage, ast.KindCodeSpan, kindPhrase, kindPassage:
			return false
		case ast.KindDocument:
			return !d.ownHTML(n)
		}
	}
	return true
}

// ownHTML tells whether a tree has HTML of the author's own. It looks once.
func (d *draft) ownHTML(tree ast.Node) bool {
	if d.opt.HTML != Clean {
		return false
	}
	if !d.looked {
		d.looked = true
		_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if k := n.Kind(); k == ast.KindHTMLBlock || k == ast.KindRawHTML {
				d.raw = true
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		}) // the walker itself fails nowhere
	}
	return d.raw
}
