package model

// Type is a type of content, such as "press-release": a file in a theme's types/ folder.
type Type struct {
	Name      string   // the file's name without .yaml
	Label     Text     // singular, as readers see it: "Pressmeddelande"
	Plural    Text     // "Pressmeddelanden"
	Layout    string   // the layout that shows an item, without .html
	Permalink string   // default URL of an item below its listing, such as ":year/:slug/"
	Schema    string   // schema.org type, such as "NewsArticle"; "" for none
	Require   []string // core keys that are optional for other types and required for this one, such as "date"
	Want      []string // core keys that an item should have, which check asks for, such as "contacts"
	Order     string   // "title", or the name of a field: listings are ordered by it, ascending; "": by date, newest first
	Traits    Traits
	Fields    []Field // the type's own fields, in the order in which they are shown
}

// Field returns the type's own field of that name.
func (t *Type) Field(name string) (Field, bool) {
	for _, f := range t.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Traits is what the generator does for the items of a type beyond showing their fields.
type Traits struct {
	Series      string    // a field of kind period: its items form a series, one a period, with previous and next
	Span        [2]string // fields of kind instant: start and end; items are past or coming, and are ordered by start
	Banner      bool      // shown on every page until it expires
	Feed        bool      // its collections have feeds, and its items stand in the site's
	Boilerplate string    // a markdown field of the publisher's type that is shown under every item
	People      bool      // its items show cards of their contacts and authors
	Card        bool      // each of its items without a picture has a card of its own for social networks
}

// Roles says which types stand for what the generator must know of; theme.yaml declares it. A role without a type is "".
type Roles struct {
	Topic, Person, Publisher, Point, Page string
}

// Kind is the kind of a field's value.
type Kind string

// The kinds of fields.
const (
	KindText      Kind = "text"      // one line or more, shown as written
	KindMarkdown  Kind = "markdown"  // Markdown text
	KindBoolean   Kind = "boolean"   // true or false
	KindNumber    Kind = "number"    // a whole or decimal number
	KindDate      Kind = "date"      // a day: 2026-12-01
	KindInstant   Kind = "instant"   // a day, a day and time in the site's time zone, or RFC 3339
	KindPeriod    Kind = "period"    // a month, quarter or year: 2008-09, 2008-Q3, 2008
	KindChoice    Kind = "choice"    // one of the field's choices
	KindReference Kind = "reference" // an item of one of the field's types
	KindImage     Kind = "image"     // {file, alt, caption, credit}
	KindFile      Kind = "file"      // {file, title}
	KindEmail     Kind = "email"     // an e-mail address
	KindPhone     Kind = "phone"     // a telephone number
	KindURL       Kind = "url"       // http, https, mailto or tel, or a path of the site's
	KindMap       Kind = "map"       // named values
	KindList      Kind = "list"      // several values of one kind; a single value stands for a list of one
	KindAny       Kind = "any"       // an undeclared key of a collection with "extra: allow", kept as it is
)

// Field is one declared field of a type.
type Field struct {
	Name     string
	Kind     Kind
	Of       *Field   // the elements of a list
	Fields   []Field  // the keys of a map
	To       []string // the types that a reference may lead to; empty: any
	Choices  []Choice
	Required bool
	Label    Text
	Help     Text
	// Property is the property of https://schema.org/ that the field states of its item, such as "jobTitle"; with a
	// type after a space, such as "worksFor Organization", the value is the name of a thing of that type. "": none.
	Property string
}

// Holds tells whether the field's values, or the elements of its lists, are of a kind.
func (f Field) Holds(k Kind) bool { return f.Kind == k || f.Of != nil && f.Of.Kind == k }

// Choice is one of the values of a field of kind choice.
type Choice struct {
	Value string
	Label Text
}
