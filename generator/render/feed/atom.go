package feed

import (
	"cmp"
	"encoding/xml"
	"io"
	"time"
)

// atomFeed is a feed by RFC 4287.
type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Updated   string      `xml:"updated"`
	Author    atomPerson  `xml:"author"`
	Generator string      `xml:"generator"`
	Links     []atomLink  `xml:"link"`
	Entries   []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel    string `xml:"rel,attr"`
	Type   string `xml:"type,attr,omitempty"`
	Href   string `xml:"href,attr"`
	Title  string `xml:"title,attr,omitempty"`
	Length int64  `xml:"length,attr,omitempty"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Author     atomPerson     `xml:"author"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Content    atomText       `xml:"content"`
}

func writeAtom(w io.Writer, v *feedView, self string) error {
	f := atomFeed{
		Lang: v.Lang, ID: self, Title: v.Title, Updated: v.updated().Format(time.RFC3339), Author: atomPerson{v.Author}, Generator: v.Program,
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: self}, {Rel: "alternate", Type: "text/html", Href: v.Page}},
	}
	for _, e := range v.Entries {
		text, err := e.Content.HTML()
		if err != nil {
			return err
		}
		a := atomEntry{
			ID: cmp.Or(e.ID, e.URL), Title: e.Title, Published: e.Published.Format(time.RFC3339), Updated: e.Updated.Format(time.RFC3339),
			Author: atomPerson{e.Author}, Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: e.URL}},
			Summary: e.Summary, Content: atomText{Type: "html", Text: text},
		}
		for _, file := range e.Files {
			a.Links = append(a.Links, atomLink{Rel: "enclosure", Type: file.Type, Href: file.URL, Title: file.Title, Length: file.Size})
		}
		for _, topic := range e.Topics {
			a.Categories = append(a.Categories, atomCategory{topic})
		}
		f.Entries = append(f.Entries, a)
	}
	return writeXML(w, f)
}

func writeXML(w io.Writer, document any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(document); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
