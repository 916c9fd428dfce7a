package locale

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"
)

func zoneNamed(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// Every form that the contract promises gives the instant that it names, with
// the offset that holds there then.
func TestParseInstant(t *testing.T) {
	stockholm := zoneNamed(t, "Europe/Stockholm")
	for in, want := range map[string]string{
		"2012-05-16":                    "2012-05-16",
		"2012-05-16 16:30":              "2012-05-16T16:30:00+02:00",
		"2012-05-16 16:30:15":           "2012-05-16T16:30:15+02:00",
		"2012-05-16T16:30":              "2012-05-16T16:30:00+02:00",
		"2012-05-16T16:30:00":           "2012-05-16T16:30:00+02:00",
		"2012-01-16 16:30":              "2012-01-16T16:30:00+01:00",
		"2012-05-16T14:30:00Z":          "2012-05-16T16:30:00+02:00",
		"2012-05-16t14:30:00z":          "2012-05-16T16:30:00+02:00",
		"2012-05-16 14:30:00Z":          "2012-05-16T16:30:00+02:00",
		"2012-05-16T16:30:00+02:00":     "2012-05-16T16:30:00+02:00",
		"2012-05-16T10:30:00.250-04:00": "2012-05-16T16:30:00+02:00",
		"2024-02-29":                    "2024-02-29",
		"2026-03-29 01:59":              "2026-03-29T01:59:00+01:00", // the minute before the change
		"2026-03-29 03:00":              "2026-03-29T03:00:00+02:00", // the first minute after it
		"2026-10-25 02:30":              "2026-10-25T02:30:00+01:00", // comes twice: the later
		"2026-10-25 01:59":              "2026-10-25T01:59:00+02:00",
		"2026-10-25T02:30:00+02:00":     "2026-10-25T02:30:00+02:00", // the earlier, said so
		"2026-10-25 03:00":              "2026-10-25T03:00:00+01:00",
	} {
		got, err := ParseInstant(in, stockholm)
		if err != nil || got.Datetime() != want {
			t.Errorf("ParseInstant(%q) = %s, %v; want %s", in, got.Datetime(), err, want)
		}
		if got.Time.Location() != stockholm {
			t.Errorf("ParseInstant(%q) is not told in the site's zone", in)
		}
	}
}

// What is not a date in our form is an error of the right kind, with the mend
// where one can be told.
func TestParseInstantErrors(t *testing.T) {
	stockholm := zoneNamed(t, "Europe/Stockholm")
	for _, tt := range []struct {
		in                      string
		kind                    ErrorKind
		suggestion, alternative string
	}{
		{"", NotADate, "", ""},
		{"snart", NotADate, "", ""},
		{"hösten 2012", NotADate, "", ""},
		{"2026-1-5", OtherForm, "2026-01-05", ""},
		{"01/02/2026", OtherForm, "2026-02-01", "2026-01-02"},
		{"01/13/2026", OtherForm, "2026-01-13", ""},
		{"13/01/2026", OtherForm, "2026-01-13", ""},
		{"5.1.2026", OtherForm, "2026-01-05", ""},
		{"16/5 2012", OtherForm, "2012-05-16", ""},
		{"2026/01/05", OtherForm, "2026-01-05", ""},
		{"20260105", OtherForm, "2026-01-05", ""},
		{"16 maj 2012", OtherForm, "2012-05-16", ""},
		{"den 1 okt 2012", OtherForm, "2012-10-01", ""},
		{"May 16, 2012", OtherForm, "2012-05-16", ""},
		{"16th May 2012", OtherForm, "2012-05-16", ""},
		{"2026-02-30", NoSuchDay, "", ""},
		{"2025-02-29", NoSuchDay, "", ""},
		{"2026-13-01", NoSuchDay, "", ""},
		{"2026-00-10", NoSuchDay, "", ""},
		{"30 februari 2026", NoSuchDay, "", ""},
		{"0999-01-01", YearOutOfRange, "", ""},
		{"0000-00-00", YearOutOfRange, "", ""},
		{"2012-05-16 24:00", NoSuchDay, "", ""},
		{"2012-05-16 16:60", NoSuchDay, "", ""},
		{"2012-05-16 16:30:60", NoSuchDay, "", ""},
		{"2012-05-16T16:30:00+24:00", NoSuchDay, "", ""},
		{"2012-05-16 9:30", OtherForm, "2012-05-16 09:30", ""},
		{"2012-05-16 16.30", OtherForm, "2012-05-16 16:30", ""},
		{"2012-05-16 kl. 16.30", OtherForm, "2012-05-16 16:30", ""},
		{"2012-05-16  16:30", OtherForm, "2012-05-16 16:30", ""},
		{"2012-05-16 16:30:00 +0200", OtherForm, "2012-05-16T16:30:00+02:00", ""},
		{"2012-05-16 16:30 +02", OtherForm, "2012-05-16T16:30:00+02:00", ""},
		{"2012-05-16T16:30Z", OtherForm, "2012-05-16T16:30:00Z", ""},
		{"2012-05-16 25.30", NoSuchDay, "", ""},
		{"2012-05-16T", NotADate, "", ""},
		{"2012-05-16 snart", NotADate, "", ""},
		{"2012-05-16T16:30:00.", NotADate, "", ""},
		{" 2012-05-16", OtherForm, "2012-05-16", ""},
		{"2026-03-29 02:30", SkippedHour, "2026-03-29 03:30", ""},
		{"2026-03-29T02:00:30", SkippedHour, "2026-03-29T03:00:30", ""},
	} {
		_, err := ParseInstant(tt.in, stockholm)
		var parse *ParseError
		if !errors.As(err, &parse) {
			t.Errorf("ParseInstant(%q): %v is no ParseError", tt.in, err)
			continue
		}
		if parse.Kind != tt.kind || parse.Suggestion != tt.suggestion || parse.Alternative != tt.alternative {
			t.Errorf("ParseInstant(%q): %d %q %q, want %d %q %q", tt.in, parse.Kind, parse.Suggestion, parse.Alternative, tt.kind, tt.suggestion, tt.alternative)
		}
		if parse.Input != tt.in || parse.Error() == "" {
			t.Errorf("ParseInstant(%q): the error does not tell what was written: %v", tt.in, parse)
		}
	}
}

// A suggestion can be written as it stands.
func TestSuggestionsAreSound(t *testing.T) {
	stockholm := zoneNamed(t, "Europe/Stockholm")
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([T ][0-9]{1,2}[:.][0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?)?`)).Draw(t, "s")
		_, err := ParseInstant(s, stockholm)
		var parse *ParseError
		if err == nil || !errors.As(err, &parse) {
			return
		}
		for _, mend := range []string{parse.Suggestion, parse.Alternative} {
			if _, err := ParseInstant(mend, stockholm); mend != "" && err != nil {
				t.Fatalf("%q suggests %q: %v", s, mend, err)
			}
		}
	})
}

// Days begin and end at the right instant also where clocks are changed in
// the night, and where they are changed at midnight itself.
func TestDayStartAndEnd(t *testing.T) {
	for _, tt := range []struct{ zone, date, start, end string }{
		{"Europe/Stockholm", "2012-05-16", "2012-05-16T00:00:00+02:00", "2012-05-17T00:00:00+02:00"},
		{"Europe/Stockholm", "2026-03-29", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"}, // 23 hours
		{"Europe/Stockholm", "2026-10-25", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"}, // 25 hours
		{"Europe/Stockholm", "2026-12-31", "2026-12-31T00:00:00+01:00", "2027-01-01T00:00:00+01:00"},
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00", "2018-11-05T00:00:00-02:00"}, // no midnight
		{"America/Havana", "2020-11-01", "2020-11-01T00:00:00-05:00", "2020-11-02T00:00:00-05:00"},    // two midnights
		{"Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00", "2011-12-31T00:00:00+14:00"},      // a day that never was
		{"UTC", "2012-05-16", "2012-05-16T00:00:00Z", "2012-05-17T00:00:00Z"},
	} {
		d, err := ParseDate(tt.date)
		if err != nil {
			t.Fatal(err)
		}
		loc := zoneNamed(t, tt.zone)
		if start, end := Datetime(d.Start(loc)), Datetime(d.End(loc)); start != tt.start || end != tt.end {
			t.Errorf("%s in %s: %s to %s, want %s to %s", tt.date, tt.zone, start, end, tt.start, tt.end)
		}
	}
}

// A date alone as an end includes its day; a time is an end as it stands.
func TestMomentLast(t *testing.T) {
	stockholm := zoneNamed(t, "Europe/Stockholm")
	for in, want := range map[string]string{
		"2026-03-28":       "2026-03-29T00:00:00+01:00",
		"2026-03-28 12:00": "2026-03-28T12:00:00+01:00",
	} {
		m, err := ParseInstant(in, stockholm)
		if err != nil {
			t.Fatal(err)
		}
		if got := Datetime(m.Last()); got != want {
			t.Errorf("%q ends at %s, want %s", in, got, want)
		}
	}
}

// Every instant is found by its own wall clock, whatever the zone does.
func TestInstantsOfLaw(t *testing.T) {
	zones := []string{"Europe/Stockholm", "America/Sao_Paulo", "America/Havana", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca"}
	rapid.Check(t, func(rt *rapid.T) {
		loc := zoneNamed(t, rapid.SampledFrom(zones).Draw(rt, "zone"))
		at := time.Unix(rapid.Int64Range(-3_000_000_000, 4_000_000_000).Draw(rt, "unix"), 0).In(loc)
		c := clock{at.Hour(), at.Minute(), at.Second(), 0}
		found := instantsOf(DateOf(at), c, loc)
		hit := false
		for _, f := range found {
			hit = hit || f.Equal(at)
			if !DateOf(f).Valid() || DateOf(f) != DateOf(at) || f.Hour() != at.Hour() || f.Minute() != at.Minute() {
				rt.Fatalf("%v found for the wall clock of %v", f, at)
			}
		}
		if !hit || len(found) > 2 {
			rt.Fatalf("%v: found %v", at, found)
		}
		if start := DateOf(at).Start(loc); DateOf(start).Compare(DateOf(at)) < 0 || start.Sub(at) > 24*time.Hour {
			rt.Fatalf("the day of %v begins at %v", at, start)
		}
	})
}

func TestFormatDates(t *testing.T) {
	stockholm := zoneNamed(t, "Europe/Stockholm")
	at := time.Date(2012, 5, 16, 14, 30, 0, 0, time.UTC).In(stockholm)
	early := time.Date(2012, 1, 2, 0, 5, 0, 0, stockholm)
	noon := time.Date(2012, 9, 18, 12, 0, 0, 0, stockholm)
	d := Date{2012, time.September, 18}
	for _, tt := range []struct{ what, got, want string }{
		{"date", FormatDate(d, Swedish), "18~september 2012"},
		{"date", FormatDate(d, English), "18~September 2012"},
		{"short", FormatDateShort(d, Swedish), "18~sep.~2012"},
		{"short", FormatDateShort(d, English), "18~Sept~2012"},
		{"long", FormatDateLong(d, Swedish), "tisdag 18~september 2012"},
		{"long", FormatDateLong(d, English), "Tuesday 18~September 2012"},
		{"day and month", FormatDayMonth(d, Swedish), "18~september"},
		{"month", FormatMonth(Date{2008, time.September, 1}, Swedish), "september 2008"},
		{"month", FormatMonth(Date{2008, time.September, 1}, English), "September 2008"},
		{"instant", FormatInstant(at, Swedish), "16~maj 2012 kl.~16.30"},
		{"instant", FormatInstant(at, English), "16~May 2012 at~4:30pm"},
		{"after midnight", FormatInstant(early, Swedish), "2~januari 2012 kl.~0.05"},
		{"after midnight", FormatInstant(early, English), "2~January 2012 at~12:05am"},
		{"noon", FormatInstant(noon, Swedish), "18~september 2012 kl.~12.00"},
		{"noon", FormatInstant(noon, English), "18~September 2012 at~midday"},
		{"clock", FormatClock(at, Swedish), "kl.~16.30"},
		{"clock", FormatClock(at, English), "4:30pm"},
		{"moment", FormatMoment(Moment{Time: at, DateOnly: true}, Swedish), "16~maj 2012"},
		{"moment", FormatMoment(Moment{Time: at}, English), "16~May 2012 at~4:30pm"},
		{"datetime", Datetime(at), "2012-05-16T16:30:00+02:00"},
	} {
		if visible(tt.got) != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, visible(tt.got), tt.want)
		}
	}
}

// A span tells nothing twice, and says which day an hour belongs to.
func TestFormatSpan(t *testing.T) {
	stockholm := zoneNamed(t, "Europe/Stockholm")
	moment := func(s string) Moment {
		if s == "" {
			return Moment{}
		}
		m, err := ParseInstant(s, stockholm)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	for _, tt := range []struct{ start, end, sv, en string }{
		{"2012-05-16", "", "16~maj 2012", "16~May 2012"},
		{"2012-05-16", "2012-05-16", "16~maj 2012", "16~May 2012"},
		{"2012-05-16", "2012-05-18", "16–18~maj 2012", "16 to 18~May 2012"},
		{"2012-05-16", "2012-06-02", "16~maj–2~juni 2012", "16~May to 2~June 2012"},
		{"2012-12-30", "2013-01-02", "30~december 2012–2~januari 2013", "30~December 2012 to 2~January 2013"},
		{"2012-09-18 09:00", "", "18~september 2012 kl.~9", "18~September 2012 at~9am"},
		{"2012-09-18 09:00", "2012-09-18 09:00", "18~september 2012 kl.~9", "18~September 2012 at~9am"},
		{"2012-09-18 09:00", "2012-09-18", "18~september 2012 kl.~9", "18~September 2012 at~9am"},
		{"2012-09-18 09:00", "2012-09-18 12:00", "18~september 2012 kl.~9–12", "18~September 2012, 9am to~midday"},
		{"2012-09-18 09:30", "2012-09-18 12:00", "18~september 2012 kl.~9.30–12.00", "18~September 2012, 9:30am to~midday"},
		{"2012-09-18 13:00", "2012-09-18 15:45", "18~september 2012 kl.~13.00–15.45", "18~September 2012, 1pm to~3:45pm"},
		{"2012-09-18", "2012-09-18 15:00", "18~september 2012", "18~September 2012"},
		{"2012-09-18 18:00", "2012-09-19 09:00", "18~september kl.~18 till 19~september 2012 kl.~9", "18~September at~6pm to 19~September 2012 at~9am"},
		{"2012-09-18 18:00", "2012-09-20", "18~september kl.~18 till 20~september 2012", "18~September at~6pm to 20~September 2012"},
		{"2012-12-31 18:00", "2013-01-01 02:00", "31~december 2012 kl.~18 till 1~januari 2013 kl.~2", "31~December 2012 at~6pm to 1~January 2013 at~2am"},
	} {
		start, end := moment(tt.start), moment(tt.end)
		if sv, en := visible(FormatSpan(start, end, Swedish)), visible(FormatSpan(start, end, English)); sv != tt.sv || en != tt.en {
			t.Errorf("%s to %s:\n got %q, %q\nwant %q, %q", tt.start, tt.end, sv, en, tt.sv, tt.en)
		}
		// Beside its first day, a span says the same without that day, and all of it where there is another day.
		for lang, whole := range map[Lang]string{Swedish: tt.sv, English: tt.en} {
			want := whole
			if end.IsZero() || start.Date() == end.Date() {
				want = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(whole, visible(FormatDate(start.Date(), lang))), " at~"), ", ")
			}
			if got := visible(FormatSpanBeside(start, end, lang)); got != want {
				t.Errorf("%s to %s, beside the day: got %q, want %q", tt.start, tt.end, got, want)
			}
		}
	}
}

// Where only the rule of a zone tells of its changes (RFC 8536, 3.3), as for the years to come, the last day of a leap
// year has its hours like any other.
func TestLastDayOfALeapYearByRule(t *testing.T) {
	block := func(types int) string { // a header of version 2 (RFC 8536, 3.1), without leap seconds and transitions
		return "TZif2" + string(make([]byte, 15+4*4)) + "\x00\x00\x00" + string(rune(types)) + "\x00\x00\x00\x04"
	}
	body := "\x00\x00\x0e\x10\x00\x00CET\x00" // an hour east, winter time
	loc, err := time.LoadLocationFromTZData("Sverige", []byte(block(1)+body+block(1)+body+"\nCET-1CEST,M3.5.0,M10.5.0/3\n"))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"2024-12-30 12:00": "2024-12-30T12:00:00+01:00", "2024-12-31 12:00": "2024-12-31T12:00:00+01:00", "2025-01-01 12:00": "2025-01-01T12:00:00+01:00",
		"2024-07-01 12:00": "2024-07-01T12:00:00+02:00",
	} {
		m, err := ParseInstant(in, loc)
		if err != nil || m.Datetime() != want {
			t.Errorf("%s is %s, %v; want %s", in, m.Datetime(), err, want)
		}
	}
}

// A date is written as ISO 8601 wants it, in the years of four digits and beside them.
func TestDateString(t *testing.T) {
	for _, year := range []int{-5, 0, 7, 99, 2012, 9999, 10000} {
		for _, month := range []time.Month{0, 1, 9, 12, 100} {
			for _, day := range []int{-1, 0, 3, 31, 123} {
				want := fmt.Sprintf("%04d-%02d-%02d", year, int(month), day)
				if got := (Date{year, month, day}).String(); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		}
	}
}
