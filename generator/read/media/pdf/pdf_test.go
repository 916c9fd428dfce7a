package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func deflate(b []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// maker writes a PDF object by object. Object numbers are given by the caller; offsets are noted.
type maker struct {
	bytes.Buffer
	offsets map[int]int
}

func newMaker() *maker {
	m := &maker{offsets: map[int]int{}}
	m.WriteString("%PDF-1.7\n%\xe5\xe4\xf6\xff\n")
	return m
}

func (m *maker) object(num int, body string) {
	m.offsets[num] = m.Len()
	fmt.Fprintf(m, "%d 0 obj\n%s\nendobj\n", num, body)
}

func (m *maker) stream(num int, entries string, data []byte) {
	m.object(num, fmt.Sprintf("<<%s/Length %d>>\nstream\r\n%s\r\nendstream", entries, len(data), data))
}

// table ends the file, or a version of it, with a classic cross-reference table of the objects named.
func (m *maker) table(trailer string, numbers ...int) []byte {
	start := m.Len()
	m.WriteString("xref\r\n0 1\r\n0000000000 65535 f\r\n")
	for _, n := range numbers {
		fmt.Fprintf(m, "%d 1\n%010d 00000 n \n", n, m.offsets[n])
	}
	fmt.Fprintf(m, "trailer <<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	return m.Bytes()
}

// classic is a document of three pages in a tree of two floors.
func classic() *maker {
	m := newMaker()
	m.object(1, "<< /Type /Catalog /Pages 2 0 R /Lang (sv_SE) % a comment\n /MarkInfo << /Marked true >> >>")
	m.object(2, "<< /Type /Pages /Count 3 /Kids [ 3 0 R 6 0 R ] >>")
	m.object(3, "<< /Type /Pages /Count 2 /Kids [ 4 0 R 5 0 R ] >>")
	m.object(4, "<< /Type /Page >>")
	m.object(5, "<< /Type /Page >>")
	m.object(6, "<< /Type /Page /Contents [] >>")
	m.object(7, `<< /Title (En rapport \(utkast\) \344\
 \x) /Author (A) >>`)
	return m
}

var told = Document{Pages: 3, Title: "En rapport (utkast) ä x", Lang: "sv-SE", Tagged: true, Author: "A", Said: []string{"A", "En rapport (utkast) ä x"}}

const trailer = "/Size 8 /Root 1 0 R /Info 7 0 R"

func whole() []byte { return classic().table(trailer, 1, 2, 3, 4, 5, 6, 7) }

// packed is the same document with its objects in an object stream, found by a cross-reference stream with a predictor.
func packed() []byte {
	m := newMaker()
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R/Lang(sv-SE)/MarkInfo<</Marked true>>>>", "<</Type/Pages/Count 3/Kids[3 0 R 6 0 R]>>",
		"<</Type/Pages/Count 2/Kids[4 0 R 5 0 R]>>", "<</Type/Page>>", "<</Type/Page>>", "<</Type/Page>>",
		"<</Title<FEFF0045006e002000720061007000700 06f0072007400200028007500740 06b006100730074002900 2000e4002000 78>>>",
	}
	var head, body string
	for i, o := range objects {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + " "
	}
	m.stream(8, fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(objects), len(head)), deflate([]byte(head+body)))
	at := m.Len()
	rows := [][]byte{{0, 0, 0, 0, 0}}
	for i := range objects {
		rows = append(rows, []byte{2, 0, 0, 8, byte(i)})
	}
	rows = append(rows, []byte{1, 0, byte(m.offsets[8] >> 8), byte(m.offsets[8]), 0}, []byte{1, 0, byte(at >> 8), byte(at), 0})
	m.stream(9, "/Type/XRef/Size 10/W[1 3 1]/Root 1 0 R/Info 7 0 R/Filter[/FlateDecode]/DecodeParms[<</Predictor 12/Columns 5>>]", deflate(predict(rows)))
	fmt.Fprintf(m, "startxref\n%d\n%%%%EOF", at)
	return m.Bytes()
}

// predict writes rows with each of PNG's filters in turn.
func predict(rows [][]byte) []byte {
	var out []byte
	above := make([]byte, len(rows[0]))
	for n, row := range rows {
		filter := byte(n % 5)
		out = append(out, filter)
		for i, v := range row {
			var left, corner byte
			if i > 0 {
				left, corner = row[i-1], above[i-1]
			}
			switch filter {
			case 1:
				v -= left
			case 2:
				v -= above[i]
			case 3:
				v -= byte((int(left) + int(above[i])) / 2)
			case 4:
				v -= paeth(left, above[i], corner)
			}
			out = append(out, v)
		}
		above = row
	}
	return out
}

func TestRead(t *testing.T) {
	replaced := func(b []byte, old, new string) []byte { return bytes.ReplaceAll(b, []byte(old), []byte(new)) }
	update := classic()
	first := len(update.table(trailer, 1, 2, 3, 4, 5, 6, 7))
	start := bytes.LastIndex(update.Bytes()[:first], []byte("xref\r\n0 1"))
	update.object(6, "<</Type/Pages/Kids[8 0 R 9 0 R]>>")
	update.object(8, "<</Type/Page>>")
	update.object(9, "<</Type/Page>>")
	updated := update.table(fmt.Sprintf("/Size 10/Root 1 0 R/Prev %d", start), 6, 8, 9)
	four := told
	four.Pages = 4

	unsigned := told
	unsigned.Author, unsigned.Said = "", told.Said[1:]

	encrypted := classic()
	encrypted.object(8, "<</Filter/Standard>>")

	tests := []struct {
		name string
		data []byte
		want Document
	}{
		{"a classic table", whole(), told},
		{"a cross-reference stream", packed(), unsigned},
		{"blanks before the header, from which offsets count", append([]byte("\n\n  "), whole()...), told},
		{"an incremental update", updated, four},
		{"no table at all", whole()[:start], Document{Pages: 3, Lang: "sv-SE", Tagged: true}},
		{"wrong offsets", replaced(whole(), "%\xe5\xe4\xf6\xff\n", "% longer than it was\n"), told},
		{"wrong offsets of a stream", replaced(packed(), "%\xe5\xe4\xf6\xff\n", "% longer than it was\n"), unsigned},
		{"startxref beyond the end", replaced(whole(), "startxref\n", "startxref\n9999"), told},
		{"an encrypted file says only what is not encrypted", encrypted.table(trailer+"/Encrypt 8 0 R", 1, 2, 3, 4, 5, 6, 7, 8), Document{Pages: 3, Tagged: true, Encrypted: true}},
		{"a page that is lost", replaced(whole(), "5 0 obj", "5 0 xxx"), told},
		{"a script when opened", replaced(whole(), "/MarkInfo", "/OpenAction<</S/JavaScript/JS(x)>>/MarkInfo"), func() Document { d := told; d.Active = true; return d }()},
		{"a language that is none", replaced(whole(), "sv_SE", "sv SE"), func() Document { d := told; d.Lang = ""; return d }()},
		{"nothing", nil, Document{}},
		{"only a header", []byte("%PDF-1.7\n"), Document{}},
		{"no pages", newMaker().table("/Root 1 0 R"), Document{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, Read(tt.data)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestReadGivesTheMetadataPacket(t *testing.T) {
	m := classic()
	m.object(1, "<</Type/Catalog/Pages 2 0 R/Metadata 8 0 R>>")
	m.stream(8, "/Type/Metadata/Filter/FlateDecode", deflate([]byte("<x:xmpmeta/>")))
	if got := Read(m.table("/Root 1 0 R", 1, 2, 3, 4, 5, 6, 8)); string(got.XMP) != "<x:xmpmeta/>" || got.Pages != 3 {
		t.Errorf("%+v", got)
	}
}

// TestHostileFilesEnd holds files made to keep a reader busy: circles, nesting, bombs. That they end at all is the promise.
func TestHostileFilesEnd(t *testing.T) {
	simple := func(objects ...string) []byte {
		m := newMaker()
		var numbers []int
		for i, o := range objects {
			m.object(i+1, o)
			numbers = append(numbers, i+1)
		}
		return m.table("/Root 1 0 R", numbers...)
	}
	const root = "<</Type/Catalog/Pages 2 0 R>>"
	wide := "<</Kids[" + strings.Repeat("3 0 R ", 200_000) + "]>>"
	bomb := newMaker()
	bomb.object(1, root)
	bomb.stream(2, "/Type/ObjStm/N 1000000/First 9000000/Filter/FlateDecode", deflate(bytes.Repeat([]byte("1 1 "), 20<<20)))
	loop := newMaker()
	loop.stream(1, "/Type/ObjStm/N 1/First 4/Length 1 0 R", []byte("1 0 <<>>"))
	tests := []struct {
		name  string
		data  []byte
		pages int
	}{
		{"a tree that is its own child", simple(root, "<</Kids[2 0 R 2 0 R 2 0 R]>>"), 0},
		{"two that are each other's", simple(root, "<</Kids[3 0 R]>>", "<</Kids[2 0 R]/Count 9>>"), 0},
		{"references in a circle", simple(root, "3 0 R", "2 0 R"), 0},
		{"a count of its own making", simple(root, "<</Count 99999999/Kids[9 0 R]>>"), 0},
		{"a negative count", simple(root, "<</Count -5/Kids[9 0 R]>>"), 0},
		{"one page two hundred thousand times", simple(root, wide, "<</Type/Page>>"), 1},
		{"deep arrays", simple(root, strings.Repeat("[", 1_000_000)), 0},
		{"deep dictionaries, many times", []byte(strings.Repeat("1 0 obj <</A ", 100_000)), 0},
		{"objects without end", []byte(strings.Repeat("1 0 obj (", 100_000)), 0},
		{"streams without end", []byte(strings.Repeat("1 0 obj<<>>stream\n", 50_000)), 0},
		{"trailers without end", []byte(strings.Repeat("trailer<</Root[", 50_000)), 0},
		{"hexadecimal without end", []byte(strings.Repeat("1 0 obj<", 100_000)), 0},
		{"a bomb", bomb.table("/Root 1 0 R", 1, 2), 0},
		{"a stream in itself", loop.table("/Root 1 0 R", 1), 0},
		{"versions in a circle", []byte("xref\n0 0\ntrailer<</Prev 0/Root 1 0 R>>startxref\n0"), 0},
		{"a table of two thousand million", []byte("xref\n0 2000000000\n" + strings.Repeat("0000000000 00000 n \n", 1000) + "startxref\n0"), 0},
		{"widths of nothing", []byte("1 0 obj<</Type/XRef/W[0 0 0]/Size 2000000000/Length 1>>stream\nx\nendstream startxref\n0"), 0},
		{"numbers that are none", simple("<</Type/Catalog/Pages 2 0 R/Lang Infinity>>", "<</Count NaN/Kids[]/A 0x7/B ++--..>>"), 0},
		{"numbers too large", simple("<</Type/Catalog/Pages 2 0 R>>", "<</Count "+strings.Repeat("9", 400)+"/Kids[7 0 R]>>"), 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Read(tt.data).Pages; got != tt.pages {
				t.Errorf("%d pages, want %d", got, tt.pages)
			}
		})
	}
}

func TestTextStrings(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"plain", "plain"},
		{"\xe5\xe4\xf6 \x80\x84\xa0", "åäö •—€"},
		{"\xfe\xff\x00\xc5\x20\x1d", "Å”"},
		{"\xff\xfe\xc5\x00", "Å"},
		{"\xef\xbb\xbfÅ", "Å"},
		{"\xfe\xff\x00\x1b\x00s\x00v\x00\x1b\x00A", "A"},
		{"\xfe\xff\x00", ""},
		{"\xfe\xff\xd8\x00", "\ufffd"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := text(tt.raw).decode(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.raw, got, tt.want)
		}
	}
}

// FuzzRead holds that no bytes make the reader panic or tell what cannot be.
func FuzzRead(f *testing.F) {
	f.Add(whole())
	f.Add(packed())
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages<</Kids[<<>>]>>>>endobj"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d := Read(data); d.Pages < 0 || d.Pages > maxPages || len(d.Lang) > 35 {
			t.Errorf("%+v", d)
		}
	})
}
