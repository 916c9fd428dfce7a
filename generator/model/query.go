package model

// Query asks for a list of items by declaration; theme.yaml's "lists" holds them. The zero value of each part asks
// for no restriction.
type Query struct {
	Types []string // items of these types
	Under string   // plain pages below this folder of content/, such as "om"
	Topic string   // items of this topic, by its reference name
	When  string   // "coming" or "past", for types with a span
	Order string   // "date" (newest first; the default), "title", or the name of a field; a coming list has the nearest first
	Limit int      // at most so many; 0 means 10
}
