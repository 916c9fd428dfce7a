package feed

import (
	"fmt"
	"html"
	"time"

	"growthportal/generator/locale"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// correctionOf is the entry of a correction or a withdrawal. later are those that stand before it in the feed: two of one
// item at one moment must not share an id.
func correctionOf(s *site.Site, later []site.Correction, c site.Correction, siteTitle string) entry {
	absolute := s.Config.URL.Absolute
	text := &content{whole: "<p>" + html.EscapeString(c.Note) + "</p>\n"}
	text.digest = output.DigestOf(text.whole)
	e := entry{
		ID: absolute(c.Item.URL) + "#" + c.Date.Time.UTC().Format(time.RFC3339), URL: absolute(c.Item.URL),
		Title: what(c) + ": " + s.Doc(c.Item).Title, Summary: c.Note, Published: c.Date.Time, Updated: c.Date.Time,
		Author: siteTitle, Content: text,
	}
	if c.Item.Publisher != nil {
		e.Author = s.Doc(c.Item.Publisher).Title
	}
	same := 0
	for _, other := range later {
		if other.Item == c.Item && other.Date.Time.Equal(c.Date.Time) {
			same++
		}
	}
	if same > 0 {
		e.ID += fmt.Sprintf("-%d", same+1)
	}
	return e
}

// what tells what happened to the item.
func what(c site.Correction) string {
	switch {
	case c.Item.Lang == locale.Swedish && c.Withdrawn:
		return "Återkallat"
	case c.Item.Lang == locale.Swedish:
		return "Rättat"
	case c.Withdrawn:
		return "Withdrawn"
	}
	return "Corrected"
}
