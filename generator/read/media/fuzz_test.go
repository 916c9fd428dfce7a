package media

import (
	"bytes"
	"testing"

	"growthportal/generator/diag"
)

// FuzzInspect holds that no bytes make the readers panic or hang, whatever they are called, and that what is told stays within bounds.
func FuzzInspect(f *testing.F) {
	for name, content := range map[string][]byte{
		"a.jpg": photograph(), "a.png": pngOf(9, 9, chunk("eXIf", string(exifOf(nil, here()...)))), "a.gif": gifOf(9, 9, 2),
		"a.webp": webpOf(webpEXIF, riff("EXIF", "II*\x00")), "a.svg": []byte(svgHead + `<style>a{b:url(#c\64)}</style></svg>`), "a.pdf": pdfOf(3),
		"a.docx": zipOf("word/document.xml"), "a.odt": zipOf("mimetype=application/vnd.oasis.opendocument.text"), "a.csv": []byte("a;b\n"),
		"a.json": []byte(`{"a":[1]}`), "a.mp4": []byte("\x00\x00\x00\x18ftypisom"),
	} {
		f.Add(name, content)
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		info, problems := Inspect(name, content, Limits{})
		if info.Width < 0 || info.Height < 0 || info.Pages < 0 || info.Pages > 100_000 {
			t.Errorf("%+v", info)
		}
		for _, p := range problems {
			p.At(diag.Whole(name))
		}
	})
}

// FuzzStrip holds that stripping twice is stripping once, and that what is stripped of a sound picture is a sound picture of the same
// size without a position.
func FuzzStrip(f *testing.F) {
	for _, content := range [][]byte{
		photograph(), pngOf(9, 9, chunk("eXIf", string(exifOf(nil, here()...)))), gifOf(9, 9, 2), webpOf(webpEXIF, riff("EXIF", "II*\x00")),
	} {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		once, err := Strip("a", content)
		if err != nil {
			return
		}
		twice, err := Strip("a", once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("stripped once: %q\ntwice: %q (%v)", once, twice, err)
		}
		name := "a" + sniff(content)
		before, problems := Inspect(name, content, Limits{})
		if !IsPicture(name) || len(problems) > 0 {
			return
		}
		after, problems := Inspect(name, once, Limits{})
		if len(problems) > 0 || after.HasPosition || after.Width != before.Width || after.Height != before.Height {
			t.Fatalf("was %+v, became %+v, %v", before, after, said(problems))
		}
	})
}
