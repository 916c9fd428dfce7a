package browsertest

import (
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// choose is the fewest pages, or nearly, that together show everything that any page of the site shows: every layout in every
// language, every collection, every element and every class of the style sheet, the longest page and the one with the most links.
// A page that shows something new is thus tested without being named here.
func (s *published) choose(t *testing.T) []string {
	t.Helper()
	shows := map[string]map[string]bool{} // by page
	missing := map[string]bool{}
	for name, doc := range s.pages {
		shows[name] = traits(name, doc)
		maps.Copy(missing, shows[name])
	}
	for trait, name := range s.extremes() {
		shows[name][trait] = true
		missing[trait] = true
	}
	requireLayouts(t, missing)
	var chosen []string
	for len(missing) > 0 {
		best, most := "", 0
		for _, name := range slices.Sorted(maps.Keys(shows)) {
			fresh := 0
			for trait := range shows[name] {
				if missing[trait] {
					fresh++
				}
			}
			if fresh > most {
				best, most = name, fresh
			}
		}
		chosen = append(chosen, best)
		for trait := range shows[best] {
			delete(missing, trait)
		}
	}
	slices.Sort(chosen)
	return chosen
}

// traits are what a page shows.
func traits(name string, doc *goquery.Document) map[string]bool {
	lang := doc.Find("html").AttrOr("lang", "")
	layout, _ := strings.CutPrefix(doc.Find("body").AttrOr("class", ""), "is-")
	folder, _, _ := strings.Cut(strings.TrimPrefix(name, "/"), "/")
	shown := map[string]bool{"layout " + layout + " " + lang: true, "folder " + folder + " " + layout: true}
	doc.Find("body *").Each(func(_ int, e *goquery.Selection) {
		shown["element "+goquery.NodeName(e)] = true
		for class := range strings.FieldsSeq(e.AttrOr("class", "")) {
			shown["class "+class] = true
		}
		for _, attribute := range []string{"aria-current", "role", "lang", "colspan", "start"} {
			if value, has := e.Attr(attribute); has {
				shown[attribute+" "+value] = true
			}
		}
	})
	return shown
}

// extremes are the pages that have most of something.
func (s *published) extremes() map[string]string {
	most := map[string]string{}
	size := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		doc := s.pages[name]
		for trait, n := range map[string]int{
			"the longest text": len(doc.Find("main").Text()), "most links": doc.Find("a").Length(), "the longest heading": len(doc.Find("h1").Text()),
			"most columns": doc.Find("thead th").Length(),
		} {
			if n > size[trait] {
				most[trait], size[trait] = name, n
			}
		}
	}
	return most
}

// requireLayouts: each of the theme's layouts is shown by some page in the site's first language, but for the one that only leads
// elsewhere.
func requireLayouts(t *testing.T, shown map[string]bool) {
	t.Helper()
	files, err := os.ReadDir("../../themes/portal/layouts")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		layout := strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		if layout != "redirect" && !shown["layout "+layout+" sv"] {
			t.Errorf("no page shows the layout %s: what it looks like is not tested", layout)
		}
	}
}
