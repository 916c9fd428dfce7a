package locale

import (
	"math"
	"testing"
)

// visible shows no-break spaces in test tables as "~".
func visible(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\u00a0' {
			out[i] = '~'
		}
	}
	return string(out)
}

func TestFormatInt(t *testing.T) {
	for _, tt := range []struct {
		n      int64
		sv, en string
	}{
		{0, "0", "0"}, {7, "7", "7"}, {999, "999", "999"}, {1000, "1~000", "1,000"}, {38000, "38~000", "38,000"},
		{1234567, "1~234~567", "1,234,567"}, {-38000, "−38~000", "−38,000"},
		{math.MinInt64, "−9~223~372~036~854~775~808", "−9,223,372,036,854,775,808"},
	} {
		if sv, en := visible(FormatInt(tt.n, Swedish)), visible(FormatInt(tt.n, English)); sv != tt.sv || en != tt.en {
			t.Errorf("FormatInt(%d) = %q, %q; want %q, %q", tt.n, sv, en, tt.sv, tt.en)
		}
	}
}

func TestFormatDecimal(t *testing.T) {
	for _, tt := range []struct {
		f        float64
		decimals int
		sv, en   string
	}{
		{1.25, 1, "1,2", "1.2"}, {1234.5, 1, "1~234,5", "1,234.5"}, {-0.01, 1, "0,0", "0.0"}, {-2.5, 1, "−2,5", "−2.5"}, {3, 0, "3", "3"},
	} {
		if sv, en := visible(FormatDecimal(tt.f, tt.decimals, Swedish)), FormatDecimal(tt.f, tt.decimals, English); sv != tt.sv || en != tt.en {
			t.Errorf("FormatDecimal(%v, %d) = %q, %q; want %q, %q", tt.f, tt.decimals, sv, en, tt.sv, tt.en)
		}
	}
}

// Sizes never read "1000 kB" nor "10,0 MB": rounding moves to the next unit.
func TestFormatBytes(t *testing.T) {
	for _, tt := range []struct {
		n      int64
		sv, en string
	}{
		{0, "0~byte", "0~bytes"}, {1, "1~byte", "1~byte"}, {999, "999~byte", "999~bytes"}, {1000, "1~kB", "1~kB"},
		{1249, "1,2~kB", "1.2~kB"}, {9_949, "9,9~kB", "9.9~kB"}, {9_960, "10~kB", "10~kB"}, {850_000, "850~kB", "850~kB"},
		{999_499, "999~kB", "999~kB"}, {999_500, "1~MB", "1~MB"}, {1_200_000, "1,2~MB", "1.2~MB"}, {2_000_000_000, "2~GB", "2~GB"},
		{math.MaxInt64, "9,2~EB", "9.2~EB"},
	} {
		if sv, en := visible(FormatBytes(tt.n, Swedish)), visible(FormatBytes(tt.n, English)); sv != tt.sv || en != tt.en {
			t.Errorf("FormatBytes(%d) = %q, %q; want %q, %q", tt.n, sv, en, tt.sv, tt.en)
		}
	}
}

func TestPluralAndList(t *testing.T) {
	if PluralOf(1) != One || PluralOf(0) != Other || PluralOf(21) != Other {
		t.Error("only 1 takes the singular")
	}
	for _, tt := range []struct {
		items  []string
		sv, en string
	}{
		{nil, "", ""}, {[]string{"a"}, "a", "a"}, {[]string{"a", "b"}, "a och b", "a and b"}, {[]string{"a", "b", "c"}, "a, b och c", "a, b and c"},
	} {
		if sv, en := JoinList(tt.items, Swedish), JoinList(tt.items, English); sv != tt.sv || en != tt.en {
			t.Errorf("JoinList(%q) = %q, %q", tt.items, sv, en)
		}
	}
}
