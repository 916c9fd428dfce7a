package media

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"growthportal/generator/read/media/pdf"
)

// mostWords is how many bytes of the text of a file are read.
const mostWords = 8 << 20

// Words is what a document says, as plain text, for those who look for something in it: text files as they are, PDF and
// the documents of office programs as far as they can be read. It is "" for pictures, sound, and what cannot be read.
func Words(name string, content []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return pdf.Text(content)
	case ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".odg", ".epub":
		return archiveWords(content)
	case ".txt", ".csv", ".tsv", ".ics", ".vcf", ".vtt", ".srt", ".json", ".geojson", ".xml", ".gpx", ".kml", ".svg", ".rtf", ".html", ".htm", ".md", ".yaml", ".yml":
		return string(content[:min(len(content), mostWords)])
	}
	return ""
}

// archiveWords is the text of the XML files in an archive. A paragraph, a cell and a slide's line end with a line's end.
func archiveWords(content []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, f := range archive.File {
		if ext := path.Ext(f.Name); ext != ".xml" && ext != ".xhtml" && ext != ".html" {
			continue
		}
		if b.Len() > mostWords {
			break
		}
		if r, err := f.Open(); err == nil {
			xmlWords(&b, io.LimitReader(r, mostWords))
			_ = r.Close() // it was read from memory
		}
	}
	return b.String()
}

// xmlWords adds the text of an XML document, as far as it is one.
func xmlWords(b *strings.Builder, r io.Reader) {
	dec := xml.NewDecoder(r)
	dec.Strict = false
	dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not read") }
	for {
		token, err := dec.Token()
		if err != nil {
			return
		}
		switch t := token.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if t.Name.Local == "tab" || t.Name.Local == "s" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "p", "h", "br", "v", "c", "si", "row", "table-cell", "li", "td", "title":
				b.WriteByte('\n')
			}
		}
	}
}
