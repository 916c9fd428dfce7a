package main_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"
)

// mostEntries is how many entries a feed holds at most.
const mostEntries = 20

// checkFeeds holds Atom (RFC 4287) and RSS 2.0 to what their readers need.
func (p *portal) checkFeeds(t *testing.T) {
	feeds := p.names(func(name string) bool { return path.Base(name) == "atom.xml" || path.Base(name) == "rss.xml" })
	if len(feeds) < 10 {
		t.Errorf("only %d feeds", len(feeds))
	}
	for _, name := range feeds {
		if path.Base(name) == "atom.xml" {
			p.checkAtom(t, name)
		} else {
			p.checkRSS(t, name)
		}
	}
}

func (p *portal) checkAtom(t *testing.T, name string) {
	feed, err := (&atom.Parser{}).Parse(bytes.NewReader(p.files[name]))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if feed.ID == "" || feed.Title == "" || feed.Language == "" || len(feed.Authors) == 0 {
		t.Errorf("%s: lacks an id, a title, a language or an author", name)
	}
	self := ""
	for _, link := range feed.Links {
		if link.Rel == "self" {
			self = link.Href
		}
		p.checkWhole(t, name, link.Href)
	}
	if self != p.address(name).String() {
		t.Errorf("%s: calls itself %q", name, self)
	}
	entries := newEntries(t, name)
	newest := parseTime(t, name, time.RFC3339, feed.Updated)
	for _, e := range feed.Entries {
		if e.Title == "" || e.Content == nil || e.Content.Value == "" {
			t.Errorf("%s: %s lacks a title or its text", name, e.ID)
			continue
		}
		entries.add(e.ID, parseTime(t, name, time.RFC3339, e.Published))
		if parseTime(t, name, time.RFC3339, e.Updated).After(newest) {
			t.Errorf("%s: %s was revised after the feed", name, e.ID)
		}
		for _, link := range e.Links {
			p.checkWhole(t, name, link.Href)
		}
		p.checkWords(t, name, e.Content.Value)
	}
	entries.done(feed.Language)
}

// checkRSS: its dates are RFC 822's with the year in full, and it says by Atom's link where it is found.
func (p *portal) checkRSS(t *testing.T, name string) {
	feed, err := (&rss.Parser{}).Parse(bytes.NewReader(p.files[name]))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if feed.Title == "" || feed.Description == "" || feed.Language == "" {
		t.Errorf("%s: lacks a title, a description or a language", name)
	}
	p.checkWhole(t, name, feed.Link)
	self := ""
	for _, link := range feed.Extensions["atom"]["link"] {
		if link.Attrs["rel"] == "self" {
			self = link.Attrs["href"]
		}
	}
	if self != p.address(name).String() {
		t.Errorf("%s: calls itself %q", name, self)
	}
	if feed.LastBuildDate != "" {
		parseTime(t, name, time.RFC1123Z, feed.LastBuildDate)
	}
	entries := newEntries(t, name)
	for _, item := range feed.Items {
		if item.Title == "" || item.GUID == nil || item.Content == "" {
			t.Errorf("%s: %s lacks a title, an id or its text", name, item.Link)
			continue
		}
		entries.add(item.GUID.Value, parseTime(t, name, time.RFC1123Z, item.PubDate))
		p.checkWhole(t, name, item.Link)
		if item.Enclosure != nil {
			p.checkWhole(t, name, item.Enclosure.URL)
			if item.Enclosure.Length == "" || item.Enclosure.Type == "" {
				t.Errorf("%s: the enclosure %s lacks its length or type", name, item.Enclosure.URL)
			}
		}
		p.checkWords(t, name, item.Content)
	}
	entries.done(feed.Language)
}

// checkJSONFeeds holds the JSON feeds to version 1.1 of their format (https://jsonfeed.org/version/1.1).
func (p *portal) checkJSONFeeds(t *testing.T) {
	feeds := p.names(func(name string) bool { return path.Base(name) == "feed.json" })
	if len(feeds) < 4 {
		t.Errorf("only %d JSON feeds", len(feeds))
	}
	for _, name := range feeds {
		var feed struct {
			Version  string
			Title    string
			FeedURL  string `json:"feed_url"`
			HomePage string `json:"home_page_url"`
			Language string
			Items    []struct {
				ID, URL, Title string
				ContentHTML    string `json:"content_html"`
				Published      string `json:"date_published"`
				Modified       string `json:"date_modified"`
				Attachments    []struct {
					URL      string
					MimeType string `json:"mime_type"`
				}
			}
		}
		if err := json.Unmarshal(p.files[name], &feed); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Title == "" || feed.FeedURL != p.address(name).String() {
			t.Errorf("%s: version %q, title %q, feed_url %q", name, feed.Version, feed.Title, feed.FeedURL)
		}
		p.checkWhole(t, name, feed.HomePage)
		entries := newEntries(t, name)
		for _, item := range feed.Items {
			entries.add(item.ID, parseTime(t, name, time.RFC3339, item.Published))
			if item.Modified != "" {
				parseTime(t, name, time.RFC3339, item.Modified)
			}
			p.checkWhole(t, name, item.URL)
			p.checkWords(t, name, item.ContentHTML)
			for _, a := range item.Attachments {
				p.checkWhole(t, name, a.URL)
				if a.MimeType == "" {
					t.Errorf("%s: the attachment %s has no type", name, a.URL)
				}
			}
		}
		entries.done(feed.Language)
	}
}

// entries holds a feed's entries to what is the same in every format: an id each, the newest first, so many at most.
type entries struct {
	t      *testing.T
	name   string
	seen   map[string]bool
	before time.Time
}

func newEntries(t *testing.T, name string) *entries {
	return &entries{t: t, name: name, seen: map[string]bool{}}
}

func (e *entries) add(id string, published time.Time) {
	if id == "" || e.seen[id] {
		e.t.Errorf("%s: the id %q is empty or stands twice", e.name, id)
	}
	if !e.before.IsZero() && published.After(e.before) {
		e.t.Errorf("%s: %s is newer than the one before it", e.name, id)
	}
	e.seen[id], e.before = true, published
}

func (e *entries) done(lang string) {
	if n := len(e.seen); n > mostEntries || n == 0 && lang == "sv" {
		e.t.Errorf("%s: %d entries", e.name, n)
	}
	english := strings.HasPrefix(e.name, "en/")
	if english != (lang == "en") {
		e.t.Errorf("%s: its language is %q", e.name, lang)
	}
}

func parseTime(t *testing.T, name, layout, value string) time.Time {
	t.Helper()
	at, err := time.Parse(layout, value)
	if err != nil {
		t.Errorf("%s: the time %q: %v", name, value, err)
	}
	return at
}

// checkWhole: an address outside a page has nothing to be relative to, and it leads somewhere.
func (p *portal) checkWhole(t *testing.T, name, href string) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil || u.Scheme == "" {
		t.Errorf("%s: %q is no whole URL", name, href)
		return
	}
	if _, ours, found := p.file(u); ours && !found {
		t.Errorf("%s: %s leads to nothing", name, href)
	}
}

// checkWords: whole text in a feed is read far from its page, so everything in it is addressed in full.
func (p *portal) checkWords(t *testing.T, name, words string) {
	t.Helper()
	page, err := goquery.NewDocumentFromReader(strings.NewReader(words))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	page.Find("[href], [src], [cite]").Each(func(_ int, s *goquery.Selection) {
		for _, attr := range []string{"href", "src", "cite"} {
			href, has := s.Attr(attr)
			if !has || strings.HasPrefix(href, "#") && hasID(page, href[1:]) {
				continue
			}
			p.checkWhole(t, name, href)
		}
	})
}
