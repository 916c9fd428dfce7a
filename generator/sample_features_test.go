package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// sampleSight is one thing that a reader of the portal must see, or must not.
type sampleSight struct {
	feature string // what the program can do, in the words of the documentation
	file    string // where it occurs: a page ("" is the front page, "om/" another) or another published file
	in      string // the CSS selector of what is looked at; "" for the bytes of the file as they are
	see     string // what one of these elements says or holds, "~" being a no-break space; "" where being there is enough
	not     bool   // nothing of the kind may be there
}

func (s sampleSight) check(t *testing.T, portal *samplePortal) {
	t.Helper()
	var found bool
	if s.in == "" {
		found = bytes.Contains(portal.file(t, s.file), []byte(s.see))
	} else {
		portal.page(t, s.file).Find(s.in).Each(func(_ int, e *goquery.Selection) {
			found = found || strings.Contains(sampleWords(e.Text()), s.see)
		})
	}
	if found == s.not {
		t.Errorf("/%s: %q in %q: found is %t, want %t", s.file, s.see, s.in, found, !s.not)
	}
}

func checkSights(t *testing.T, sights []sampleSight) {
	portal := sample(t)
	for _, s := range sights {
		t.Run(s.feature, func(t *testing.T) { s.check(t, portal) })
	}
}

const (
	sampleAlingsas = "pressmeddelanden/2012/alingsas-ledningskontor/"
	sampleTyreso   = "rapporter/2008-09/"
	samplePlots    = "pressmeddelanden/2026/lediga-tomter-kvarnasen/"
	sampleBus      = "pressmeddelanden/2024/buss-till-kvarnasen/"
	sampleMended   = "pressmeddelanden/2023/nya-foretag-2022/"
	sampleGone     = "pressmeddelanden/2020/uteserveringar-2020/"
)

// What the folders, config.yaml and its collections can do, each where the sample does it.
func TestSampleSettings(t *testing.T) {
	checkSights(t, []sampleSight{
		{"front page", "", ".front-lead", "Nyheter, rapporter och löften", false},
		{"front page in English", "en/", ".front-lead", "News, reports and promises", false},
		{"item as NAME.md", "foretag/starta/", "h1", "Starta företag", false},
		{"item as NAME/index.md", "pressmeddelanden/2019/sju-punkter/", "h1", "Sju punkter", false},
		{"version as NAME.en.md", "en/foretag/starta/", "h1", "Start a company", false},
		{"version as NAME/index.en.md", "en/press-releases/2019/seven-points/", "h1", "Seven points", false},
		{"pages nest", "om/oppna-data/", "h1", "Öppna data", false},
		{"static files at the root", "favicon.svg", "", "<svg", false},
		{"date from the file's name", "pressmeddelanden/2020/ljus-langs-an-stalls-in/", `time[datetime="2020-09-10"]`, "10~september 2020", false},
		{"reference with its collection", "rapporter/2026-q3/", `a[href="/pressmeddelanden/2026/oppna-data/"]`, "Nu kan alla räkna", false},
		{"reference without it", "pressmeddelanden/2026/rekord-219-nya-foretag/", `a[href="` + "/" + sampleMended + `"]`, "197 nya", false},
		{"folder inside a collection is not in the URL", "kalender/krisovning-tyreso-2008/", "h1", "Krisövning i Tyresö", false},
		{"title of the site", "om/", "title", "Om portalen – Tillväxtportalen", false},
		{"title of the site in English", "en/om/", "title", "About the portal – The growth portal", false},
		{"url", "om/", `link[rel="canonical"][href="https://tillvaxt.example.se/om/"]`, "", false},
		{"default publisher", sampleBus, ".facts a", "Älvbrunna kommun", false},
		{"publisher of its own", "foretag/lokaler/", ".facts a", "Älvbrunna Lokaler AB", false},
		{"title of a collection", "en/press-releases/", "h1", "Press releases", false},
		{"permalink with the year", samplePlots, "h1", "De sista 14", false},
		{"permalink with the period", "rapporter/2026-q3/", "h1", "tredje kvartalet 2026", false},
		{"collection without pages", "sitemap.xml", "", "alerts", true},
		{"html: clean", "kalender/oppet-hus-2027/", ".text sub", "2", false},
		{"html: forbid elsewhere", sampleAlingsas, "script[src]", "", true},
		{"menu: a collection", "", ".menu a", "Pressmeddelanden", false},
		{"menu: a page with a title of its own", "", `.menu a[href="/foretag/"]`, "För företag", false},
		{"menu: in English", "en/", `.menu a[href="/en/events/"]`, "Events", false},
		{"menu: where you are", sampleBus, `.menu a[aria-current]`, "Pressmeddelanden", false},
		{"brand: logo", "", `.masthead img.logo[src]`, "", false},
		{"security", ".well-known/security.txt", "", "Contact: mailto:sakerhet@example.se\nExpires: 2027-12-31T", false},
	})
}

// What every key of the front matter does, each where the sample has it.
func TestSampleFrontMatter(t *testing.T) {
	checkSights(t, []sampleSight{
		{"title", sampleBus, "h1", "Ny buss till Kvarnåsen", false},
		{"date with a time", "pressmeddelanden/2019/en-vag-in/", `time[datetime="2019-10-07T13:15:00+02:00"]`, "7~oktober 2019 kl.~13.15", false},
		{"date in quotes", "pressmeddelanden/2018/foretagen-ger-62/", `time[datetime="2018-05-22T09:00:00+02:00"]`, "", false},
		{"date with a zone", "pressmeddelanden/2021/ny-kommundirektor/", `time[datetime="2021-05-27T15:00:00+02:00"]`, "27~maj 2021 kl.~15.00", false},
		{"date alone", "kalender/ljus-langs-an-2026/", `time[datetime="2026-06-01"]`, "1~juni 2026", false},
		{"date in English", "en/press-releases/2026/budget-2027/", ".facts time", "17~November 2026", false},
		{"updated", "foretag/lokaler/", `.facts time[datetime="2026-11-02"]`, "", false},
		{"slug", "en/strategy/neighbours/", "h1", "Grow with our neighbours", false},
		{"slug from the file's name", "strategi/grannar/", "h1", "Väx med grannarna", false},
		{"aliases redirect", "sju-punkter/", `meta[http-equiv="refresh"][content$="/pressmeddelanden/2019/sju-punkter/"]`, "", false},
		{"aliases in _redirects", "_redirects", "", "/sju-punkter/ /pressmeddelanden/2019/sju-punkter/ 301", false},
		{"aliases in English", "_redirects", "", "/en/contact/ /en/om/kontakt/ 301", false},
		{"aliases of what has come down", "uteservering/", `meta[http-equiv="refresh"][content$="/` + sampleGone + `"]`, "", false},
		{"summary", sampleBus, "p.lead", "Linje 12 ska gå", false},
		{"summary in lists", "pressmeddelanden/2024/", ".row-lead", "Linje 12 ska gå", false},
		{"topics", sampleBus, `a[href="/amnen/samverkan/"]`, "Samverkan", false},
		{"contacts", sampleBus, ".contact-name", "Torbjörn Hedskog", false},
		{"contacts: a single one", "pressmeddelanden/2026/spinneriet-fylls/", ".contact-name", "Rémi Aldén", false},
		{"telephone numbers hold together", "om/kontakt/", ".text", "0980-31~92~20", false},
		{"contacts: how to reach them", sampleBus, `.contact a[href="tel:+46980319230"]`, "0980-31~92~30", false},
		{"authors", sampleTyreso, ".facts a", "Staffan Isling", false},
		{"image", samplePlots, `figure img[alt^="Ritad flygbild"]`, "", false},
		{"image: caption", samplePlots, "figcaption", "De åtta tomterna ligger", false},
		{"image: credit", samplePlots, ".credit", "Älvbrunna kommun", false},
		{"image in the text", sampleMended, `.text figure img[alt^="Stapeldiagram"]`, "", false},
		{"attachments: PDF with size and pages", samplePlots, ".files", "(PDF, 57~kB, 2 sidor)", false},
		{"attachments: PDF of one page", sampleTyreso, ".files", "(PDF, 28~kB, 1 sida)", false},
		{"attachments: CSV", samplePlots, ".files", "(CSV, 199~byte)", false},
		{"attachments stand below their item", samplePlots + "tomter-etapp-2.csv", "", "tomt;hektar", false},
		{"attachments: language of a PDF", "en/press-releases/2019/seven-points/", `.files a[hreflang="sv"]`, "", false},
		{"related", "rapporter/2026-q3/", "section[aria-labelledby=part_related] a", "Övning visade", false},
		{"points", sampleBus, `a[href="/strategi/grannar/"]`, "Väx med grannarna", false},
		{"case", sampleBus, ".facts dd", "KS 2024/0031", false},
		{"changes: what was changed", sampleMended, ".row-main", "stod 207 nya företag. Rätt antal är 197", false},
		{"changes: when", sampleMended, `.row-when time[datetime="2023-02-10"]`, "", false},
		{"changes: the page says that it was revised", sampleMended, ".facts", "Senast ändrad16~februari 2023", false},
		{"changes without updated", "pressmeddelanden/2024/ny-station-for-el/", `.facts time[datetime="2025-09-26"]`, "", false},
		{"withdrawn: the page", sampleBus, ".notice-withdrawn", "Regionen har skjutit upp linje 12", false},
		{"withdrawn: when, in the history", sampleBus, "[aria-labelledby=part_changes] .row:first-child", "2024-06-19 Återkallat. Regionen", false},
		{"withdrawn: the history begins with the publication", sampleBus, "[aria-labelledby=part_changes] .row:last-child", "2024-05-03 Publicerad.", false},
		{"withdrawn: still readable", sampleBus, ".text", "Linje 12 får fem hållplatser", false},
		{"withdrawn: in the year", "pressmeddelanden/2024/", ".mark-withdrawn", "Återkallat", false},
		{"withdrawn: in the older pages", "pressmeddelanden/sida/2/", ".mark-withdrawn", "Återkallat", false},
		{"withdrawn: with the topic", "amnen/samverkan/", ".mark-withdrawn", "Återkallat", false},
		{"withdrawn: with the point", "strategi/grannar/", ".mark-withdrawn", "Återkallat", false},
		{"withdrawn: with the person", "personer/torbjorn-hedskog/", ".mark-withdrawn", "Återkallat", false},
		{"withdrawn: where it is related", "rapporter/2024-q2/", ".mark-withdrawn", "Återkallat", false},
		{"pinned: first on the front page", "", ".top h3", "De sista 14", false},
		{"typography: false leaves spaces", "om/oppna-data/", ".text p", "29412, inte 29 412.", false},
		{"typography: false leaves quotes", "om/oppna-data/", ".text p", `"Bygg; el"`, false},
		{"silence is between authors", "personer/orjan-faltsjo/", "", "pressjour", true},
		{"review is between authors", "om/tillganglighet/", "", "2027-05-15", true},
	})
}

// What each type of the theme shows, and what its traits add.
func TestSampleTypes(t *testing.T) {
	checkSights(t, []sampleSight{
		{"press-release: boilerplate", sampleBus, "#part_about", "Om Älvbrunna kommun", false},
		{"press-release: boilerplate of its publisher", sampleAlingsas, "section[aria-labelledby=part_about]", "38~000 invånare", false},
		{"press-release: data for machines", sampleBus, "", `"@type":"NewsArticle"`, false},
		{"chief-report: period", sampleTyreso, ".facts", "september 2008", false},
		{"chief-report: quarter", "rapporter/2024-q4/", ".facts", "kvartalet 2024", false},
		{"chief-report: addressed to", sampleTyreso, ".facts", "TillKommunstyrelsen", false},
		{"chief-report: contents with the numbers of the points", sampleTyreso, ".contents ol:not(.plain) > li:nth-child(2) > a[href='#sju-moment-att-fylla']", "Sju moment", false},
		{"chief-report: a number leads to its point", sampleTyreso, "h2#sju-moment-att-fylla a[href='#sju-moment-att-fylla']", "Punkt 2", false},
		{"chief-report: signed", sampleTyreso, ".signature", "Staffan Isling Kommunchef", false},
		{"series: previous", "rapporter/2024-q4/", ".ways a[href='/rapporter/2024-q3/']", "tredje kvartalet 2024", false},
		{"series: next", "rapporter/2024-q4/", ".ways a[href='/rapporter/2025-q1/']", "första kvartalet 2025", false},
		{"series: the first has no previous", sampleTyreso, ".ways", "Föregående", true},
		{"series: the last has no next", "rapporter/2026-q3/", ".ways", "Nästa", true},
		{"page", "om/personuppgifter/", "h1", "Personuppgifter", false},
		{"topic: what belongs to it", "amnen/beredskap/", ".row-title", "Övning visade", false},
		{"topic: in English", "en/topics/energy/", "h1", "Energy", false},
		{"person: roles", "personer/remi-alden/", ".fields li", "Vd för Älvbrunna Lokaler AB", false},
		{"person: hours", "personer/remi-alden/", ".fields", "Tisdagar och torsdagar kl.~9–16", false},
		{"person: place", "personer/remi-alden/", ".fields", "Kommunhuset, plan 3", false},
		{"person: email", "personer/remi-alden/", `a[href="mailto:remi.alden@example.se"]`, "", false},
		{"person: what names them", "personer/remi-alden/", "section[aria-labelledby=part_gathered] a", "Nu kan alla räkna", false},
		{"publisher: about", "avsandare/alvbrunna/", ".text", "påhittad kommun", false},
		{"publisher: email", "avsandare/alvbrunna/", `a[href="mailto:kommun@example.se"]`, "", false},
		{"publisher: logo", "avsandare/alvbrunna/logotyp.svg", "", "<svg", false},
		{"strategy-point: number", "strategi/natverk/", ".kind", "Punkt 6", false},
		{"strategy-point: decision", "strategi/natverk/", ".facts", "25~mars 2019, §~34", false},
		{"event: span of hours", "kalender/foretagsfrukost-december-2026/", ".occasion", "3~december 2026 kl.~7.30–9.00", false},
		{"event: span of days", "kalender/ljus-langs-an-2026/", ".occasion", "17–25~oktober 2026", false},
		{"event: place", "kalender/ljus-langs-an-2026/", ".occasion", "Längs Brunnån", false},
		{"event: coming", "kalender/", "section[aria-labelledby=part_coming]", "Företagsfrukost om el", false},
		{"event: past", "kalender/", "section[aria-labelledby=part_past]", "Ljus längs ån 2026", false},
		{"event: past is no more coming", "kalender/", "section[aria-labelledby=part_coming]", "Ljus längs ån 2026", true},
		{"event: the page says that it is past", "kalender/ljus-langs-an-2026/", ".occasion .mark", "Har varit", false},
		{"event: on the front page", "", "#part_events ~ .list", "Företagsfrukost om el", false},
		{"event: with the point", "strategi/natverk/", "section[aria-labelledby=part_coming]", "Företagsfrukost om el", false},
		{"alert: level", "", ".banner-info .banner-level", "Information", false},
	})
}

// What is published beside the items.
func TestSamplePublished(t *testing.T) {
	checkSights(t, []sampleSight{
		{"text of a listing", "pressmeddelanden/", ".text", "Är du journalist?", false},
		{"listing: the newest", "pressmeddelanden/", ".row-title", "Budget 2027", false},
		{"listing: older ones, numbered from the oldest", "pressmeddelanden/sida/1/", ".row-title", "Alingsås gör om", false},
		{"listing: the way to older ones", "pressmeddelanden/", `.pager a[rel="next"]`, "Äldre", false},
		{"year", "pressmeddelanden/2012/", ".row-title", "Alingsås gör om", false},
		{"year in English", "en/press-releases/2024/", ".row-title", "24,500 saw the light", false},
		{"years are linked", "rapporter/", `.filters a[href="/rapporter/2008/"]`, "2008", false},
		{"Atom for the site", "atom.xml", "", "<title>Budget 2027: skolan får mest", false},
		{"Atom in English", "en/atom.xml", "", "<title>Budget 2027: most to schools", false},
		{"Atom for a collection", "rapporter/atom.xml", "", "/rapporter/2026-q3/", false},
		{"Atom for a topic", "amnen/energi/atom.xml", "", samplePlots, false},
		{"Atom: whole texts", "atom.xml", "", "Det räcker till 30 lärare.", false},
		{"RSS", "rss.xml", "", "<rss", false},
		{"RSS for a collection", "pressmeddelanden/rss.xml", "", samplePlots, false},
		{"JSON Feed", "feed.json", "", "https://jsonfeed.org/version/1.1", false},
		{"JSON Feed for a collection", "en/press-releases/feed.json", "", "answers-too-late", false},
		{"sitemap: an index", "sitemap.xml", "", "sitemap-press-2012.xml", false},
		{"sitemap: collection and year", "sitemap-press-2012.xml", "", sampleAlingsas, false},
		{"sitemap: without what has come down", "sitemap-press-2020.xml", "", sampleGone, true},
		{"robots.txt", "robots.txt", "", "Sitemap: https://tillvaxt.example.se/sitemap.xml", false},
		{"404", "404.html", "h1", "Sidan finns inte", false},
		{"404: whom to ask", "404.html", `[lang="sv"] a[href^="mailto:"]`, "kommun@example.se", false},
		{"the footer leads to the page that its pages stand below", "", `.footer a[href="/om/"]`, "Om portalen", false},
		{"front page: the way in for companies", "", `#part_companies a[href="/foretag/"]`, "För företag", false},
		{"front page: the way in by topic", "", `.front-topics a[href="/amnen/energi/"]`, "Energi", false},
		{"404 in English", "404.html", `[lang="en"]`, "There is no such page", false},
		{"security headers", "_headers", "", "Content-Security-Policy: default-src 'self'", false},
		{"expired: its page says so", sampleGone, "h1", "Sidan är nedtagen", false},
		{"expired: when", sampleGone, `time[datetime="2020-10-31"]`, "31~oktober 2020", false},
		{"expired: whom to ask", sampleGone, `main a[href^="mailto:"]`, "kommun@example.se", false},
		{"expired: noindex", sampleGone, `meta[name="robots"][content*="noindex"]`, "", false},
		{"language switch: the same page", sampleAlingsas, `.languages a[hreflang="en"][href="/en/press-releases/2012/alingsas-executive-office/"]`, "English", false},
		{"language switch: back", "en/press-releases/2012/alingsas-executive-office/", `.languages a[hreflang="sv"][href="/` + sampleAlingsas + `"]`, "Svenska", false},
		{"language switch: no such page", "pressmeddelanden/2018/foretagen-ger-62/", `.languages a[href="/en/press-releases/"]`, "Pages in English", false},
		{"language switch: and says so", "pressmeddelanden/2018/foretagen-ger-62/", `.languages [lang="en"]`, "This page is in Swedish only.", false},
		{"item in the other language where there is no version", "en/press-releases/2026/business-climate-76/", `a[lang="sv"][hreflang="sv"]`, "Företagen ger kommunen 62", false},
		{"passage in another language", "pressmeddelanden/2024/tolv-timmar-utan-el/", `div[lang="fi"]`, "Sähköt ovat poikki", false},
		{"words in another language", "kalender/ljus-langs-an-2026/", `.text span[lang="en"]`, "Lights along the river", false},
		{"a letter to the registrar that says what it is about", sampleBus, `[aria-labelledby=part_respond] a[href^="mailto:registrator@example.se?subject="][href*="(KS%202024%2f0031)"][href*="buss-till-kvarnasen"]`, "registrator@", false},
		{"a letter to a publisher without registrar", sampleAlingsas, `[aria-labelledby=part_respond] a[href^="mailto:"]`, "@", true},
	})
}

// What is not published, or no more, leaves no trace in any file.
func TestSampleLeavesNoTrace(t *testing.T) {
	for _, trace := range []string{
		"anmalan-oppnar", "applications-open", "Nu öppnar anmälan", "Applications open for the plots", // scheduled
		"stängd den 24", "The business desk is closed", // a scheduled alert
		"faddrar-soks", "tjugo faddrar", // a draft
		"2026-q4", "fjärde kvartalet 2026", // a draft of the series
		"Gratis uteservering", "Pandemin slår hårt mot kaféer", // expired
		"514 mot Kvarnåsen är avstängd", // an alert that has ended
		"_wordlist",                     // a name that begins with "_"
	} {
		for file, content := range sample(t).files {
			if bytes.Contains(bytes.ReplaceAll(content, []byte("\u00a0"), []byte(" ")), []byte(trace)) || strings.Contains(file, trace) {
				t.Errorf("%s: %q", file, trace)
			}
		}
	}
}

// The alert in force stands on every page, in the page's language.
func TestSampleBanners(t *testing.T) {
	for _, page := range sample(t).pages() {
		want := "Kommunen byter telefonväxel"
		if strings.HasPrefix(page, "en/") {
			want = "changing its telephone exchange"
		}
		if got := sample(t).page(t, page).Find(".banner-title").Text(); strings.Count(got, want) != 1 {
			t.Errorf("%s: banners say %q", page, got)
		}
	}
}

// A pinned item stands first on its listing, once; the listing holds from perPage up to twice as many less one.
func TestSamplePinnedFirst(t *testing.T) {
	titles := sample(t).page(t, "pressmeddelanden/").Find(".row-title a").Map(func(_ int, a *goquery.Selection) string {
		href, _ := a.Attr("href")
		return href
	})
	if len(titles) < 12 || len(titles) > 24 || titles[0] != "/"+samplePlots {
		t.Errorf("%d items, first %s", len(titles), titles[0])
	}
	if strings.Count(strings.Join(titles, " "), samplePlots) != 1 {
		t.Error("the pinned item stands there more than once")
	}
}

// Addresses are lower-case ASCII, pages end in "/", and no page loads anything from another host.
func TestSampleAddresses(t *testing.T) {
	name := regexp.MustCompile(`^[a-z0-9._/-]+$`)
	for file, content := range sample(t).files {
		if !name.MatchString(file) {
			t.Errorf("published as %s", file)
		}
		if path.Ext(file) == ".html" && regexp.MustCompile(`(src|srcset|action)="[^"]*//`).Match(content) {
			t.Errorf("%s loads from elsewhere", file)
		}
	}
	if len(sample(t).page(t, "").Find(`link[rel="stylesheet"][href^="/assets/"]`).Nodes) != 1 {
		t.Error("the style sheet is not a fingerprinted asset")
	}
}

// The instants at which the sample changes by itself are of every kind but one: nothing in it is withdrawn ahead of time.
func TestSampleInstants(t *testing.T) {
	kinds := map[string]string{}
	for _, i := range sample(t).plan.Site.Instants {
		kinds[string(i.What)] = fmt.Sprint(i.Time)
	}
	for _, want := range []string{"appears", "expires", "unpinned", "passes"} {
		if kinds[want] == "" {
			t.Errorf("nothing %s", want)
		}
	}
}

// What a municipality's portal has no natural place for is not forced into the sample. It is tested elsewhere, and this
// list says where: the file and what stands in it.
func TestSampleLeavesToOthers(t *testing.T) {
	for feature, where := range map[string][2]string{
		"extra: allow":                {"testdata/diagnostics/ok-extra-allowed.txtar", "weight: 5"},
		"topics: free":                {"testdata/diagnostics/no-slug-free-topic.txtar", "topics: free"},
		"hosts":                       {"read/config/parse_test.go", "hosts:"},
		"budgets":                     {"testdata/diagnostics/over-budget.txtar", "budgets:"},
		"menu: title and href":        {"read/config/parse_test.go", "href:"},
		"NAME.sv.md":                  {"testdata/diagnostics/two-languages.txtar", ".sv.md"},
		"hour that exists twice":      {"testdata/diagnostics/ok-doubled-hour.txtar", "02:30"},
		"comments are dropped":        {"testdata/diagnostics/ok-html-comment.txtar", "<!--"},
		"keys of other generators":    {"testdata/diagnostics/foreign-key.txtar", "foreign-key"},
		"scheme that is refused":      {"testdata/diagnostics/bad-scheme-link.txtar", "bad-scheme"},
		"a footnote never called":     {"testdata/diagnostics/unused-footnote.txtar", "unused-footnote"},
		"raw HTML that is refused":    {"testdata/diagnostics/raw-html.txtar", "raw-html"},
		"speech that became a list":   {"testdata/diagnostics/speech-as-list.txtar", "speech-as-list"},
		"byte order mark":             {"testdata/diagnostics/ok-byte-order-mark.txtar", "<U+FEFF>"},
		"file that nothing refers to": {"testdata/diagnostics/unused-file.txtar", "unused-file"},
	} {
		content, err := os.ReadFile(where[0])
		if err != nil || !bytes.Contains(content, []byte(where[1])) {
			t.Errorf("%s: %q is not in %s (%v)", feature, where[1], where[0], err)
		}
	}
}
