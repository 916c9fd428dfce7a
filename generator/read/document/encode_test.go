package document_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/document"
)

// same compares documents; times are the same where they are the same instant in the same zone, since the length of a
// day depends on the zone.
func same() cmp.Options {
	return cmp.Options{
		cmpopts.EquateEmpty(),
		cmp.Comparer(func(a, b time.Time) bool {
			return a.Equal(b) && (a.IsZero() || a.Location().String() == b.Location().String())
		}),
		cmp.Comparer(func(a, b *model.Type) bool { return a.Name == b.Name }),
	}
}

// What the memory keeps of a document, and of what was said of it, is given back as it was.
func TestEncode(t *testing.T) {
	r := newReader(t)
	for path, file := range map[string]string{
		"content/all/2026-01-02-x/index.en.md": "---\ntitle: T\nupdated: 2026-02-01 10:00:00.123\nchanges: [{date: 2026-03-29, note: N}]\nwithdrawn: {date: 2026-10-25, reason: R}\nreview: {date: 2027-01-01}\n" +
			"image: {file: a.png, alt: ''}\naliases: /a\nwords: a\ntext: '*a* [b](c.md)'\nyes: true\ncount: 1.50\nday: 2026-10-25\nat: 2026-10-25 02:30\nmonth: 2008-Q3\nlevel: low\nto: asa\nfile: a.pdf\n" +
			"place: {street: A, opens: 2026-03-29}\ndays: [2026-01-01, 2026-10-25]\nsilence: {lix: x}\n---\n## A\n\n[b](c.md \"d\") ![e](f.png)\n\nx[^1]\n\n[^1]: y\n",
		"content/all/1850-01-01-old.md": "---\ntitle: T\nday: 1878-12-31\n---\n", // the offset of local time had seconds
		"content/any/x.md":              "---\ntitle: T\nextra: {a: [b, {c: 1}]}\n---\n<p>x</p>\n",
		"content/all/broken.md":         "---\ntitle: T\ndarft: true\nday: 2026-02-30\n---\n[x]()\n",
		"content/all/draft.md":          "---\ntitle: T: x\ndraft: true\n---\n",
		"content/all/x.de.md":           "---\n---\n",
		"content/om/kontakt.sv.md":      "---\ntitle: T\n---\n",
	} {
		content := []byte(file)
		doc, found := r.Read(path, content)
		head, text := document.Encode(doc, found)
		clear(content) // nothing that was read is kept in the bytes of the file
		back, foundBack, err := r.Decode(head)
		if err != nil {
			t.Fatal(err)
		}
		if back != nil {
			if lean := back.Body; (text == nil) != lean.Empty() || lean.Segments != nil {
				t.Errorf("%s: text where there is none, or none where there is one", path)
			}
			if text != nil {
				lean := back.Body
				if back.Body, err = document.DecodeText(lean, text); err != nil {
					t.Fatal(err)
				}
				if each := segments(lean, text); !slices.Equal(each, back.Body.Segments) {
					t.Errorf("%s: one by one the segments are %v", path, each)
				}
			}
			back.Body.Plain = doc.Body.Plain // which is not kept
		}
		if d := cmp.Diff(doc, back, same()); d != "" {
			t.Errorf("%s: %s", path, d)
		}
		if d := cmp.Diff(found, foundBack, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

// segments are those of a text, taken one by one; nil where it is not the body's.
func segments(lean *model.Body, text []byte) (list []model.Segment) {
	_, _ = document.EachSegment(lean, text, func(html []byte, ref int) error {
		list = append(list, model.Segment{HTML: string(html), Ref: ref})
		return nil
	})
	return list
}

// A day that is kept ends when it did, also where it has 23 or 25 hours, and whatever zone it was written in.
func TestEncodeDays(t *testing.T) {
	r := newReader(t)
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 800).Draw(t, "day")).Format("2006-01-02")
		form := rapid.SampledFrom([]string{day, day + " 12:00", day + "T23:30", day + "T00:30:00Z", day + "T12:00:00-11:00"}).Draw(t, "form")
		doc, found := r.Read("content/all/x.md", []byte("---\ntitle: T\nexpires: "+form+"\nday: "+day+"\nat: "+form+"\nplace: {street: A, opens: "+form+"}\n---\n"))
		if len(found) > 0 {
			t.Fatal(told(found))
		}
		head, _ := document.Encode(doc, found)
		back, _, err := r.Decode(head)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(doc, back, same()); d != "" {
			t.Fatal(d)
		}
		if !back.Expires.Last().Equal(doc.Expires.Last()) {
			t.Fatalf("%s ended at %v and ends at %v", form, doc.Expires.Last(), back.Expires.Last())
		}
	})
}

// What is no kept document is an error and no panic.
func TestDecodeDamaged(t *testing.T) {
	r := newReader(t)
	doc, found := r.Read("content/all/x.md", []byte("---\ntitle: T\n---\nText.\n"))
	head, text := document.Encode(doc, found)
	for n := range head {
		if _, _, err := r.Decode(head[:n]); err == nil {
			t.Errorf("the first %d bytes of %d are taken for a document", n, len(head))
		}
	}
	for n := range text {
		if _, err := document.DecodeText(doc.Body, text[:n]); err == nil {
			t.Errorf("the first %d bytes of %d are taken for a text", n, len(text))
		}
		told, err := document.EachSegment(doc.Body, text[:n], func([]byte, int) error { t.Error("a part of a text is given"); return nil })
		if told || err == nil {
			t.Errorf("the first %d bytes of %d are told as a text", n, len(text))
		}
	}
	lost, _ := document.Encode(&document.Document{
		Identity: document.Identity{Path: "content/lost/x.md", Collection: "lost"}, Body: &model.Body{},
	}, nil)
	if _, _, err := r.Decode(lost); err == nil {
		t.Error("a document of a type that is gone")
	}
}

// Another file, path or setting is another key; nothing else is.
func TestKey(t *testing.T) {
	r := newReader(t)
	shelf := r.Shelves["all"]
	settings := r.Settings(shelf)
	content := output.Sum([]byte("x"))
	if document.Key("a", content, settings) != document.Key("a", content, newReader(t).Settings(newReader(t).Shelves["all"])) {
		t.Error("the same is another key")
	}
	clean, extra, zone := shelf, shelf, *r
	clean.CleanHTML, extra.AllowExtra, zone.Location = true, true, time.UTC
	kind := everything()
	kind.Fields[0].Kind = model.KindMarkdown
	seen := map[output.Digest]string{document.Key("a", content, settings): "it"}
	for name, key := range map[string]output.Digest{
		"path": document.Key("b", content, settings), "content": document.Key("a", output.Sum([]byte("y")), settings), "html": document.Key("a", content, r.Settings(clean)),
		"extra": document.Key("a", content, r.Settings(extra)), "zone": document.Key("a", content, zone.Settings(shelf)), "type": document.Key("a", content, r.Settings(document.Shelf{Type: kind})),
	} {
		if other, double := seen[key]; double {
			t.Errorf("%s has the key of %s", name, other)
		}
		seen[key] = name
	}
}

// Whatever bytes the memory gives, reading them ends with a document or an error.
func FuzzDecode(f *testing.F) {
	r := newReader(f)
	doc, found := r.Read("content/all/x.md", []byte("---\ntitle: T\nchanges: [{date: 2026-03-29, note: N}]\n---\n## A\n\n[b](c.md \"d\")\n"))
	head, text := document.Encode(doc, found)
	f.Add(head, text)
	f.Add(head[:20], text[:3])
	f.Fuzz(func(t *testing.T, head, text []byte) {
		_, _, _ = r.Decode(head)
		var each []model.Segment
		if whole, err := document.DecodeText(doc.Body, text); err == nil {
			each = whole.Segments
		}
		if got := segments(doc.Body, text); !slices.Equal(got, each) {
			t.Errorf("one by one the segments are %v, and together %v", got, each)
		}
	})
}
