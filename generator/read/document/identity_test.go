package document_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/read/document"
)

// A path tells the collection, the name, the language and the date, the same way for a file and for a folder.
func TestIdentify(t *testing.T) {
	type id struct {
		Collection, Name, Lang, Folder, Stem, Date string
		Owner, Listing                             bool
	}
	for path, want := range map[string]id{
		"content/index.md":                            {"", "", "sv", "content", "content", "", true, false},
		"content/index.en.md":                         {"", "", "en", "content", "content", "", true, false},
		"content/om.md":                               {"", "om", "sv", "content", "content/om", "", false, false},
		"content/om/index.md":                         {"", "om", "sv", "content/om", "content/om", "", true, false},
		"content/om/kontakt.en.md":                    {"", "om/kontakt", "en", "content/om", "content/om/kontakt", "", false, false},
		"content/om/kontakt/index.sv.md":              {"", "om/kontakt", "sv", "content/om/kontakt", "content/om/kontakt", "", true, false},
		"content/all/index.md":                        {"all", "index", "sv", "content/all", "content/all", "", false, true},
		"content/all/index.en.md":                     {"all", "index", "en", "content/all", "content/all", "", false, true},
		"content/all/x.md":                            {"all", "x", "sv", "content/all", "content/all/x", "", false, false},
		"content/all/x/index.en.md":                   {"all", "x", "en", "content/all/x", "content/all/x", "", true, false},
		"content/all/2012-05-16-x.md":                 {"all", "x", "sv", "content/all", "content/all/2012-05-16-x", "2012-05-16", false, false},
		"content/all/2012-05-16-x/index.md":           {"all", "x", "sv", "content/all/2012-05-16-x", "content/all/2012-05-16-x", "2012-05-16", true, false},
		"content/all/2012/05/2012-05-16-x.en.md":      {"all", "x", "en", "content/all/2012/05", "content/all/2012/05/2012-05-16-x", "2012-05-16", false, false},
		"content/all/2012-05-16.md":                   {"all", "2012-05-16", "sv", "content/all", "content/all/2012-05-16", "2012-05-16", false, false},
		"content/all/2012-05-x.md":                    {"all", "2012-05-x", "sv", "content/all", "content/all/2012-05-x", "", false, false},
		"content/all/v1.2.md":                         {"all", "v1.2", "sv", "content/all", "content/all/v1.2", "", false, false},
		"content/all/2026-01-01-A\u030astad.md":       {"all", "Åstad", "sv", "content/all", "content/all/2026-01-01-A\u030astad", "2026-01-01", false, false},
		"content/allt/x.md":                           {"", "allt/x", "sv", "content/allt", "content/allt/x", "", false, false},
		"content/all/sub/index.md":                    {"all", "sub", "sv", "content/all/sub", "content/all/sub", "", true, false},
		"content/om/2026-02-03-nytt.md":               {"", "om/nytt", "sv", "content/om", "content/om/2026-02-03-nytt", "2026-02-03", false, false},
		"content/all/2026-01-01-2026-01-02-double.md": {"all", "2026-01-02-double", "sv", "content/all", "content/all/2026-01-01-2026-01-02-double", "2026-01-01", false, false},
	} {
		got, found := newReader(t).Identify(path)
		if len(found) > 0 {
			t.Errorf("%s: found %q", path, told(found))
		}
		date := ""
		if got.FileDate.Set() {
			date = got.FileDate.Time.Format("2006-01-02")
		}
		if d := cmp.Diff(want, id{got.Collection, got.Name, string(got.Lang), got.Folder, got.Stem, date, got.Owner, got.Listing}); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

// A name that says what cannot be is told for the whole file.
func TestIdentifyFaults(t *testing.T) {
	for path, want := range map[string]string{
		"content/all/x.de.md": "1:1 undeclared-language", "content/all/2026-02-30-x.md": "1:1 bad-file-date", "content/om.fi.md": "1:1 undeclared-language",
		"content/all/2026-13-01-x/index.md": "1:1 bad-file-date",
	} {
		_, found := newReader(t).Identify(path)
		if d := cmp.Diff([]string{want}, told(found)); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

// Markdown below content/ is read, but for data and what is published as it is.
func TestIsDocument(t *testing.T) {
	for path, want := range map[string]bool{
		"content/a.md": true, "content/a/b/c.md": true, "content/data/a.md": false, "content/static/a.md": false, "content/a.txt": false, "content/a.MD": false,
		"themes/a.md": false, "content/data.md": true, "contents/a.md": false, "config.yaml": false,
	} {
		if got := document.IsDocument(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// Whether a name says its language makes a difference to links, which may name a version.
func TestLangPlain(t *testing.T) {
	for path, want := range map[string]bool{"content/a.md": true, "content/a.sv.md": false, "content/a.en.md": false, "content/a/index.md": true, "content/all/index.en.md": false} {
		if id, _ := newReader(t).Identify(path); id.LangPlain != want {
			t.Errorf("%s: %v", path, id.LangPlain)
		}
	}
}
