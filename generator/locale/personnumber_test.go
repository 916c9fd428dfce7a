package locale

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// A personal number is found in whatever spelling it is written, and just it.
func TestPersonalNumbersAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"Hon har 900101-1239.":                "900101-1239",
		"9001011239":                          "9001011239",
		"900101+1239":                         "900101+1239",
		"900101 1239":                         "900101 1239",
		"900101\u00a01239":                    "900101\u00a01239",
		"900101–1239":                         "900101–1239",
		"900101\u20111239":                    "900101\u20111239",
		"900101 - 1239":                       "900101 - 1239",
		"90 01 01 1239":                       "90 01 01 1239",
		"90-01-01-1239":                       "90-01-01-1239",
		"199001011239":                        "199001011239",
		"19900101-1239":                       "19900101-1239",
		"19 900101-1239":                      "19 900101-1239",
		"1990-01-01-1239":                     "1990-01-01-1239",
		"1990 01 01 1239":                     "1990 01 01 1239",
		"1990.01.01-1239":                     "1990.01.01-1239",
		"900161-1236":                         "900161-1236", // coordination number
		"000229-1235":                         "000229-1235", // 2000 was a leap year
		"12 900101-1239":                      "900101-1239", // a number before it
		"2012 900101-1239 4":                  "900101-1239",
		"pnr:9001011239,":                     "9001011239",
		"https://example.se/?pnr=900101-1239": "900101-1239",
	} {
		found := PersonalNumbers(text)
		if len(found) != 1 || text[found[0].From:found[0].To] != want {
			t.Errorf("%q: %v", text, found)
		}
	}
}

// What only looks like one is let pass: it would stop a build for nothing.
func TestPersonalNumbersAreNothingElse(t *testing.T) {
	for _, text := range []string{
		"900101-1238",      // check digit
		"556016-0680",      // organisation number
		"901301-1239",      // no month
		"900132-1239",      // no day
		"880320-0001",      // no serial number
		"070-123 45 69",    // telephone, parted as one
		"Tel 0701234569",   // and by the word before it
		"tel:0701234569",   //
		"0304-12 34 58",    // an area code
		"0304-123458",      //
		"KS 2012/0123",     // case numbers
		"KS/900101-1239/2", // goes on
		"9001011239123",    // longer
		"1,9001011239",     // decimals
		"9001011239kr",     // letters
		"a9001011239",      //
		"IMG_9001011239",   //
		"2026-11-23 12:00", // a time
		"1 900 101 239",    // an amount
		"900.101.1239",     //
		"119900101-1239",   // another century
	} {
		if found := PersonalNumbers(text); len(found) > 0 {
			t.Errorf("%q: %q", text, text[found[0].From:found[0].To])
		}
	}
}

// Any day of birth, with any serial number and its check digit, is found in each spelling; with another check digit in none.
func TestPersonalNumbersLaw(t *testing.T) {
	spellings := []string{"%s%s\u00a0%s\u2011%s \u2212 %s", "%s%s%s%s%s", "%s%s%s%s-%s", "%s%s%s%s %s", "%s%s-%s-%s-%s", "%s%s %s %s %s"}
	rapid.Check(t, func(t *rapid.T) {
		year, month, day := rapid.IntRange(1900, 2020).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")
		day += 60 * rapid.IntRange(0, 1).Draw(t, "coordination")
		nine := fmt.Sprintf("%02d%02d%02d%03d", year%100, month, day, rapid.IntRange(1, 999).Draw(t, "serial"))
		check := 0
		for !luhn(nine + fmt.Sprint(check)) {
			check++
		}
		century := rapid.SampledFrom([]string{"", fmt.Sprint(year / 100)}).Draw(t, "century")
		spelling := rapid.SampledFrom(spellings).Draw(t, "spelling")
		write := func(check int) string {
			return "(" + fmt.Sprintf(spelling, century, nine[:2], nine[2:4], nine[4:6], nine[6:]+fmt.Sprint(check)) + ")"
		}
		if text := write(check); len(PersonalNumbers(text)) != 1 || !MayHoldPersonalNumber([]byte(text)) {
			t.Fatalf("%s is not found", text)
		}
		if text := write((check + 1) % 10); len(PersonalNumbers(text)) != 0 {
			t.Fatalf("%s is found", text)
		}
	})
}

func FuzzPersonalNumbers(f *testing.F) {
	f.Add("900101-1239 och 19 900101–1239")
	f.Add("19\u202f90 \u2011 01\u00a001\u2212 12\u200739")
	f.Fuzz(func(t *testing.T, text string) {
		before := 0
		found := PersonalNumbers(text)
		if len(found) > 0 && !MayHoldPersonalNumber([]byte(text)) {
			t.Errorf("%q would be passed over", text)
		}
		for _, s := range found {
			if s.From < before || s.To <= s.From || s.To > len(text) {
				t.Errorf("%q: %v", text, s)
			}
			before = s.To
		}
	})
}
