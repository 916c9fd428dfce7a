package media

import (
	"bytes"
	"path"
	"strings"
)

// format is a kind of file that can be published.
type format struct {
	ext     string // with its dot, in lower case; several are separated by spaces, the usual one first
	media   string // see the IANA registry of media types
	label   string
	magic   func(content []byte) bool // tells the kind by its first bytes; nil where there are none
	inspect func(in *inspection)      // looks at a file that is of the kind, not empty and not too large
	class   class
}

// class is which of the limits of size holds for a format.
type class uint8

const (
	file class = iota
	picture
	drawing
)

func (f format) limit(l Limits) int64 {
	switch f.class {
	case picture:
		return l.Picture
	case drawing:
		return l.Drawing
	}
	return l.File
}

// formats lists all kinds that can be published. What is not in it is refused: a page of HTML, a script or a program beside a
// text would be served from the municipality's own address, with all that it allows.
func formats() []format {
	return []format{
		{".jpg .jpeg", "image/jpeg", "JPEG", begins("\xff\xd8\xff"), inspectJPEG, picture},
		{".png", "image/png", "PNG", begins(pngSignature), inspectPNG, picture},
		{".gif", "image/gif", "GIF", begins("GIF87a", "GIF89a"), inspectGIF, picture},
		{".webp", "image/webp", "WebP", isWebP, inspectWebP, picture},
		{".svg", "image/svg+xml", "SVG", nil, inspectSVG, drawing},

		{".pdf", "application/pdf", "PDF", isPDF, inspectPDF, file},

		{".docx", ooxml + "wordprocessingml.document", "Word", isZip, office("word/document.xml"), file},
		{".xlsx", ooxml + "spreadsheetml.sheet", "Excel", isZip, office("xl/workbook.xml"), file},
		{".pptx", ooxml + "presentationml.presentation", "PowerPoint", isZip, office("ppt/presentation.xml"), file},
		{".odt", opendoc + "text", "OpenDocument Text", isZip, openDocument, file},
		{".ods", opendoc + "spreadsheet", "OpenDocument Spreadsheet", isZip, openDocument, file},
		{".odp", opendoc + "presentation", "OpenDocument Presentation", isZip, openDocument, file},
		{".odg", opendoc + "graphics", "OpenDocument Graphics", isZip, openDocument, file},
		{".epub", "application/epub+zip", "EPUB", isZip, openDocument, file},
		{".zip", "application/zip", "ZIP", isZip, anyZip, file},
		{".doc", "application/msword", "Word", isCompound, oldOffice, file},
		{".xls", "application/vnd.ms-excel", "Excel", isCompound, oldOffice, file},
		{".ppt", "application/vnd.ms-powerpoint", "PowerPoint", isCompound, oldOffice, file},
		{".rtf", "application/rtf", "RTF", begins(`{\rtf`), asItIs, file},

		{".txt", "text/plain; charset=utf-8", "Text", nil, text(""), file},
		{".csv", "text/csv; charset=utf-8", "CSV", nil, text(""), file},
		{".tsv", "text/tab-separated-values; charset=utf-8", "TSV", nil, text(""), file},
		{".ics", "text/calendar; charset=utf-8", "iCalendar", nil, text("BEGIN:VCALENDAR"), file},
		{".vcf", "text/vcard; charset=utf-8", "vCard", nil, text("BEGIN:VCARD"), file},
		{".vtt", "text/vtt; charset=utf-8", "WebVTT", nil, text("WEBVTT"), file},
		{".srt", "application/x-subrip; charset=utf-8", "SubRip", nil, text(""), file},
		{".json", "application/json", "JSON", nil, jsonText, file},
		{".geojson", "application/geo+json", "GeoJSON", nil, jsonText, file},
		{".xml", "application/xml", "XML", nil, inspectXML, file},
		{".gpx", "application/gpx+xml", "GPX", nil, inspectXML, file},
		{".kml", "application/vnd.google-earth.kml+xml", "KML", nil, inspectXML, file},

		{".mp3", "audio/mpeg", "MP3", isMP3, asItIs, file},
		{".m4a", "audio/mp4", "M4A", isMP4, asItIs, file},
		{".ogg .oga", "audio/ogg", "Ogg", begins("OggS"), asItIs, file},
		{".wav", "audio/wav", "WAV", isWAV, asItIs, file},
		{".flac", "audio/flac", "FLAC", begins("fLaC"), asItIs, file},
		{".mp4 .m4v", "video/mp4", "MP4", isMP4, asItIs, file},
		{".webm", "video/webm", "WebM", begins("\x1a\x45\xdf\xa3"), asItIs, file},
		{".ogv", "video/ogg", "Ogg", begins("OggS"), asItIs, file},

		{".woff2", "font/woff2", "WOFF2", begins("wOF2"), asItIs, file},
		{".woff", "font/woff", "WOFF", begins("wOFF"), asItIs, file},
		{".ttf", "font/ttf", "TrueType", begins("\x00\x01\x00\x00", "true"), asItIs, file},
		{".otf", "font/otf", "OpenType", begins("OTTO"), asItIs, file},
	}
}

const (
	ooxml   = "application/vnd.openxmlformats-officedocument."
	opendoc = "application/vnd.oasis.opendocument."
)

func formatOf(ext string) (format, bool) {
	for _, f := range formats() {
		if e, more, _ := strings.Cut(f.ext, " "); ext == e || ext != "" && ext == more {
			return f, true
		}
	}
	return format{}, false
}

// IsPicture tells whether a name is that of a picture that pages can show.
func IsPicture(name string) bool {
	f, ok := formatOf(strings.ToLower(path.Ext(name)))
	return ok && f.class != file
}

// saveAs is the kind to which a file of a kind that is not published should be saved anew.
func saveAs(ext string) string {
	switch ext {
	case ".heic", ".heif", ".tif", ".tiff", ".bmp", ".avif", ".jxl", ".jfif", ".psd", ".raw", ".dng":
		return "JPEG"
	case ".svgz", ".ai", ".eps":
		return "SVG"
	case ".docm", ".dotx", ".pages", ".indd", ".pub", ".xps", ".html", ".htm", ".xhtml", ".mht", ".pptm", ".ppsx":
		return "PDF"
	case ".xlsm", ".xlsb", ".numbers":
		return "XLSX"
	case ".rar", ".7z", ".gz", ".tar", ".tgz":
		return "ZIP"
	case ".mov", ".avi", ".wmv", ".mkv", ".flv", ".swf":
		return "MP4"
	case ".wma", ".aac", ".aiff":
		return "MP3"
	}
	return ""
}

// sniff is the usual extension of what the content is, or "" where its first bytes do not tell.
func sniff(content []byte) string {
	if isZip(content) {
		return sniffZip(content)
	}
	for _, f := range formats() {
		if f.magic != nil && f.magic(content) && !isCompound(content) {
			ext, _, _ := strings.Cut(f.ext, " ")
			return ext
		}
	}
	return ""
}

// asItIs inspects nothing more than the first bytes.
func asItIs(*inspection) {}

func begins(with ...string) func([]byte) bool {
	return func(content []byte) bool {
		for _, w := range with {
			if bytes.HasPrefix(content, []byte(w)) {
				return true
			}
		}
		return false
	}
}

func isWebP(b []byte) bool {
	return len(b) >= 16 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP"
}

func isWAV(b []byte) bool {
	return len(b) >= 16 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WAVE"
}

// isMP4 tells a file of the ISO base media format (ISO 14496-12) that is a film or a sound. Pictures of the same format (HEIC, AVIF)
// have brands of their own.
func isMP4(b []byte) bool {
	if len(b) < 12 || string(b[4:8]) != "ftyp" {
		return false
	}
	switch string(b[8:12]) {
	case "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso8", "mp41", "mp42", "mp71", "avc1", "dash", "M4V ", "M4A ", "M4VH", "M4VP", "MSNV", "f4v ":
		return true
	}
	return false
}

// isMP3 tells an ID3v2 tag, or a frame of MPEG audio, layer III.
func isMP3(b []byte) bool {
	return bytes.HasPrefix(b, []byte("ID3")) || len(b) >= 4 && b[0] == 0xff && b[1]&0xe6 == 0xe2 && b[2]>>4 != 0xf && b[2]>>4 != 0
}

// isPDF tells a PDF, before which blanks and a byte order mark may stand.
func isPDF(b []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 1024)], []byte("\ufeff")), "\x00\t\n\f\r ")
	return bytes.HasPrefix(head, []byte("%PDF-"))
}

func isCompound(b []byte) bool { return bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) }
