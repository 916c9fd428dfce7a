package yaml

import (
	"fmt"
	"testing"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Each reader takes what it is for, and tells the place and the mend of everything else.
func TestReader(t *testing.T) {
	text := func(r *Reader, n *Node) any { s, _ := r.Text(n); return s }
	boolean := func(r *Reader, n *Node) any { b, ok := r.Bool(n); return fmt.Sprint(b, ok) }
	number := func(r *Reader, n *Node) any { i, _ := r.Int(n, 1, 50); return i }
	texts := func(r *Reader, n *Node) any { return r.Texts(n) }
	choice := func(r *Reader, n *Node) any { s, _ := r.Choice(n, "forbid", "allow"); return s }
	byLang := func(r *Reader, n *Node) any { return r.TextByLang(n, []locale.Lang{"sv", "en"}) }
	date := func(r *Reader, n *Node) any { d, _ := r.Date(n); return d }
	instant := func(r *Reader, n *Node) any { m, _ := r.Instant(n, time.UTC); return m.Datetime() }
	period := func(r *Reader, n *Node) any { p, _ := r.Period(n); return p }
	permalink := func(r *Reader, n *Node) any { s, _ := r.Permalink(n); return s }
	for _, tt := range []struct {
		src  string
		read func(*Reader, *Node) any
		want string // the value, or "place code hint"
	}{
		{"2026", text, "2026"}, {"0123", text, "0123"}, {"ja", text, "ja"}, {"true", text, "true"}, {"'~'", text, "~"}, {"''", text, ""},
		{"", text, "1:3 wrong-type fill-in"}, {"null", text, "1:4 wrong-type fill-in"}, {"[a]", text, "1:4 wrong-type expect-text"}, {"{a: b}", text, "1:4 wrong-type expect-text"},
		{"true", boolean, "true true"}, {"false", boolean, "false true"}, {"True", boolean, "1:4 bad-boolean true-or-false"}, {"ja", boolean, "1:4 bad-boolean true-or-false"},
		{"yes", boolean, "1:4 bad-boolean true-or-false"}, {"'true'", boolean, "1:4 bad-boolean true-or-false"}, {"", boolean, "1:3 bad-boolean true-or-false"}, {"[true]", boolean, "1:4 bad-boolean true-or-false"},
		{"20", number, "20"}, {"51", number, "1:4 number-out-of-range number-between"}, {"99999999999999999999", number, "1:4 number-out-of-range number-between"},
		{"-1", number, "1:4 number-out-of-range number-between"}, {"020", number, "1:4 bad-number number-between"}, {"'20'", number, "1:4 bad-number number-between"}, {"2.0", number, "1:4 bad-number number-between"},
		{"[b, 1]", texts, "[b 1]"}, {"b", texts, "[b]"}, {"[]", texts, "[]"}, {"", texts, "1:3 wrong-type expect-list"}, {"[b, ~]", texts, "1:8 wrong-type fill-in"}, {"{b: c}", texts, "1:4 wrong-type expect-text"},
		{"allow", choice, "allow"}, {"alow", choice, "1:4 bad-choice did-you-mean"}, {"perhaps", choice, "1:4 bad-choice one-of"},
		{"T", byLang, "map[en:T sv:T]"}, {"{sv: T}", byLang, "map[sv:T]"}, {"{fi: T}", byLang, "1:5 undeclared-language one-of"}, {"{sv: [T]}", byLang, "1:9 wrong-type expect-text"}, {"[T]", byLang, "1:4 wrong-type text-or-languages"},
		{"2026-12-01", date, "2026-12-01"}, {"'2026-12-01'", date, "2026-12-01"}, {"2026-1-5", date, "1:4 bad-date write-so"}, {"01/02/2026", date, "1:4 ambiguous-date either-or"},
		{"2026-02-30", date, "1:4 impossible-date "}, {"snart", date, "1:4 bad-date like-date"}, {"0026-01-01", date, "1:4 year-out-of-range "},
		{"2026-12-01 07:00", instant, "2026-12-01T07:00:00Z"}, {"2026-12-01T07:00:00+02:00", instant, "2026-12-01T05:00:00Z"}, {"2026-12-01 kl 7", instant, "1:4 bad-date like-instant"},
		{"2008-Q3", period, "2008-Q3"}, {"2008-13", period, "1:4 bad-period like-period"}, {"hösten", period, "1:4 bad-period like-period"},
		{":year/:slug/", permalink, ":year/:slug/"}, {":year-:month/:slug/", permalink, ":year-:month/:slug/"}, {"arkiv/:period/", permalink, "arkiv/:period/"}, {"", permalink, "1:3 wrong-type fill-in"},
		{":slug", permalink, "1:4 bad-permalink write-so"}, {":year/", permalink, "1:4 bad-permalink write-so"}, {":yaer/:slug/", permalink, "1:4 bad-permalink did-you-mean"}, {"Arkiv/:slug/", permalink, "1:4 bad-permalink like-permalink"},
		{":slug//", permalink, "1:4 bad-permalink write-so"}, {"../:slug/", permalink, "1:4 bad-permalink like-permalink"}, {":year//:slug/", permalink, "1:4 bad-permalink like-permalink"},
	} {
		node, found := Parse("f", []byte("a: "+tt.src+"\n"), 1)
		if len(found) > 0 {
			t.Fatalf("%s: %s", tt.src, told(found))
		}
		var r Reader
		got := fmt.Sprint(tt.read(&r, node.Get("a")))
		if len(r.Diags) > 0 {
			d := r.Diags[0]
			got = fmt.Sprintf("%d:%d %s %s", d.Line, d.Column, d.Code, d.Hint.Name)
		}
		if got != tt.want || len(r.Diags) > 1 {
			t.Errorf("a: %s: got %s, want %s", tt.src, got, tt.want)
		}
	}
}

// What is not written is neither a value nor a fault.
func TestReaderOfNothing(t *testing.T) {
	var r Reader
	r.Text(nil)
	r.Bool(nil)
	r.Int(nil, 0, 1)
	r.Texts(nil)
	r.Choice(nil, "a")
	r.TextByLang(nil, locale.Langs())
	r.Date(nil)
	r.Instant(nil, time.UTC)
	r.Period(nil)
	r.Permalink(nil)
	if r.Mapping(nil, "a") || len(r.Diags) > 0 {
		t.Errorf("got %s", told(r.Diags))
	}
}

// Unknown keys are told with what was meant: our name for another generator's, else the nearest, else all.
func TestKeys(t *testing.T) {
	node, _ := Parse("f", []byte("ttile: a\ntags: b\nzzz: c\nsummary: d\n"), 1)
	var r Reader
	foreign := func(key string) (string, bool) { return "topics", key == "tags" }
	if !r.MappingOf(node, []string{"title", "summary", "topics"}, foreign) {
		t.Error("no mapping")
	}
	if r.Need(node, diag.Whole("f"), "title", "summary") {
		t.Error("nothing is missing")
	}
	want := `1:1-6 unknown-key did you mean "title"?
2:1-5 foreign-key here it is called "topics"
3:1-4 unknown-key one of: title, summary, topics
1:1-0 missing-key add the line title: ...
`
	var got string
	for _, d := range r.Diags {
		got += fmt.Sprintf("%d:%d-%d %s %s\n", d.Line, d.Column, d.EndColumn, d.Code, d.HintText("en"))
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// An error that is none of a date's is a fault of ours.
func TestDateFaultPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	DateFault(diag.Whole("f"), fmt.Errorf("no date"), diag.LikeDate)
}
