package main_test

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// checkPages holds every page to what one page alone can show.
func (p *portal) checkPages(t *testing.T) {
	p.eachPage(func(name string, page *goquery.Document) {
		if lang, _ := page.Find("html").Attr("lang"); lang != "sv" && lang != "en" {
			t.Errorf("%s: its language is %q", name, lang)
		}
		if n := page.Find("h1").Length(); n != 1 {
			t.Errorf("%s: %d headings of the first level", name, n)
		}
		if strings.TrimSpace(page.Find("title").First().Text()) == "" {
			t.Errorf("%s: no title", name)
		}
		p.checkCanonical(t, name, page)
		checkReading(t, name, page)
		checkIDs(t, name, page)
		page.Find(`script[type="application/ld+json"]`).Each(func(_ int, s *goquery.Selection) { checkThing(t, name, s.Text()) })
		checkTimes(t, name, page)
		checkPolicy(t, name, page)
	})
}

// checkCanonical: a page that search engines may keep says which URL is its own, in full.
func (p *portal) checkCanonical(t *testing.T, name string, page *goquery.Document) {
	canonical, _ := page.Find(`link[rel="canonical"]`).Attr("href")
	switch {
	case isRedirect(page):
		target := p.base.ResolveReference(&url.URL{Path: canonical})
		if u, err := url.Parse(canonical); err != nil || !u.IsAbs() {
			t.Errorf("%s: leads to %q, which is no whole URL", name, target)
		} else if _, _, found := p.file(u); !found {
			t.Errorf("%s: leads to %s, which is not there", name, canonical)
		}
	case isHidden(page):
	case canonical != p.address(name).String():
		t.Errorf("%s: calls itself %q, want %q", name, canonical, p.address(name))
	}
}

// checkReading: those who listen to a page hear its headings in order, what pictures show and where links lead; and the
// page does not jump while pictures come in.
func checkReading(t *testing.T, name string, page *goquery.Document) {
	level := 0
	page.Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, s *goquery.Selection) {
		next := int(s.Nodes[0].Data[1] - '0')
		if next > level+1 {
			t.Errorf("%s: the heading %q is of level %d, after one of level %d", name, s.Text(), next, level)
		}
		level = next
	})
	page.Find("img").Each(func(_ int, s *goquery.Selection) {
		for _, attr := range []string{"alt", "width", "height"} {
			if _, has := s.Attr(attr); !has {
				t.Errorf("%s: the picture %s has no %s", name, s.AttrOr("src", ""), attr)
			}
		}
	})
	page.Find("a[href]").Each(func(_ int, s *goquery.Selection) {
		if strings.TrimSpace(s.Text()) == "" && s.Find("img[alt!='']").Length() == 0 && s.AttrOr("aria-label", "") == "" {
			t.Errorf("%s: the link to %s has no words", name, s.AttrOr("href", ""))
		}
	})
	page.Find("th").Each(func(_ int, s *goquery.Selection) {
		if _, has := s.Attr("scope"); !has {
			t.Errorf("%s: the table's heading %q does not say what it is the heading of", name, s.Text())
		}
	})
	for _, landmark := range []string{"main", "header", "footer", "nav"} {
		if page.Find(landmark).Length() == 0 && !isRedirect(page) {
			t.Errorf("%s: no %s", name, landmark)
		}
	}
}

// checkIDs: an id stands once on a page, and what names one finds it.
func checkIDs(t *testing.T, name string, page *goquery.Document) {
	seen := map[string]bool{}
	page.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if seen[id] {
			t.Errorf("%s: the id %q stands twice", name, id)
		}
		seen[id] = true
	})
	for _, attr := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"} {
		page.Find("[" + attr + "]").Each(func(_ int, s *goquery.Selection) {
			for id := range strings.FieldsSeq(s.AttrOr(attr, "")) {
				if !seen[id] {
					t.Errorf("%s: %s names %q, which is not there", name, attr, id)
				}
			}
		})
	}
}

// checkTimes: every time is written for programs too, in a form that HTML knows.
func checkTimes(t *testing.T, name string, page *goquery.Document) {
	page.Find("time").Each(func(_ int, s *goquery.Selection) {
		value, has := s.Attr("datetime")
		known := slices.ContainsFunc([]string{time.RFC3339, time.DateOnly, "2006-01", "2006"}, func(layout string) bool {
			_, err := time.Parse(layout, value)
			return err == nil
		})
		if !has || !known {
			t.Errorf("%s: <time datetime=%q>%s", name, value, s.Text())
		}
	})
}

// checkPolicy: a page needs no script and no style of its own, so that the security policy in _headers can forbid both.
func checkPolicy(t *testing.T, name string, page *goquery.Document) {
	if page.Find("style, [style]").Length() > 0 {
		t.Errorf("%s: holds a style of its own", name)
	}
	if page.Find(`script:not([src]):not([type="application/ld+json"])`).Length() > 0 {
		t.Errorf("%s: holds a script of its own", name)
	}
	page.Find("*").Each(func(_ int, s *goquery.Selection) {
		for _, a := range s.Nodes[0].Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("%s: %s=%q", name, a.Key, a.Val)
			}
		}
	})
}

// checkLanguages: a page and its version in another language name each other, and themselves.
func (p *portal) checkLanguages(t *testing.T) {
	pairs := 0
	p.eachPage(func(name string, page *goquery.Document) {
		versions := alternates(page)
		for lang, href := range versions {
			u, err := url.Parse(href)
			if err != nil {
				t.Errorf("%s: hreflang %s: %v", name, lang, err)
				continue
			}
			other, _, found := p.file(u)
			if !found {
				t.Errorf("%s: its version in %s, %s, is not there", name, lang, href)
				continue
			}
			pairs++
			if got := alternates(p.pages[other])[page.Find("html").AttrOr("lang", "")]; got != p.address(name).String() {
				t.Errorf("%s names %s as its version in %s, which names %q instead of it", name, other, lang, got)
			}
			if got := p.pages[other].Find("html").AttrOr("lang", ""); lang != "x-default" && got != lang {
				t.Errorf("%s names %s as its version in %s, which is in %s", name, other, lang, got)
			}
		}
	})
	if pairs < 50 {
		t.Errorf("only %d pairs of languages", pairs)
	}
}

func alternates(page *goquery.Document) map[string]string {
	versions := map[string]string{}
	page.Find(`link[rel="alternate"][hreflang]`).Each(func(_ int, s *goquery.Selection) {
		versions[s.AttrOr("hreflang", "")] = s.AttrOr("href", "")
	})
	return versions
}

// checkLinks: what a page leads to on its own site is there, the place on the page included.
func (p *portal) checkLinks(t *testing.T) {
	links := 0
	p.eachPage(func(name string, page *goquery.Document) {
		page.Find("a[href], area[href], link[href], [cite]").Each(func(_ int, s *goquery.Selection) {
			links++
			p.checkLink(t, name, s.AttrOr("href", s.AttrOr("cite", "")))
		})
		page.Find(`meta[http-equiv="refresh"]`).Each(func(_ int, s *goquery.Selection) {
			_, target, _ := strings.Cut(s.AttrOr("content", ""), "url=")
			p.checkLink(t, name, target)
		})
	})
	if links < 1000 {
		t.Errorf("only %d links", links)
	}
}

func (p *portal) checkLink(t *testing.T, name, href string) {
	t.Helper()
	u, err := p.address(name).Parse(href)
	if err != nil || href == "" {
		t.Errorf("%s: the link %q: %v", name, href, err)
		return
	}
	target, ours, found := p.file(u)
	switch {
	case !ours && (u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto" || u.Scheme == "tel"):
	case !found:
		t.Errorf("%s: the link %q leads to nothing", name, href)
	case u.Fragment != "" && p.pages[target] != nil && !hasID(p.pages[target], u.Fragment):
		t.Errorf("%s: the link %q leads to a place that is not on the page", name, href)
	}
}

func hasID(page *goquery.Document, id string) bool {
	return page.Find("[id]").FilterFunction(func(_ int, s *goquery.Selection) bool { return s.AttrOr("id", "") == id }).Length() > 0
}

// styleURL finds what a style sheet loads.
var styleURL = regexp.MustCompile(`url\(\s*["']?([^"')]+)`)

// checkAssets: whatever a page or a style sheet loads comes from the site itself, and is there.
func (p *portal) checkAssets(t *testing.T) {
	load := func(name, src string) {
		u, err := p.address(name).Parse(src)
		if err != nil {
			t.Errorf("%s: loads %q: %v", name, src, err)
			return
		}
		if u.Scheme == "data" {
			return
		}
		if _, ours, found := p.file(u); !ours || !found {
			t.Errorf("%s: loads %q, which is not on the site", name, src)
		}
	}
	p.eachPage(func(name string, page *goquery.Document) {
		page.Find("[src]").Each(func(_ int, s *goquery.Selection) { load(name, s.AttrOr("src", "")) })
		page.Find("[srcset]").Each(func(_ int, s *goquery.Selection) {
			for candidate := range strings.SplitSeq(s.AttrOr("srcset", ""), ",") {
				load(name, strings.Fields(candidate)[0])
			}
		})
		page.Find(`link[rel="stylesheet"], link[rel~="icon"], link[rel="preload"], link[rel="manifest"]`).Each(func(_ int, s *goquery.Selection) {
			load(name, s.AttrOr("href", ""))
		})
		page.Find(`meta[property="og:image"]`).Each(func(_ int, s *goquery.Selection) { load(name, s.AttrOr("content", "")) })
	})
	for _, name := range p.names(func(name string) bool { return strings.HasSuffix(name, ".css") }) {
		for _, found := range styleURL.FindAllSubmatch(p.files[name], -1) {
			load(name, string(found[1]))
		}
	}
}
