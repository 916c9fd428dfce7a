package main_test

import (
	"encoding/json"
	"os"
	"path"
	"strings"
	"testing"
)

// The portal of a second municipality, made from the documentation alone, is built without a remark: other collections, a
// theme of its own that extends portal, a type of its own with its layout.
func TestExample(t *testing.T) {
	source := t.TempDir()
	if err := os.CopyFS(source, os.DirFS("testdata/example")); err != nil {
		t.Fatal(err)
	}
	buildQuietly(t, source)
	p := publish(t, source, "https://vaxer.hedvallen.example.se/")
	t.Run("own type", p.checkExampleType)
	t.Run("own part and words", p.checkExampleTheme)
	t.Run("pages", p.checkPages)
	t.Run("languages", p.checkLanguages)
	t.Run("links", p.checkLinks)
	t.Run("assets", p.checkAssets)
	t.Run("validator", p.checkValid)
}

// checkExampleType: the page of a type of its own shows its fields with their labels in the page's language, and tells
// machines of a place, and not of a text about one.
func (p *portal) checkExampleType(t *testing.T) {
	for name, want := range map[string][]string{
		"ledig-mark/banvallen-3/index.html":       {"Yta (m²)", "8400", "Verkstad eller lager", "Vatten och avlopp", "Ja", "Banvallen 4"},
		"en/land-for-sale/banvallen-3/index.html": {"Area (m²)", "8400", "Workshop or warehouse", "Water and sewage", "Yes"},
	} {
		page := p.pages[name]
		if page == nil {
			t.Fatalf("there is no %s", name)
		}
		text := page.Find("main").Text()
		for _, words := range want {
			if !strings.Contains(text, words) {
				t.Errorf("%s does not say %q", name, words)
			}
		}
		var thing map[string]any
		if err := json.Unmarshal([]byte(page.Find(`script[type="application/ld+json"]`).First().Text()), &thing); err != nil {
			t.Fatal(err)
		}
		if thing["@type"] != "Place" || thing["address"] != "Banvägen 7, Hedvallen" || thing["headline"] != nil || thing["author"] != nil {
			t.Errorf("%s tells machines %v", name, thing)
		}
	}
}

// checkExampleTheme: the part that the theme has itself stands in portal's frame, with the theme's own words.
func (p *portal) checkExampleTheme(t *testing.T) {
	home := p.pages["index.html"]
	if got := home.Find("#part_companies").Text(); got != "Mark att köpa" {
		t.Errorf("the way in for companies is called %q", got)
	}
	if n := home.Find(`section[aria-labelledby="part_companies"] li`).Length(); n != 3 {
		t.Errorf("%d plots on the front page", n)
	}
	if home.Find("#part_news").Length() != 1 || home.Find("footer").Length() != 1 {
		t.Error("portal's own parts are gone")
	}
	style := ""
	for name, content := range p.files {
		if path.Ext(name) == ".css" {
			style += string(content)
		}
	}
	if !strings.Contains(style, "--brand-primary:#7a1f3d") {
		t.Error("the style sheet has not the municipality's colour")
	}
}
