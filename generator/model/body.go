package model

import "strings"

// Body is a Markdown text made into HTML, with its references to other files left open: where they lead is decided
// later, by the site. A body is plain data; nothing alters it after it was made.
//
// The text itself, Segments and Plain, is large and needed only where the text is shown. A body may be without it, and
// know where to fetch it: see Whole.
type Body struct {
	Segments []Segment
	Refs     []BodyRef // the open references, in the order of the text; Segment.Ref counts from 1 in them
	Headings []Heading
	Anchors  []string // every id in the HTML, sorted: headings, footnotes
	Plain    string   // the words alone, paragraphs parted by "\n"
	Opening  string   // the beginning of Plain, at most OpeningSize bytes; "" where its document has a summary
	Words    int
	Leads    bool     // it begins with its first reference: no words stand before it
	Length   int      // bytes of HTML, without the references; 0 for no text
	Digest   [32]byte // of all the rest; it stands for the body in the digests of pages

	// Fetch gives the body that it is told, which is this one, with its text, where that is kept elsewhere; nil where it is here.
	// It is safe for concurrent use. Its error is the machine's.
	Fetch func(lean *Body) (*Body, error) `digest:"-" json:"-"`

	// Each gives the segments of the body that it is told, in order, without making a body of them; nil where Fetch is. The bytes are those
	// of the segment for as long as give takes and no longer. Its error is the machine's, or the first that give returns.
	Each func(lean *Body, give func(html []byte, ref int) error) error `digest:"-" json:"-"`
}

// OpeningSize is how many bytes of a text its opening holds at most.
const OpeningSize = 1000

// Empty tells whether there is no text.
func (b *Body) Empty() bool { return b == nil || b.Length == 0 }

// Whole is the body with its text.
func (b *Body) Whole() (*Body, error) {
	if b.Fetch == nil {
		return b, nil
	}
	return b.Fetch(b)
}

// Without is the body without its text, which fetch gives when it is wanted. What is left stays for long: where a text was taken away
// it stands in one piece of memory, and not in one for each heading, anchor and link.
func (b *Body) Without(fetch func(lean *Body) (*Body, error)) *Body {
	lean := *b
	lean.Segments, lean.Plain, lean.Fetch = nil, "", fetch
	if len(b.Segments) > 0 {
		lean.Refs, lean.Headings, lean.Anchors = exactly(b.Refs), exactly(b.Headings), exactly(b.Anchors)
		lean.join()
	}
	return &lean
}

// join puts all words of a body that has lists of its own into one text.
func (b *Body) join() {
	words := b.words()
	size := 0
	for _, w := range words {
		size += len(*w)
	}
	var all strings.Builder
	all.Grow(size)
	for _, w := range words {
		all.WriteString(*w)
	}
	rest := all.String()
	for _, w := range words {
		*w, rest = rest[:len(*w)], rest[len(*w):]
	}
}

// words are the texts of a body's lists, where they stand.
func (b *Body) words() []*string {
	list := make([]*string, 0, 3*len(b.Refs)+2*len(b.Headings)+len(b.Anchors))
	for i := range b.Refs {
		list = append(list, &b.Refs[i].Target, &b.Refs[i].Alt, &b.Refs[i].Title)
	}
	for i := range b.Headings {
		list = append(list, &b.Headings[i].ID, &b.Headings[i].Text)
	}
	for i := range b.Anchors {
		list = append(list, &b.Anchors[i])
	}
	return list
}

// exactly is a list of one's own with no room for more, for what stays for long.
func exactly[E any](list []E) []E {
	if len(list) == 0 {
		return nil
	}
	return append(make([]E, 0, len(list)), list...)
}

// Segment is a stretch of finished HTML, then, unless Ref is 0, the open reference number Ref.
//
// A link's reference stands inside the quotes of its href attribute. An image's stands for the whole img element, a term's for the word.
type Segment struct {
	HTML string
	Ref  int
}

// RefKind tells what a body's reference is.
type RefKind uint8

// The kinds of references in a body.
const (
	LinkRef  RefKind = iota // the destination of a link
	ImageRef                // an image
	TermRef                 // a word that the glossary explains: Target is the term, Alt the word as it stands here
)

// BodyRef is a link or an image in a text, as written.
type BodyRef struct {
	Kind   RefKind
	Figure bool   // an image that stands alone in its paragraph and has a caption
	Spot   Spot   // in the file of the text
	Target string // the destination, unescaped: "../om/kontakt.md#tider", "bild.jpg", "https://...", "mailto:..."
	Alt    string // of an image
	Title  string // the title attribute; of an image that is a figure of its own it has become the caption, and is ""
}

// Heading is a heading of a body.
type Heading struct {
	Level int8 // 1 to 6
	Spot  Spot // in the file of the text
	ID    string
	Text  string
}
