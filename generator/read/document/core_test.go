package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

func refNames(refs []model.Ref) (list []string) {
	for _, r := range refs {
		list = append(list, r.Name)
	}
	return list
}

// The keys that every type has are read as the documentation says.
func TestCoreKeys(t *testing.T) {
	doc := sound(t, "content/all/2026-01-02-x.md", `
title: 2026
date: 2026-02-03 07:05
updated: "2026-02-04"
expires: 2026-12-31
draft: false
slug: ett-2
aliases: [/gammal, /b/c.html]
summary: |
  Första
  raden.
topics: a
publisher: kommunen
contacts: [b, people/c]
authors:
  - d
image: {file: bild.jpg, alt: "", caption: C, credit: Foto}
attachments: [a.pdf, {file: b.pdf, title: B}]
related: [e]
points: [f]
case: KS 2012/0123
changes: {date: 2026-03-01, note: Rättat}
withdrawn: {date: 2026-04-01, reason: Fel}
review: {date: 2027-01-01, owner: Å}
pinned: 2026-05-01
silence: {lix: Citat}
typography: false
`)
	if doc.Title != "2026" || doc.Summary != "Första raden." || doc.Case != "KS 2012/0123" || doc.Slug != "ett-2" || doc.Typography || doc.Draft {
		t.Errorf("got %+v", doc.Core)
	}
	for name, m := range map[string]model.Moment{"2026-02-03 07:05 false": doc.Date, "2026-02-04 00:00 true": doc.Updated, "2026-12-31 00:00 true": doc.Expires, "2026-05-01 00:00 true": doc.Pinned, "2027-01-01 00:00 true": doc.Review.Date} {
		if got := m.Time.Format("2006-01-02 15:04 ") + map[bool]string{true: "true", false: "false"}[m.DateOnly]; got != name {
			t.Errorf("got %s, want %s", got, name)
		}
	}
	if d := cmp.Diff([]string{"/gammal/", "/b/c.html"}, []string{string(doc.Aliases[0].URL), string(doc.Aliases[1].URL)}); d != "" {
		t.Error(d)
	}
	got := [][]string{refNames(doc.Topics), {doc.Publisher.Name}, refNames(doc.Contacts), refNames(doc.Authors), refNames(doc.Related), refNames(doc.Points)}
	if d := cmp.Diff([][]string{{"a"}, {"kommunen"}, {"b", "people/c"}, {"d"}, {"e"}, {"f"}}, got); d != "" {
		t.Error(d)
	}
	if i := doc.Image; i.File != "bild.jpg" || *i.Alt != "" || i.Caption != "C" || i.Credit != "Foto" {
		t.Errorf("got %+v", i)
	}
	if a := doc.Attachments; len(a) != 2 || a[0].File != "a.pdf" || a[1].Title != "B" {
		t.Errorf("got %+v", a)
	}
	if len(doc.Changes) != 1 || doc.Changes[0].Note != "Rättat" || doc.Withdrawn.Reason != "Fel" || doc.Review.Owner != "Å" || doc.Silence[0] != (document.Silence{Rule: "lix", Reason: "Citat", Place: doc.Silence[0].Place}) {
		t.Errorf("got %+v", doc.Core)
	}
}

// A date in the file's name is the item's where its front matter has none.
func TestFileDate(t *testing.T) {
	for front, want := range map[string]string{"title: T\n": "2012-05-16", "title: T\ndate: 2013-01-01\n": "2013-01-01"} {
		if got := sound(t, "content/dated/2012-05-16-x.md", front).Date.Time.Format("2006-01-02"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	_, found := newReader(t).Read("content/dated/x.md", []byte("---\ntitle: T\n---\n"))
	if d := cmp.Diff([]string{"1:1 missing-key"}, told(found)); d != "" {
		t.Error(d)
	}
}

// An earlier URL is a path on the site; how it ends follows from whether it names a file.
func TestAliasForms(t *testing.T) {
	for text, want := range map[string]string{
		"/a": "/a/", "/a/": "/a/", "/a.html": "/a.html", "/a/b.c/": "/a/b.c/", "/%C3%A5": "/å/", "/A/B": "/A/B/", "/": "/", "//x": "", "a": "", "/a/../b": "", "/./a": "",
		"/a//b": "", "/a b": "", "/a%20b": "", "/a?b": "", "/a%00b": "", "/a\\b": "", "https://x.se/a": "", "/.htaccess": "", "/a/.b": "", "/%2e%2e/a": "", "/%zz": "", "/a\u202Eb": "",
	} {
		doc, found := newReader(t).Read("content/all/x.md", []byte("---\ntitle: T\naliases: ['"+text+"']\n---\n"))
		got := ""
		if len(doc.Aliases) > 0 {
			got = string(doc.Aliases[0].URL)
		}
		if got != want || (want == "") != (len(found) > 0) {
			t.Errorf("%s: %q, found %q", text, got, told(found))
		}
	}
}

// A draft is one however broken the rest of it is, and what is wrong with it is a warning.
func TestBrokenDrafts(t *testing.T) {
	for _, file := range []string{
		"---\ntitle: T: x\ndraft: true\n---\n", "---\ndraft: true\nx\n---\n", "---\ndraft: true # ännu\ntitle: [\n---\n", "---\ndraft:  true\n\ttitle: T\n---\n", "---\ndraft: true\ntitle: \x07\n---\n",
	} {
		doc, found := newReader(t).Read("content/all/x.md", []byte(file))
		if !doc.Draft || !doc.Broken || len(found) == 0 {
			t.Errorf("%q: draft %v, broken %v", file, doc.Draft, doc.Broken)
		}
		for _, f := range found {
			if !f.Unpublished || !strings.HasSuffix(told(found)[0], "warning") {
				t.Errorf("%q: %q", file, told(found))
			}
		}
	}
	if doc, _ := newReader(t).Read("content/all/x.md", []byte("---\ntitle: x\n---\ndraft: true\n")); doc.Draft {
		t.Error("a text made a draft of its item")
	}
}

// What is wrong with one element of a list takes nothing from the others.
func TestListsGoOn(t *testing.T) {
	doc, found := newReader(t).Read("content/all/x.md", []byte("---\ntitle: T\nchanges: [x, {date: 2026-01-01}, {date: 2026-01-02, note: N}]\naliases: [[a], b, /c]\nattachments: [{title: T}, a.pdf]\ntopics: [[a], '', b]\n---\n"))
	if len(doc.Changes) != 1 || len(doc.Aliases) != 1 || len(doc.Attachments) != 1 || len(doc.Topics) != 1 {
		t.Errorf("got %v, %v, %v, %v", doc.Changes, doc.Aliases, doc.Attachments, doc.Topics)
	}
	want := []string{"3:11 wrong-type", "3:14 missing-key", "4:11 wrong-type", "4:16 bad-alias", "5:15 missing-key", "6:10 wrong-type", "6:15 empty-text"}
	if d := cmp.Diff(want, told(found)); d != "" {
		t.Error(d)
	}
}

// An address that cannot be an earlier one is told with what may have been meant.
func TestAliasMends(t *testing.T) {
	for text, want := range map[string]string{"a": "/a", "https://example.se/a/": "/a/", "/a?b": "/a", "/a b": "like-listing-url", "//x.se": "like-listing-url", "/../a": "like-listing-url"} {
		_, found := newReader(t).Read("content/all/x.md", []byte("---\ntitle: T\naliases: '"+text+"'\n---\n"))
		if len(found) != 1 {
			t.Fatalf("%s: found %q", text, told(found))
		}
		if got := strings.Join(append(found[0].Hint.Args, string(found[0].Hint.Name))[:1], ""); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
