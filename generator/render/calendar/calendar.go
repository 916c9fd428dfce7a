// Package calendar makes invitations for calendars (iCalendar, RFC 5545): one for each item that takes place at a time,
// beside its page, and one file to subscribe to for each listing of such items.
//
// Times of day are written in UTC, which every calendar shows in its owner's time zone, so that no description of the
// site's zone is needed. Nothing is taken from the clock.
package calendar

import (
	"io"

	"growthportal/generator/contentline"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// maker names this package and its version in the keys of recipes.
const maker = "calendar/1"

// Length is how many events a listing's calendar holds at most: those that start last, and so what is coming.
const Length = 500

// Recipes lists a recipe for each file. program is the program's name and version.
func Recipes(s *site.Site, program string) []output.Recipe {
	s = s.Noting() // inputs are worked out here each time: nobody else shares the texts
	var list []output.Recipe
	for _, it := range s.Items {
		if it.Calendar != "" {
			v := calendar{Program: program, Events: []event{eventOf(s, it)}}
			list = append(list, recipe(output.Path(it.Calendar.File()), it.Path(), v))
		}
	}
	for _, p := range s.Pages {
		l := p.Listing
		if p.Kind != site.ListingPage || p.Number > 0 || l.Calendar == "" {
			continue
		}
		v := calendar{Program: program, Name: l.Title + " – " + s.Config.Title.In(l.Lang, s.Config.Languages...)}
		for _, it := range l.Items[:min(len(l.Items), Length)] {
			v.Events = append(v.Events, eventOf(s, it))
		}
		list = append(list, recipe(output.Path(l.Calendar.File()), "calendar "+l.Title, v))
	}
	return list
}

func recipe(path output.Path, claim string, v calendar) output.Recipe {
	return output.Recipe{Path: path, Maker: maker, Inputs: output.DigestOf(v), Claim: claim, Make: v.write}
}

// calendar is what a file says.
type calendar struct {
	Program string
	Name    string // of a calendar to subscribe to; "" for a single invitation
	Events  []event
}

// write writes the calendar. Its name and how often to ask for news are told twice, as RFC 7986 has it and as programs
// of before it do.
func (c calendar) write(to io.Writer) error {
	w := contentline.NewWriter(to)
	w.Raw("BEGIN", "VCALENDAR")
	w.Raw("VERSION", "2.0")
	w.Text("PRODID", "-//growthportal//"+c.Program+"//EN")
	w.Raw("CALSCALE", "GREGORIAN")
	if c.Name != "" {
		w.Text("NAME", c.Name)
		w.Text("X-WR-CALNAME", c.Name)
		w.Raw("REFRESH-INTERVAL", "PT12H", contentline.Param{Name: "VALUE", Value: "DURATION"})
		w.Raw("X-PUBLISHED-TTL", "PT12H")
	}
	for _, e := range c.Events {
		e.write(w)
	}
	w.Raw("END", "VCALENDAR")
	return w.Err()
}
