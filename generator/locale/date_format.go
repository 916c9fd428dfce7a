package locale

import (
	"fmt"
	"strconv"
	"time"
)

// nbsp is U+00A0 NO-BREAK SPACE.
const nbsp = "\u00a0"

// MonthName returns the name of a month as it stands in running text:
// "september", "September".
func MonthName(m time.Month, lang Lang) string {
	if lang == English {
		return m.String()
	}
	return [...]string{"januari", "februari", "mars", "april", "maj", "juni",
		"juli", "augusti", "september", "oktober", "november", "december"}[m-1]
}

// ShortMonthName returns the name of a month as short as it can be: "sep.",
// "Sept". Names of up to four letters are never cut. The Swedish forms are
// those of CLDR, the English ones those of New Hart's Rules without the full
// point.
func ShortMonthName(m time.Month, lang Lang) string {
	if lang == English {
		return [...]string{"Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"}[m-1]
	}
	return [...]string{"jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."}[m-1]
}

// WeekdayName returns the name of a day of the week as it stands in running
// text: "onsdag", "Wednesday".
func WeekdayName(w time.Weekday, lang Lang) string {
	if lang == English {
		return w.String()
	}
	return [...]string{"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"}[w]
}

// FormatDate returns a date as it stands in running text: "16 maj 2012",
// "16 May 2012".
func FormatDate(d Date, lang Lang) string {
	return FormatDayMonth(d, lang) + " " + strconv.Itoa(d.Year)
}

// FormatDateShort returns a date for lists and tables: "18 sep. 2012",
// "18 Sept 2012".
func FormatDateShort(d Date, lang Lang) string {
	return strconv.Itoa(d.Day) + nbsp + ShortMonthName(d.Month, lang) + nbsp + strconv.Itoa(d.Year)
}

// FormatDateLong returns a date with its weekday: "onsdag 16 maj 2012",
// "Wednesday 16 May 2012".
func FormatDateLong(d Date, lang Lang) string {
	return WeekdayName(d.Weekday(), lang) + " " + FormatDate(d, lang)
}

// FormatDayMonth returns a date without its year, for lists under a year:
// "16 maj", "16 May".
func FormatDayMonth(d Date, lang Lang) string {
	return strconv.Itoa(d.Day) + nbsp + MonthName(d.Month, lang)
}

// FormatMonth returns the month of a date: "september 2008",
// "September 2008".
func FormatMonth(d Date, lang Lang) string {
	return MonthName(d.Month, lang) + " " + strconv.Itoa(d.Year)
}

// FormatInstant returns an instant in t's location as it stands in running
// text: "16 maj 2012 kl. 16.30" (Svenska skrivregler: a full point between
// hours and minutes), "16 May 2012 at 4:30pm" (GOV.UK style guide).
func FormatInstant(t time.Time, lang Lang) string {
	if lang == English {
		return FormatDate(DateOf(t), lang) + " at" + nbsp + formatClockEnglish(t)
	}
	return FormatDate(DateOf(t), lang) + " kl." + nbsp + formatClockSwedish(t, true)
}

// FormatMoment returns a moment as exactly as it was given: [FormatDate] or
// [FormatInstant].
func FormatMoment(m Moment, lang Lang) string {
	if m.DateOnly {
		return FormatDate(m.Date(), lang)
	}
	return FormatInstant(m.Time, lang)
}

// FormatClock returns a time of day in t's location: "kl. 16.30", "4:30pm".
func FormatClock(t time.Time, lang Lang) string {
	if lang == English {
		return formatClockEnglish(t)
	}
	return "kl." + nbsp + formatClockSwedish(t, true)
}

// formatClockSwedish returns "9.30", and for a full hour "9.00" or "9".
func formatClockSwedish(t time.Time, minutes bool) string {
	if !minutes && t.Minute() == 0 {
		return strconv.Itoa(t.Hour())
	}
	return fmt.Sprintf("%d.%02d", t.Hour(), t.Minute())
}

// formatClockEnglish returns "9am", "4:30pm", "midday".
func formatClockEnglish(t time.Time) string {
	hour, suffix := t.Hour()%12, "am"
	if t.Hour() >= 12 {
		suffix = "pm"
	}
	if hour == 0 {
		hour = 12
	}
	switch {
	case t.Hour() == 12 && t.Minute() == 0:
		return "midday"
	case t.Minute() == 0:
		return strconv.Itoa(hour) + suffix
	}
	return fmt.Sprintf("%d:%02d%s", hour, t.Minute(), suffix)
}
