package model

// Term is a word that a site explains, in one language.
type Term struct {
	Term    string   // as it is written: "KSO", "t ex", "detaljplan"
	Forms   []string // other forms of it that stand in texts: "detaljplanen"
	Meaning string
	ID      string // its anchor on the page of the glossary
}
