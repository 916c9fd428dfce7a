package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"growthportal/generator/build"
	"growthportal/generator/output"
	"growthportal/generator/site"
	"growthportal/themes"
)

// studio builds sites in memory. Their theme is loaded once. A picture that has been made is
// not made again for a recipe with the same key; everything else is.
type studio struct {
	themes   fs.FS
	cardless bool // no words are set as pictures: with thousands of pages that takes long
	kept     *build.Kept
	mu       sync.Mutex
	pictures map[output.Digest][]byte
}

func newStudio(themes fs.FS) *studio {
	clock := func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }
	return &studio{themes: themes, kept: build.NewKept(clock), pictures: map[output.Digest][]byte{}}
}

// make gives the published files of a site at an instant, and the plan that they were made by.
func (s *studio) make(t rapid.TB, files fstest.MapFS, now time.Time, show site.Show) (map[string][]byte, *build.Plan) {
	t.Helper()
	plan := s.plan(t, files, now, show)
	return s.made(t, plan), plan
}

func (s *studio) plan(t rapid.TB, files fstest.MapFS, now time.Time, show site.Show) *build.Plan {
	t.Helper()
	plan, err := build.Make(context.Background(), build.Request{
		Source: files, Themes: s.themes, Program: "growthportal test", Jobs: 2, Show: show, Kept: s.kept,
		Now: func(loc *time.Location) (time.Time, error) { return now.In(loc), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// made are a plan's files.
func (s *studio) made(t rapid.TB, plan *build.Plan) map[string][]byte {
	t.Helper()
	var recipes []output.Recipe
	for _, r := range plan.Recipes {
		if strings.HasPrefix(string(r.Path), output.Pictures) {
			if s.cardless && strings.HasSuffix(string(r.Path), ".png") {
				continue
			}
			r.Make = s.once(r)
		}
		recipes = append(recipes, r)
	}
	sink := &sampleSink{files: map[string][]byte{}}
	if _, err := output.MakeAll(context.Background(), recipes, 2, sink); err != nil {
		t.Fatal(err)
	}
	return sink.files
}

func (s *studio) once(r output.Recipe) func(io.Writer) error {
	return func(w io.Writer) error {
		key := r.Key()
		s.mu.Lock()
		content, ok := s.pictures[key]
		s.mu.Unlock()
		if !ok {
			var b bytes.Buffer
			if err := r.Make(&b); err != nil {
				return err
			}
			content = b.Bytes()
			s.mu.Lock()
			s.pictures[key] = content
			s.mu.Unlock()
		}
		_, err := w.Write(content)
		return err
	}
}

// traceNow is when the sites of these tests are built: between the instants of their items.
var traceNow = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

// states are the lines by which an item is not published at traceNow; expired is another matter.
var states = map[string]string{
	"draft":             "draft: true\ndate: 2026-11-01\n",
	"scheduled":         "date: 2026-11-23 12:00:01\n",
	"scheduled far":     "date: 2031-01-01\n",
	"scheduled draft":   "draft: true\ndate: 2027-01-01\n",
	"draft of the past": "draft: true\ndate: 2026-01-01\nexpires: 2026-02-01\n",
}

const expired = "date: 2026-10-01\nexpires: 2026-11-22\n"

// bundled puts bundles over the site beneath, each in its state.
func bundled(t rapid.TB, free bool, bundles []bundle, chosen map[int]string) fstest.MapFS {
	files := tracesBase(t, free)
	for i, state := range chosen {
		for name, content := range bundles[i].files {
			end := "" // where an item must have one
			if !strings.Contains(state, "expires") {
				end = "expires: 2031-06-01\n"
			}
			files[name] = &fstest.MapFile{Data: []byte(strings.NewReplacer("STATE\n", state, "END\n", end).Replace(content))}
		}
	}
	return files
}

// Non-interference: whatever drafts and scheduled items there are, with their pictures, attachments, topics, people, links,
// translations and mistakes, the published files are byte for byte those of the site without them. So are they with what
// is never published: comments, notes to oneself, files that nothing refers to.
func TestRandomUnpublishedLeaveNoTrace(t *testing.T) {
	s := newStudio(themes.FS())
	bundles, without := map[bool][]bundle{}, map[bool]map[string][]byte{}
	for _, free := range []bool{false, true} {
		var plan *build.Plan
		bundles[free] = traceBundles(free)
		without[free], plan = s.make(t, tracesBase(t, free), traceNow, site.Show{})
		if plan.Failed() || len(without[free]) < 40 {
			t.Fatalf("%d files, %s", len(without[free]), told(plan.Diagnostics))
		}
	}
	names := slices.Sorted(maps.Keys(states))
	rapid.Check(t, func(r *rapid.T) {
		chosen, free := map[int]string{}, rapid.Bool().Draw(r, "topics are any words")
		for i, b := range bundles[free] {
			if rapid.Bool().Draw(r, b.name) {
				of := names
				if b.broken {
					of = []string{"draft", "scheduled draft"}
				}
				chosen[i] = states[rapid.SampledFrom(of).Draw(r, b.name+" is")]
			}
		}
		with, plan := s.make(r, bundled(r, free, bundles[free], chosen), traceNow, site.Show{})
		if plan.Failed() {
			r.Fatalf("the site has errors: %s", told(plan.Diagnostics))
		}
		for _, d := range differences(without[free], with) {
			r.Errorf("%s", d)
		}
	})
}

// eachWayOfTopics tests sites whose topics are declared, and such whose topics are any words.
func eachWayOfTopics(t *testing.T, test func(t *testing.T, free bool)) {
	t.Run("declared", func(t *testing.T) { test(t, false) })
	t.Run("free", func(t *testing.T) { test(t, true) })
}

// differences are the files that two sites do not have in common, with the first bytes that tell them apart.
func differences(a, b map[string][]byte) []string {
	var list []string
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		was, before := a[name]
		is, after := b[name]
		switch {
		case !before:
			list = append(list, name+" is new")
		case !after:
			list = append(list, name+" is gone")
		case !bytes.Equal(was, is):
			i := 0
			for i < min(len(was), len(is)) && was[i] == is[i] {
				i++
			}
			part := func(b []byte) []byte { return b[max(0, i-60):min(len(b), i+100)] }
			list = append(list, fmt.Sprintf("%s differs: %q, %q", name, part(was), part(is)))
		}
	}
	return list
}

// Of what has come down its URL remains: no canary of it is in any published byte, as it is, escaped, encoded or compressed,
// and what is published besides does not change but for addresses that now lead to the notice.
func TestExpiredLeaveTheirURLAlone(t *testing.T) { eachWayOfTopics(t, expiredLeaveTheirURL) }

func expiredLeaveTheirURL(t *testing.T, free bool) {
	s, bundles := newStudio(themes.FS()), traceBundles(free)
	chosen := map[int]string{}
	for i, b := range bundles {
		chosen[i] = expired
		if b.broken {
			chosen[i] = states["draft"]
		}
	}
	without, _ := s.make(t, tracesBase(t, free), traceNow, site.Show{})
	with, plan := s.make(t, bundled(t, free, bundles, chosen), traceNow, site.Show{})
	if plan.Failed() {
		t.Fatal(told(plan.Diagnostics))
	}
	notices := 0
	for name, content := range with {
		for _, c := range append(canariesIn(content), canary.FindAllString(name, -1)...) {
			t.Errorf("%s holds %s: %s", name, c, placeOf(bundles, c))
		}
		if _, before := without[name]; !before {
			if notices++; !strings.HasSuffix(name, ".html") || !bytes.Contains(content, []byte("noindex")) && name != "alias-sedan/index.html" {
				t.Errorf("%s is left of what has come down", name)
			}
		}
	}
	if notices < 10 {
		t.Errorf("only %d notices", notices)
	}
	for _, d := range differences(without, with) {
		if !strings.HasSuffix(d, " is new") && !strings.HasPrefix(d, "_redirects ") {
			t.Error(d)
		}
	}
}

// What these tests look for they would find: where everything is shown, every canary but those of what nobody is ever
// shown is found in a published file.
func TestCanariesAreSeenWhereShown(t *testing.T) { eachWayOfTopics(t, canariesAreSeen) }

func canariesAreSeen(t *testing.T, free bool) {
	s, bundles := newStudio(themes.FS()), traceBundles(free)
	chosen := map[int]string{}
	for i, b := range bundles {
		chosen[i] = states["scheduled"]
		if b.broken {
			chosen[i] = states["draft"]
		}
	}
	files, plan := s.make(t, bundled(t, free, bundles, chosen), traceNow, site.Show{Drafts: true, Future: true, Expired: true})
	if plan.Failed() {
		t.Fatal(told(plan.Diagnostics))
	}
	shown := map[string]bool{}
	for _, content := range files {
		for _, c := range canariesIn(content) {
			shown[c] = true
		}
	}
	fields := 0
	for _, b := range bundles {
		for _, content := range b.files {
			for _, c := range canariesIn([]byte(content)) {
				fields++
				if hidden := b.hides(c); shown[c] == hidden {
					t.Errorf("%s: %s, shown is %v", b.name, placeOf(bundles, c), shown[c])
				}
			}
		}
	}
	if fields < 80 {
		t.Errorf("only %d canaries", fields)
	}
}
