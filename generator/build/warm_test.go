package build_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"growthportal/generator/build"
	"growthportal/generator/output"
	"growthportal/generator/site"
	"growthportal/themes"
)

// sandbox is a site that edits are tried on, with a destination and a memory that outlive the builds.
type sandbox struct {
	fs   fstest.MapFS
	now  time.Time
	show site.Show
	dir  string
	jobs int
	kept *build.Kept // of builds that one process makes; nil for a process each

	written int64       // files dated so far
	last    *build.Plan // of the latest build with a memory
	older   []byte      // a memory that may be put back
}

const sandboxConfig = `title: {sv: Portalen, en: The portal}
url: https://tillvaxt.example.se/
languages: [sv, en]
theme: small
publisher: kommunen
collections:
  press: {type: nyhet, title: {sv: Nyheter, en: News}, url: {sv: /nyheter/, en: /news/}, perPage: 3}
  letters: {type: brev, title: Brev, url: /brev/}
  topics: {type: sak, title: Saker, url: /saker/}
  people: {type: folk, title: Folk, url: /folk/}
  publishers: {type: organ, title: Organ}
  aims: {type: mal, title: Mål, url: /mal/}
  meetings: {type: traff, title: Träffar, url: /traffar/}
  alerts: {type: larm, title: Larm}
menu:
  - {page: press}
  - {page: om/kontakt}
`

// newSandbox is a small site in the theme of testdata/small, whose types have names of their own.
func newSandbox(tb testing.TB) *sandbox {
	s := &sandbox{fs: fstest.MapFS{}, now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC), dir: tb.TempDir(), jobs: 2}
	err := fs.WalkDir(os.DirFS("testdata/small"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile("testdata/small/" + name)
		s.fs["themes/small/"+name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	s.write("config.yaml", sandboxConfig)
	s.write("content/index.md", "---\ntitle: Start\n---\nVälkommen till [kontakt](om/kontakt.md).\n")
	s.write("content/om/kontakt.md", "---\ntitle: Kontakt\n---\n## Tider\n\nAlla dagar.\n")
	s.write("content/om/kontakt.en.md", "---\ntitle: Contact\n---\nEvery day.\n")
	s.write("content/publishers/kommunen.md", "---\ntitle: Kommunen\nom: En kommun.\n---\n")
	s.write("content/people/asa.md", "---\ntitle: Åsa\n---\n")
	s.write("content/aims/ett.md", "---\ntitle: Mål ett\n---\n")
	for i := range 3 {
		s.write(fmt.Sprintf("content/topics/sak-%d.md", i), fmt.Sprintf("---\ntitle: Sak %d\n---\nOm.\n", i))
	}
	return s
}

func (s *sandbox) write(name, text string) { s.fs[name] = &fstest.MapFile{Data: []byte(text)} }

func (s *sandbox) request(recall *build.Recollection) build.Request {
	return build.Request{
		Source: s.fs, Themes: themes.FS(), Program: "growthportal test", Show: s.show, Jobs: s.jobs, Recall: recall,
		Now:   func(loc *time.Location) (time.Time, error) { return s.now.In(loc), nil },
		Clock: func() time.Time { return s.now }, Identity: "test",
	}
}

// warm builds with the memory and the destination of the builds before, and tells what public/ holds then; nil where
// the sources have errors.
func (s *sandbox) warm(tb rapid.TB) *output.Manifest {
	recall, err := build.Recall(s.dir, "public", "growthportal test", false)
	if err != nil {
		tb.Fatal(err)
	}
	defer recall.Close()
	req, pub := s.request(recall), build.Publication{Destination: s.dir + "/public", Jobs: s.jobs, Recall: recall, Last: s.kept == nil}
	req.Kept = s.kept
	plan, err := build.Standing(context.Background(), &req, pub)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { s.last = plan }()
	if plan == nil {
		if plan, err = build.Make(context.Background(), req); err != nil {
			tb.Fatal(err)
		}
		if plan.Failed() {
			return nil
		}
		if err := build.Publish(context.Background(), plan, pub); err != nil {
			tb.Fatal(err)
		}
		if err := recall.Keep(s.kept != nil); err != nil {
			tb.Fatal(err)
		}
	}
	tree, err := output.Open(context.Background(), s.dir+"/public", output.Options{Verify: true})
	if err != nil {
		tb.Fatal(err)
	}
	return tree.Current()
}

// clean builds from nothing, with another number of workers, and keeps nothing but the bytes.
func (s *sandbox) clean(tb rapid.TB) (output.Set, *output.Memory) {
	req := s.request(nil)
	req.Jobs = 3 - s.jobs%3
	plan, err := build.Make(context.Background(), req)
	if err != nil {
		tb.Fatal(err)
	}
	kept := &output.Memory{}
	set, err := output.MakeAll(context.Background(), plan.Recipes, req.Jobs, kept)
	if err != nil {
		tb.Fatal(err)
	}
	return set, kept
}

// check holds a warm build against a clean one. It tells whether the sources had no errors.
func (s *sandbox) check(tb rapid.TB) bool {
	manifest := s.warm(tb)
	set, kept := s.clean(tb)
	if manifest == nil {
		return false
	}
	for _, d := range manifest.Published.Diff(set) {
		want, _ := kept.Bytes(d.Path)
		got, _ := os.ReadFile(s.dir + "/public/" + string(d.Path))
		tb.Errorf("%s\n--- warm\n%s\n--- clean\n%s", d, got, want)
	}
	for e := range set.All() { // the manifest says so; the disk must as well
		got, err := os.ReadFile(s.dir + "/public/" + string(e.Path))
		if err != nil || output.Sum(got) != e.Content {
			tb.Errorf("%s on disk is not what the manifest says: %v", e.Path, err)
		}
	}
	return true
}

// TestWarmEqualsClean protects the first promise: after any sequence of edits, a build with a memory publishes byte for
// byte what a build from nothing would.
func TestWarmEqualsClean(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := newSandbox(t)
		sound := 0
		if rapid.Bool().Draw(r, "one process") {
			s.kept = build.NewKept(func() time.Time { return s.now })
		}
		for range rapid.IntRange(2, 7).Draw(r, "builds") {
			kinds := edits
			if rapid.Bool().Draw(r, "mere words") {
				kinds = []string{"words", "words of others"}
			}
			for range rapid.IntRange(0, 4).Draw(r, "edits") {
				s.edit(r, kinds)
			}
			s.jobs = rapid.SampledFrom([]int{1, 2, 8}).Draw(r, "jobs")
			if s.check(r) {
				sound++
			}
			if r.Failed() {
				return
			}
		}
	})
}

// anyTitle is the line of a title.
var anyTitle = regexp.MustCompile(`title: .*\n`)

// edit changes something that a build depends on.
func (s *sandbox) edit(r *rapid.T, kinds []string) {
	n := rapid.IntRange(0, 5).Draw(r, "item")
	press := fmt.Sprintf("content/press/nyhet-%d/index.md", n)
	switch kind := rapid.SampledFrom(kinds).Draw(r, "edit"); kind {
	case "release":
		s.write(press, drawRelease(r, n))
	case "words":
		if f, ok := s.fs[press]; ok {
			s.write(press, string(f.Data)+"\n"+drawWords(r)+"\n")
		}
	case "title":
		if f, ok := s.fs[press]; ok {
			s.write(press, anyTitle.ReplaceAllString(string(f.Data), "title: "+drawWords(r)+"\n"))
		}
	case "words of others":
		s.write("content/index.md", "---\ntitle: Start\n---\nVälkommen, "+drawWords(r)+", till [kontakt](om/kontakt.md).\n")
		s.write("content/om/kontakt.en.md", "---\ntitle: Contact\n---\nEvery day "+drawWords(r)+".\n")
	case "translation":
		s.write(fmt.Sprintf("content/press/nyhet-%d/index.en.md", n), drawRelease(r, n))
	case "letter":
		s.write(fmt.Sprintf("content/letters/brev-%d.md", n), fmt.Sprintf("---\ntitle: Brev %d\ndate: 2026-0%d-01\nperiod: 2026-0%d\n---\nKära läsare.\n", n, n+1, n+1))
	case "meeting":
		s.write(fmt.Sprintf("content/meetings/traff-%d.md", n), fmt.Sprintf("---\ntitle: Träff %d\nstart: 2026-11-2%d 09:00\n---\nKom.\n", n, n))
	case "alert":
		s.write("content/alerts/larm.md", fmt.Sprintf("---\ntitle: Larm %d\nexpires: 2026-11-2%d\n---\nObs.\n", n, n))
	case "topic":
		s.write(fmt.Sprintf("content/topics/sak-%d.md", n%3), fmt.Sprintf("---\ntitle: Sak %s\n---\nOm saken.\n", drawWords(r)))
	case "person":
		s.write("content/people/asa.md", fmt.Sprintf("---\ntitle: Åsa %s\n---\n", drawWords(r)))
	case "publisher":
		s.write("content/publishers/kommunen.md", fmt.Sprintf("---\ntitle: Kommunen\nom: %s\n---\n", drawWords(r)))
	case "glossary":
		s.write("content/data/glossary.yaml", drawGlossary(r))
	case "no glossary":
		delete(s.fs, "content/data/glossary.yaml")
	case "remove":
		delete(s.fs, press)
	case "move":
		if f, ok := s.fs[press]; ok {
			delete(s.fs, press)
			s.fs[fmt.Sprintf("content/press/2026/flyttad-%d.md", n)] = f
		}
	case "file":
		s.write(fmt.Sprintf("content/press/nyhet-%d/bilaga.txt", n), drawWords(r))
	case "config":
		s.write("config.yaml", strings.Replace(sandboxConfig, "perPage: 3", fmt.Sprintf("perPage: %d", n+1), 1))
	case "menu":
		s.write("config.yaml", sandboxConfig+fmt.Sprintf("  - {title: %s, href: https://example.org/}\n", drawWords(r)))
	case "address":
		s.write("config.yaml", strings.Replace(sandboxConfig, "example.se/", "example.se/vaxt/", 1))
	case "layout":
		s.write("themes/small/parts/end.html", fmt.Sprintf("</main><footer>%s</footer></body></html>\n", drawWords(r)))
	case "style":
		s.write("themes/small/assets/site.css", fmt.Sprintf("body { margin: %dpx }\n", n))
	case "type":
		text := string(s.fs["themes/small/types/nyhet.yaml"].Data)
		s.write("themes/small/types/nyhet.yaml", strings.Replace(text, "sv: Plats", "sv: Ställe", 1))
	case "text":
		text := string(s.fs["themes/small/text/sv.yaml"].Data)
		s.write("themes/small/text/sv.yaml", strings.Replace(text, "page: Sida", "page: Blad", 1))
	case "clock":
		s.now = s.now.Add(time.Duration(rapid.IntRange(-48, 96).Draw(r, "hours")) * time.Hour)
	case "show":
		s.show = site.Show{Drafts: rapid.Bool().Draw(r, "drafts"), Future: rapid.Bool().Draw(r, "future"), Expired: rapid.Bool().Draw(r, "expired")}
	case "tamper":
		_ = os.WriteFile(s.dir+"/public/index.html", []byte("somebody was here"), 0o644) // the first build may not have been yet
	case "other memory":
		file := s.dir + "/" + build.MemoryFile
		now, _ := os.ReadFile(file) // the first build may not have been yet
		if s.older != nil {
			_ = os.WriteFile(file, s.older, 0o644)
		}
		s.older = now
	case "forget":
		_ = os.RemoveAll(s.dir + "/.growthportal")
	}
}

var edits = slices.Concat(
	slices.Repeat([]string{"release", "words", "title"}, 6), slices.Repeat([]string{"words of others", "translation", "remove", "clock"}, 2),
	[]string{"letter", "meeting", "alert", "topic", "person", "publisher", "glossary", "glossary", "no glossary", "move", "file", "config", "menu", "address",
		"layout", "style", "type", "text", "show", "tamper", "forget", "other memory", "other memory"},
)

// drawRelease is a press release that may be a draft, scheduled, expired, withdrawn, pinned or corrected.
func drawRelease(r *rapid.T, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\ndate: 2026-11-%02d 08:00\n", drawWords(r), rapid.IntRange(18, 28).Draw(r, "day"))
	for _, key := range []string{
		"draft: true", "expires: 2026-11-24", "pinned: 2026-11-25", "topics: [sak-0, sak-2]", "contacts: asa", "points: ett",
		"updated: 2026-11-26", "withdrawn: {date: 2026-11-25, reason: Fel.}", "changes: [{date: 2026-11-24, note: Rättat.}]",
		fmt.Sprintf("aliases: /gammal/%d", n), "plats: Torget", "medverkande: [asa]", fmt.Sprintf("slug: annan-%d", n), "summary: I korthet.",
		"related: kontakt", "attachments: bilaga.txt",
	} {
		if rapid.IntRange(0, 3).Draw(r, key) == 0 {
			b.WriteString(key + "\n")
		}
	}
	fmt.Fprintf(&b, "---\n%s [kontakt](../../om/kontakt.md).\n\n## Rubrik\n\n%s\n", drawWords(r), drawWords(r))
	return b.String()
}

// drawGlossary explains some of the words that are drawn, each with one of two meanings.
func drawGlossary(r *rapid.T) string {
	var b strings.Builder
	for _, word := range []string{"mark", "möte", "torg", "å"} {
		if n := rapid.IntRange(0, 2).Draw(r, word); n > 0 {
			fmt.Fprintf(&b, "- {term: %s, meaning: {sv: betydelse %d, en: meaning}}\n", word, n)
		}
	}
	return b.String() + "- {term: Rubrik, meaning: sist}\n"
}

func drawWords(r *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"mark", "möte", "växt", "torg", "bygge", "å"}), 1, 3).Draw(r, "words"), " ")
}
