package build_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"growthportal/generator/build"
	"growthportal/generator/diag"
)

// noise is a photograph so large that smaller ones are made of it.
func noise(tb testing.TB) string {
	m := image.NewRGBA(image.Rect(0, 0, 700, 400))
	r := rand.New(rand.NewPCG(1, 1))
	for i := range m.Pix {
		m.Pix[i] = uint8(r.Uint32()) | 3
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

const pictures = "images:\n  lead: {widths: [200, 400], sizes: 100vw, quality: 70}\n"

// What would break on the night when an item appears stops the build of the day, and nothing is published: a picture whose
// pixels cannot be read, a page that weighs too much, a template that fails on it. Those of a draft stop nobody.
func TestRehearsal(t *testing.T) {
	whole := noise(t)
	broken := whole[:len(whole)/2] + "\xff\xd9" // its header is sound, and it ends as it should
	const release = "content/press/sedan/index.md"
	for _, tt := range []struct {
		name, state, picture, text string
		want                       diag.Code
	}{
		{"a sound picture", "date: 2026-12-01", whole, "", ""},
		{"broken pixels", "date: 2026-12-01", broken, "", diag.BrokenImage},
		{"broken pixels, in a year", "date: 2027-12-01\nexpires: 2027-12-02", broken, "", diag.BrokenImage},
		{"broken pixels of a draft", "draft: true", broken, "", ""},
		{"a heavy page", "date: 2026-12-01", whole, strings.Repeat("Ord och åter ord. ", 40_000), diag.OverBudget},
		{"a template that fails", "date: 2026-12-01", whole, "", diag.TemplateFailed},
		{"a heavy draft", "draft: true\ndate: 2026-12-01", whole, strings.Repeat("Ord och åter ord. ", 40_000), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSandbox(t)
			s.write("themes/small/theme.yaml", string(s.fs["themes/small/theme.yaml"].Data)+pictures)
			if tt.want == diag.TemplateFailed {
				item := string(s.fs["themes/small/layouts/item.html"].Data)
				s.write("themes/small/layouts/item.html", item+`{{if eq .Page.Title "Sedan"}}{{range .Page.NoIndex}}x{{end}}{{end}}`)
			}
			s.write(release, fmt.Sprintf("---\ntitle: Sedan\n%s\nimage: {file: bild.jpg, alt: Bild}\n---\n%s\n", tt.state, tt.text))
			s.write("content/press/sedan/bild.jpg", tt.picture)
			plan, err := build.Make(context.Background(), s.request(nil))
			if err != nil || plan.Failed() {
				t.Fatal(err, plan.Diagnostics)
			}
			if err := build.Publish(context.Background(), plan, build.Publication{Destination: s.dir + "/public", Jobs: 2}); err != nil {
				t.Fatal(err)
			}
			var got diag.Code
			for _, d := range plan.Diagnostics {
				if d.Severity == diag.Error {
					got = d.Code
				}
			}
			_, err = os.Stat(s.dir + "/public/index.html")
			if got != tt.want || (err == nil) != (tt.want == "") {
				t.Errorf("found %q, published: %v", got, err == nil)
			}
		})
	}
}

// What is scheduled is rehearsed once: a build after an edit of something else makes nothing of it again.
func TestRehearsalIsRemembered(t *testing.T) {
	s := newSandbox(t)
	s.write("themes/small/theme.yaml", string(s.fs["themes/small/theme.yaml"].Data)+pictures)
	s.write("content/press/sedan/index.md", "---\ntitle: Sedan\ndate: 2026-12-01\nimage: {file: bild.jpg, alt: Bild}\n---\nText.\n")
	s.write("content/press/sedan/bild.jpg", noise(t))
	rehearsed := func() int {
		recall, err := build.Recall(s.dir, "public", "growthportal test", false)
		if err != nil {
			t.Fatal(err)
		}
		defer recall.Close()
		plan, err := build.Make(context.Background(), s.request(recall))
		if err != nil {
			t.Fatal(err)
		}
		if err := build.Publish(context.Background(), plan, build.Publication{Destination: s.dir + "/public", Jobs: 2, Recall: recall}); err != nil || plan.Failed() {
			t.Fatal(err, plan.Diagnostics)
		}
		if err := recall.Keep(false); err != nil {
			t.Fatal(err)
		}
		return plan.Stats.Rehearsed
	}
	first := rehearsed()
	s.write("content/topics/sak-0.md", "---\ntitle: Sak 0\n---\nAnnat.\n")
	if second := rehearsed(); first < 2 || second != 0 {
		t.Errorf("%d and then %d were rehearsed", first, second)
	}
	s.write("content/press/sedan/index.md", "---\ntitle: Sedan\ndate: 2026-12-01\n---\nMer text.\n")
	if third := rehearsed(); third == 0 {
		t.Error("what changed was not rehearsed")
	}
}
