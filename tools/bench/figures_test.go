package main

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// A ratio is taken turn by turn, so that a turn that met a busy machine counts once, for both.
func TestRatioIsTheMedianOfTheTurns(t *testing.T) {
	ours := []cost{{wall: 1 * time.Second}, {wall: 30 * time.Second}, {wall: 2 * time.Second}}
	theirs := []cost{{wall: 2 * time.Second}, {wall: 60 * time.Second}, {wall: 2 * time.Second}}
	if got := ratio(ours, theirs, wall); got != 0.5 {
		t.Errorf("%v, not 0.5", got)
	}
	if got := median([]float64{4, 1, 3, 2}); got != 2.5 {
		t.Errorf("the median of an even number is %v", got)
	}
}

// Threads that wait for the disk at once count once, and a call that was interrupted by another one's line counts whole.
func TestReadTrace(t *testing.T) {
	trace := `101 100.000000 fsync(3) = 0 <0.500000>
102 100.250000 fsync(4 <unfinished ...>
103 100.300000 syncfs(5) = 0 <0.100000>
102 101.250000 <... fsync resumed>) = 0 <1.000000>
101 101.300000 +++ exited with 0 +++
`
	got, err := readTrace(strings.NewReader(trace))
	if err != nil || !got.known || got.calls != 3 || got.waited < 1.2499 || got.waited > 1.2501 {
		t.Errorf("%+v, %v; want 3 calls and 1.25 s", got, err)
	}
}

func sampleResults() (pair, []*result) {
	some := func(name string, cpu time.Duration) *result {
		one := cost{wall: cpu, cpu: cpu, memory: 100 << 20, others: 0.1}
		return &result{
			name: name, items: 1000, made: made{pages: 1200, files: 1300, bytes: 25e6}, place: &workplace{contender: contender{dialect: equal}},
			series: series{cold: {one}, unchanged: {one}, oneBody: {one}},
		}
	}
	p := pair{ours: some("ours", time.Second), hugo: some("Hugo", 4*time.Second)}
	return p, []*result{p.ours, p.hugo}
}

// Every table has as many cells in each row as in its head, and says the ratio.
func TestTablesAreWhole(t *testing.T) {
	p, list := sampleResults()
	comparison := comparison([]pair{p})
	if !strings.Contains(comparison, "**ratio** | **0.25** |") {
		t.Errorf("no ratio in\n%s", comparison)
	}
	for _, table := range []string{comparison, perItem(list)} {
		lines := strings.Split(strings.TrimSpace(table), "\n")
		for _, line := range lines {
			if strings.Count(line, "|") != strings.Count(lines[0], "|") {
				t.Errorf("%q has not the cells of %q", line, lines[0])
			}
		}
	}
	if got := disturbance(list); !strings.Contains(got, "0.10 processors") {
		t.Errorf("others: %s", got)
	}
	if got := syncingTable(list); !strings.Contains(got, "no strace") {
		t.Errorf("what was not measured is told as %q", got)
	}
}

// The picture is well-formed, has a line for each series, and no two names lie over one another.
func TestChart(t *testing.T) {
	_, list := sampleResults()
	drawn := lines(list)
	d := xml.NewDecoder(strings.NewReader(chart("A & B", drawn)))
	polylines := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "polyline" {
			polylines++
		}
	}
	if polylines != len(drawn) || len(drawn) != 5 {
		t.Errorf("%d lines for %d series", polylines, len(drawn))
	}
	heights := labelHeights(drawn, scaleOf(drawn))
	for i, a := range heights {
		for _, b := range heights[:i] {
			if a-b < 12 && b-a < 12 {
				t.Errorf("names at %v and %v lie over one another", a, b)
			}
		}
	}
}

// A size that leaves topics without texts, which the texts link to, is refused with a word about it.
func TestSizes(t *testing.T) {
	if got, err := sizes("10000, 1000"); err != nil || len(got) != 2 || got[0] != 1000 {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"ten", "20"} {
		if _, err := sizes(bad); err == nil {
			t.Errorf("%q is taken for a size", bad)
		}
	}
}

// New figures take the place of the old ones and of nothing else; a document without the marks is left alone.
func TestRecord(t *testing.T) {
	text := "# Title\n\n" + recordBegins + "old\n" + recordEnds + "\nmore\n"
	got, err := recorded(text, "new\n")
	if want := "# Title\n\n" + recordBegins + "\nnew\n\n" + recordEnds + "\nmore\n"; err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := recorded("# Title\n", "new"); err == nil {
		t.Error("figures were written where there are no marks")
	}
}
