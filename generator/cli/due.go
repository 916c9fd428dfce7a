package cli

import (
	"fmt"
	"strings"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/locale"
	"growthportal/generator/site"
)

type dueCommand struct {
	Next bool `help:"${dueNext}"`
}

// titleWidth is how much of a title stands in a table.
const titleWidth = 44

// Run lists what happens to the site by itself, and when. Where nothing does, it says nothing.
func (c *dueCommand) Run(s *session) error {
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	plan, err := s.look(src, build.Request{})
	if err != nil {
		return err
	}
	list := plan.Site.Instants
	switch {
	case c.Next && len(list) > 0:
		_, err = fmt.Fprintln(s.Stdout, list[0].Time.In(plan.Config.Location).Format(time.RFC3339))
	case c.Next:
	case s.args.Format == "json":
		err = s.dueObjects(plan)
	default:
		err = s.dueTable(plan)
	}
	return err
}

func (s *session) dueTable(plan *build.Plan) error {
	rows := make([][]string, len(plan.Site.Instants))
	for i, in := range plan.Site.Instants {
		at := in.Time.In(plan.Config.Location)
		rows[i] = []string{
			s.spoken(at), s.say("due-" + string(in.What)),
			shortened(plan.Site.Doc(in.Item).Title, titleWidth), in.Item.Path(),
		}
	}
	return writeTable(s.Stdout, rows)
}

// spoken is an instant as it is said, with the day of the week and spaces that a terminal knows.
func (s *session) spoken(at time.Time) string {
	text := locale.WeekdayName(at.Weekday(), s.lang) + " " + locale.FormatInstant(at, s.lang)
	return strings.ReplaceAll(text, "\u00a0", " ")
}

// dueObject is an instant for programs. Its names are part of the interface.
type dueObject struct {
	Time  string      `json:"time"` // RFC 3339
	What  site.What   `json:"what"`
	File  string      `json:"file"`
	Title string      `json:"title"`
	Lang  locale.Lang `json:"lang"`
	URL   string      `json:"url,omitempty"` // of what has a page
}

func (s *session) dueObjects(plan *build.Plan) error {
	for _, in := range plan.Site.Instants {
		if err := writeJSON(s.Stdout, dueObjectOf(plan, in)); err != nil {
			return err
		}
	}
	return nil
}

func dueObjectOf(plan *build.Plan, in site.Instant) dueObject {
	it := in.Item
	return dueObject{in.Time.In(plan.Config.Location).Format(time.RFC3339), in.What, it.Path(), plan.Site.Doc(it).Title, it.Lang, string(it.URL)}
}
