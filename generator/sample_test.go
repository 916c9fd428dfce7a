package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/PuerkitoBio/goquery"

	"growthportal/generator/build"
	"growthportal/generator/locale"
	"growthportal/generator/output"
	"growthportal/generator/site"
	"growthportal/themes"
)

// The portal in this repository is the first that a newcomer sees, and a model for those who write. These tests build it
// once, in memory and on a fixed day, and look at what came out: that everything the program can do is in it and comes
// out right (sample_features_test.go, sample_seeds_test.go), and that it is plain to read (sample_plain_test.go).

// samplePortal is the portal as it would be published on 23 November 2026.
type samplePortal struct {
	plan  *build.Plan
	files map[string][]byte
}

// builtSample is the portal, built when it is first asked for.
var builtSample = sync.OnceValues(func() (*samplePortal, error) { return buildSample(os.DirFS("..")) })

func buildSample(source fs.FS) (*samplePortal, error) {
	plan, err := build.Make(context.Background(), build.Request{
		Source: source, Themes: themes.FS(), Program: "growthportal test", Jobs: 2,
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 11, 23, 12, 0, 0, 0, loc), nil },
	})
	if err != nil {
		return nil, err
	}
	sink := &sampleSink{files: map[string][]byte{}}
	_, err = output.MakeAll(context.Background(), plan.Recipes, 2, sink)
	return &samplePortal{plan, sink.files}, err
}

// sampleSink keeps what is made.
type sampleSink struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Write implements output.Sink.
func (s *sampleSink) Write(p output.Path, make func(io.Writer) error) (output.Entry, error) {
	var b bytes.Buffer
	if err := make(&b); err != nil {
		return output.Entry{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[string(p)] = b.Bytes()
	return output.Entry{Path: p, Size: int64(b.Len()), Content: sha256.Sum256(b.Bytes())}, nil
}

func sample(t testing.TB) *samplePortal {
	t.Helper()
	portal, err := builtSample()
	if err != nil {
		t.Fatal(err)
	}
	if len(portal.files) == 0 {
		t.Fatalf("nothing was made: %v", portal.plan.Diagnostics)
	}
	return portal
}

// file is a published file; a path that ends in "/", or "", is a page.
func (p *samplePortal) file(t testing.TB, path string) []byte {
	t.Helper()
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	content, ok := p.files[path]
	if !ok {
		t.Fatalf("%s is not published", path)
	}
	return content
}

func (p *samplePortal) page(t testing.TB, path string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(p.file(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// pages are the published HTML pages that a reader reads, in order: all but those that only lead elsewhere.
func (p *samplePortal) pages() []string {
	var list []string
	for path, content := range p.files {
		if strings.HasSuffix(path, ".html") && !bytes.Contains(content, []byte(`http-equiv="refresh"`)) {
			list = append(list, path)
		}
	}
	slices.Sort(list)
	return list
}

// texts are the items of the sample that have a text of their own on the site, in all languages.
func (p *samplePortal) texts() []*site.Item {
	return slices.DeleteFunc(slices.Clone(p.plan.Site.Items), func(it *site.Item) bool { return it.Gone })
}

// sampleWords is a text as it is seen: lines and runs of plain spaces are one space, and a no-break space is told as "~".
func sampleWords(text string) string {
	text = strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
	for strings.Contains(text, "  ") {
		text = strings.ReplaceAll(text, "  ", " ")
	}
	return strings.ReplaceAll(strings.TrimSpace(text), "\u00a0", "~")
}

// The sample is a model: nothing in it is reported, not even as a warning.
func TestSampleIsSound(t *testing.T) {
	for _, d := range sample(t).plan.Diagnostics {
		t.Errorf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message(locale.English))
	}
}

// A newcomer sees a portal that has been in use for years: so many items of each kind (their Swedish versions), and
// at least a third of them in English as well.
func TestSampleIsLarge(t *testing.T) {
	counts, english := map[string]int{}, 0
	for _, it := range sample(t).texts() {
		if it.Lang != locale.Swedish {
			english++
			continue
		}
		counts[it.Type.Name]++
		counts["all"]++
	}
	for kind, least := range map[string]int{
		"all": 80, "press-release": 40, "chief-report": 16, "event": 15, "person": 20, "topic": 14, "publisher": 4,
		"strategy-point": 7, "page": 10,
	} {
		if counts[kind] < least {
			t.Errorf("%s: %d items, want at least %d", kind, counts[kind], least)
		}
	}
	if english*3 < counts["all"] {
		t.Errorf("%d of %d items are in English, want a third", english, counts["all"])
	}
}

// The chief's reports come in an unbroken series: every quarter since the first has one.
func TestSampleReportsAreUnbroken(t *testing.T) {
	var periods []locale.Period
	for _, it := range sample(t).texts() {
		if period, ok := it.Period(); ok && it.Lang == locale.Swedish && sample(t).plan.Site.Doc(it).Publisher.Name == "" {
			periods = append(periods, period)
		}
	}
	slices.SortFunc(periods, locale.Period.Compare)
	if len(periods) < 15 {
		t.Fatalf("%d reports", len(periods))
	}
	for i, period := range periods[1:] {
		if want := periods[i].Next(); period != want {
			t.Errorf("after %v comes %v, want %v", periods[i], period, want)
		}
	}
}

// What is not published leaves no trace: without the drafts, the scheduled items and the alert that has ended, the portal
// is the same, byte for byte.
func TestSampleWithoutTheUnpublished(t *testing.T) {
	unpublished := []string{
		"content/press/faddrar-soks.md", "content/reports/kommundirektoren-2026-q4.md",
		"content/press/2027-01-12-anmalan-oppnar.md", "content/press/2027-01-12-anmalan-oppnar.en.md",
		"content/alerts/stangt-julen-2026.md", "content/alerts/stangt-julen-2026.en.md",
		"content/alerts/vag-514-avstangd.md", "content/_wordlist.txt",
	}
	less, root := fstest.MapFS{}, os.DirFS("..")
	for _, dir := range []string{"config.yaml", "content", "themes"} {
		err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := fs.ReadFile(root, name)
			less[name] = &fstest.MapFile{Data: content}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range unpublished {
		if less[name] == nil {
			t.Errorf("%s is not in the sample", name)
		}
		delete(less, name)
	}
	without, err := buildSample(less)
	if err != nil {
		t.Fatal(err)
	}
	portal := sample(t)
	for path, content := range portal.files {
		if !bytes.Equal(content, without.files[path]) {
			t.Errorf("%s differs", path)
		}
	}
	if len(without.files) != len(portal.files) {
		t.Errorf("%d files, and without the unpublished %d", len(portal.files), len(without.files))
	}
}
