package yaml

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Reader takes values out of nodes strictly, and collects what is wrong with them. Its methods may be given nil, for a
// key that is not written: they then give nothing and report nothing. The zero Reader is ready for use.
type Reader struct {
	Diags []diag.Diagnostic
}

// Report adds a diagnostic.
func (r *Reader) Report(d diag.Diagnostic) { r.Diags = append(r.Diags, d) }

// wrong reports that a node is not of the wanted kind; false, for the caller to return.
func (r *Reader) wrong(n *Node, hint diag.HintName, args ...string) bool {
	r.Report(diag.WrongType.At(n.Place, n.Name).With(hint, args...))
	return false
}

// Mapping tells whether a node is a mapping, and reports every key of it that is not known, with the known one that
// was probably meant.
func (r *Reader) Mapping(n *Node, known ...string) bool { return r.MappingOf(n, known, nil) }

// MappingOf is Mapping for where other generators' keys are told from mere slips: foreign gives our name for one.
func (r *Reader) MappingOf(n *Node, known []string, foreign func(key string) (ours string, ok bool)) bool {
	if !r.AnyMapping(n) {
		return false
	}
	for _, p := range n.Pairs {
		if !slices.Contains(known, p.Key) {
			r.Report(unknownKey(p, known, foreign))
		}
	}
	return true
}

// AnyMapping tells whether a node is a mapping, whatever its keys.
func (r *Reader) AnyMapping(n *Node) bool {
	switch {
	case n == nil:
		return false
	case n.Kind == Mapping:
		return true
	case n.Name != "":
		return r.wrong(n, diag.ExpectMapping)
	}
	d := diag.YAMLNotMapping.At(n.Place)
	if key, value, ok := strings.Cut(n.Text, ":"); ok && n.Kind == Scalar && isWord([]rune(key)) {
		d = d.With(diag.WriteSo, key+": "+value)
	}
	r.Report(d)
	return false
}

func unknownKey(p Pair, known []string, foreign func(string) (string, bool)) diag.Diagnostic {
	if foreign != nil {
		if ours, ok := foreign(p.Key); ok {
			return diag.ForeignKey.At(p.KeyPlace, p.Key).With(diag.UseInstead, ours)
		}
	}
	d := diag.UnknownKey.At(p.KeyPlace, p.Key)
	if near, ok := diag.Nearest(p.Key, known); ok {
		return d.With(diag.DidYouMean, near)
	}
	if len(known) > 0 && len(known) <= 40 {
		return d.With(diag.OneOf, strings.Join(known, ", "))
	}
	return d
}

// Need reports the keys that a mapping lacks, at place; ok tells that it has them all. A key without a value is
// written, and is whoever reads it to complain about.
func (r *Reader) Need(n *Node, place diag.Place, keys ...string) (ok bool) {
	ok = true
	for _, key := range keys {
		switch {
		case n.Get(key) != nil:
		case n != nil && slices.Contains(n.refused, key):
			ok = false
		default:
			r.Report(diag.MissingKey.At(place, key).With(diag.AddKey, key+": ..."))
			ok = false
		}
	}
	return ok
}

// Text takes any scalar as it is written.
func (r *Reader) Text(n *Node) (text string, ok bool) {
	switch {
	case n == nil:
		return "", false
	case n.Kind == Scalar:
		return n.Text, true
	case n.Kind == Null:
		return "", r.wrong(n, diag.FillIn)
	}
	return "", r.wrong(n, diag.ExpectText)
}

// Bool takes true or false, without quotes, and nothing that only means the same.
func (r *Reader) Bool(n *Node) (value, ok bool) {
	if n == nil {
		return false, false
	}
	if n.Kind == Scalar && !n.Quoted && (n.Text == "true" || n.Text == "false") {
		return n.Text == "true", true
	}
	r.Report(diag.BadBoolean.At(n.Place, n.Name).With(diag.TrueOrFalse))
	return false, false
}

var wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

// Int takes a whole number from least to most, without quotes.
func (r *Reader) Int(n *Node, least, most int) (value int, ok bool) {
	if n == nil {
		return 0, false
	}
	if n.Kind != Scalar || n.Quoted || !wholeNumber.MatchString(n.Text) {
		r.Report(diag.BadNumber.At(n.Place, n.Name).With(diag.NumberBetween, strconv.Itoa(least), strconv.Itoa(most)))
		return 0, false
	}
	value, err := strconv.Atoi(n.Text)
	if err != nil || value < least || value > most {
		r.Report(diag.NumberOutOfRange.At(n.Place, n.Name).With(diag.NumberBetween, strconv.Itoa(least), strconv.Itoa(most)))
		return 0, false
	}
	return value, true
}

// Choice takes one of several words.
func (r *Reader) Choice(n *Node, among ...string) (word string, ok bool) {
	word, ok = r.Text(n)
	if !ok || slices.Contains(among, word) {
		return word, ok
	}
	d := diag.BadChoice.At(n.Place, n.Name, word)
	if near, found := diag.Nearest(word, among); found {
		d = d.With(diag.DidYouMean, near)
	} else {
		d = d.With(diag.OneOf, strings.Join(among, ", "))
	}
	r.Report(d)
	return "", false
}

// List gives the elements of a list. A single value stands for a list of one; nothing written is an error.
func (r *Reader) List(n *Node) []*Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == Sequence:
		return n.Items
	case n.Kind == Null:
		r.wrong(n, diag.ExpectList)
		return nil
	}
	return []*Node{n}
}

// Texts takes a list of texts, or a single one.
func (r *Reader) Texts(n *Node) []string {
	var list []string
	for _, item := range r.List(n) {
		if text, ok := r.Text(item); ok {
			list = append(list, text)
		}
	}
	return list
}

// TextByLang takes what a reader sees: a text, which then stands for all languages, or a mapping by language, in which
// a declared language may be missing but no other may stand. The result is empty after an error.
func (r *Reader) TextByLang(n *Node, declared []locale.Lang) map[locale.Lang]string {
	texts := map[locale.Lang]string{}
	switch {
	case n == nil:
		return nil
	case n.Kind == Scalar:
		for _, lang := range declared {
			texts[lang] = n.Text
		}
		return texts
	case n.Kind != Mapping:
		r.wrong(n, diag.TextOrLanguages, langNames(declared))
		return nil
	}
	for _, p := range n.Pairs {
		lang := locale.Lang(p.Key)
		if !slices.Contains(declared, lang) {
			r.Report(diag.UndeclaredLanguage.At(p.KeyPlace, p.Key).With(diag.OneOf, langNames(declared)))
			continue
		}
		if text, ok := r.Text(p.Value); ok {
			texts[lang] = text
		}
	}
	return texts
}

func langNames(langs []locale.Lang) string {
	names := make([]string, len(langs))
	for i, l := range langs {
		names[i] = string(l)
	}
	return strings.Join(names, ", ")
}
