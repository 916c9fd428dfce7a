package calendar

import (
	"strconv"
	"strings"
	"time"

	"growthportal/generator/contentline"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// event is what a calendar says of one item.
type event struct {
	UID, Lang, Summary, Description, Location, URL string
	Start, End                                     time.Time // the end is when it is over, and zero where that is not known
	AllDay                                         bool      // only the days of the two count, in UTC
	Stamp                                          time.Time // when the event was last revised
	Created                                        time.Time // zero where it is not known
	Revisions                                      int       // how many times it was revised
	Cancelled                                      bool
	Contacts, Topics                               []string
}

func eventOf(s *site.Site, it *site.Item) event {
	e := event{
		UID:  strings.Trim(s.Config.URL.Href(it.URL), "/") + "@" + s.Config.URL.Host,
		Lang: it.Lang.Tag(), Summary: s.Doc(it).Title, URL: s.Config.URL.Absolute(it.URL), Location: location(s, it),
		Created: s.Doc(it).Date.Time.UTC(), Revisions: len(it.Changes), Cancelled: it.Withdrawn != nil,
	}
	if e.Cancelled {
		e.Revisions++
	}
	e.when(it)
	e.Stamp = stamp(s, it)
	e.Description = paragraphs(it.Notice(), lead(s, it), e.URL)
	for _, t := range it.Topics {
		e.Topics = append(e.Topics, s.Doc(t).Title)
	}
	for _, c := range it.Contacts {
		e.Contacts = append(e.Contacts, contact(s, c))
	}
	return e
}

// when takes the time from the item's span. Days alone make an event of whole days, whose end is the day after the last
// (RFC 5545, 3.6.1); so does a start without a time of day, whatever the end says, for nobody knows when it begins.
// An end that is a day alone is over when that day is. Without an end, an event with a time of day has none here either.
func (e *event) when(it *site.Item) {
	start, end, _ := it.Span()
	if start.DateOnly {
		e.AllDay = true
		e.Start = midnight(start.Date())
		last := start.Date()
		if !end.IsZero() && end.Date().Compare(last) > 0 {
			last = end.Date()
		}
		e.End = midnight(last.AddDays(1))
		return
	}
	e.Start = start.Time.UTC()
	if !end.IsZero() && end.Last().After(start.Time) {
		e.End = end.Last().UTC()
	}
}

func midnight(d locale.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// stamp is when what is said here was last revised (RFC 5545, 3.8.7.2): the item's own dates tell, and if it has none,
// when it takes place.
func stamp(s *site.Site, it *site.Item) time.Time {
	start, _, _ := it.Span()
	switch {
	case !it.Updated.IsZero():
		return it.Updated.Time.UTC()
	case s.Doc(it).Date.Set():
		return s.Doc(it).Date.Time.UTC()
	}
	return start.Time.UTC()
}

// locationProperty is the property of schema.org by which a type says which of its fields tells where.
const locationProperty = "location"

// location is where the item takes place, from the fields that its type declares to say so.
func location(s *site.Site, it *site.Item) string {
	var places []string
	for _, v := range s.Doc(it).Fields {
		f, ok := it.Type.Field(v.Name)
		property, _, _ := strings.Cut(f.Property, " ")
		if !ok || property != locationProperty {
			continue
		}
		places = append(places, words(s, it, v.Value)...)
	}
	return strings.Join(places, ", ")
}

// words are a value as text: of a reference, what the item that it leads to is called.
func words(s *site.Site, it *site.Item, v model.Value) []string {
	switch {
	case v.Kind == model.KindReference:
		if to := it.Target(v.Ref()); to != nil {
			return []string{s.Doc(to).Title}
		}
		return nil
	case len(v.List) > 0:
		var list []string
		for _, element := range v.List {
			list = append(list, words(s, it, element)...)
		}
		return list
	case v.Text != "":
		return []string{v.Text}
	}
	return nil
}

// lead is the item's summary, else the first paragraph of its text.
func lead(s *site.Site, it *site.Item) string {
	if s.Doc(it).Summary != "" {
		return s.Doc(it).Summary
	}
	first, _, _ := strings.Cut(strings.TrimSpace(s.Body(it).Opening), "\n")
	return first
}

// contact is a person with every way to reach them that their type's fields are.
func contact(s *site.Site, it *site.Item) string {
	parts := []string{s.Doc(it).Title}
	for _, v := range s.Doc(it).Fields {
		if f, ok := it.Type.Field(v.Name); ok && (f.Holds(model.KindPhone) || f.Holds(model.KindEmail)) {
			parts = append(parts, words(s, it, v.Value)...)
		}
	}
	return strings.Join(parts, ", ")
}

func paragraphs(parts ...string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, "\n\n")
}

// The forms of dates and times (RFC 5545, 3.3.4 and 3.3.5).
const (
	dateForm = "20060102"
	timeForm = "20060102T150405Z"
)

func (e event) write(w *contentline.Writer) {
	lang := contentline.Param{Name: "LANGUAGE", Value: e.Lang}
	w.Raw("BEGIN", "VEVENT")
	w.Text("UID", e.UID)
	w.Raw("DTSTAMP", e.Stamp.Format(timeForm))
	e.writeTime(w, "DTSTART", e.Start)
	if !e.End.IsZero() {
		e.writeTime(w, "DTEND", e.End)
	}
	if e.AllDay { // whoever takes in a week of festivities is not busy for a week
		w.Raw("TRANSP", "TRANSPARENT")
	}
	w.Text("SUMMARY", e.Summary, lang)
	w.Text("DESCRIPTION", e.Description, lang)
	w.Text("LOCATION", e.Location, lang)
	for _, c := range e.Contacts {
		w.Text("CONTACT", c)
	}
	if len(e.Topics) > 0 {
		topics := make([]string, len(e.Topics))
		for i, t := range e.Topics {
			topics[i] = contentline.Escape(t)
		}
		w.Raw("CATEGORIES", strings.Join(topics, ","), lang)
	}
	w.Raw("URL", e.URL)
	if !e.Created.IsZero() {
		w.Raw("CREATED", e.Created.Format(timeForm))
		w.Raw("LAST-MODIFIED", e.Stamp.Format(timeForm))
	}
	w.Raw("SEQUENCE", strconv.Itoa(e.Revisions))
	status := "CONFIRMED"
	if e.Cancelled {
		status = "CANCELLED"
	}
	w.Raw("STATUS", status)
	w.Raw("END", "VEVENT")
}

func (e event) writeTime(w *contentline.Writer, name string, t time.Time) {
	if e.AllDay {
		w.Raw(name, t.Format(dateForm), contentline.Param{Name: "VALUE", Value: "DATE"})
		return
	}
	w.Raw(name, t.Format(timeForm))
}
