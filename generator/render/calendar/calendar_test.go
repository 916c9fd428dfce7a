package calendar_test

import (
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"growthportal/generator/render/rendertest"
)

// made parses, with a parser that is not ours, a calendar of the corpus with one more event.
func made(t *testing.T, files func(*rendertest.World) map[string]string, path, front string) (*ics.Calendar, string) {
	t.Helper()
	w := rendertest.Corpus()
	w.Files["content/events/fest.md"] = "---\ntitle: Fest\n" + front + "\n---\nAlla är *välkomna*.\n\nMer text.\n"
	text := files(w)[path]
	cal, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes, or ended otherwise: %q", len(line), line)
		}
	}
	return cal, text
}

const fest = "kalender/fest/fest.ics"

// Whatever the span says, another program reads the time that was meant: of day in UTC, whole days with an end that is
// the day after the last, across the change of clocks and the end of a year.
func TestTimes(t *testing.T) {
	files := calendars().Maker(t)
	for _, c := range []struct{ front, start, end string }{
		{"start: 2026-12-03 07:30\nend: 2026-12-03 09:00", "20261203T063000Z", "20261203T080000Z"},
		{"start: 2026-07-03 07:30\nend: 2026-07-03 09:00", "20260703T053000Z", "20260703T070000Z"},
		{"start: 2026-10-24 22:00\nend: 2026-10-25 04:00", "20261024T200000Z", "20261025T030000Z"},
		{"start: 2026-12-03 07:30", "20261203T063000Z", ""},
		{"start: 2026-12-03 18:00\nend: 2026-12-04", "20261203T170000Z", "20261204T230000Z"},
		{"start: 2026-12-03", "20261203", "20261204"},
		{"start: 2026-12-30\nend: 2026-12-31", "20261230", "20270101"},
		{"start: 2026-12-03\nend: 2026-12-04 15:00", "20261203", "20261205"},
	} {
		cal, text := made(t, files, fest, c.front)
		e := cal.Events()[0]
		if got := value(e, ics.ComponentPropertyDtStart); got != c.start {
			t.Errorf("%s: starts %s, want %s", c.front, got, c.start)
		}
		if got := value(e, ics.ComponentPropertyDtEnd); got != c.end {
			t.Errorf("%s: ends %s, want %s", c.front, got, c.end)
		}
		if days := strings.Contains(text, "DTSTART;VALUE=DATE:"); days != (len(c.start) == 8) {
			t.Errorf("%s: the type of value is wrong:\n%s", c.front, text)
		}
	}
}

func value(e *ics.VEvent, name ics.ComponentProperty) string {
	if p := e.GetProperty(name); p != nil {
		return p.Value
	}
	return ""
}

// What an event says survives the way through another program, however it is spelt.
func TestWords(t *testing.T) {
	files := calendars().Maker(t)
	cal, _ := made(t, files, fest, `start: 2026-12-03
date: 2026-11-01 08:00
place: Kommunhuset, plan 4
topics: mark
contacts: asa
summary: "En mycket lång ingress om ån, ängen och östra stranden, med fler ord än det finns plats för på en rad."`)
	e := cal.Events()[0]
	for name, want := range map[ics.ComponentProperty]string{
		ics.ComponentPropertyUniqueId: "kalender/fest@tillvaxt.example.se", ics.ComponentPropertyDtstamp: "20261101T070000Z",
		ics.ComponentPropertyLocation: "Kommunhuset, plan 4", ics.ComponentPropertyUrl: "https://tillvaxt.example.se/kalender/fest/",
		ics.ComponentPropertyStatus: "CONFIRMED", ics.ComponentPropertySequence: "0", ics.ComponentPropertyCategories: "Mark",
		ics.ComponentProperty("CONTACT"): "Åsa Prövare, a@example.se, 08-465 004 00",
		ics.ComponentPropertyDescription: "En mycket lång ingress om ån, ängen och östra stranden, med fler ord än det finns plats för på en rad.\n\nhttps://tillvaxt.example.se/kalender/fest/",
	} {
		if got := unspaced(value(e, name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// unspaced undoes what typography does to spaces.
func unspaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// What is withdrawn is cancelled and says why, as a later revision of the same event; what has come down is gone.
func TestWithdrawnAndExpired(t *testing.T) {
	files := calendars().Maker(t)
	cal, text := made(t, files, fest, "date: 2026-10-01\nstart: 2026-12-03\nchanges: [{date: 2026-10-05, note: Ny dag.}]\nwithdrawn: {date: 2026-11-01, reason: Regn}")
	e := cal.Events()[0]
	if value(e, ics.ComponentPropertyStatus) != "CANCELLED" || value(e, ics.ComponentPropertySequence) != "2" ||
		value(e, ics.ComponentPropertyDtstamp) != "20261031T230000Z" || !strings.Contains(value(e, ics.ComponentPropertyDescription), ": Regn") {
		t.Error(text)
	}
	w := rendertest.Corpus()
	w.Files["content/events/mote.md"] = "---\ntitle: Möte\ndate: 2026-01-01\nstart: 2026-10-01\nexpires: 2026-11-01\n---\n"
	made := files(w)
	if made["kalender/mote/mote.ics"] != "" || strings.Contains(made["kalender/kalender.ics"], "Möte") {
		t.Error("an expired event is still told of")
	}
}

// A listing's calendar has a name to subscribe by and all that is listed; a listing without any has none, since a
// calendar must not be empty. An author's own file at the same place is left alone.
func TestListing(t *testing.T) {
	files := calendars().Maker(t)
	cal, text := made(t, files, "kalender/kalender.ics", "start: 2026-12-24")
	if len(cal.Events()) != 3 || !strings.Contains(text, "\r\nX-WR-CALNAME:Kalender – Portalen\r\n") {
		t.Error(text)
	}
	w := rendertest.Corpus()
	delete(w.Files, "content/events/frukost.md")
	delete(w.Files, "content/events/mote.md")
	w.Files["content/press/2026-11-10-stor/index.md"] = strings.Replace(w.Files["content/press/2026-11-10-stor/index.md"], ", frukost", "", 1)
	if made := files(w); len(made) != 0 {
		t.Errorf("%d files", len(made))
	}
	w = rendertest.Corpus()
	w.Files["content/events/fest/index.md"] = "---\ntitle: Fest\nstart: 2026-12-24\nattachments: [{file: fest.ics, title: Kalenderfil}]\n---\n"
	w.Files["content/events/fest/fest.ics"] = "BEGIN:VCALENDAR"
	if _, ok := files(w)[fest]; ok {
		t.Error("the author's own file has a rival")
	}
}

// An event is the same event whenever the calendar is made: nothing in it is of the clock.
func TestNoClock(t *testing.T) {
	files := calendars().Maker(t)
	w := rendertest.Corpus()
	before := files(w)
	w.Now = time.Date(2026, 11, 24, 3, 4, 5, 0, time.UTC).Format(time.RFC3339)
	for name, text := range files(w) {
		if text != before[name] {
			t.Errorf("%s is another a day later", name)
		}
	}
}
