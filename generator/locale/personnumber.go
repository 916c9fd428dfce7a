package locale

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of a text, from one byte to before another.
type Span struct{ From, To int }

// PersonalNumbers finds Swedish personal identity numbers and coordination numbers (samordningsnummer) in a text, in any
// spelling: ten digits or twelve, written together or parted at the year, the month, the day and the last four, by a
// hyphen of any kind, a plus, a point or a space, also one that does not break. The date must exist (a coordination number has
// sixty added to its day), and the check digit must be right.
//
// What else has ten digits is told from them where it can be: organisation numbers have no month, telephone numbers are
// parted elsewhere, and ten digits together after "tel" or "mobil" are one. Digits that go on beyond the
// number, or letters next to it, make it something else.
//
// Source: folkbokföringslagen (1991:481) 18 §; Skatteverket, SKV 704 (personal identity numbers) and SKV 707
// (coordination numbers). The check digit is that of ISO/IEC 7812-1, annex B (Luhn).
func PersonalNumbers(text string) []Span {
	var found []Span
	for i := 0; i < len(text); i++ {
		if !isDigitByte(text[i]) {
			continue
		}
		if to, ok := personalNumberAt(text, i); ok {
			found = append(found, Span{i, to})
			i = to
			continue
		}
		for i+1 < len(text) && isDigitByte(text[i+1]) {
			i++
		}
	}
	return found
}

// MayHoldPersonalNumber tells whether it is worth looking for personal identity numbers in a text: it has ten digits, with nothing but
// what may part digits between them, of which the third to the sixth may be a day. Most texts have not, and are passed over quickly.
func MayHoldPersonalNumber(text []byte) bool {
	digits, latest := 0, uint64(0) // four bits for each digit
	for _, c := range text {
		switch {
		case personalBytes[c] == 0:
			digits = 0
		case isDigitByte(c):
			latest = latest<<4 | uint64(c-'0')
			if digits++; digits >= 10 && mayBeDay((latest>>28&15)*10+latest>>24&15, (latest>>20&15)*10+latest>>16&15) {
				return true
			}
		}
	}
	return false
}

// mayBeDay takes what is written for a month and a day; a coordination number's day has sixty added to it.
func mayBeDay(month, day uint64) bool {
	return month >= 1 && month <= 12 && (day >= 1 && day <= 31 || day >= 61 && day <= 91)
}

// personalBytes are 1 for the bytes that a number can be written with: digits, the separators of ASCII, and all that the others consist of.
var personalBytes = func() (list [256]byte) {
	for c := range list {
		if c >= utf8.RuneSelf || c >= '0' && c <= '9' || c == ' ' || c == '-' || c == '+' || c == '.' {
			list[c] = 1
		}
	}
	return list
}()

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// The places at which the digits may be parted, as bits of how many digits stand before.
const (
	shortWhole  = 0
	shortParted = 1 << 6
	shortDate   = 1<<2 | 1<<4 | 1<<6
	longParted  = 1 << 8
	longCentury = 1<<2 | 1<<8
	longDate    = 1<<4 | 1<<6 | 1<<8
	longEach    = 1<<2 | 1<<4 | 1<<6 | 1<<8
)

// personalNumberAt tells whether a number begins at a digit, and where it ends.
func personalNumberAt(text string, at int) (end int, ok bool) {
	if !freeBefore(text[:at]) {
		return 0, false
	}
	digits, cuts, end := groupedDigits(text[at:])
	end += at
	switch len(digits) {
	case 10:
		ok = cuts == shortWhole || cuts == shortParted || cuts == shortDate
	case 12:
		ok = cuts == shortWhole || cuts == longParted || cuts == longCentury || cuts == longDate || cuts == longEach
	}
	if !ok || !freeAfter(text[end:]) || !isPersonalNumber(digits) {
		return 0, false
	}
	if cuts == shortWhole && digits[0] == '0' && saysTelephone(text[:at]) {
		return 0, false
	}
	return end, true
}

// groupedDigits reads at most twelve digits with the separators between them. Digits that go on make thirteen.
func groupedDigits(text string) (digits string, cuts, end int) {
	var b [13]byte
	n := 0
	for i := 0; i < len(text) && n < len(b); {
		if isDigitByte(text[i]) {
			b[n] = text[i]
			n++
			i++
			end = i
			continue
		}
		size := separatorSize(text[i:])
		if size == 0 || i+size >= len(text) || !isDigitByte(text[i+size]) || n == 10 || n == 12 {
			break
		}
		cuts |= 1 << n
		i += size
	}
	return string(b[:n]), cuts, end
}

// separatorSize is how many bytes the separator has that a text begins with: one mark, which may have spaces around it.
func separatorSize(text string) int {
	size, marks, spaces := 0, 0, 0
	for size < len(text) {
		r, n := utf8.DecodeRuneInString(text[size:])
		switch {
		case strings.ContainsRune("-+–‐‑‒−.", r) && marks == 0:
			marks++
		case r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2007' || r == '\u2009':
			spaces++
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		size += n
	}
	if marks == 0 && spaces != 1 || spaces > 2 {
		return 0
	}
	return size
}

// freeBefore tells whether a number may begin after a text: no letter, digit or underscore stands there, and no decimal
// or grouped number that goes on.
func freeBefore(before string) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	if unicode.IsLetter(r) && r != utf8.RuneError || unicode.IsDigit(r) || r == '_' {
		return false
	}
	if strings.ContainsRune(".,:/-+", r) {
		r, _ = utf8.DecodeLastRuneInString(before[:len(before)-size])
		return !unicode.IsDigit(r)
	}
	return true
}

// freeAfter tells whether a number may end before a text.
func freeAfter(after string) bool {
	r, size := utf8.DecodeRuneInString(after)
	if unicode.IsLetter(r) && r != utf8.RuneError || unicode.IsDigit(r) || r == '_' {
		return false
	}
	if strings.ContainsRune(".,:/-+", r) {
		r, _ = utf8.DecodeRuneInString(after[size:])
		return !unicode.IsDigit(r)
	}
	return true
}

// saysTelephone tells whether the words just before ten digits say that they are a telephone number.
func saysTelephone(before string) bool {
	before = before[max(0, len(before)-24):]
	before = strings.ToLower(before[strings.LastIndexByte(before, '\n')+1:])
	for _, word := range []string{"tel", "mobil", "phone", "fax", "sms", "ring", "swish"} {
		if strings.Contains(before, word) {
			return true
		}
	}
	return false
}

// isPersonalNumber judges ten or twelve digits.
func isPersonalNumber(digits string) bool {
	if len(digits) == 12 {
		if century := digits[:2]; century != "18" && century != "19" && century != "20" {
			return false
		}
	}
	short := digits[len(digits)-10:]
	return short[6:9] != "000" && existsDate(digits[:len(digits)-4]) && luhn(short)
}

// existsDate tells whether six or eight digits are a day of birth. A year of two digits may be of either century.
func existsDate(digits string) bool {
	if len(digits) == 6 {
		return existsDate("19"+digits) || existsDate("20"+digits)
	}
	number := func(s string) (n int) {
		for i := range len(s) {
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	year, month, day := number(digits[:4]), number(digits[4:6]), number(digits[6:])
	if day > 60 {
		day -= 60
	}
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return month >= 1 && month <= 12 && day >= 1 && date.Day() == day
}

// luhn tells whether the last of some digits is the check digit of the rest.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		n := int(digits[i] - '0')
		if (len(digits)-i)%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
