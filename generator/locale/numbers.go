package locale

import (
	"math"
	"strconv"
	"strings"
)

// minus is U+2212 MINUS SIGN.
const minus = "−"

// FormatInt returns a whole number with its digits in groups of three: by
// no-break spaces in Swedish ("38 000"), by commas in English ("38,000"), and
// with a true minus sign. It is for amounts; years, codes and telephone
// numbers are not amounts.
func FormatInt(n int64, lang Lang) string {
	separator := nbsp
	if lang == English {
		separator = ","
	}
	digits, sign := strconv.FormatInt(n, 10), ""
	if n < 0 {
		digits, sign = digits[1:], minus
	}
	return sign + groupDigits(digits, separator)
}

// groupDigits puts the separator between groups of three, from the right.
func groupDigits(digits, separator string) string {
	var b strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// FormatDecimal returns a number rounded to so many decimals: "1,2" in
// Swedish, "1.2" in English, its whole part as by [FormatInt].
func FormatDecimal(f float64, decimals int, lang Lang) string {
	text := strconv.FormatFloat(math.Abs(f), 'f', decimals, 64)
	whole, fraction, hasFraction := strings.Cut(text, ".")
	separator, point := nbsp, ","
	if lang == English {
		separator, point = ",", "."
	}
	s := groupDigits(whole, separator)
	if hasFraction {
		s += point + fraction
	}
	if f < 0 && strings.Trim(text, "0.") != "" {
		s = minus + s
	}
	return s
}

// FormatBytes returns the size of a file as readers are told it: "850 kB",
// "1,2 MB" or "1.2 MB". Units are decimal (IEC 80000-13: 1 kB is 1,000
// bytes), with one decimal below ten.
func FormatBytes(n int64, lang Lang) string {
	if n < 1000 {
		if lang == English && n != 1 {
			return FormatInt(n, lang) + nbsp + "bytes"
		}
		return FormatInt(n, lang) + nbsp + "byte"
	}
	units := [...]string{"kB", "MB", "GB", "TB", "PB", "EB"}
	value, unit := float64(n)/1000, 0
	for unit < len(units)-1 && math.Round(value) >= 1000 {
		value /= 1000
		unit++
	}
	decimals := 0
	if tenths := math.Round(value * 10); tenths < 100 && math.Mod(tenths, 10) != 0 {
		decimals = 1
	}
	return FormatDecimal(value, decimals, lang) + nbsp + units[unit]
}

// A Plural is the form of a word that goes with a number. Swedish and English
// have two (CLDR).
type Plural string

// The plural categories, by their names in CLDR.
const (
	One   Plural = "one"   // 1 sida, 1 page
	Other Plural = "other" // 0 sidor, 2 pages
)

// PluralOf returns the form that goes with n in both languages.
func PluralOf(n int64) Plural {
	if n == 1 || n == -1 {
		return One
	}
	return Other
}

// JoinList joins words to a list as it stands in running text: "a, b och c",
// "a, b and c". Neither language has a comma before the last.
func JoinList(items []string, lang Lang) string {
	and := " och "
	if lang == English {
		and = " and "
	}
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + and + items[last]
}
