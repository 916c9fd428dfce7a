package site_test

import (
	"testing"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// A site whose texts alone were written anew is the same graph with the new texts in it, and the old site keeps the old ones:
// somebody may be reading it. All else that can be done to a file is no mere rewriting.
func TestRewritten(t *testing.T) {
	const news = "content/news/2026-01-01-x.md"
	before := world{files: map[string]string{
		news: item("summary: Kort.", "\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Rubrik\n"), "content/people/p.md": item("\nOm p.\n"),
		"content/news/a.png": "x", "content/news/index.md": item("\nInledning.\n"),
		"content/news/2026-01-02-tvist.md": item("contacts: ingen", "\nOrd.\n"), "content/utkast.md": item("draft: true", "updated: 2026-12-01", "\nOrd.\n"),
	}}
	tests := []struct {
		name, file, text, now string
		same                  bool
	}{
		{name: "words", file: news, text: item("summary: Kort.", "\nEtt annat [p](../people/p.md) ord ![Å](a.png)\n\n## Rubrik\n"), same: true},
		{name: "lines", file: news, text: item("summary: Kort.", "\nNytt.\n\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Rubrik\n"), same: true},
		{name: "a listing's words", file: "content/news/index.md", text: item("\nNy inledning.\n"), same: true},
		{name: "a draft's words", file: "content/utkast.md", text: item("draft: true", "updated: 2026-12-01", "\nFler ord.\n"), same: true},
		{name: "a link", file: news, text: item("summary: Kort.", "\nEtt [p](../people/) ![Å](a.png)\n\n## Rubrik\n")},
		{name: "a link's place", file: news, text: item("summary: Kort.", "\n![Å](a.png) Ett [p](../people/p.md)\n\n## Rubrik\n")},
		{name: "a heading's anchor", file: news, text: item("summary: Kort.", "\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Annan\n")},
		{name: "a summary", file: news, text: item("summary: Längre.", "\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Rubrik\n"), same: true},
		{name: "a title", file: news, text: item("title: Nytt", "summary: Kort.", "\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Rubrik\n"), same: true},
		{name: "a title in a list by titles", file: "content/people/p.md", text: item("title: P", "\nOm p.\n")},
		{name: "a date", file: news, text: item("summary: Kort.", "date: 2026-01-03", "\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Rubrik\n")},
		{name: "a line that says nothing", file: news, text: item("summary: Kort.", "topics: []", "\nEtt [p](../people/p.md) ![Å](a.png)\n\n## Rubrik\n"), same: true},
		{name: "what was spoken of", file: "content/news/2026-01-02-tvist.md", text: item("contacts: ingen", "\nAndra ord.\n")},
		{name: "a new file", file: "content/ny.md", text: item("\nOrd.\n")},
		{name: "nothing, but it is later", now: "2026-11-30", same: true},
		{name: "nothing, but something has come to pass", now: "2026-12-01"},
		{name: "nothing, but it is earlier", now: "2026-11-22"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			req, _ := before.request(t)
			made := site.Keep(req)
			after := world{files: map[string]string{}, now: test.now}
			for name, text := range before.files {
				after.files[name] = text
			}
			if test.file != "" {
				after.files[test.file] = test.text
			}
			next, _ := after.request(t)
			for i, doc := range next.Documents { // what did not change is the very same document
				doc.Type = next.Types[doc.Type.Name]
				for _, was := range req.Documents {
					if was.Path == doc.Path {
						doc.Type = was.Type
						if test.file != doc.Path {
							next.Documents[i] = was
						}
					}
				}
			}
			got, ok := made.Rewritten(next.Documents, next.Now)
			if ok != test.same {
				t.Fatalf("merely rewritten: %v, want %v", ok, test.same)
			}
			if !ok || test.file == "" {
				return
			}
			want, _ := site.New(next)
			sameTexts(t, got, want)
			req.Now = next.Now
			old, _ := site.New(req)
			sameTexts(t, made.Site, old)
		})
	}
}

// sameTexts compares the texts of two sites and where they lead.
func sameTexts(t *testing.T, got, want *site.Site) {
	t.Helper()
	html := func(s *site.Site, it *site.Item) string {
		text, err := s.HTML(it, s.Body(it), func(u model.URL) string { return string(u) })
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if len(got.Items) != len(want.Items) {
		t.Fatalf("%d items, want %d", len(got.Items), len(want.Items))
	}
	for i, it := range want.Items {
		if g, w := html(got, got.Items[i]), html(want, it); g != w {
			t.Errorf("%s says %q, want %q", site.DocOf(it).Path, g, w)
		}
	}
	intro := func(s *site.Site) *site.Item {
		for _, p := range s.Pages {
			if p.URL == "/nyheter/" && p.Lang == locale.Swedish {
				return p.Listing.Intro
			}
		}
		return nil
	}
	if g, w := html(got, intro(got)), html(want, intro(want)); g != w {
		t.Errorf("the listing says %q, want %q", g, w)
	}
}
