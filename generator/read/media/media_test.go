package media

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// said writes problems as "code words [hint words]".
func said(problems []Problem) []string {
	var list []string
	for _, p := range problems {
		s := strings.Join(append([]string{string(p.Code)}, p.Args...), " ")
		if p.Hint.Name != "" {
			s += " [" + strings.Join(append([]string{string(p.Hint.Name)}, p.Hint.Args...), " ") + "]"
		}
		list = append(list, s)
	}
	return list
}

func TestInspectTellsWhatAFileIs(t *testing.T) {
	bmff := func(brand string) []byte { return []byte("\x00\x00\x00\x18ftyp" + brand + "\x00\x00\x02\x00isomiso2") }
	tests := []struct {
		name    string
		content []byte
		want    Info
	}{
		{"a.jpg", jpegOf(40, 30), Info{Media: "image/jpeg", Label: "JPEG", Width: 40, Height: 30, Opaque: true}},
		{"A.JPEG", jpegOf(40, 30), Info{Media: "image/jpeg", Label: "JPEG", Width: 40, Height: 30, Opaque: true}},
		{"a.png", pngOf(40, 30), Info{Media: "image/png", Label: "PNG", Width: 40, Height: 30, Opaque: true}},
		{"a.gif", gifOf(40, 30, 1), Info{Media: "image/gif", Label: "GIF", Width: 40, Height: 30}},
		{"film.gif", gifOf(40, 30, 2), Info{Media: "image/gif", Label: "GIF", Width: 40, Height: 30, Animated: true, Fixed: true}},
		{"a.webp", webpOf(0), Info{Media: "image/webp", Label: "WebP", Width: 1, Height: 1, Opaque: true}},
		{"a.pdf", pdfOf(12), Info{Media: "application/pdf", Label: "PDF", Pages: 12, Title: "Årsbok", Lang: "sv-SE", Tagged: true}},
		{"a.docx", zipOf("[Content_Types].xml", "word/document.xml"), Info{Media: ooxml + "wordprocessingml.document", Label: "Word"}},
		{"a.xlsx", zipOf("[Content_Types].xml", "xl/workbook.xml"), Info{Media: ooxml + "spreadsheetml.sheet", Label: "Excel"}},
		{"a.pptx", zipOf("ppt/presentation.xml"), Info{Media: ooxml + "presentationml.presentation", Label: "PowerPoint"}},
		{"a.odt", zipOf("mimetype=application/vnd.oasis.opendocument.text"), Info{Media: opendoc + "text", Label: "OpenDocument Text"}},
		{"a.ods", zipOf("mimetype=application/vnd.oasis.opendocument.spreadsheet"), Info{Media: opendoc + "spreadsheet", Label: "OpenDocument Spreadsheet"}},
		{"a.odp", zipOf("mimetype=application/vnd.oasis.opendocument.presentation"), Info{Media: opendoc + "presentation", Label: "OpenDocument Presentation"}},
		{"a.zip", zipOf("anything.exe"), Info{Media: "application/zip", Label: "ZIP"}},
		{"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), Info{Media: "application/msword", Label: "Word"}},
		{"a.rtf", []byte(`{\rtf1 hej}`), Info{Media: "application/rtf", Label: "RTF"}},
		{"a.txt", []byte("\ufeffHej å ä ö\r\n"), Info{Media: "text/plain; charset=utf-8", Label: "Text"}},
		{"a.csv", []byte("år;antal\n2012;4\n"), Info{Media: "text/csv; charset=utf-8", Label: "CSV"}},
		{"a.ics", []byte("BEGIN:VCALENDAR\r\n"), Info{Media: "text/calendar; charset=utf-8", Label: "iCalendar"}},
		{"a.vcf", []byte("begin:vcard\r\n"), Info{Media: "text/vcard; charset=utf-8", Label: "vCard"}},
		{"a.vtt", []byte("\ufeffWEBVTT\n"), Info{Media: "text/vtt; charset=utf-8", Label: "WebVTT"}},
		{"a.json", []byte(`{"a": 1}`), Info{Media: "application/json", Label: "JSON"}},
		{"a.xml", []byte(`<?xml version="1.0"?><a/>`), Info{Media: "application/xml", Label: "XML"}},
		{"a.mp3", []byte("ID3\x04 and more"), Info{Media: "audio/mpeg", Label: "MP3"}},
		{"bare.mp3", []byte("\xff\xfb\x90\x44"), Info{Media: "audio/mpeg", Label: "MP3"}},
		{"a.mp4", bmff("isom"), Info{Media: "video/mp4", Label: "MP4"}},
		{"a.webm", []byte("\x1a\x45\xdf\xa3 and more"), Info{Media: "video/webm", Label: "WebM"}},
		{"a.woff2", []byte("wOF2 and more"), Info{Media: "font/woff2", Label: "WOFF2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := Inspect(tt.name, tt.content, Limits{})
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if len(problems) > 0 {
				t.Error(said(problems))
			}
		})
	}
}

func TestInspectRefuses(t *testing.T) {
	heic := []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
	vba := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00"...)
	tests := []struct {
		name    string
		content []byte
		want    string
	}{
		// What is never published.
		{"a.html", []byte("<p>hej"), "unsupported-file .html [save-as PDF]"},
		{"a.HTM", []byte("<p>hej"), "unsupported-file .htm [save-as PDF]"},
		{"a.xhtml", nil, "unsupported-file .xhtml [save-as PDF]"},
		{"a.js", []byte("alert(1)"), "unsupported-file .js"},
		{"a.mjs", nil, "unsupported-file .mjs"},
		{"a.svgz", nil, "unsupported-file .svgz [save-as SVG]"},
		{"a.swf", nil, "unsupported-file .swf [save-as MP4]"},
		{"a.exe", nil, "unsupported-file .exe"},
		{"a.php", nil, "unsupported-file .php"},
		{"IMG_0001.HEIC", heic, "unsupported-file .heic [save-as JPEG]"},
		{"a.docm", nil, "unsupported-file .docm [save-as PDF]"},
		{"noextension", nil, "unsupported-file "},
		// What is not what it says.
		{"a.jpg", pngOf(1, 1), "not-what-it-says JPEG [rename-to a.png]"},
		{"folder/bild.2.png", jpegOf(1, 1), "not-what-it-says PNG [rename-to bild.2.jpg]"},
		{"a.jpg", heic, "not-what-it-says JPEG"},
		{"a.pdf", []byte("<html>"), "not-what-it-says PDF"},
		{"a.pdf", zipOf("word/document.xml"), "not-what-it-says PDF [rename-to a.docx]"},
		{"a.docx", zipOf("xl/workbook.xml"), "not-what-it-says Word [rename-to a.xlsx]"},
		{"a.docx", zipOf("mimetype=application/vnd.oasis.opendocument.text"), "not-what-it-says Word [rename-to a.odt]"},
		{"a.odt", zipOf("x"), "not-what-it-says OpenDocument Text [rename-to a.zip]"},
		{"a.doc", []byte(`{\rtf1 hej}`), "not-what-it-says Word [rename-to a.rtf]"},
		{"a.txt", []byte("<!DOCTYPE html><script>"), "not-what-it-says Text"},
		{"a.csv", []byte("  <script>alert(1)</script>"), "not-what-it-says CSV"},
		{"a.csv", zipOf("xl/workbook.xml"), "not-what-it-says CSV [rename-to a.xlsx]"},
		{"a.txt", []byte("hej\x00hej"), "not-what-it-says Text"},
		{"a.csv", []byte("\xe5r;antal"), "text-encoding CSV [save-as-utf8]"},
		{"a.csv", []byte("\xff\xfe\xe5\x00r\x00"), "text-encoding CSV [save-as-utf8]"},
		{"a.json", []byte("{"), "not-what-it-says JSON"},
		{"a.ics", []byte("hej"), "not-what-it-says iCalendar"},
		{"a.svg", []byte("hej"), "not-what-it-says SVG"},
		{"a.svg", []byte(`<html xmlns="http://www.w3.org/1999/xhtml"/>`), "not-what-it-says SVG"},
		{"a.svg", []byte(`<svg/>`), "not-what-it-says SVG"},
		{"a.svg", pngOf(1, 1), "not-what-it-says SVG [rename-to a.png]"},
		{"a.mp4", []byte("\x00\x00\x00\x18ftypqt  "), "not-what-it-says MP4"},
		// What acts by itself.
		{"a.docx", zipOf("word/document.xml", "word/vbaProject.bin"), "active-content VBA"},
		{"a.odt", zipOf("mimetype=application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"), "active-content Basic"},
		{"a.xls", vba, "active-content VBA"},
		{"a.xml", []byte(`<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a/>`), "active-content <?xml-stylesheet?>"},
		{"a.xml", []byte(`<a><x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script></a>`), "active-content <script>"},
		{"a.xml", []byte(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`), "active-content <!DOCTYPE>"},
		// What is damaged.
		{"a.png", nil, "empty-file"},
		{"a.txt", nil, "empty-file"},
		{"a.docx", zipOf("word/document.xml")[:40], "broken-file Word"},
		{"a.pdf", []byte("%PDF-1.7\n1 0 obj"), "broken-file PDF"},
		{"a.jpg", []byte("\xff\xd8\xff\xd9"), "broken-image JPEG"},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g></svg>`), "broken-file SVG"},
		{"a.svg", []byte(`<?xml version="1.0" encoding="iso-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"/>`), "text-encoding SVG [save-as-utf8]"},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.want, func(t *testing.T) {
			_, problems := Inspect(tt.name, tt.content, Limits{})
			if d := cmp.Diff([]string{tt.want}, said(problems)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// TestSizesAreBounded: what a header claims is refused before anything is decoded.
func TestSizesAreBounded(t *testing.T) {
	bomb := pngOf(1, 1)
	binary.BigEndian.PutUint32(bomb[16:], 65535)
	binary.BigEndian.PutUint32(bomb[20:], 65535)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	jpegBomb := jpegOf(8, 8)
	at := strings.Index(string(jpegBomb), "\xff\xc0")
	copy(jpegBomb[at+5:], "\xff\xff\xff\xff")
	tests := []struct {
		name    string
		content []byte
		limits  Limits
		want    string
	}{
		{"bomb.png", bomb, Limits{}, "too-many-pixels 65535 65535 100 30000"},
		{"bomb.jpg", jpegBomb, Limits{}, "too-many-pixels 65535 65535 100 30000"},
		{"long.png", pngOf(31_000, 1), Limits{}, "too-many-pixels 31000 1 100 30000"},
		{"a.png", pngOf(40, 30), Limits{Pixels: 1199}, "too-many-pixels 40 30 0 30000"},
		{"a.png", pngOf(40, 30), Limits{Pixels: 1200, Side: 40}, ""},
		{"a.png", pngOf(40, 30), Limits{Picture: 10}, "file-too-large 348 B 10 B"},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), Limits{Drawing: 10}, "file-too-large 41 B 10 B"},
		{"a.txt", make([]byte, 3_000_001), Limits{File: 3_000_000}, "file-too-large 3001 kB 3000 kB"},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9999999" height="1"/>`), Limits{}, "broken-image SVG"},
		{"deep.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg">` + strings.Repeat("<g>", 100_000)), Limits{}, "broken-image SVG"},
	}
	for _, tt := range tests {
		_, problems := Inspect(tt.name, tt.content, tt.limits)
		if got := strings.Join(said(problems), "; "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCutOffPicturesAreFound tries every length of a picture that an interrupted copy can leave.
func TestCutOffPicturesAreFound(t *testing.T) {
	for name, content := range map[string][]byte{
		"a.jpg": jpegOf(9, 9, app1(exifOf(nil, here()...))), "a.png": pngOf(9, 9), "a.gif": gifOf(9, 9, 2), "a.webp": webpOf(0),
	} {
		for n := 1; n < len(content); n++ {
			if _, problems := Inspect(name, content[:n], Limits{}); len(problems) == 0 {
				t.Errorf("%s: nothing said of the first %d of %d bytes", name, n, len(content))
			}
			if f, _ := formatOf(name[1:]); f.magic(content[:n]) {
				if _, err := Strip(name, content[:n]); err == nil {
					t.Errorf("%s: stripped the first %d of %d bytes", name, n, len(content))
				}
			}
		}
	}
}

func TestDamagedPNGIsFound(t *testing.T) {
	content := pngOf(9, 9)
	content[len(content)/2] ^= 1
	if _, problems := Inspect("a.png", content, Limits{}); len(problems) != 1 || problems[0].Code != diag.BrokenImage {
		t.Error(said(problems))
	}
}

func TestProblemBecomesADiagnostic(t *testing.T) {
	_, problems := Inspect("content/x/bild.png", jpegOf(1, 1), Limits{})
	place := diag.Place{File: "content/x/index.md", Line: 4, Column: 9}
	d := problems[0].At(place)
	got := []string{d.Message(locale.Swedish), d.HintText(locale.Swedish), d.Message(locale.English), d.HintText(locale.English)}
	want := []string{"filen är inte PNG, som namnet säger", "döp om filen till bild.jpg", "the file is not PNG, as its name says", "rename the file to bild.jpg"}
	if diff := cmp.Diff(want, got); diff != "" || d.Place != place {
		t.Error(diff, d.Place)
	}
}

func TestIsPicture(t *testing.T) {
	for name, want := range map[string]bool{"a.JPG": true, "a.svg": true, "a.pdf": false, "jpg": false, "": false, "a.b/png": false, ".png": true} {
		if IsPicture(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}
