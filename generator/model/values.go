package model

import (
	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Value is the typed value of a field. Which parts are set follows from Kind; Place is where it stands.
type Value struct {
	Kind   Kind
	Text   string        // text, markdown's source, choice, email, phone, url, and a number as it was written
	Number float64       // number
	Bool   bool          // boolean
	Moment locale.Moment // date, instant
	Period locale.Period // period
	Ref    Ref           // reference
	File   *FileRef      // image, file; nil for all others
	Body   *Body         // markdown
	List   []Value       // list
	Map    []NamedValue  // map, and any
	Place  diag.Place
}

// NamedValue is an entry of a map, in the order of the source.
type NamedValue struct {
	Name  string
	Value Value
}

// Ref is a reference to another item as it was written: "asa-provare" or "people/asa-provare".
type Ref struct {
	Name  string
	Place diag.Place
}

// FileRef names a file beside an item and what is said about it. Alt is nil where it was not written.
type FileRef struct {
	File    string
	Title   string
	Alt     *string
	Caption string
	Credit  string
	Place   diag.Place // of the file's name
}

// Moment is a point in time with the place where it is written; the zero Moment is none.
type Moment struct {
	locale.Moment
	Place diag.Place
}

// Set tells whether there is a moment.
func (m Moment) Set() bool { return !m.Time.IsZero() }
