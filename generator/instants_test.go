package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/site"
)

// timed is something that shows from an instant and until another, and what an author writes for that.
type timed struct {
	lines       string
	from, until string // RFC 3339; "" for always
	note        bool   // not the item itself, but a note on it
}

// timetable has items around both clock changes of Stockholm in 2026: 29 March, when 02:00 became 03:00 at 01:00 UTC, and
// 25 October, when 03:00 became 02:00 at 01:00 UTC. The instants in UTC were worked out by hand. An hour that comes twice
// counts as the later.
var timetable = []timed{
	{"date: 2026-03-29", "2026-03-28T23:00:00Z", "", false},
	{"date: 2026-03-29 01:59", "2026-03-29T00:59:00Z", "", false},
	{"date: 2026-03-29 03:00", "2026-03-29T01:00:00Z", "", false},
	{"date: 2026-03-29T02:30:00+01:00", "2026-03-29T01:30:00Z", "", false},
	{"date: 2026-03-30", "2026-03-29T22:00:00Z", "", false},
	{"date: 2026-10-25", "2026-10-24T22:00:00Z", "", false},
	{"date: 2026-10-25 01:59:59", "2026-10-24T23:59:59Z", "", false},
	{"date: 2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z", "", false},
	{"date: 2026-10-25 02:30", "2026-10-25T01:30:00Z", "", false},
	{"date: 2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z", "", false},
	{"date: 2026-10-25 03:00", "2026-10-25T02:00:00Z", "", false},
	{"date: 2026-10-26", "2026-10-25T23:00:00Z", "", false},
	{"date: 2026-01-01\nexpires: 2026-03-28", "2025-12-31T23:00:00Z", "2026-03-28T23:00:00Z", false},
	{"date: 2026-01-01\nexpires: 2026-03-29", "2025-12-31T23:00:00Z", "2026-03-29T22:00:00Z", false},
	{"date: 2026-01-01\nexpires: 2026-03-29 03:00", "2025-12-31T23:00:00Z", "2026-03-29T01:00:00Z", false},
	{"date: 2026-03-29 03:00\nexpires: 2026-10-25 02:00", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", false},
	{"date: 2026-10-25 02:30\nexpires: 2026-10-25", "2026-10-25T01:30:00Z", "2026-10-25T23:00:00Z", false},
	{"date: 2026-06-30\nexpires: 2026-06-30", "2026-06-29T22:00:00Z", "2026-06-30T22:00:00Z", false},
	{"date: 2026-01-01\nchanges: [{date: 2026-03-29, note: NOTE}]", "2026-03-28T23:00:00Z", "", true},
	{"date: 2026-01-01\nchanges: [{date: 2026-10-25 02:15, note: NOTE}]", "2026-10-25T01:15:00Z", "", true},
	{"date: 2026-01-01\nwithdrawn: {date: 2026-10-25, reason: NOTE}", "2026-10-24T22:00:00Z", "", true},
}

func (e timed) shows(now time.Time) bool {
	return (e.from == "" || !now.Before(utc(e.from))) && (e.until == "" || now.Before(utc(e.until)))
}

// utc reads an instant of the timetable.
func utc(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

// thousand are instants of 2026: at, just before and just after each of the timetable's, and at random, most of them in
// the days of the clock changes.
func thousand() []time.Time {
	var list []time.Time
	for _, e := range timetable {
		for _, at := range []string{e.from, e.until} {
			for _, off := range []time.Duration{-time.Hour, -time.Second, -1, 0, 1, time.Second, time.Hour} {
				if at != "" {
					list = append(list, utc(at).Add(off))
				}
			}
		}
	}
	r := rand.New(rand.NewPCG(2026, 1))
	for len(list) < 1000 {
		from, span := utc("2026-01-01T00:00:00Z"), 365*24*time.Hour
		switch r.IntN(3) {
		case 0:
			from, span = utc("2026-03-28T20:00:00Z"), 30*time.Hour
		case 1:
			from, span = utc("2026-10-24T20:00:00Z"), 30*time.Hour
		}
		list = append(list, from.Add(time.Duration(r.Int64N(int64(span)))))
	}
	return list
}

// Never early, never late: at 1,000 instants around publication, expiry and both clock changes, each item and each note is
// published when its time has come and at no other, and the next instant at which something will change is told right.
func TestNeverEarlyNeverLate(t *testing.T) {
	files := fstest.MapFS{"config.yaml": {Data: []byte("title: P\nurl: https://example.se/\ncollections:\n  press: {type: press-release, title: P, url: /press/, perPage: 1000}\n")}}
	for i, e := range timetable {
		text := fmt.Sprintf("---\ntitle: %s\n%s\n---\nText %[1]s.\n", canaryOf(i, !e.note), strings.ReplaceAll(e.lines, "NOTE", canaryOf(i, e.note)))
		files[fmt.Sprintf("content/press/nr-%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	s := newStudio(plainThemes(t))
	instants := thousand()
	for _, now := range instants {
		published, plan := s.make(t, files, now, site.Show{})
		if plan.Failed() {
			t.Fatal(told(plan.Diagnostics))
		}
		shown := map[string]bool{}
		for _, content := range published {
			for _, c := range canary.FindAllString(string(content), -1) {
				shown[c] = true
			}
		}
		for i, e := range timetable {
			if shown[canaryOf(i, true)] != e.shows(now) {
				t.Errorf("at %s, %q is shown: %v", now.Format(time.RFC3339Nano), e.lines, !e.shows(now))
			}
		}
		var next time.Time
		if len(plan.Site.Instants) > 0 {
			next = plan.Site.Instants[0].Time
		}
		if want := nextInstant(now); !next.Equal(want) {
			t.Errorf("at %s, the next instant is said to be %s, and is %s", now, next, want)
		}
		if t.Failed() {
			return
		}
	}
	if len(instants) != 1000 {
		t.Errorf("%d instants", len(instants))
	}
}

// canaryOf is that of an entry of the timetable; the one that is looked for, or another.
func canaryOf(i int, looked bool) string {
	if !looked {
		i += 500
	}
	return fmt.Sprintf("zq%03dk", i)
}

// nextInstant is the first of the timetable's after an instant.
func nextInstant(now time.Time) time.Time {
	var list []time.Time
	for _, e := range timetable {
		for _, at := range []string{e.from, e.until} {
			if at != "" && utc(at).After(now) {
				list = append(list, utc(at))
			}
		}
	}
	if len(list) == 0 {
		return time.Time{}
	}
	return slices.MinFunc(list, time.Time.Compare)
}
