package locale

import "strconv"

// FormatSpan returns the time from start to end, both included, as it stands
// in running text, with nothing told twice. end may be zero: then only the
// start is told.
//
// Swedish joins with an en dash without spaces where the ends are single
// words or numbers (Svenska skrivregler): "16–18 maj 2012",
// "16 maj–2 juni 2012", "18 september 2012 kl. 9–12", "kl. 9.30–12.00".
// English says "to" (GOV.UK style guide): "16 to 18 May 2012",
// "18 September 2012, 9am to midday".
func FormatSpan(start, end Moment, lang Lang) string {
	switch {
	case end.IsZero() || start.Date() == end.Date() && (end.DateOnly || end.Time.Equal(start.Time)):
		return formatStart(start, lang)
	case start.Date() == end.Date() && !start.DateOnly:
		return formatHours(start, end, lang)
	case start.Date() == end.Date():
		return FormatDate(start.Date(), lang)
	case start.DateOnly && end.DateOnly:
		return formatDays(start.Date(), end.Date(), lang)
	}
	between := " till "
	if lang == English {
		between = " to "
	}
	first := formatStart(start, lang)
	if start.Date().Year == end.Date().Year {
		first = FormatDayMonth(start.Date(), lang) + clockAfterDate(start, lang)
	}
	return first + between + formatStart(end, lang)
}

// FormatSpanBeside returns what FormatSpan says of a span where the day on
// which it starts stands already, so that nothing is told twice: "kl. 9–12",
// "9am to midday"; "" of one whole day. A span that goes on to another day is
// told whole.
func FormatSpanBeside(start, end Moment, lang Lang) string {
	switch {
	case !end.IsZero() && start.Date() != end.Date():
		return FormatSpan(start, end, lang)
	case start.DateOnly:
		return ""
	case end.IsZero() || end.DateOnly || end.Time.Equal(start.Time):
		return timeOfDay(start, lang)
	}
	return hours(start, end, lang)
}

// formatStart returns one end of a span. Unlike an instant of publication, a
// full hour is told without minutes: "kl. 9".
func formatStart(m Moment, lang Lang) string {
	return FormatDate(m.Date(), lang) + clockAfterDate(m, lang)
}

func clockAfterDate(m Moment, lang Lang) string {
	switch {
	case m.DateOnly:
		return ""
	case lang == English:
		return " at" + nbsp + timeOfDay(m, lang)
	}
	return " " + timeOfDay(m, lang)
}

// timeOfDay returns a time of day: "kl. 9", "9am".
func timeOfDay(m Moment, lang Lang) string {
	if lang == English {
		return formatClockEnglish(m.Time)
	}
	return "kl." + nbsp + formatClockSwedish(m.Time, false)
}

// formatHours returns a span within a day.
func formatHours(start, end Moment, lang Lang) string {
	between := " "
	if lang == English {
		between = ", "
	}
	return FormatDate(start.Date(), lang) + between + hours(start, end, lang)
}

// hours returns a span within a day without the day.
func hours(start, end Moment, lang Lang) string {
	if lang == English {
		return formatClockEnglish(start.Time) + " to" + nbsp + formatClockEnglish(end.Time)
	}
	minutes := start.Time.Minute() != 0 || end.Time.Minute() != 0
	return "kl." + nbsp + formatClockSwedish(start.Time, minutes) + "–" + formatClockSwedish(end.Time, minutes)
}

// formatDays returns a span of different whole days.
func formatDays(start, end Date, lang Lang) string {
	dash := "–"
	if lang == English {
		dash = " to "
	}
	switch {
	case start.Year != end.Year:
		return FormatDate(start, lang) + dash + FormatDate(end, lang)
	case start.Month != end.Month:
		return FormatDayMonth(start, lang) + dash + FormatDate(end, lang)
	}
	return strconv.Itoa(start.Day) + dash + FormatDate(end, lang)
}
