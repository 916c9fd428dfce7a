package locale

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Period is the stretch of a calendar that a report in a series is about: a
// month, a quarter or a year. The zero value is none. Periods can be compared
// with == and used as map keys.
type Period struct {
	Year   int
	Months int        // how many it lasts: 1, 3 or 12
	Month  time.Month // the first of them
}

// MonthPeriod returns the period of one month.
func MonthPeriod(year int, month time.Month) Period { return Period{year, 1, month} }

// QuarterPeriod returns the period of one quarter, 1 to 4.
func QuarterPeriod(year, quarter int) Period {
	return Period{year, 3, time.Month(3*quarter - 2)}
}

// YearPeriod returns the period of one year.
func YearPeriod(year int) Period { return Period{year, 12, time.January} }

// ParsePeriod reads a period: 2008-09 (a month), 2008-Q3 (a quarter) or 2008
// (a year). Errors are [*ParseError].
func ParsePeriod(s string) (Period, error) {
	sc := scanner{rest: s}
	year, ok := sc.digits(4)
	if !ok {
		return Period{}, suggestPeriod(s)
	}
	p := YearPeriod(year)
	if sc.rest != "" {
		if !sc.sign("-") {
			return Period{}, suggestPeriod(s)
		}
		isQuarter := sc.sign("Q")
		width := 2
		if isQuarter {
			width = 1
		}
		n, ok := sc.digits(width)
		if !ok || sc.rest != "" {
			return Period{}, suggestPeriod(s)
		}
		p = MonthPeriod(year, time.Month(n))
		if isQuarter {
			p = QuarterPeriod(year, n)
		}
	}
	switch {
	case year < minYear:
		return Period{}, &ParseError{Kind: YearOutOfRange, Input: s}
	case p.Month < time.January || p.Month > time.December:
		return Period{}, &ParseError{Kind: NoSuchDay, Input: s}
	}
	return p, nil
}

// suggestPeriod reads a period in the forms that people use and returns the
// error that gives it in ours.
func suggestPeriod(s string) error {
	text := strings.ToLower(strings.TrimSpace(s))
	mend := ""
	if m := regexp.MustCompile(`^(\d{4})[-/. ]?([qk]?)(\d\d?)(-\d\d?)?$`).FindStringSubmatch(text); m != nil {
		switch n, _ := strconv.Atoi(m[3]); {
		case m[2] != "" && m[4] == "":
			mend = m[1] + "-Q" + m[3]
		case m[2] == "":
			mend = fmt.Sprintf("%s-%02d", m[1], n)
		}
	} else if m := regexp.MustCompile(`^(\d{1,2})[-/. ](\d{4})$`).FindStringSubmatch(text); m != nil {
		mend = fmt.Sprintf("%s-%02s", m[2], m[1])
	} else if m := regexp.MustCompile(`^[qk](\d)[-/. ]?(\d{4})$`).FindStringSubmatch(text); m != nil {
		mend = m[2] + "-Q" + m[1]
	} else if m := regexp.MustCompile(`^(\pL+)\.?\s+(\d{4})$`).FindStringSubmatch(text); m != nil {
		if month := monthNamed(m[1]); month != 0 {
			mend = fmt.Sprintf("%s-%02d", m[2], int(month))
		}
	}
	if mend == "" || mend == s {
		return &ParseError{Kind: NotAPeriod, Input: s}
	}
	if _, err := ParsePeriod(mend); err != nil {
		return &ParseError{Kind: NoSuchDay, Input: s}
	}
	return &ParseError{Kind: OtherForm, Input: s, Suggestion: mend}
}

// IsZero tells whether there is no period.
func (p Period) IsZero() bool { return p == Period{} }

// String returns the period in the form that [ParsePeriod] reads.
func (p Period) String() string {
	switch p.Months {
	case 1:
		return fmt.Sprintf("%04d-%02d", p.Year, int(p.Month))
	case 3:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.quarter())
	}
	return fmt.Sprintf("%04d", p.Year)
}

// Slug returns the period as a part of a URL: "2008-09", "2008-q3", "2008".
func (p Period) Slug() string { return strings.ToLower(p.String()) }

func (p Period) quarter() int { return (int(p.Month) + 2) / 3 }

// First returns the first day of the period.
func (p Period) First() Date { return Date{p.Year, p.Month, 1} }

// Last returns the last day of the period.
func (p Period) Last() Date {
	month := p.Month + time.Month(p.Months) - 1
	return Date{p.Year, month, daysIn(p.Year, month)}
}

// Next returns the period of the same length that follows, so that a gap in
// a series can be seen.
func (p Period) Next() Period {
	next := p
	next.Month += time.Month(p.Months)
	if next.Month > time.December {
		next.Month = time.January
		next.Year++
	}
	return next
}

// Compare orders periods by when they end, and of those that end together the
// shorter first: the report on December, then that on the fourth quarter,
// then that on the year.
func (p Period) Compare(other Period) int {
	return cmp.Or(p.Last().Compare(other.Last()), cmp.Compare(p.Months, other.Months))
}

// Format returns the period as it stands in running text: "september 2008",
// "tredje kvartalet 2008", "2008"; "September 2008", "third quarter of 2008".
func (p Period) Format(lang Lang) string {
	switch {
	case p.Months == 1:
		return FormatMonth(p.First(), lang)
	case p.Months == 3 && lang == English:
		return [...]string{"first", "second", "third", "fourth"}[p.quarter()-1] + " quarter of " + strconv.Itoa(p.Year)
	case p.Months == 3:
		return [...]string{"första", "andra", "tredje", "fjärde"}[p.quarter()-1] + " kvartalet " + strconv.Itoa(p.Year)
	}
	return strconv.Itoa(p.Year)
}

// Datetime returns the period for the HTML attribute datetime, which knows
// months and years but no quarters: those give the month that they begin in.
func (p Period) Datetime() string {
	if p.Months == 12 {
		return fmt.Sprintf("%04d", p.Year)
	}
	return fmt.Sprintf("%04d-%02d", p.Year, int(p.Month))
}
