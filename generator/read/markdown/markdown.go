// Package markdown reads Markdown: CommonMark 0.31.2 with GFM's tables, strikethrough, task lists and bare links,
// footnotes, definition lists, figures, speech, and passages in another language.
//
// [Parse] makes a text into a [model.Body]: finished HTML with its links and images left open, its headings and ids,
// its words. Where the links lead is for the site to say; [Close] fills them in. Everything that an author can get
// wrong is a diagnostic at its place, and nothing of a text vanishes without one: what a reader would not see is
// reported. No input makes the package panic or costs more than a small multiple of its size (limits.go, fuel.go).
//
// The HTML holds no style and no event attributes, and of script nothing at all.
//
// # Beyond the standards
//
// An image alone in its paragraph, with a title, is a figure; the title is its caption, and from "Foto:", "Bild:",
// "Illustration:", "Photo:", "Photograph:" or "Image:" on its credit:
//
//	![Sluss i kvällsljus](sluss.jpg "Den nya slussen. Foto: Åsa Prövare")
//
// A paragraph "Tabell: ..." or "Table: ..." just before a table is its caption.
//
// A heading's id is its folded text ("## Åtgärder" is at #atgarder), or the one that stands at its end, so that links
// to it hold when its words change: "## Åtgärder {#plan}".
//
// A paragraph that begins with a dash (–, — or ―) and a space is speech.
//
// A passage in another language than the page's is marked with its BCP 47 tag, in running text or around blocks:
//
//	Projektet heter [Growing Together]{lang=en}.
//
//	::: {lang=fi}
//	Tervetuloa!
//	:::
//
// An HTML comment is the author's own and is dropped.
package markdown

import (
	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// HTMLMode says what becomes of raw HTML in a text.
type HTMLMode uint8

// The two ways with raw HTML.
const (
	Forbid HTMLMode = iota // an error that says what to write instead
	Clean                  // elements that carry text and structure are kept; what goes is a warning
)

// Options say how to read a text. The zero value reads Swedish, forbids raw HTML and leaves typography alone.
type Options struct {
	File       string      // for the places of diagnostics
	FirstLine  int         // the line of File on which the text begins; 0 stands for 1
	Lang       locale.Lang // of the text; it decides the words for footnotes and tables, and the typography
	HTML       HTMLMode
	Typography bool // set spaces, dashes and quotes as the language wants them
	// Prefix is put before every id, for a text that shares its page with another: "om-" gives "om-bakgrund".
	Prefix string
	// Terms are the words that the site explains. The first of each in the text becomes an open reference; nil for none.
	Terms *Terms
}

// Parse reads a text. The body is never nil; where there are errors it is as good as can be made of the rest, and
// still safe to show. The source is not altered. Parse may be called from many goroutines at once.
//
// Characters that HTML does not allow, and what is not UTF-8, are replaced by U+FFFD; to report them is for the reader
// of the file, which knows them in front matter as well.
func Parse(src []byte, opt Options) (*model.Body, []diag.Diagnostic) {
	d := newDraft(prepare(src), opt)
	defer d.release()
	if !d.withinBounds() {
		return &model.Body{}, d.diags
	}
	d.parse()
	if d.tooDeep() {
		return &model.Body{}, d.finishedDiags()
	}
	d.joinText()
	d.gatherFootnotes()
	d.dropComments()
	d.nameHeadings()
	d.findSpeech()
	d.captionTables()
	d.typeset()
	d.renderTree()
	return d.finish(), d.finishedDiags()
}
