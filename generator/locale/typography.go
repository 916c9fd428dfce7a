package locale

// A Run is a piece of a paragraph. Inline markup splits a paragraph into
// runs, and what a typesetter does at one place depends on what stands on
// both sides of it, across such borders.
type Run struct {
	Text string
	// Opaque marks what stands in the line but is not text to be set: code, a
	// URL, an image, a line break. It is never altered, and seen by the rules
	// as a thing of unknown shape that is no space.
	Opaque bool
}

// A Setter sets running text as a good typesetter does: quotation marks,
// dashes, minus signs, ellipses, groups of digits, and the spaces at which no
// line may break. Each rule stands in a file of its own (typo_*.go) with its
// source.
//
// The rules change only spaces, quotation marks, dashes and points, never a
// letter or a digit, and applying them twice is the same as applying them
// once. Where it is not plain what was meant they leave the text as it is.
// Bare URLs and addresses of e-mail are left alone too.
//
// A Setter for another language than Swedish and English changes nothing. The
// zero value is such a one.
type Setter struct {
	Lang Lang
}

// Paragraph sets a paragraph and returns the text of each run, in order: as
// many as there are runs, those of opaque runs as they were. A newline in a
// text is a space like others, and is replaced where no line may break.
//
// How a paragraph is cut into runs does not matter: the texts returned, put
// together, are the same.
func (s Setter) Paragraph(runs []Run) []string {
	return s.ParagraphIn(make([]string, 0, len(runs)), runs)
}

// ParagraphIn is Paragraph in the memory of texts, which is overwritten.
func (s Setter) ParagraphIn(texts []string, runs []Run) []string {
	texts = texts[:0]
	for _, run := range runs {
		texts = append(texts, run.Text)
	}
	if s.Lang != Swedish && s.Lang != English {
		return texts
	}
	p := newPara(s.Lang, runs)
	p.set()
	p.writeTo(texts)
	p.free()
	return texts
}

// String sets a text without markup: a title, a summary, a caption, the label
// of a menu.
func (s Setter) String(text string) string {
	return s.Paragraph([]Run{{Text: text}})[0]
}

// set applies the rules. The order matters: quotation marks need the straight
// marks of feet and inches still to be seen, and spaces come last because
// they depend on what has become of the dashes.
func (p *para) set() {
	p.setSpeechDash()
	p.setEllipses()
	p.setDoubleQuotes()
	p.setSingleQuotes()
	p.setSpacedDashes()
	p.setSpans()
	p.setMinusSigns()
	p.setDigitGroups()
	p.setPercent()

	p.glueDigitGroups()
	p.glueTelephones()
	p.glueUnits()
	p.glueNumberWords()
	p.glueDesignators()
	p.glueDates()
	p.glueAbbreviations()
	p.glueNames()
}
