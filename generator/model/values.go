package model

import (
	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Value is the typed value of a field. Which parts are set follows from Kind. Most values are texts, and a large site holds a dozen
// with each document, so a value has room for little else: what few kinds are stands apart, in More.
type Value struct {
	Kind Kind
	Text string       // text, markdown's source, choice, email, phone, url, and a number as it was written
	List []Value      // list
	Map  []NamedValue // map, and any
	More *More        // of kinds that are more than a text; nil for the others
	Spot Spot         // where it stands in its file
}

// More is what a value is that is no mere text. Ask the methods of Value, for a value may be without.
type More struct {
	Number float64       // number
	Bool   bool          // boolean
	Moment locale.Moment // date, instant
	Period locale.Period // period
	Ref    Ref           // reference
	File   *FileRef      // image, file; nil for all others
	Body   *Body         // markdown
}

// Number is that of a value of kind number.
func (v Value) Number() float64 { return v.more().Number }

// Bool is that of a value of kind boolean.
func (v Value) Bool() bool { return v.more().Bool }

// Moment is that of a value of kind date or instant.
func (v Value) Moment() locale.Moment { return v.more().Moment }

// Period is that of a value of kind period.
func (v Value) Period() locale.Period { return v.more().Period }

// Ref is that of a value of kind reference.
func (v Value) Ref() Ref { return v.more().Ref }

// File is that of a value of kind image or file; nil for all others.
func (v Value) File() *FileRef { return v.more().File }

// Body is that of a value of kind markdown; nil for all others.
func (v Value) Body() *Body { return v.more().Body }

func (v Value) more() More {
	if v.More == nil {
		return More{}
	}
	return *v.More
}

// Spot is a place in a file that is known.
type Spot struct{ Line, Column, EndColumn int32 }

// SpotOf is a place without its file.
func SpotOf(p diag.Place) Spot { return Spot{int32(p.Line), int32(p.Column), int32(p.EndColumn)} }

// In is the spot as a place in a file.
func (s Spot) In(file string) diag.Place {
	return diag.Place{File: file, Line: int(s.Line), Column: int(s.Column), EndColumn: int(s.EndColumn)}
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
