package document_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/model"
)

// A field holds a value of its kind, or is told at its value.
func TestFieldKinds(t *testing.T) {
	for _, c := range []struct {
		field, value string
		want         string // a finding, or "" for a sound value
	}{
		{"words", "text", ""}, {"words", "2026", ""}, {"words", "true", ""}, {"words", "", "wrong-type"}, {"words", "[a]", "wrong-type"}, {"words", "{a: b}", "wrong-type"},
		{"text", "'*a* b'", ""}, {"text", "|\n  # A\n\n  b", "heading-one warning"}, {"text", "'<b>a</b>'", "raw-html"}, {"text", "[a]", "wrong-type"},
		{"yes", "true", ""}, {"yes", "false", ""}, {"yes", "ja", "bad-boolean"}, {"yes", "'true'", "bad-boolean"}, {"yes", "1", "bad-boolean"}, {"yes", "", "bad-boolean"},
		{"count", "1", ""}, {"count", "-1.50", ""}, {"count", "'3'", ""}, {"count", "1e9", "bad-number"}, {"count", "0x10", "bad-number"}, {"count", ".inf", "bad-number"}, {"count", "1 000", "bad-number"}, {"count", "1,5", "bad-number"},
		{"day", "2026-12-01", ""}, {"day", "2026-12-01 07:00", "bad-date"}, {"day", "2026-02-30", "impossible-date"}, {"day", "igår", "bad-date"},
		{"at", "2026-12-01", ""}, {"at", "2026-12-01 07:00", ""}, {"at", "2026-12-01T07:00", ""}, {"at", "2026-12-01T07:00:00Z", ""}, {"at", "07:00", "bad-date"}, {"at", "2026-03-29 02:30", "nonexistent-hour"},
		{"month", "2008-09", ""}, {"month", "2008-Q3", ""}, {"month", "2008", ""}, {"month", "2008-13", "bad-period"}, {"month", "september", "bad-period"},
		{"level", "low", ""}, {"level", "lo", "bad-choice"}, {"level", "LOW", "bad-choice"}, {"level", "", "wrong-type"},
		{"to", "asa", ""}, {"to", "people/asa", ""}, {"to", "''", "empty-text"}, {"to", "[a, b]", "wrong-type"},
		{"picture", "{file: a.png, alt: ''}", ""}, {"picture", "{file: a.png}", "alt-missing"}, {"picture", "a.png", "alt-missing"}, {"picture", "{alt: a}", "missing-key"}, {"picture", "{file: a, alt: b, titel: c}", "unknown-key"},
		{"file", "a.pdf", ""}, {"file", "{file: a.pdf, title: T}", ""}, {"file", "{title: T}", "missing-key"}, {"file", "{file: a.pdf, alt: T}", "unknown-key"},
		{"email", "a@example.se", ""}, {"email", "å@example.se", ""}, {"email", "A B <a@example.se>", "bad-email"}, {"email", "a at b", "bad-email"}, {"email", "mailto:a@example.se", "bad-email"},
		{"phone", "08-465 004 00", ""}, {"phone", "+46 8 465 004 00", ""}, {"phone", "(08) 465", ""}, {"phone", "växeln", "bad-phone"}, {"phone", "0", "bad-phone"},
		{"link", "https://example.se/", ""}, {"link", "/om/", ""}, {"link", "mailto:a@example.se", ""}, {"link", "tel:+468", ""}, {"link", "example.se", "bad-url"}, {"link", "//example.se", "bad-url"},
		{"link", "'javascript:alert(1)'", "bad-scheme"}, {"link", "'JAVASCRIPT:alert(1)'", "bad-scheme"}, {"link", "'https://a b/'", "bad-url"}, {"link", "ftp://a.se/", "bad-scheme"},
		{"place", "{street: A}", ""}, {"place", "{street: A, opens: 2026-01-01}", ""}, {"place", "{opens: 2026-01-01}", "missing-key"}, {"place", "{street: A, close: x}", "unknown-key"}, {"place", "A", "wrong-type"},
		{"days", "2026-01-01", ""}, {"days", "[2026-01-01, 2026-01-02]", ""}, {"days", "[2026-01-01, x]", "bad-date"}, {"days", "{a: b}", "wrong-type"},
	} {
		doc, found := newReader(t).Read("content/all/x.md", []byte("---\ntitle: T\n"+c.field+": "+c.value+"\n---\n"))
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		var got []string
		for _, line := range told(found) {
			got = append(got, line[len("3:1 "):])
		}
		for i := range got { // the place is not what this is about
			for got[i][0] >= '0' && got[i][0] <= '9' || got[i][0] == ' ' {
				got[i] = got[i][1:]
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s: %s", c.field, c.value, d)
		}
		if _, ok := doc.Field(c.field); ok == doc.Broken { // a warning takes nothing away
			t.Errorf("%s: %s: kept: %v", c.field, c.value, ok)
		}
	}
}

// The fields of a document stand in the order of the type.
func TestFieldOrder(t *testing.T) {
	doc := sound(t, "content/all/x.md", "days: 2026-01-01\ncount: 2\ntitle: T\nwords: a\n")
	var got []string
	for _, f := range doc.Fields {
		got = append(got, f.Name)
	}
	if d := cmp.Diff([]string{"words", "count", "days"}, got); d != "" {
		t.Error(d)
	}
}

// Where a collection allows it, keys that nobody knows are kept as they are, with what is in them.
func TestExtra(t *testing.T) {
	doc := sound(t, "content/any/x.md", "title: T\ntags: [a, 1]\nparams: {b: true, c: {d: e}}\nempty:\n")
	text := func(v model.Value) string { return v.Text }
	if len(doc.Extra) != 3 || doc.Extra[0].Name != "tags" || text(doc.Extra[0].Value.List[1]) != "1" || text(doc.Extra[1].Value.Map[1].Value.Map[0].Value) != "e" || doc.Extra[2].Value.Text != "" {
		t.Errorf("got %+v", doc.Extra)
	}
}

// Raw HTML is refused, or cleaned where the collection says so.
func TestHTML(t *testing.T) {
	_, found := newReader(t).Read("content/all/x.md", []byte("---\ntitle: T\n---\n<p>a</p>\n"))
	if d := cmp.Diff([]string{"4:1 raw-html"}, told(found)); d != "" {
		t.Error(d)
	}
	doc := sound(t, "content/any/x.md", "title: T\n---\n<p>a</p>\n\n")
	if doc.Body.Plain == "" {
		t.Error("nothing was kept")
	}
}

// A type that the theme lacks leaves nothing to read by, and is told of elsewhere.
func TestNoType(t *testing.T) {
	doc, found := newReader(t).Read("content/lost/x.md", []byte("---\nx\n"))
	if doc != nil || found != nil {
		t.Errorf("got %v, %q", doc, told(found))
	}
}
