package model

import "growthportal/generator/locale"

// OwnPage is a page that the generator makes of the whole site; theme.yaml's "pages" declares which there are, how they
// are called and where they stand. A plain page of content/ that stands there is its text.
type OwnPage struct {
	Layout string                 // the layout that shows it, without .html
	Title  Text                   // where content/ has no page there
	URL    map[locale.Lang]string // below the front page of each language: "rattelser/"
}

// Own names an own page.
type Own string

// The own pages that there can be.
const (
	CorrectionsPage Own = "corrections" // what was changed after publication, and what was withdrawn; it has a feed
	GlossaryPage    Own = "glossary"    // the words that content/data/glossary.yaml explains
)

// OwnPages lists the names of own pages.
func OwnPages() []Own { return []Own{CorrectionsPage, GlossaryPage} }
