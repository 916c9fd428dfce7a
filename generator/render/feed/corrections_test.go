package feed_test

import (
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"growthportal/generator/output"
	"growthportal/generator/render/feed"
	"growthportal/generator/render/rendertest"
)

func feeds(t *testing.T) func(*rendertest.World) map[string]string {
	return rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return feed.Recipes(m.Site, "growthportal test") },
	}.Maker(t)
}

func parse(t *testing.T, text string) *gofeed.Feed {
	t.Helper()
	f, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	return f
}

// Whoever follows corrections is told of each of them once, when it was made, with what it is and where it leads; of two
// at one moment each has an id of its own, that stays when others come.
func TestCorrections(t *testing.T) {
	files := feeds(t)
	w := rendertest.Corpus()
	before := parse(t, files(w)["rattelser/atom.xml"])
	w.Files["content/om.md"] = "---\ntitle: Om\nchanges: [{date: 2026-11-20, note: Ett & <två>}, {date: 2026-11-20, note: Tre}]\n---\n"
	f := parse(t, files(w)["rattelser/atom.xml"])
	var titles []string
	ids := map[string]bool{}
	for _, e := range f.Items {
		titles = append(titles, e.Title+" "+e.Published[:10])
		ids[e.GUID] = true
		if e.Updated != e.Published || e.Content == "" {
			t.Errorf("%+v", e)
		}
	}
	want := "Rättat: Om 2026-11-20, Rättat: Om 2026-11-20, Rättat: Stor nyhet 2026-11-12, Återkallat: Nyhet 2 2026-03-01"
	if got := strings.Join(titles, ", "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if len(ids) != 4 {
		t.Errorf("%d ids for four corrections", len(ids))
	}
	for _, e := range before.Items {
		if !ids[e.GUID] {
			t.Errorf("the id %s has changed", e.GUID)
		}
	}
	if c := f.Items[0].Content; !strings.Contains(c, "Ett &amp; &lt;två&gt;") {
		t.Errorf("the note is %q", c)
	}
	if en := parse(t, files(w)["en/corrections/atom.xml"]); len(en.Items) != 0 || en.Title != "Corrections – The portal" {
		t.Errorf("%+v", en)
	}
}

// A change that is noted is a revision to everybody who follows the text itself.
func TestChangesAreRevisions(t *testing.T) {
	w := rendertest.Corpus()
	const name = "content/press/2026-11-10-stor/index.md"
	w.Files[name] = strings.Replace(w.Files[name], "2026-11-12, note", "2026-11-13 09:30, note", 1)
	for _, e := range parse(t, feeds(t)(w)["atom.xml"]).Items {
		if e.Title == "Stor nyhet" && e.Updated != "2026-11-13T09:30:00+01:00" {
			t.Errorf("updated %s", e.Updated)
		}
	}
}
