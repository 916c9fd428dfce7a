package locale

import (
	"net/url"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"golang.org/x/text/unicode/norm"
)

// FuzzDates holds that no text makes the reading of dates panic; that what is read is written in a form that reads as the
// same; that it lies where it can be shown; and that a day's last instant is the next one's first.
func FuzzDates(f *testing.F) {
	for _, s := range []string{
		"2026-12-01", "2026-12-01 07:00", "2026-12-01T07:00:30", "2026-12-01T07:00:00+01:00", "2026-03-29 02:30", "2026-10-25 02:30", "2026-02-30", "2026-1-5", "01/02/2026",
		"2026-12-01 24:00", "0000-00-00", "9999-12-31 23:59", "2026-12-01T07:00:00Z", "2026-12-01 07.00", "1 december 2026", "1000-10-01 00:00",
	} {
		f.Add(s)
	}
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseInstant(s, zone)
		if err != nil {
			return
		}
		if _, offset := m.Time.Zone(); offset%60 != 0 {
			return // before 1879 Stockholm went by the sun, 12 seconds from what any way of writing an offset can say
		}
		again, err := ParseInstant(m.Datetime(), zone)
		if err != nil || !again.Time.Equal(m.Time) || again.DateOnly != m.DateOnly {
			t.Fatalf("%q is %v, written %q and read as %v (%v)", s, m, m.Datetime(), again, err)
		}
		for _, lang := range Langs() {
			if FormatMoment(m, lang) == "" || strings.Contains(FormatMoment(m, lang), "%!") {
				t.Fatalf("%q is shown as %q", s, FormatMoment(m, lang))
			}
		}
		if m.DateOnly && !m.Last().After(m.Time) {
			t.Fatalf("%q ends at %v", s, m.Last())
		}
	})
}

// FuzzSlug holds that the slug of any text can stand in an address and in any file system, is its own slug, and is the
// same however the text's accents are composed.
func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Näringslivet i fokus", "e\u00ad\u0301", "’Ny’ plan", "x² ½", "\xff", "İ", "../..", "con", "-", "a\u200bb", strings.Repeat("å", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if slug == "" {
			return
		}
		if !ValidSlug(slug) || Slug(slug) != slug || url.PathEscape(slug) != slug || strings.Trim(slug, "-") != slug {
			t.Fatalf("%q gives %q", s, slug)
		}
		if composed, parted := Slug(norm.NFC.String(s)), Slug(norm.NFD.String(s)); composed != parted {
			t.Fatalf("%q gives %q composed and %q parted", s, composed, parted)
		}
	})
}
