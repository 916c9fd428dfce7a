package feed

import (
	"encoding/xml"
	"io"
	"strings"
	"time"
)

// rss is a feed by the RSS 2.0 specification (https://www.rssboard.org/rss-specification), with the namespaces that
// readers know for what it lacks.
type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Atom    string     `xml:"xmlns:atom,attr"`
	Content string     `xml:"xmlns:content,attr"`
	DC      string     `xml:"xmlns:dc,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Description string    `xml:"description"`
	Language    string    `xml:"language"`
	LastBuild   string    `xml:"lastBuildDate,omitempty"`
	Generator   string    `xml:"generator"`
	Self        atomLink  `xml:"atom:link"`
	Items       []rssItem `xml:"item"`
}

type rssItem struct {
	Title       string        `xml:"title"`
	Link        string        `xml:"link"`
	GUID        rssGUID       `xml:"guid"`
	PubDate     string        `xml:"pubDate"`
	Creator     string        `xml:"dc:creator"`
	Categories  []string      `xml:"category"`
	Description string        `xml:"description"`
	Encoded     string        `xml:"content:encoded"`
	Enclosure   *rssEnclosure `xml:"enclosure"`
}

type rssGUID struct {
	IsPermaLink bool   `xml:"isPermaLink,attr"`
	URL         string `xml:",chardata"`
}

type rssEnclosure struct {
	URL    string `xml:"url,attr"`
	Length int64  `xml:"length,attr"`
	Type   string `xml:"type,attr"`
}

// words are what stands for plain text in a description, which readers take for HTML
// (https://www.rssboard.org/rss-profile#data-types-characterdata).
var words = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func writeRSS(w io.Writer, v *feedView, self string) error {
	f := rss{
		Version: "2.0", Atom: "http://www.w3.org/2005/Atom", Content: "http://purl.org/rss/1.0/modules/content/",
		DC: "http://purl.org/dc/elements/1.1/",
		Channel: rssChannel{
			Title: v.Title, Link: v.Page, Description: words.Replace(v.Title), Language: v.Lang, Generator: v.Program,
			Self: atomLink{Rel: "self", Type: "application/rss+xml", Href: self},
		},
	}
	if len(v.Entries) > 0 {
		f.Channel.LastBuild = v.updated().Format(time.RFC1123Z)
	}
	for _, e := range v.Entries {
		text, err := e.Content.HTML()
		if err != nil {
			return err
		}
		item := rssItem{
			Title: e.Title, Link: e.URL, GUID: rssGUID{true, e.URL}, PubDate: e.Published.Format(time.RFC1123Z), Creator: e.Author,
			Categories: e.Topics, Description: words.Replace(e.Summary), Encoded: text,
		}
		if len(e.Files) > 0 { // RSS has one enclosure an item
			item.Enclosure = &rssEnclosure{URL: e.Files[0].URL, Length: e.Files[0].Size, Type: e.Files[0].Type}
		}
		f.Channel.Items = append(f.Channel.Items, item)
	}
	return writeXML(w, f)
}
