package build_test

import (
	"context"
	"maps"
	"slices"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"growthportal/generator/build"
	"growthportal/generator/output"
)

// settle dates the files that were written since, one second after another, as a file system would that has come to rest.
func (s *sandbox) settle() {
	for _, f := range s.fs {
		if f.Sys == nil {
			s.written++
			f.ModTime = time.Unix(1e9+s.written, 0)
			f.Sys = &syscall.Stat_t{Ctim: syscall.Timespec{Sec: 1e9 + s.written}, Ino: uint64(s.written)}
		}
	}
}

// keepingRequest is a build in a process that has built before.
func (s *sandbox) keepingRequest(kept *build.Kept) build.Request {
	s.settle()
	req := s.request(nil)
	req.Kept = kept
	return req
}

// TestKeptEqualsClean protects the first promise within one process: what it keeps of earlier builds, the files that it does not
// read again, and those that it does not even look at because nothing was heard of them, change no byte and no diagnostic.
func TestKeptEqualsClean(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := newSandbox(t)
		kept := build.NewKept(func() time.Time { return time.Unix(2e9, 0) })
		for range rapid.IntRange(2, 8).Draw(r, "builds") {
			before := maps.Clone(s.fs)
			for range rapid.IntRange(0, 3).Draw(r, "edits") {
				s.edit(r, edits)
			}
			req := s.keepingRequest(kept)
			if rapid.Bool().Draw(r, "heard") {
				req.Named = s.since(before)
			}
			plan, err := build.Make(context.Background(), req)
			if err != nil {
				r.Fatal(err)
			}
			clean, err := build.Make(context.Background(), s.request(nil))
			if err != nil {
				r.Fatal(err)
			}
			sameDiagnostics(r, plan, clean)
			sameFiles(r, plan, clean)
		}
	})
}

// since names the files that are not what they were.
func (s *sandbox) since(before fstest.MapFS) []string {
	named := []string{"content/kom-och-gick.md"}
	for name, f := range s.fs {
		if before[name] != f {
			named = append(named, name)
		}
	}
	for name := range before {
		if s.fs[name] == nil {
			named = append(named, name)
		}
	}
	return named
}

func sameDiagnostics(r *rapid.T, got, want *build.Plan) {
	if len(got.Diagnostics) != len(want.Diagnostics) {
		r.Fatalf("kept: %v\nclean: %v", got.Diagnostics, want.Diagnostics)
	}
	for i, d := range want.Diagnostics {
		g := got.Diagnostics[i]
		if g.Place != d.Place || g.Code != d.Code || g.Severity != d.Severity || !slices.Equal(g.Args, d.Args) || g.Excerpt != d.Excerpt {
			r.Fatalf("kept: %v\nclean: %v", g, d)
		}
	}
}

func sameFiles(r *rapid.T, got, want *build.Plan) {
	a, err := output.MakeAll(context.Background(), got.Recipes, 2, &output.Memory{})
	if err != nil {
		r.Fatal(err)
	}
	b, err := output.MakeAll(context.Background(), want.Recipes, 2, &output.Memory{})
	if err != nil {
		r.Fatal(err)
	}
	for _, d := range a.Diff(b) {
		r.Errorf("%s", d)
	}
}

// TestKeptReadsWhatChanged protects the seventh promise within one process: a file that has not changed is not read again, one
// that has is, and the plan names it.
func TestKeptReadsWhatChanged(t *testing.T) {
	s := newSandbox(t)
	kept := build.NewKept(func() time.Time { return time.Unix(2e9, 0) })
	plan := func() *build.Plan {
		p, err := build.Make(context.Background(), s.keepingRequest(kept))
		if err != nil || p.Failed() {
			t.Fatal(err, p)
		}
		return p
	}
	if p := plan(); p.Changed != nil || p.Stats.Recalled != 0 {
		t.Errorf("the first build knows of %v", p.Changed)
	}
	if kept.Fresh() == 0 {
		t.Error("nothing is worth storing")
	}
	s.write("content/om/kontakt.md", "---\ntitle: Kontakt\n---\n## Tider\n\nVissa dagar.\n")
	s.write("content/om/ny.md", "---\ntitle: Ny\n---\n")
	delete(s.fs, "content/people/asa.md")
	p := plan()
	if want := []string{"content/om/kontakt.md", "content/om/ny.md", "content/people/asa.md"}; !slices.Equal(p.Changed, want) {
		t.Errorf("changed %v, want %v", p.Changed, want)
	}
	if p.Stats.Documents-p.Stats.Recalled != 2 {
		t.Errorf("read %d of %d", p.Stats.Documents-p.Stats.Recalled, p.Stats.Documents)
	}
	if p := plan(); len(p.Changed) != 0 || p.Stats.Documents != p.Stats.Recalled {
		t.Errorf("an unchanged site: changed %v, %d of %d known", p.Changed, p.Stats.Recalled, p.Stats.Documents)
	}
}

// TestKeptSite: of a site whose texts or templates alone have changed, the graph is that of before; of any other it is not.
func TestKeptSite(t *testing.T) {
	tests := []struct {
		name, file, text string
		same             bool
	}{
		{"nothing", "", "", true},
		{"words", "content/om/kontakt.md", "---\ntitle: Kontakt\n---\n## Tider\n\nVissa dagar.\n", true},
		{"a part", "themes/small/parts/end.html", "</main></body></html>\n", true},
		{"a title", "content/om/kontakt.md", "---\ntitle: Kontakta\n---\n## Tider\n\nAlla dagar.\n", false},
		{"a new text", "content/om/ny.md", "---\ntitle: Ny\n---\n", false},
		{"a new file", "content/om/ny.txt", "Ny.", false},
		{"settings", "config.yaml", sandboxConfig + "\n", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSandbox(t)
			kept := build.NewKept(func() time.Time { return time.Unix(2e9, 0) })
			var plans []*build.Plan
			for range 2 {
				plan, err := build.Make(context.Background(), s.keepingRequest(kept))
				if err != nil || plan.Failed() {
					t.Fatal(err, plan.Diagnostics)
				}
				plans = append(plans, plan)
				if test.file != "" {
					s.write(test.file, test.text)
				}
			}
			if same := plans[0].Site.Items[0] == plans[1].Site.Items[0]; same != test.same {
				t.Errorf("the same graph: %v, want %v", same, test.same)
			}
		})
	}
}

// TestKeptLooksAtWhatIsNamed: where names are given nothing else is looked at, until somebody builds without; and a file that
// came or went is looked for.
func TestKeptLooksAtWhatIsNamed(t *testing.T) {
	s := newSandbox(t)
	kept := build.NewKept(func() time.Time { return time.Unix(2e9, 0) })
	made := func(named ...string) []string {
		req := s.keepingRequest(kept)
		req.Named = named
		plan, err := build.Make(context.Background(), req)
		if err != nil || plan.Failed() {
			t.Fatal(err, plan)
		}
		return plan.Changed
	}
	want := func(why string, got []string, want ...string) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s: changed %v, want %v", why, got, want)
		}
	}
	made()
	s.write("content/om/kontakt.md", "---\ntitle: Kontakt\n---\n## Tider\n\nVissa dagar.\n")
	s.write("content/people/asa.md", "---\ntitle: Åsa Ek\n---\n")
	want("one is named", made("content/om/kontakt.md", "content/om/kontakt.md"), "content/om/kontakt.md")
	want("none is", made(), "content/people/asa.md")
	s.write("content/om/ny.md", "---\ntitle: Ny\n---\n")
	want("one came", made("content/om/ny.md"), "content/om/ny.md")
	delete(s.fs, "content/om/ny.md")
	want("it went", made("content/om/ny.md"), "content/om/ny.md")
}

// TestKeptDistrustsTheYoung: a file that was written a moment before it was read may have been written again within the
// same tick of the clock.
func TestKeptDistrustsTheYoung(t *testing.T) {
	s := newSandbox(t)
	s.settle()
	kept := build.NewKept(func() time.Time { return time.Unix(1e9+s.written+1, 0) })
	if _, err := build.Make(context.Background(), s.keepingRequest(kept)); err != nil {
		t.Fatal(err)
	}
	for name, f := range s.fs { // altered, and nothing shows it
		if name == "content/om/kontakt.md" {
			f.Data = []byte("---\ntitle: Kontakt\n---\n## Tider\n\nInga dagar.\n")
			f.Sys, f.ModTime = &syscall.Stat_t{Ctim: syscall.Timespec{Sec: 1e9 + s.written}}, time.Unix(1e9+s.written, 0)
		}
	}
	first, err := build.Make(context.Background(), s.keepingRequest(kept))
	if err != nil {
		t.Fatal(err)
	}
	young := s.fs["content/om/kontakt.md"]
	young.Data = []byte("---\ntitle: Kontakt\n---\n## Tider\n\nAndra dar.\n")
	second, err := build.Make(context.Background(), s.keepingRequest(kept))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range second.Recipes {
		if r.Path == "om/kontakt/index.html" && r.Key() == first.Recipes[i].Key() {
			t.Error("a young file that was altered within its tick was taken for what it was")
		}
	}
}

// TestStoreHandsOver: what one process has read, the next finds in the memory.
func TestStoreHandsOver(t *testing.T) {
	s := newSandbox(t)
	kept := build.NewKept(func() time.Time { return time.Unix(2e9, 0) })
	if _, err := build.Make(context.Background(), s.keepingRequest(kept)); err != nil {
		t.Fatal(err)
	}
	recall, err := build.Recall(s.dir, "", "growthportal test", false)
	if err != nil {
		t.Fatal(err)
	}
	kept.Store(recall)
	if err := recall.Keep(true); err != nil {
		t.Fatal(err)
	}
	if err := recall.Close(); err != nil {
		t.Fatal(err)
	}
	if kept.Fresh() != 0 {
		t.Error("what was stored is still to be stored")
	}
	peek, err := build.Peek(s.dir, "growthportal test")
	if err != nil {
		t.Fatal(err)
	}
	defer peek.Close()
	p, err := build.Make(context.Background(), s.request(peek))
	if err != nil || p.Stats.Recalled != p.Stats.Documents {
		t.Errorf("%v; %d of %d documents were in the memory", err, p.Stats.Recalled, p.Stats.Documents)
	}
}
