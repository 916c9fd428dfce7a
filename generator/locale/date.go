package locale

import (
	"cmp"
	"fmt"
	"time"
)

// The years that a date may lie in. Earlier ones need a calendar that the
// program does not know (Sweden's is Gregorian since 1753), and later ones do
// not fit the four digits of ISO 8601.
const (
	minYear = 1000
	maxYear = 9999
)

// A Date is a day in the Gregorian calendar, with no place and no clock: what
// an author means by `2012-05-16`. The zero value is no date; see
// [Date.IsZero]. Dates can be compared with == and used as map keys.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day that it is, at the instant t, in t's location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Valid tells whether the day exists, in a year between 1000 and 9999.
func (d Date) Valid() bool {
	return d.Year >= minYear && d.Year <= maxYear && d.Month >= time.January && d.Month <= time.December &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// daysIn counts the days of a month.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// String returns the date in ISO 8601, as it stands in front matter and in
// the HTML attribute datetime: "2012-05-16".
func (d Date) String() string {
	if d.Year < 0 || d.Year > 9999 || d.Month < 0 || d.Month > 99 || d.Day < 0 || d.Day > 99 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	y, m := d.Year, int(d.Month)
	return string([]byte{
		digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(d.Day / 10), digit(d.Day),
	})
}

// Compare is negative, zero or positive as d is before, equal to or after
// other.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// AddDays returns the date n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// Start returns the instant at which the day begins in loc. Where clocks are
// changed at midnight that is not always 00:00: a day whose first hour is
// skipped begins when the skipping is over, and one whose first hour comes
// twice begins the second time.
func (d Date) Start(loc *time.Location) time.Time {
	if at := instantsOf(d, clock{}, loc); len(at) > 0 {
		return at[len(at)-1]
	}
	return afterGap(d, loc)
}

// End returns the instant at which the day is over in loc: the start of the
// next one. What expires on a date alone is shown through that day and comes
// down at its End.
func (d Date) End(loc *time.Location) time.Time {
	return d.AddDays(1).Start(loc)
}

// clock is a time of day, as a clock on the wall shows it.
type clock struct{ hour, minute, second, nanosecond int }

// on returns the date and the clock as an instant in UTC, which is where
// wall clocks can be calculated with.
func (c clock) on(d Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, c.hour, c.minute, c.second, c.nanosecond, time.UTC)
}

// instantsOf returns every instant at which a clock on the wall in loc shows
// this: none where clocks are put forward over it, two where they are put
// back, otherwise one. They are in order.
func instantsOf(d Date, c clock, loc *time.Location) []time.Time {
	wall := c.on(d)
	var found []time.Time
	eachOffset(wall, loc, func(from, to time.Time, offset time.Duration) bool {
		t := wall.Add(-offset).In(loc)
		if (from.IsZero() || !t.Before(from)) && (to.IsZero() || t.Before(to)) {
			found = append(found, t)
		}
		return true
	})
	return found
}

// afterGap returns the first instant at which clocks in loc show the date or
// a later one, for a midnight that they skip.
func afterGap(d Date, loc *time.Location) time.Time {
	midnight := clock{}.on(d)
	var after time.Time
	eachOffset(midnight, loc, func(from, _ time.Time, offset time.Duration) bool {
		if from.IsZero() || from.UTC().Add(offset).Before(midnight) {
			return true
		}
		after = from.In(loc)
		return false
	})
	return after
}

// eachOffset calls f, in order, for the stretches of one offset from UTC that
// come near the wall clock in loc, until f returns false. No place is further
// from UTC than a day; from and to are zero where a stretch has no end.
func eachOffset(wall time.Time, loc *time.Location, f func(from, to time.Time, offset time.Duration) bool) {
	t, last := wall.Add(-24*time.Hour).In(loc), wall.Add(24*time.Hour)
	for {
		from, to := t.ZoneBounds()
		if !to.IsZero() && !to.After(t) {
			to = to.Add(24 * time.Hour) // Go reckons that a year has 365 days where it works the bounds out by rule
		}
		_, seconds := t.Zone()
		if !f(from, to, time.Duration(seconds)*time.Second) || to.IsZero() || to.After(last) {
			return
		}
		t = to
	}
}

// A Moment is an instant as an author gives it: to the day or to the minute.
// The zero value is none.
type Moment struct {
	Time     time.Time // in the site's zone; the start of the day where DateOnly
	DateOnly bool
}

// IsZero tells whether there is no moment.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// Date returns the day of the moment, in the zone that it was given in.
func (m Moment) Date() Date { return DateOf(m.Time) }

// Last returns the instant at which something that lasts until this moment is
// over: the moment itself, or the end of its day where it is a date alone.
func (m Moment) Last() time.Time {
	if m.DateOnly {
		return m.Date().End(m.Time.Location())
	}
	return m.Time
}

// Datetime returns the moment for the HTML attribute datetime: a date, or
// [Datetime].
func (m Moment) Datetime() string {
	if m.DateOnly {
		return m.Date().String()
	}
	return Datetime(m.Time)
}

// Datetime returns the instant in RFC 3339, to the second, with the offset
// that holds at that instant in t's location: "2012-05-16T16:30:00+02:00".
func Datetime(t time.Time) string { return t.Format(time.RFC3339) }
