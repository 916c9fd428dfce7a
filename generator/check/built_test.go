package check

import "testing"

// What somebody else has made and is published as it is, such as a page that proves whose the site is, is let pass: it is held to
// nothing. What a text has become is looked at.
func TestTakeLetsForeignFilesPass(t *testing.T) {
	b := &Built{}
	b.Take("google123.html", "content/static/google123.html", []byte("google-site-verification: x"))
	b.Take("figures.json", "content/press/a/figures.json", []byte("{"))
	if len(b.all()) != 0 || len(b.feeds) != 0 {
		t.Errorf("%d pages, %v", len(b.all()), b.feeds)
	}
	b.Take("a/index.html", "content/a.md", []byte("<p>x"))
	b.Take("atom.xml", "feed", []byte("<feed>"))
	if len(b.all()) != 1 || len(b.feeds) != 1 {
		t.Errorf("%d pages, %v", len(b.all()), b.feeds)
	}
}
