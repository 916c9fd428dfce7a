package media

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// archiveOf is an archive of files that are named and filled in turn.
func archiveOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What an office document says is found where it is parted in runs, and cells and paragraphs are kept apart.
func TestWords(t *testing.T) {
	docx := archiveOf(t, "word/document.xml", `<w:document xmlns:w="w"><w:p><w:r><w:t>Anna 9001</w:t></w:r><w:r><w:t>01-1239</w:t></w:r></w:p><w:p><w:r><w:t>Bo</w:t></w:r></w:p></w:document>`)
	xlsx := archiveOf(t, "xl/sharedStrings.xml", `<sst><si><t>900101-1239</t></si><si><t>12</t></si></sst>`, "xl/worksheets/sheet1.xml", `<worksheet><row><c><v>199001011239</v></c><c><v>7</v></c></row></worksheet>`)
	odt := archiveOf(t, "content.xml", `<office:text xmlns:office="o" xmlns:text="t"><text:p>900101<text:s/>1239</text:p></office:text>`, "Pictures/a.png", "900102")
	for name, c := range map[string]struct {
		content []byte
		want    []string
	}{
		"a.docx": {docx, []string{"Anna 900101-1239\nBo"}},
		"a.xlsx": {xlsx, []string{"900101-1239\n", "\n199001011239\n"}},
		"a.odt":  {odt, []string{"900101 1239"}},
		"a.csv":  {[]byte("a;900101-1239"), []string{"a;900101-1239"}},
		"a.pdf":  {[]byte("%PDF-1.4 broken"), nil},
		"a.docm": {docx, nil},
		"b.docx": {docx[:len(docx)/2], nil},
	} {
		got := Words(name, c.content)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q, want %q in it", name, got, want)
			}
		}
		if c.want == nil && got != "" {
			t.Errorf("%s: %q, want nothing", name, got)
		}
	}
}
