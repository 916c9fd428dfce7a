package main_test

import (
	"encoding/xml"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// olderItems finds the pages of a listing's older items.
var olderItems = regexp.MustCompile(`/(sida|page)/[0-9]+/index\.html$`)

// checkSitemaps: the index names every sitemap, each page that may be found stands in one of them, once, and no other.
// The pages of older items only lead to pages that are listed themselves, and stand in none.
func (p *portal) checkSitemaps(t *testing.T) {
	index := readLocations(t, "sitemap.xml", p.files["sitemap.xml"])
	if len(index) == 0 {
		t.Fatal("the index is empty")
	}
	listed := map[string]bool{}
	for _, loc := range index {
		name := p.located(t, "sitemap.xml", loc)
		for _, loc := range readLocations(t, name, p.files[name]) {
			page := p.located(t, name, loc)
			if p.pages[page] == nil || isHidden(p.pages[page]) || isRedirect(p.pages[page]) {
				t.Errorf("%s: %s is not for search engines", name, loc)
			}
			if listed[page] {
				t.Errorf("%s: %s is listed twice", name, loc)
			}
			listed[page] = true
		}
	}
	p.eachPage(func(name string, page *goquery.Document) {
		if wanted := !isHidden(page) && !isRedirect(page) && !olderItems.MatchString(name); wanted != listed[name] {
			t.Errorf("%s is in a sitemap: %t, want %t", name, listed[name], wanted)
		}
	})
	if want := "Sitemap: " + p.address("sitemap.xml").String(); !strings.Contains(string(p.files["robots.txt"]), want) {
		t.Errorf("robots.txt does not say %q", want)
	}
}

func (p *portal) located(t *testing.T, name, loc string) string {
	t.Helper()
	u, err := url.Parse(loc)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return ""
	}
	file, _, found := p.file(u)
	if !found {
		t.Errorf("%s: %s is not there", name, loc)
	}
	return file
}

// readLocations reads a sitemap or an index of them (https://www.sitemaps.org/protocol.html).
func readLocations(t *testing.T, name string, content []byte) []string {
	t.Helper()
	type place struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
	}
	var list struct {
		XMLName  xml.Name
		URLs     []place `xml:"url"`
		Sitemaps []place `xml:"sitemap"`
	}
	if err := xml.Unmarshal(content, &list); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if list.XMLName.Space != "http://www.sitemaps.org/schemas/sitemap/0.9" {
		t.Errorf("%s: its name space is %q", name, list.XMLName.Space)
	}
	var locations []string
	for _, entry := range append(list.URLs, list.Sitemaps...) {
		if entry.LastMod != "" {
			parseTime(t, name, time.RFC3339, entry.LastMod)
		}
		locations = append(locations, entry.Loc)
	}
	return locations
}

// checkHosting: what is said to the machines that serve the site is true. Every earlier address redirects in both ways,
// by a line and by a page; the policy forbids what pages do without; security.txt is as RFC 9116 wants it.
func (p *portal) checkHosting(t *testing.T) {
	redirects := 0
	for line := range strings.Lines(p.unserved(t, "_redirects")) {
		fields := strings.Fields(line)
		if len(fields) != 3 || fields[2] != "301" {
			t.Errorf("_redirects: %q", line)
			continue
		}
		redirects++
		from, _, found := p.file(p.base.ResolveReference(&url.URL{Path: fields[0]}))
		if !found || !isRedirect(p.pages[from]) {
			t.Errorf("_redirects: no page redirects from %s", fields[0])
		}
		to, _, found := p.file(p.base.ResolveReference(&url.URL{Path: fields[1]}))
		if !found || isRedirect(p.pages[to]) {
			t.Errorf("_redirects: %s is not there, or leads on", fields[1])
		}
	}
	p.eachPage(func(_ string, page *goquery.Document) {
		if isRedirect(page) {
			redirects--
		}
	})
	if redirects != 0 {
		t.Errorf("_redirects has %d lines more than there are pages that redirect", redirects)
	}
	headers := p.unserved(t, "_headers")
	for _, want := range []string{p.base.Path + "*\n", "default-src 'self'", "frame-ancestors 'none'", p.base.Path + "assets/*\n", "immutable"} {
		if !strings.Contains(headers, want) {
			t.Errorf("_headers does not say %q", want)
		}
	}
	if strings.Contains(headers, "unsafe") {
		t.Error("_headers lets scripts or styles in that pages do without")
	}
	p.checkSecurity(t, string(p.files[".well-known/security.txt"]))
}

func (p *portal) checkSecurity(t *testing.T, text string) {
	fields := map[string]string{}
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		fields[name] = value
	}
	now := parseTime(t, "the tests", time.RFC3339, sampleNow)
	if !parseTime(t, "security.txt", time.RFC3339, fields["Expires"]).After(now) || !strings.Contains(fields["Contact"], ":") {
		t.Errorf("security.txt has expired or names nobody:\n%s", text)
	}
	if want := p.address(".well-known/security.txt").String(); fields["Canonical"] != want {
		t.Errorf("security.txt calls itself %q, want %q", fields["Canonical"], want)
	}
}

// unserved is a file that is for the host alone.
func (p *portal) unserved(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		t.Error(err)
	}
	return string(content)
}
