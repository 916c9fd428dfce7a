package locale

import "strings"

// Dialled is a telephone number as RFC 3966 wants it: a Swedish number without a country's gets Sweden's.
func Dialled(number string) string {
	number = strings.Replace(number, "(0)", "", 1) // +46 (0)8 ...: the nought is for calls within the country
	digits := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '+' {
			return c
		}
		return -1
	}, number)
	if rest, ok := strings.CutPrefix(digits, "00"); ok {
		return "+" + rest
	}
	if rest, ok := strings.CutPrefix(digits, "0"); ok {
		return "+46" + rest
	}
	return digits
}
