package build

import (
	"encoding/binary"
	"slices"

	"growthportal/generator/output"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// shown tells which texts the pages of a build were made from: for each recipe of the plan, how many, and the place of each among the
// build's content files; all as varints.
type shown []byte

// unchanged finds the recipes whose keys are known without working them out: where nothing has changed since the last build into the
// destination but the words of some texts, those that show none of these. What that build was made from is told by its standing, what
// its files looked like by the sources that were remembered with it. Whatever does not fit together is found out the long way: nil.
//
// The outcomes' texts are filled in with those that they showed.
func (pub Publication) unchanged(plan *Plan, known outcomes) (keep []bool) {
	b := plan.builder
	if b == nil || b.standing == nil || b.Reread || pub.Verify || !b.standing.holds(plan.Now) || b.standing.Outcomes != known.digest() {
		return nil
	}
	reworded, ok := b.reworded(pub)
	if !ok {
		return nil
	}
	keep = make([]bool, len(known))
	rest, others := b.standing.Shown.next(reworded) // what all share
	if rest == nil || !others {
		return nil
	}
	b.shared = b.standing.Shown[:len(b.standing.Shown)-len(rest)]
	for i := range known {
		from := rest
		if rest, keep[i] = rest.next(reworded); rest == nil {
			return nil
		}
		known[i].texts = from[:len(from)-len(rest)]
	}
	return keep
}

// next reads the texts of one recipe: what comes after them, nil where they cannot be read, and whether none of them is among some.
func (s shown) next(some []int) (rest shown, none bool) {
	count, n := binary.Uvarint(s)
	none = true
	for rest = s[max(n, 0):]; n > 0 && count > 0; count-- {
		var place uint64
		if place, n = binary.Uvarint(rest); n > 0 {
			rest = rest[n:]
			none = none && !slices.Contains(some, int(place))
		}
	}
	if n <= 0 {
		return nil, false
	}
	return rest, none
}

// reworded are the content files in which nothing but the words of their texts is another than at the build that stood last, by their
// places; ok is false where more has changed, or where that cannot be told.
func (b *builder) reworded(pub Publication) (places []int, ok bool) {
	before, now := b.Kept.earlier, b.snap.Files(".")
	if len(before) != len(now) {
		return nil, false
	}
	list := make([]sourceFile, len(before))
	for i, f := range before {
		list[i] = sourceFile{f.Path, f.Digest}
	}
	if b.inputsOf(list, pub) != b.standing.Inputs {
		return nil, false
	}
	place := -1
	for i, f := range now {
		isDocument := document.IsDocument(f.Path)
		if isDocument {
			place++
		}
		digest, err := b.snap.Digest(f.Path)
		switch {
		case err != nil || f.Path != before[i].Path:
			return nil, false
		case digest == before[i].Digest:
		case !isDocument || !b.sameButWords(f.Path, before[i].Digest, digest):
			return nil, false
		default:
			places = append(places, place)
		}
	}
	return places, true
}

// sameButWords tells whether two versions of a content file, both of which the memory knows, are the same but for the words of the text.
func (b *builder) sameButWords(path string, before, now output.Digest) bool {
	reader := b.texts.reading()
	shelf, _, _ := reader.Shelf(path)
	read := func(content output.Digest) (doc *document.Document) {
		b.Recall.document(document.Key(path, content, b.settings[shelf]), func(head []byte) {
			doc, _, _ = reader.Decode(head) // nil where there is none
		})
		return doc
	}
	was, is := read(before), read(now)
	return was != nil && is != nil && site.SameButText(was, is)
}

// placesOf are the texts of one recipe, for shown. What is no content file never changes by itself.
func (b *builder) placesOf(texts []string) []byte {
	var places []uint64
	for _, path := range texts {
		if i, ok := slices.BinarySearch(b.names.documents, path); ok {
			places = append(places, uint64(i))
		}
	}
	s := binary.AppendUvarint(nil, uint64(len(places)))
	for _, place := range places {
		s = binary.AppendUvarint(s, place)
	}
	return s
}

// shown are the texts of all recipes, those that all share first. Where recipes were not worked out, what they shared is as it was.
func (b *builder) shown(all outcomes) shown {
	b.share()
	s := slices.Clone(b.shared)
	for _, m := range all {
		s = append(s, m.texts...)
	}
	return s
}

// share notes which texts all recipes share, while there is a site to ask.
func (b *builder) share() {
	if b.shared == nil {
		b.shared = b.placesOf(b.plan.Site.Texts())
	}
}
