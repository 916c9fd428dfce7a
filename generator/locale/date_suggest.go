package locale

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// suggestDate reads a date in the forms that people use and returns the error
// that gives it in ours.
func suggestDate(s string) error {
	best, other := readForeignDate(strings.TrimSpace(s))
	if best.IsZero() {
		return &ParseError{Kind: NotADate, Input: s}
	}
	if kind := checkDate(best); kind != 0 {
		return &ParseError{Kind: kind, Input: s}
	}
	e := &ParseError{Kind: OtherForm, Input: s, Suggestion: best.String()}
	if other.Valid() && other != best {
		e.Alternative = other.String()
	}
	return e
}

// suggestInstant does the same for a date in our form that is followed by a
// time in another.
func suggestInstant(s string) error {
	m := regexp.MustCompile(`^(\d{4}-\d\d-\d\d)[Tt,]?\s*(?:kl\.?\s*|at\s+)?(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?\s*(Z|[+-]\d\d:?(?:\d\d)?)?$`).
		FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return &ParseError{Kind: NotADate, Input: s}
	}
	hour, minute, second, offset := fmt.Sprintf("%02s", m[2]), m[3], m[4], m[5]
	if offset == "" {
		mend := m[1] + " " + hour + ":" + minute
		if second != "" {
			mend += ":" + second
		}
		return mendedOnly(s, mend)
	}
	if second == "" {
		second = "00"
	}
	if digits := strings.ReplaceAll(offset, ":", ""); digits != "Z" {
		offset = digits[:3] + ":" + (digits + "00")[3:5]
	}
	return mendedOnly(s, m[1]+"T"+hour+":"+minute+":"+second+offset)
}

// mendedOnly returns the error for s with the mend, if the mend is sound.
func mendedOnly(s, mend string) error {
	if _, err := ParseInstant(mend, time.UTC); err != nil {
		return &ParseError{Kind: NoSuchDay, Input: s}
	}
	return &ParseError{Kind: OtherForm, Input: s, Suggestion: mend}
}

// readForeignDate reads a date in another form than ours. other is set where
// day and month could also be the other way round; it may not exist.
func readForeignDate(s string) (best, other Date) {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	if m := regexp.MustCompile(`^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$`).FindStringSubmatch(s); m != nil {
		return Date{number(m[1]), time.Month(number(m[2])), number(m[3])}, Date{}
	}
	if m := regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`).FindStringSubmatch(s); m != nil {
		return Date{number(m[1]), time.Month(number(m[2])), number(m[3])}, Date{}
	}
	if m := regexp.MustCompile(`^(\d{1,2})([-/.])\s?(\d{1,2})[-/. ]\s?(\d{4})$`).FindStringSubmatch(s); m != nil {
		a, b, year := number(m[1]), number(m[3]), number(m[4])
		european := Date{year, time.Month(b), a}
		american := Date{year, time.Month(a), b}
		switch {
		case !european.Valid() && american.Valid():
			return american, Date{}
		case m[2] == "/":
			return european, american
		}
		return european, Date{}
	}
	return readNamedDate(s)
}

// readNamedDate reads a date whose month is a word, in either language:
// 16 maj 2012, den 16 maj 2012, May 16, 2012.
func readNamedDate(s string) (best, other Date) {
	m := regexp.MustCompile(`(?i)^(?:den\s+)?(\d{1,2})(?:st|nd|rd|th|:e|:a)?\s+(\pL+)\.?,?\s+(\d{4})$`).FindStringSubmatch(s)
	if m == nil {
		if m = regexp.MustCompile(`^(\pL+)\.?\s+(\d{1,2}),?\s+(\d{4})$`).FindStringSubmatch(s); m == nil {
			return Date{}, Date{}
		}
		m[1], m[2] = m[2], m[1]
	}
	month := monthNamed(m[2])
	if month == 0 {
		return Date{}, Date{}
	}
	day, _ := strconv.Atoi(m[1])
	year, _ := strconv.Atoi(m[3])
	return Date{year, month, day}, Date{}
}

// monthNamed returns the month that has this name, in full or cut to three
// letters or more, in either language, or 0.
func monthNamed(name string) time.Month {
	name = strings.ToLower(name)
	if len(name) < 3 {
		return 0
	}
	for month := time.January; month <= time.December; month++ {
		for _, lang := range Langs() {
			if strings.HasPrefix(strings.ToLower(MonthName(month, lang)), name) {
				return month
			}
		}
	}
	return 0
}
