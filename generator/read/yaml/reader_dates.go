package yaml

import (
	"errors"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Date takes a day: 2026-12-01, in quotes or not.
func (r *Reader) Date(n *Node) (locale.Date, bool) {
	s, ok := r.Text(n)
	if !ok {
		return locale.Date{}, false
	}
	d, err := locale.ParseDate(s)
	return d, r.dated(n, err, diag.LikeDate)
}

// Instant takes a day, a day with a time in loc, or RFC 3339, in quotes or not.
func (r *Reader) Instant(n *Node, loc *time.Location) (locale.Moment, bool) {
	s, ok := r.Text(n)
	if !ok {
		return locale.Moment{}, false
	}
	m, err := locale.ParseInstant(s, loc)
	return m, r.dated(n, err, diag.LikeInstant)
}

// Period takes a month, a quarter or a year: 2008-09, 2008-Q3, 2008.
func (r *Reader) Period(n *Node) (locale.Period, bool) {
	s, ok := r.Text(n)
	if !ok {
		return locale.Period{}, false
	}
	p, err := locale.ParsePeriod(s)
	return p, r.dated(n, err, diag.LikePeriod)
}

// dated reports what locale found wrong with a date; form is the hint where it has no mend to offer.
func (r *Reader) dated(n *Node, err error, form diag.HintName) (ok bool) {
	if err == nil {
		return true
	}
	r.Report(DateFault(n.Place, err, form))
	return false
}

// DateFault makes a diagnostic of an error of locale's ParseDate, ParseInstant and ParsePeriod. form is the hint that
// shows how such a value is written, for where nothing better can be told. It panics on any other error.
func DateFault(place diag.Place, err error, form diag.HintName) diag.Diagnostic {
	var wrong *locale.ParseError
	if !errors.As(err, &wrong) {
		panic("yaml: no error of a date: " + err.Error())
	}
	code := diag.BadDate
	switch {
	case form == diag.LikePeriod:
		code = diag.BadPeriod
	case wrong.Kind == locale.NoSuchDay:
		code = diag.ImpossibleDate
	case wrong.Kind == locale.YearOutOfRange:
		code = diag.YearOutOfRange
	case wrong.Kind == locale.SkippedHour:
		code = diag.NonexistentHour
	}
	switch {
	case wrong.Alternative != "":
		return diag.AmbiguousDate.At(place, wrong.Input).With(diag.EitherOr, wrong.Suggestion, wrong.Alternative)
	case wrong.Suggestion != "":
		return code.At(place, wrong.Input).With(diag.WriteSo, wrong.Suggestion)
	case code == diag.BadDate || code == diag.BadPeriod:
		return code.At(place, wrong.Input).With(form)
	}
	return code.At(place, wrong.Input)
}
