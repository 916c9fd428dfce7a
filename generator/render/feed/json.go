package feed

import (
	"encoding/json"
	"io"
	"time"
)

// jsonFeed is a feed by https://www.jsonfeed.org/version/1.1/.
type jsonFeed struct {
	Version  string       `json:"version"`
	Title    string       `json:"title"`
	Home     string       `json:"home_page_url"`
	Self     string       `json:"feed_url"`
	Language string       `json:"language"`
	Authors  []jsonAuthor `json:"authors"`
	Items    []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID          string           `json:"id"`
	URL         string           `json:"url"`
	Title       string           `json:"title"`
	Content     string           `json:"content_html"`
	Summary     string           `json:"summary,omitempty"`
	Image       string           `json:"image,omitempty"`
	Published   string           `json:"date_published"`
	Modified    string           `json:"date_modified"`
	Authors     []jsonAuthor     `json:"authors"`
	Tags        []string         `json:"tags,omitempty"`
	Language    string           `json:"language"`
	Attachments []jsonAttachment `json:"attachments,omitempty"`
}

type jsonAttachment struct {
	URL   string `json:"url"`
	Type  string `json:"mime_type"`
	Title string `json:"title,omitempty"`
	Size  int64  `json:"size_in_bytes"`
}

func writeJSON(w io.Writer, v *feedView, self string) error {
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: v.Title, Home: v.Page, Self: self, Language: v.Lang,
		Authors: []jsonAuthor{{v.Author}}, Items: []jsonItem{},
	}
	for _, e := range v.Entries {
		text, err := e.Content.HTML()
		if err != nil {
			return err
		}
		item := jsonItem{
			ID: e.URL, URL: e.URL, Title: e.Title, Content: text, Summary: e.Summary, Image: e.Image,
			Published: e.Published.Format(time.RFC3339), Modified: e.Updated.Format(time.RFC3339),
			Authors: []jsonAuthor{{e.Author}}, Tags: e.Topics, Language: v.Lang,
		}
		for _, file := range e.Files {
			item.Attachments = append(item.Attachments, jsonAttachment(file))
		}
		f.Items = append(f.Items, item)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(f)
}
