package check

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"

	"growthportal/generator/diag"
)

// soundFeeds reports feeds and sitemaps that are not well-formed, or that lack what their formats require: Atom (RFC
// 4287), RSS 2.0, JSON Feed 1.1, sitemaps 0.9.
func soundFeeds() Rule {
	return Rule{
		Codes: []diag.Code{diag.FeedFault}, Whole: true,
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, f := range b.feeds {
				found = append(found, diag.FeedFault.At(place(f.claim), "/"+f.file, f.fault))
			}
			return found
		},
	}
}

// soundFile says, in a few words, what is wrong with a file for programs; "" for nothing.
func soundFile(file string, content []byte) string {
	if path.Ext(file) != ".xml" {
		if !json.Valid(content) {
			return "JSON"
		}
		if path.Base(file) == "feed.json" {
			return soundJSONFeed(content)
		}
		return ""
	}
	dec := xml.NewDecoder(bytes.NewReader(content))
	dec.Strict = true
	for root := ""; ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			if root == "" {
				return "XML"
			}
			return soundXML(root, content)
		}
		if err != nil {
			return err.Error()
		}
		if start, ok := token.(xml.StartElement); ok && root == "" {
			root = start.Name.Local
		}
	}
}

func soundXML(root string, content []byte) string {
	switch root {
	case "feed":
		return soundAtom(content)
	case "rss":
		return soundRSS(content)
	}
	return ""
}

func soundAtom(content []byte) string {
	var feed struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(content, &feed); err != nil {
		return err.Error()
	}
	lacks := firstEmpty("id", feed.ID, "title", feed.Title, "updated", feed.Updated)
	seen := map[string]bool{}
	for _, e := range feed.Entries {
		if lacks == "" {
			lacks = firstEmpty("entry/id", e.ID, "entry/title", e.Title, "entry/updated", e.Updated)
		}
		if lacks == "" && seen[e.ID] {
			lacks = "entry/id " + e.ID
		}
		seen[e.ID] = true
	}
	return lacks
}

func soundRSS(content []byte) string {
	var feed struct {
		Title       string `xml:"channel>title"`
		Description string `xml:"channel>description"`
		Items       []struct {
			Title string `xml:"title"`
			GUID  string `xml:"guid"`
		} `xml:"channel>item"`
	}
	if err := xml.Unmarshal(content, &feed); err != nil {
		return err.Error()
	}
	lacks := firstEmpty("channel/title", feed.Title, "channel/description", feed.Description)
	for _, item := range feed.Items {
		if lacks == "" {
			lacks = firstEmpty("item/title", item.Title, "item/guid", item.GUID)
		}
	}
	return lacks
}

func soundJSONFeed(content []byte) string {
	var feed struct {
		Version, Title string
		Items          []struct{ ID string }
	}
	if err := json.Unmarshal(content, &feed); err != nil {
		return err.Error()
	}
	lacks := firstEmpty("version", feed.Version, "title", feed.Title)
	for _, item := range feed.Items {
		if lacks == "" {
			lacks = firstEmpty("items/id", item.ID)
		}
	}
	return lacks
}

// firstEmpty is the first name whose value is empty, of names and values in turn.
func firstEmpty(pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			return pairs[i]
		}
	}
	return ""
}
