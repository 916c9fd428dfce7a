package locale

import (
	"errors"
	"slices"
	"testing"
)

func mustPeriod(t *testing.T, s string) Period {
	t.Helper()
	p, err := ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A period reads back as it is written, and is told in both languages.
func TestPeriod(t *testing.T) {
	for _, tt := range []struct{ in, slug, sv, en, datetime, first, last, next string }{
		{"2008-09", "2008-09", "september 2008", "September 2008", "2008-09", "2008-09-01", "2008-09-30", "2008-10"},
		{"2008-12", "2008-12", "december 2008", "December 2008", "2008-12", "2008-12-01", "2008-12-31", "2009-01"},
		{"2008-02", "2008-02", "februari 2008", "February 2008", "2008-02", "2008-02-01", "2008-02-29", "2008-03"},
		{"2008-Q3", "2008-q3", "tredje kvartalet 2008", "third quarter of 2008", "2008-07", "2008-07-01", "2008-09-30", "2008-Q4"},
		{"2008-Q4", "2008-q4", "fjärde kvartalet 2008", "fourth quarter of 2008", "2008-10", "2008-10-01", "2008-12-31", "2009-Q1"},
		{"2008", "2008", "2008", "2008", "2008", "2008-01-01", "2008-12-31", "2009"},
	} {
		p := mustPeriod(t, tt.in)
		got := []string{p.String(), p.Slug(), p.Format(Swedish), p.Format(English), p.Datetime(), p.First().String(), p.Last().String(), p.Next().String()}
		want := []string{tt.in, tt.slug, tt.sv, tt.en, tt.datetime, tt.first, tt.last, tt.next}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.in, got, want)
		}
	}
}

// Reports sort by when their periods end, the shorter before the longer.
func TestPeriodOrder(t *testing.T) {
	want := []string{"2007", "2008-01", "2008-03", "2008-Q1", "2008-12", "2008-Q4", "2008", "2009-01"}
	var periods []Period
	for _, s := range want {
		periods = append(periods, mustPeriod(t, s))
	}
	slices.Reverse(periods)
	slices.SortFunc(periods, Period.Compare)
	for i, p := range periods {
		if p.String() != want[i] {
			t.Fatalf("got %v, want %v", periods, want)
		}
	}
}

func TestParsePeriodErrors(t *testing.T) {
	for _, tt := range []struct {
		in         string
		kind       ErrorKind
		suggestion string
	}{
		{"2008-9", OtherForm, "2008-09"}, {"09/2008", OtherForm, "2008-09"}, {"september 2008", OtherForm, "2008-09"}, {"Sept. 2008", OtherForm, "2008-09"},
		{"2008-q3", OtherForm, "2008-Q3"}, {"2008Q3", OtherForm, "2008-Q3"}, {"Q3 2008", OtherForm, "2008-Q3"}, {"2008-k3", OtherForm, "2008-Q3"},
		{"2008-09-01", OtherForm, "2008-09"}, {"2008-9-1", OtherForm, "2008-09"},
		{"2008-13", NoSuchDay, ""}, {"2008-00", NoSuchDay, ""}, {"2008-Q5", NoSuchDay, ""}, {"2008-Q0", NoSuchDay, ""}, {"13/2008", NoSuchDay, ""},
		{"0999", YearOutOfRange, ""}, {"", NotAPeriod, ""}, {"hösten 2008", NotAPeriod, ""}, {"08", NotAPeriod, ""},
	} {
		_, err := ParsePeriod(tt.in)
		var parse *ParseError
		if !errors.As(err, &parse) || parse.Kind != tt.kind || parse.Suggestion != tt.suggestion {
			t.Errorf("ParsePeriod(%q): %v, want kind %d and %q", tt.in, err, tt.kind, tt.suggestion)
		}
	}
}
