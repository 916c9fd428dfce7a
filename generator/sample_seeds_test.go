package main

import (
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"growthportal/generator/read/yaml"
)

// The portal is modelled on two real documents of Swedish municipalities: a press release of 2012 and a chief executive's
// report of 2008. Both were messy, and the sample tells them anew. What was hard in them must come out right.

// The press release: what a newsroom service had got wrong, and what is asked of a portal.
func TestSamplePressRelease(t *testing.T) {
	const headline = "Alingsås gör om sitt ledningskontor och samlar arbetet med näringsliv och tillväxt i en avdelning"
	if n := len([]rune(headline)); n != 97 {
		t.Fatalf("the headline has %d characters, the model's had 97", n)
	}
	checkSights(t, []sampleSight{
		{"skip link in the page's language", sampleAlingsas, `a.skip[href="#main_content"]`, "Till innehållet", false},
		{"skip link in English", "en/", `a.skip[href="#main_content"]`, "Skip to the content", false},
		{"long headline: title", sampleAlingsas, "title", headline + " – Tillväxtportalen", false},
		{"long headline: heading", sampleAlingsas, "h1", headline, false},
		{"long headline: list", "pressmeddelanden/2012/", ".row-title a", headline, false},
		{"long headline: card", sampleAlingsas, `meta[property="og:title"][content="` + headline + `"]`, "", false},
		{"long headline: slug", sampleAlingsas, `link[rel="canonical"][href$="/2012/alingsas-ledningskontor/"]`, "", false},
		{"kind, with the way to the others", sampleAlingsas, `.crumbs a[href="/pressmeddelanden/"]`, "Pressmeddelanden", false},
		{"instant, with its zone", sampleAlingsas, `time[datetime="2012-05-16T16:30:00+02:00"]`, "16~maj 2012 kl.~16.30", false},
		{"instant in English", "en/press-releases/2012/alingsas-executive-office/", `time[datetime="2012-05-16T16:30:00+02:00"]`, "16~May 2012", false},
		{"lead", sampleAlingsas, "p.lead", "En ny avdelning ska arbeta", false},
		{"lead stands apart", sampleAlingsas, ".text", "En ny avdelning ska arbeta med", true},
		{"speech is a paragraph of its own kind", sampleFactory, "p.speech", "–~Vi räknade på tre orter.", false},
		{"speech is no list", sampleFactory, "li", "Vi räknade på tre orter", true},
		{"speaker and role stand in the clause", sampleFactory, "p.speech", "säger Elis Granvarg, vd.", false},
		{"speech with another verb", "pressmeddelanden/2026/29500-sag-ljuset/", "p.speech", "minns Wilma Trossell", false},
		{"speech in English has marks", "en/press-releases/2025/brunna-mekaniska-expands/", ".text p", "“We did our sums for three towns.", false},
		{"what real people said is told indirectly", sampleAlingsas, ".speech", "", true},
		{"people with roles", sampleAlingsas, ".contact", "Susanne Öström Kommundirektör", false},
		{"people: who was what", sampleAlingsas, "table", "Ekonomichef på ledningskontoret", false},
		{"people: pages", "personer/kjell-hult/", ".fields", "Utvecklingschef", false},
		{"topics", sampleAlingsas, `a[href="/amnen/upphandling/"]`, "Upphandling", false},
		{"imprecise date in a text", sampleAlingsas, ".text", "hösten 2012", false},
		{"footnote", sampleAlingsas, `sup a[role="doc-noteref"]`, "1", false},
		{"footnote: the way back", sampleAlingsas, `section[role="doc-endnotes"] a[role="doc-backlink"]`, "", false},
		{"boilerplate", sampleAlingsas, "section[aria-labelledby=part_about] h2", "Om Alingsås kommun", false},
		{"numbers hold together", sampleAlingsas, "section[aria-labelledby=part_about]", "70~000 besökare", false},
		{"numbers and units", sampleAlingsas, "section[aria-labelledby=part_about]", "fem~mil", false},
		{"suspended hyphens", sampleAlingsas, "section[aria-labelledby=part_about]", "1700- och 1800-talen", false},
		{"quotation marks", sampleAlingsas, "section[aria-labelledby=part_about]", "”Kaféstaden”", false},
		{"no straight quotation marks", sampleAlingsas, "main", `"`, true},
		{"words in English", sampleAlingsas, `span[lang="en"]`, "Lights in Alingsås", false},
		{"no comments, no form", sampleAlingsas, "form", "", true},
		{"a way to respond", sampleFactory, "[aria-labelledby=part_respond] p", "allmän handling", false},
		{"contact, image", sampleFactory, ".contact, figure", "", false},
		{"attachment", samplePlots, ".files", "PDF", false},
		{"case number", sampleFactory, ".facts", "KS 2025/0035", false},
		{"language", sampleAlingsas, `html[lang="sv"]`, "", false},
	})
}

// sampleFactory is a release by the invented municipality, in which an invented person speaks.
const sampleFactory = "pressmeddelanden/2025/brunna-mekaniska-bygger-ut/"

// The chief's report: seven points torn apart, abbreviations, promises, annexes that were only spoken of.
func TestSampleChiefReport(t *testing.T) {
	checkSights(t, []sampleSight{
		{"the body that it is addressed to", sampleTyreso, ".facts", "TillKommunstyrelsen", false},
		{"a period, precise to the month", sampleTyreso, ".facts", "Periodseptember 2008", false},
		{"next in the series", sampleTyreso, ".ways", "första kvartalet 2023", false},
		{"previous in the series", "rapporter/2023-q1/", ".ways", "Kommunchefens rapport september", false},
		{"one person, two roles", sampleTyreso, ".contact", "Vd för Tyresöbostäder AB Näringslivschef", false},
		{"hours and place on the card", sampleTyreso, ".contact", "En dag i veckan Plan 6 i kommunhuset", false},
		{"two roles on the person's page", "personer/bjorn-andersson/", ".fields li", "Näringslivschef", false},
		{"reference to a decision", "strategi/vilja/", ".facts", "Kommunfullmäktige i Älvbrunna den~25~mars 2019, §~34", false},
		{"seven points, a real list", sampleTyreso, ".text ol li:nth-of-type(7)", "Service, bemötande", false},
		{"abbreviations as written", sampleTyreso, ".text", "t~ex när den väljer", false},
		{"abbreviations: bl a", sampleTyreso, ".text", "bl~a två", false},
		{"quotation marks inside a sentence", sampleTyreso, ".text", "ett slags ”regeringsfråga”", false},
		{"byline on top", sampleTyreso, ".facts a[href='/personer/staffan-isling/']", "Staffan Isling", false},
		{"signature below", sampleTyreso, ".text ~ .signature", "Staffan Isling", false},
		{"first person, by an invented chief", "rapporter/2026-q3/", ".text", "Jag visste i juni", false},
		{"annexes", sampleTyreso, ".files li:nth-of-type(2)", "Projekt om ärenden och dokument (PDF, ", false},
		{"annexes are spoken of", sampleTyreso, ".text", "två bilagor", false},
		{"event: the exercise", "kalender/krisovning-tyreso-2008/", ".occasion", "18~september 2008", false},
		{"event: the council", "kalender/krishanteringsrad-tyreso-2008/", ".occasion", "24~september 2008", false},
		{"event: its next meeting", "kalender/krishanteringsrad-tyreso-2008/", ".text", "i januari", false},
		{"money", sampleTyreso, ".text", "600~mkr", false},
		{"per cent", sampleTyreso, ".text", "20~%", false},
		{"day and month", sampleTyreso, ".text", "Den~18~september", false},
		{"span of years", sampleTyreso, "h2", "2009–2011", false},
		{"commitments: what", sampleTyreso, "table", "Utvärdering av krisövningen Kommunstyrelsen", false},
		{"commitments: by when", sampleTyreso, "table", "Före årsskiftet", false},
		{"commitments: what became of them", "rapporter/2026-q3/", "table", "Öppna data 31~augusti 2026 Infriat", false},
		{"commitments: broken", "rapporter/2026-q3/", "table", "Brutet", false},
		{"two items, a real list", sampleTyreso, ".text ul li", "ordförande i styrgruppen", false},
		{"places and partners", sampleTyreso, ".text", "Tyresö, Huddinge och Botkyrka har besökt vänorten Borgå", false},
		{"headings", sampleTyreso, ".text h2[id]", "Södertörn", false},
		{"headings make a table of contents", sampleTyreso, ".contents a[href='#sodertorn']", "Södertörn", false},
		{"exact date", sampleTyreso, `time[datetime="2008-09-30"]`, "30~september 2008", false},
	})
}

// Each of the seven points has a permanent address, its number, and a list of the items that name it.
func TestSampleSevenPoints(t *testing.T) {
	points := []string{"vilja", "kunskap", "grannar", "ledning", "dialog", "natverk", "myndighet"}
	english := []string{"direction", "knowledge", "neighbours", "leadership", "dialogue", "networks", "authority"}
	for i, point := range points {
		page := sample(t).page(t, "strategi/"+point+"/")
		if got, want := sampleWords(page.Find(".kind").Text()), "Punkt "+string(rune('1'+i)); got != want {
			t.Errorf("%s: %q, want %q", point, got, want)
		}
		gathered := page.Find("section[aria-labelledby=part_gathered] .row-title a")
		if gathered.Length() < 5 {
			t.Errorf("%s: %d items name it", point, gathered.Length())
		}
		for _, item := range []string{"/rapporter/2008-09/", "/pressmeddelanden/2019/sju-punkter/"} {
			if gathered.Filter(`[href="`+item+`"]`).Length() != 1 {
				t.Errorf("%s: %s is not there", point, item)
			}
			if sample(t).page(t, item[1:]).Find(`a[href="/strategi/`+point+`/"]`).Length() == 0 {
				t.Errorf("%s: no link to the point %s", item, point)
			}
		}
		sample(t).file(t, "en/strategy/"+english[i]+"/")
	}
	rows := sample(t).page(t, "strategi/").Find(".row-title a").Map(func(_ int, a *goquery.Selection) string {
		return strings.TrimSuffix(strings.TrimPrefix(a.AttrOr("href", ""), "/strategi/"), "/")
	})
	if strings.Join(rows, " ") != strings.Join(points, " ") {
		t.Errorf("listed as %v", rows)
	}
}

// Real publishers' items are marked as retold, and hold no contact details of theirs.
func TestSampleRealPublishers(t *testing.T) {
	for publisher, items := range map[string][]string{
		"Alingsås": {sampleAlingsas, "avsandare/alingsas/"},
		"Tyresö":   {"avsandare/tyreso/"},
	} {
		for _, item := range items {
			main := sample(t).page(t, item).Find("main")
			if !strings.Contains(main.Text(), publisher+" är en verklig kommun.") {
				t.Errorf("%s does not say that it is retold", item)
			}
			if main.Find(`a[href^="mailto:"], a[href^="tel:"]`).Length() > 0 {
				t.Errorf("%s has contact details", item)
			}
		}
	}
	if !strings.Contains(sample(t).page(t, sampleTyreso).Find(".text").Text(), "med egna ord") {
		t.Error("the report does not say that it is retold")
	}
}

// The abbreviations of the reports are explained, in the words of the glossary.
func TestSampleGlossary(t *testing.T) {
	content, err := os.ReadFile("../content/data/glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	terms, diags := yaml.Parse("glossary.yaml", content, 1)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	meanings := map[string]string{}
	for _, term := range terms.Items {
		meanings[term.Get("term").Text] = term.Get("meaning").Get("sv").Text
	}
	list := sample(t).page(t, "om/").Find(".text dl dt")
	for _, term := range []string{"KS", "KSO", "t ex", "bl a", "dvs", "mm", "mkr"} {
		told := list.FilterFunction(func(_ int, dt *goquery.Selection) bool {
			return strings.ReplaceAll(sampleWords(dt.Text()), "~", " ") == term
		}).NextFiltered("dd").Text()
		if told == "" || strings.ReplaceAll(told, "\u00a0", " ") != meanings[term] {
			t.Errorf("%s: %q, the glossary says %q", term, told, meanings[term])
		}
	}
}
