package document_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Front matter stands between two lines of three hyphens. A byte order mark, CRLF and spaces after a fence are accepted;
// what people write in place of a fence is told as such.
func TestFences(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string // nil: title T, and a text on line 4
	}{
		{"plain", "---\ntitle: T\n---\nText.\n", nil},
		{"a byte order mark", "\uFEFF---\ntitle: T\n---\nText.\n", nil},
		{"CRLF", "---\r\ntitle: T\r\n---\r\nText.\r\n", nil},
		{"CR alone", "---\rtitle: T\r---\rText.\r", nil},
		{"spaces and tabs after a fence", "---  \ntitle: T\n---\t \nText.\n", nil},
		{"no line end at the end", "---\ntitle: T\n---\nText.", nil},
		{"a rule in the text", "---\ntitle: T\n---\nText.\n\n---\n", nil},
		{"a fence in a block of the front matter ends it", "---\ntitle: T\nsummary: |\n  a\n---\nb\n", nil},
		{"nothing", "", []string{"1:1 empty-file"}},
		{"blank lines alone", "\n \n\t\n", []string{"1:1 empty-file"}},
		{"a mark alone", "\uFEFF", []string{"1:1 empty-file"}},
		{"no fence", "# Rubrik\n", []string{"1:1 no-front-matter"}},
		{"settings without fence", "title: T\n---\nText.\n", []string{"1:1 no-front-matter"}},
		{"an indented fence", " ---\ntitle: T\n---\n", []string{"1:1 bad-fence"}},
		{"blank lines before it", "\n\n---\ntitle: T\n---\n", []string{"1:1 blank-before-fence"}},
		{"no second one", "---\ntitle: T\n", []string{"1:1 unclosed-front-matter"}},
		{"four hyphens at the end", "---\ntitle: T\n----\n", []string{"1:1 unclosed-front-matter"}},
		{"no second one, in a draft", "---\ntitle: T\ndraft: true\n", []string{"1:1 unclosed-front-matter warning"}},
		{"no first one, in a draft", "title: T\ndraft: true\n---\n", []string{"1:1 no-front-matter warning"}},
		{"em dashes", "———\ntitle: T\n———\n", []string{"1:1 bad-fence"}},
		{"en dashes, after a blank line", "\n–––\ntitle: T\n–––\n", []string{"2:1 bad-fence"}},
		{"TOML", "+++\ntitle = 1\n+++\n", []string{"1:1 bad-fence"}},
		{"semicolons", ";;;\n{}\n;;;\n", []string{"1:1 bad-fence"}},
		{"two hyphens", "--\ntitle: T\n--\n", []string{"1:1 bad-fence"}},
		{"asterisks", "***\ntitle: T\n***\n", []string{"1:1 bad-fence"}},
	} {
		doc, found := newReader(t).Read("content/all/x.md", []byte(c.file))
		if d := cmp.Diff(c.want, told(found)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if c.want == nil && (doc.Title != "T" || doc.Body.Plain == "" || doc.Broken) {
			t.Errorf("%s: title %q, text %q", c.name, doc.Title, doc.Body.Plain)
		}
		if c.want != nil && !doc.Broken {
			t.Errorf("%s: taken for sound", c.name)
		}
	}
}

// Places count lines of the file and characters of the line, whatever stands before.
func TestPlaces(t *testing.T) {
	doc, found := newReader(t).Read("content/all/x.md", []byte("\uFEFF---\r\ntitle: Å\r\ncount: åäö\r\n---\r\n\r\nÅ [x]().\r\n"))
	if d := cmp.Diff([]string{"3:8 bad-number", "6:3 empty-link"}, told(found)); d != "" {
		t.Error(d)
	}
	if p := doc.TitlePlace; p.Line != 2 || p.Column != 8 || p.EndColumn != 9 {
		t.Errorf("the title stands at %+v", p)
	}
}

// A place in a field's text is told as the place in the file.
func TestPlacesInFields(t *testing.T) {
	for front, want := range map[string]string{
		"text: '<b>a</b>'": "3:8 raw-html", "text: a <b>a</b>": "3:9 raw-html", "text: \"å <b>a</b>\"": "3:10 raw-html", "text: |\n  a\n\n  å <b>b</b>": "6:5 raw-html",
		"text: |-\n\n     <b>b</b>": "5:6 raw-html", "text: >\n  a\n  <b>b</b>": "3:7 raw-html", "text: \"\\u00e5 <b>\"": "3:7 raw-html", "text: 'a\n  b <b>'": "3:7 raw-html",
	} {
		_, found := newReader(t).Read("content/all/x.md", []byte("---\ntitle: T\n"+front+"\n---\n"))
		if d := cmp.Diff([]string{want}, told(found)[:1]); d != "" {
			t.Errorf("%s: %s", front, d)
		}
	}
}
