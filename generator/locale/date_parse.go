package locale

import (
	"fmt"
	"time"
)

// ErrorKind says what is wrong with a date, an instant or a period that an
// author has written, so that a diagnostic can say it in the author's
// language.
type ErrorKind int

// The kinds of [ParseError].
const (
	// NotADate is text that is no date in any form that we know of.
	NotADate ErrorKind = iota + 1
	// OtherForm is a date in another form than ours, such as 5.1.2026 or
	// 16 maj 2012. Suggestion holds it in ours.
	OtherForm
	// NoSuchDay is a date or a time of day that does not exist: 2026-02-30,
	// 25:00.
	NoSuchDay
	// YearOutOfRange is a year before 1000 or after 9999.
	YearOutOfRange
	// SkippedHour is a time that clocks in the site's zone skip when summer
	// time begins. Suggestion holds the same time after the change.
	SkippedHour
	// NotAPeriod is text that is no period in any form that we know of.
	NotAPeriod
)

// A ParseError is a date, an instant or a period that cannot be taken as it
// is written. It is the author's mistake.
type ParseError struct {
	Kind  ErrorKind
	Input string // what was written
	// Suggestion is what could be written instead, or "" where nothing can be
	// told. For SkippedHour it is the time by which the clocks have been put
	// forward.
	Suggestion string
	// Alternative is another reading than Suggestion, for a date such as
	// 01/02/2026 that means one day in Europe and another in America.
	Alternative string
}

// Error says what is wrong, and what to write instead where that is known.
func (e *ParseError) Error() string {
	var s string
	switch e.Kind {
	case OtherForm:
		s = fmt.Sprintf("%q is not written in the form that is expected", e.Input)
	case NoSuchDay:
		s = fmt.Sprintf("%q is a date or time that does not exist", e.Input)
	case YearOutOfRange:
		s = fmt.Sprintf("%q has a year outside %d to %d", e.Input, minYear, maxYear)
	case SkippedHour:
		s = fmt.Sprintf("%q is a time that does not exist: clocks are put forward over it", e.Input)
	case NotAPeriod:
		s = fmt.Sprintf("%q is not a period", e.Input)
	default:
		s = fmt.Sprintf("%q is not a date", e.Input)
	}
	switch {
	case e.Alternative != "":
		s += fmt.Sprintf("; write %q or %q", e.Suggestion, e.Alternative)
	case e.Suggestion != "":
		s += fmt.Sprintf("; write %q", e.Suggestion)
	}
	return s
}

// ParseDate reads a date in the form 2012-05-16 (ISO 8601). Its errors are
// [*ParseError].
func ParseDate(s string) (Date, error) {
	sc := scanner{rest: s}
	d, ok := sc.date()
	if !ok || sc.rest != "" {
		return Date{}, suggestDate(s)
	}
	if kind := checkDate(d); kind != 0 {
		return Date{}, &ParseError{Kind: kind, Input: s}
	}
	return d, nil
}

// ParseInstant reads a date (2012-05-16), a date and a time in loc
// (2012-05-16 16:30, with or without seconds, with T or one space between),
// or RFC 3339 (2012-05-16T16:30:00+02:00, also with a space for T). The
// moment's time is in loc.
//
// A time that clocks in loc skip is an error; of one that they show twice,
// the later is meant, so that nothing is published early. Errors are
// [*ParseError].
func ParseInstant(s string, loc *time.Location) (Moment, error) {
	sc := scanner{rest: s}
	d, ok := sc.date()
	if !ok {
		return Moment{}, suggestDate(s)
	}
	if sc.rest == "" {
		if kind := checkDate(d); kind != 0 {
			return Moment{}, &ParseError{Kind: kind, Input: s}
		}
		return Moment{Time: d.Start(loc), DateOnly: true}, nil
	}
	c, zone, ok := sc.clockAndZone()
	if !ok {
		return Moment{}, suggestInstant(s)
	}
	kind := checkDate(d)
	if kind == 0 && (!c.valid() || !zone.valid()) {
		kind = NoSuchDay
	}
	if kind != 0 {
		return Moment{}, &ParseError{Kind: kind, Input: s}
	}
	if zone.given {
		return Moment{Time: c.on(d).Add(-zone.offset()).In(loc)}, nil
	}
	at := instantsOf(d, c, loc)
	if len(at) == 0 {
		return Moment{}, &ParseError{Kind: SkippedHour, Input: s, Suggestion: putForward(s, d, c, loc)}
	}
	return Moment{Time: at[len(at)-1]}, nil
}

// checkDate returns what is wrong with a date, or 0.
func checkDate(d Date) ErrorKind {
	switch {
	case d.Year < minYear:
		return YearOutOfRange
	case !d.Valid():
		return NoSuchDay
	}
	return 0
}

// putForward returns the wall clock at the instant that somebody who forgot
// to put the clock forward means, in the form that s was written in.
func putForward(s string, d Date, c clock, loc *time.Location) string {
	before := c.on(d).Add(-24 * time.Hour).In(loc)
	_, offset := before.Zone()
	t := c.on(d).Add(-time.Duration(offset) * time.Second).In(loc)
	form := "2006-01-02" + s[10:11] + "15:04"
	if c.second != 0 {
		form += ":05"
	}
	return t.Format(form)
}

func (c clock) valid() bool { return c.hour < 24 && c.minute < 60 && c.second < 60 }

// zone is an offset as it is written after a time, or none.
type zone struct {
	given                bool
	sign, hours, minutes int
}

// No place is further from UTC than 14 hours, but RFC 3339 allows 23:59.
func (z zone) valid() bool { return z.hours < 24 && z.minutes < 60 }

func (z zone) offset() time.Duration {
	return time.Duration(z.sign) * (time.Duration(z.hours)*time.Hour + time.Duration(z.minutes)*time.Minute)
}

// scanner reads fixed forms from the front of a text.
type scanner struct{ rest string }

// digits reads exactly n ASCII digits.
func (s *scanner) digits(n int) (value int, ok bool) {
	if len(s.rest) < n {
		return 0, false
	}
	for i := range n {
		c := s.rest[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		value = value*10 + int(c-'0')
	}
	s.rest = s.rest[n:]
	return value, true
}

// sign reads one of the bytes of set.
func (s *scanner) sign(set string) bool {
	if s.rest == "" {
		return false
	}
	for i := range len(set) {
		if s.rest[0] == set[i] {
			s.rest = s.rest[1:]
			return true
		}
	}
	return false
}

// date reads dddd-dd-dd.
func (s *scanner) date() (Date, bool) {
	y, ok1 := s.digits(4)
	ok2 := s.sign("-")
	m, ok3 := s.digits(2)
	ok4 := s.sign("-")
	d, ok5 := s.digits(2)
	return Date{y, time.Month(m), d}, ok1 && ok2 && ok3 && ok4 && ok5
}

// clockAndZone reads what may follow a date, to the end.
func (s *scanner) clockAndZone() (c clock, z zone, ok bool) {
	if !s.sign("Tt ") {
		return c, z, false
	}
	var ok1, ok3 bool
	c.hour, ok1 = s.digits(2)
	ok2 := s.sign(":")
	c.minute, ok3 = s.digits(2)
	if !ok1 || !ok2 || !ok3 {
		return c, z, false
	}
	hasSeconds := s.sign(":")
	if hasSeconds {
		if c.second, ok = s.digits(2); !ok {
			return c, z, false
		}
		if c.nanosecond, ok = s.fraction(); !ok {
			return c, z, false
		}
	}
	z, ok = s.zone()
	return c, z, ok && s.rest == "" && (hasSeconds || !z.given)
}

// fraction reads the decimals of a second, if there are any, as nanoseconds.
func (s *scanner) fraction() (ns int, ok bool) {
	if !s.sign(".") {
		return 0, true
	}
	unit := int(100 * time.Millisecond)
	n := 0
	for ; n < 9; n++ {
		digit, isDigit := s.digits(1)
		if !isDigit {
			break
		}
		ns += digit * unit
		unit /= 10
	}
	return ns, n > 0
}

// zone reads Z, +dd:dd or -dd:dd, or nothing.
func (s *scanner) zone() (z zone, ok bool) {
	switch {
	case s.rest == "":
		return z, true
	case s.sign("Zz"):
		return zone{given: true}, true
	case s.sign("+"):
		z = zone{given: true, sign: 1}
	case s.sign("-"):
		z = zone{given: true, sign: -1}
	default:
		return z, false
	}
	var ok1, ok3 bool
	z.hours, ok1 = s.digits(2)
	ok2 := s.sign(":")
	z.minutes, ok3 = s.digits(2)
	return z, ok1 && ok2 && ok3
}
