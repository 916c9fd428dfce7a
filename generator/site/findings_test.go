package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/site"
)

// What is wrong between items is told of the one at fault, once, and of nothing else: as an error for what is published
// or will be, as a warning for drafts and what has come down.
func TestFindings(t *testing.T) {
	const n = "content/news/"
	for _, c := range []struct {
		name   string
		config string
		files  map[string]string
		want   []string
	}{
		{"two items at one place", "", map[string]string{n + "2026-01-01-x.md": item(), n + "2026-01-02-x.md": item()}, []string{n + "2026-01-02-x.md url-collision"}},
		{"and in another year there are two places", "", map[string]string{n + "2025-01-01-x.md": item(), n + "2026-01-02-x.md": item()}, nil},
		{"and in another language", "", map[string]string{n + "2026-01-01-x.md": item(), n + "2026-01-02-x.en.md": item()}, nil},
		{"an item and a draft", "", map[string]string{n + "2026-01-01-x.md": item("draft: true"), n + "2026-01-02-x.md": item()}, []string{n + "2026-01-01-x.md url-collision warning"}},
		{"an item and one that has come down", "", map[string]string{n + "2026-01-01-x.md": item("expires: 2026-02-01"), n + "2026-01-02-x.md": item()}, []string{n + "2026-01-02-x.md url-collision"}},
		{"a page and a listing", "", map[string]string{"content/nyheter.md": item()}, []string{"content/nyheter.md url-collision"}},
		{"a page and a year", "", map[string]string{n + "2026-01-01-x.md": item(), "content/nyheter/2026.md": item()}, []string{"content/nyheter/2026.md url-collision"}},
		{"a page and a year that will be", "", map[string]string{n + "2027-01-01-x.md": item(), "content/nyheter/2027.md": item()}, []string{"content/nyheter/2027.md url-collision"}},
		{"a page and a year of an order of its own", "", map[string]string{"content/people/p.md": item("date: 2027-01-01"), "content/folk/2027.md": item()}, nil},
		{"a page and a draft's year", "", map[string]string{n + "2024-01-01-x.md": item("draft: true"), "content/nyheter/2024.md": item()}, nil},
		{"a page and a static file", "", map[string]string{"content/om.md": item(), "content/static/om/index.html": "x"}, []string{"content/static/om/index.html url-collision"}},
		{"a page and a static file of the name of its folder", "", map[string]string{"content/om.md": item(), "content/static/om": "x"}, []string{"content/static/om url-collision"}},
		{"a static file below a page", "", map[string]string{"content/om.md": item(), "content/static/om/x.txt": "x"}, nil},
		{"a static file and one of ours", "", map[string]string{"content/static/robots.txt": "x", "content/static/nyheter/atom.xml": "x", "content/static/assets/x.css": "x"}, []string{
			"content/static/assets/x.css url-collision", "content/static/nyheter/atom.xml url-collision", "content/static/robots.txt url-collision",
		}},
		{"aliases on what is there", "", map[string]string{"content/om.md": item("aliases: [/, /en/, /nyheter/, /404.html, /assets/x, /om/]")}, []string{
			"content/om.md alias-collision", "content/om.md alias-collision", "content/om.md alias-collision", "content/om.md alias-collision", "content/om.md alias-collision", "content/om.md bad-alias-target",
		}},
		{"an alias below a file", "", map[string]string{"content/static/fil.txt": "x", "content/om.md": item("aliases: /fil.txt/x/")}, []string{"content/om.md alias-collision"}},
		{"one alias of two", "", map[string]string{"content/a.md": item("aliases: /x/"), "content/b.md": item("aliases: /x")}, []string{"content/b.md alias-collision"}},
		{"one alias of an item and a draft", "", map[string]string{"content/a.md": item("draft: true", "aliases: /x/"), "content/b.md": item("aliases: /x")}, nil},
		{"one alias of two versions", "", map[string]string{"content/a.md": item("aliases: /x/"), "content/a.en.md": item("aliases: /x/")}, []string{"content/a.md alias-collision"}},
		{"an alias of what has no page", "", map[string]string{"content/bodies/b.md": item("aliases: /x/")}, []string{"content/bodies/b.md no-page"}},
		{"a period twice", "", map[string]string{"content/letters/a.md": item("period: 2026-01"), "content/letters/b.md": item("period: 2026-01"), "content/letters/a.en.md": item("period: 2026-01")}, []string{"content/letters/b.md doubled-period"}},
		{"a period twice, later", "", map[string]string{"content/letters/a.md": item("period: 2026-01"), "content/letters/b.md": item("period: 2026-01", "date: 2027-01-01")}, []string{"content/letters/b.md doubled-period"}},

		{"references to nothing", subjects, map[string]string{n + "2026-01-01-x.md": item("topics: a", "contacts: b", "authors: c", "related: d", "points: e", "publisher: f", "taking: g")}, []string{
			n + "2026-01-01-x.md missing-reference", n + "2026-01-01-x.md missing-reference", n + "2026-01-01-x.md missing-reference", n + "2026-01-01-x.md missing-reference",
			n + "2026-01-01-x.md missing-reference", n + "2026-01-01-x.md missing-reference", n + "2026-01-01-x.md missing-reference",
		}},
		{"references of a draft to nothing", "", map[string]string{n + "2026-01-01-x.md": item("draft: true", "contacts: b")}, []string{n + "2026-01-01-x.md missing-reference warning"}},
		{"a draft is no rival", "", map[string]string{"content/people/p.md": item(), "content/aims/p.md": item("number: 1", "draft: true"), n + "2026-01-01-x.md": item("related: p")}, nil},
		{"what has come down is no rival", "", map[string]string{"content/people/p.md": item(), "content/aims/p.md": item("number: 1", "expires: 2026-01-01"), n + "2026-01-01-x.md": item("related: p")}, nil},
		{"a reference to itself and back", "", map[string]string{n + "2026-01-01-x.md": item("related: [x, y]"), n + "2026-01-01-y.md": item("related: x")}, nil},
		{"a version is enough", "", map[string]string{"content/people/p.md": item("draft: true"), "content/people/p.en.md": item(), n + "2026-01-01-x.md": item("contacts: p")}, nil},
		{"at the same instant", "", map[string]string{n + "2027-01-01-x.md": item("related: y"), n + "2027-01-01-y.md": item("related: x")}, nil},
		{"at different instants", "", map[string]string{n + "2027-01-01-x.md": item("related: y"), n + "2027-01-02-y.md": item("related: x")}, []string{n + "2027-01-01-x.md unpublished-reference"}},
		{"a draft may lead to what comes later", "", map[string]string{n + "2026-01-01-x.md": item("draft: true", "related: y"), n + "2027-01-02-y.md": item()}, []string{n + "2026-01-01-x.md unpublished-reference warning"}},
		{"the site's publisher", "publisher: nobody\n", nil, []string{"config.yaml missing-reference"}},

		{"links to nothing", "", map[string]string{"content/om.md": item("\n[a](x.md) [b](/x/) [c](/y/) [d](#z) [e](x.pdf) ![f](x.png)\n")}, []string{
			"content/om.md broken-link", "content/om.md broken-link", "content/om.md broken-link", "content/om.md broken-anchor", "content/om.md missing-file", "content/om.md missing-file",
		}},
		{"links to what will be", "", map[string]string{n + "2027-01-01-x.md": item(), "content/om.md": item("\n[a](news/2027-01-01-x.md) [b](/nyheter/2027/x/) [c](/nyheter/2027/)\n")}, []string{
			"content/om.md unpublished-reference", "content/om.md unpublished-reference",
		}},
		{"a heading of what has come down", "", map[string]string{n + "2026-01-01-x.md": item("expires: 2026-02-01", "\n## A\n"), "content/om.md": item("\n[a](news/2026-01-01-x.md#b)\n")}, nil},
		{"a heading of another version", "", map[string]string{"content/om.md": item("\n## Tider\n"), "content/om.en.md": item("\n## Times\n\n[a](#times) [b](om.md#times) [c](om.md#tider)\n")}, []string{"content/om.en.md broken-anchor"}},
		{"the file of a draft", "", map[string]string{"content/a/index.md": item("draft: true", "attachments: x.pdf"), "content/a/x.pdf": "x", "content/b.md": item("attachments: a/x.pdf")}, []string{"content/b.md unpublished-reference"}},
		{"the file of another item", "", map[string]string{"content/a/index.md": item(), "content/a/x.pdf": "x", "content/b.md": item("attachments: a/x.pdf")}, nil},
		{"a file that nothing names", "", map[string]string{"content/a/index.md": item(), "content/a/x.pdf": "x"}, []string{"content/a/x.pdf unused-file warning"}},
		{"a picture that is none", "", map[string]string{"content/a/index.md": item("image: {file: x.pdf, alt: ''}"), "content/a/x.pdf": "x"}, []string{"content/a/index.md not-an-image"}},
		{"files outside the content", "", map[string]string{"content/a.md": item("attachments: [../config.yaml, ../../x.pdf]"), "config.yaml": "x"}, []string{"config.yaml unused-file warning", "content/a.md missing-file", "content/a.md missing-file"}},
		{"names of no address", "", map[string]string{"content/!.md": item(), n + "2026-01-01-;.md": item(), "content/a/index.md": item("attachments: '!.pdf'"), "content/a/!.pdf": "x"}, []string{
			"content/!.md no-slug", "content/a/index.md no-slug", n + "2026-01-01-;.md no-slug",
		}},
		{"menu", "menu:\n  - {page: nes}\n  - {page: bodies}\n  - {page: om}\n  - {title: X, href: /x/}\n", map[string]string{"content/om.md": item("draft: true")}, []string{
			"config.yaml missing-reference", "config.yaml no-page", "config.yaml unpublished-reference", "config.yaml broken-link",
		}},
		{"two files of one version", "", map[string]string{"content/om.md": item(), "content/om.sv.md": item(), "content/om/index.md": item(), n + "index.md": item(), n + "index.sv.md": item()}, []string{
			n + "index.sv.md two-languages", "content/om.sv.md two-languages", "content/om/index.md two-languages",
		}},
		{"free topics", "topics: free\n", map[string]string{n + "2026-01-01-x.md": item("topics: ['!', A, a]")}, []string{n + "2026-01-01-x.md no-slug"}},
	} {
		m := world{config: c.config, files: c.files}.make(t)
		if d := cmp.Diff(c.want, m.codes()); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// Of two that claim one place the one that comes first by path has it, and a draft never.
func TestWhoStands(t *testing.T) {
	m := world{files: map[string]string{"content/news/2026-01-01-x.md": item("title: A", "draft: true"), "content/news/2026-01-02-x.md": item("title: B"), "content/news/2026-01-03-x.md": item("title: C")}}.make(t)
	if got := site.DocOf(m.at("/nyheter/2026/x/").Item).Title; got != "B" || len(m.at("/nyheter/").Listing.Items) != 1 {
		t.Errorf("%s stands there, and %v are listed", got, names(m.at("/nyheter/").Listing.Items))
	}
}
