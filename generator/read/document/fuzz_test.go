package document_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"growthportal/generator/diag"
	"growthportal/generator/read/document"
)

// No bytes make reading panic; what is wrong is told of places in the file, the same when it is kept and given back; and
// nothing is wrong without being told.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"---\ntitle: T\n---\nText.\n", "\uFEFF---\r\ntitle: T\r\n---\r\n# A\r\n", "---\ntitle: T\ndraft: true\ndate: 2026-03-29 02:30\n---\n", "---\ntitle: [\n---\n",
		"---\ntext: |\n  [a](b) <c>\nplace: {street: A}\ndays: [2026-01-01]\nlevel: low\n---\n[x]: y\n[^1]\n", "———\n———\n", "---\n", "+++\n", "---\ntitle: \"\\x07\"\naliases: [/a, //b, '']\n---\n::: {lang=en}\n",
		"---\ntitle: T\nimage: {file: a.png, alt: ''}\nattachments: a\nchanges: {date: 2026-01-01, note: x}\nlink: javascript:x\nphone: 1\nemail: a@b\ncount: 1\n---\n| a |\n|--|\n| b | c |\n",
	} {
		f.Add("content/all/x.md", []byte(seed))
		f.Add("content/any/2026-01-01-x/index.en.md", []byte(seed))
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, path string, content []byte) {
		if !document.IsDocument(path) || len(path) > 200 || !utf8.ValidString(path) { // which scanning refuses
			t.Skip()
		}
		read := bytes.Clone(content)
		doc, found := r.Read(path, read)
		lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(content), "\r\n", "\n"), "\r", "\n"), "\n")
		for _, d := range found {
			if d.File != path || d.Line < 1 || d.Column < 1 || d.Line > len(lines)+1 || d.EndColumn != 0 && d.EndColumn < d.Column {
				t.Errorf("%s is told of %+v", d.Code, d.Place)
			}
		}
		if doc == nil {
			return
		}
		if !doc.Broken && doc.Title == "" || doc.Broken && len(found) == 0 {
			t.Errorf("broken %v, title %q, found %q", doc.Broken, doc.Title, told(found))
		}
		head, text := document.Encode(doc, found)
		clear(read) // whose memory is used again
		back, again, err := r.Decode(head)
		if err == nil && text != nil {
			back.Body, err = document.DecodeText(back.Body, text)
		}
		if err != nil {
			t.Fatal(err)
		}
		back.Body.Plain = doc.Body.Plain // which is not kept
		if d := cmp.Diff(doc, back, same()) + cmp.Diff(found, again, cmpopts.EquateEmpty(), cmp.AllowUnexported(diag.Diagnostic{})); d != "" {
			t.Error(d)
		}
	})
}
