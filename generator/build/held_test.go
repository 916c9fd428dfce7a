package build_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/build"
	"growthportal/generator/diag"
)

// published builds and publishes into a destination, and gives the plan with what was said of the finished files.
func (s *sandbox) published(t *testing.T, dest string, recall *build.Recollection) *build.Plan {
	t.Helper()
	plan, err := build.Make(context.Background(), s.request(recall))
	if err != nil {
		t.Fatal(err)
	}
	if plan.Failed() {
		t.Fatal(plan.Diagnostics)
	}
	if err := build.Publish(context.Background(), plan, build.Publication{Destination: dest, Jobs: s.jobs, Recall: recall}); err != nil {
		t.Fatal(err)
	}
	return plan
}

// recall opens the memory of the sandbox, and keeps what is added when the test is done with it.
func (s *sandbox) recall(t *testing.T) (recall *build.Recollection, keep func()) {
	t.Helper()
	recall, err := build.Recall(s.dir, s.dir+"/public", "growthportal test", false)
	if err != nil {
		t.Fatal(err)
	}
	return recall, func() {
		if err := recall.Keep(false); err != nil {
			t.Fatal(err)
		}
		if err := recall.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A limit that is lowered, and a host that is named no longer, are held against pages that nobody makes again: what they ask for
// is remembered with them. What is said is what a build from nothing says.
func TestKeptPagesAreHeld(t *testing.T) {
	s := newSandbox(t)
	s.write("config.yaml", sandboxConfig+"hosts: [bilder.example.com]\n")
	s.write("content/press/2026-01-02-bild.md", "---\ntitle: Bild\n---\n![Ett hus](https://bilder.example.com/hus.png)\n")
	recall, keep := s.recall(t)
	if plan := s.published(t, s.dir+"/public", recall); plan.Failed() {
		t.Fatal(plan.Diagnostics)
	}
	keep()

	s.write("config.yaml", sandboxConfig+"hosts: [bilder.example.com]\nbudgets: {page: 1 kB, article: 1 kB, requests: 1, styles: 0}\n")
	recall, keep = s.recall(t)
	warm := s.published(t, s.dir+"/public", recall)
	keep()
	clean := s.published(t, t.TempDir()+"/public", nil)
	if d := cmp.Diff(clean.Diagnostics, warm.Diagnostics); d != "" {
		t.Errorf("what is said (-clean +warm):\n%s", d)
	}
	if !slices.ContainsFunc(warm.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == diag.TooManyRequests }) {
		t.Error("nothing is said of the request for an image")
	}
	for _, r := range warm.Stats.Reasons {
		if strings.HasSuffix(string(r.Path), ".html") {
			t.Errorf("%s is made again (%s)", r.Path, r.Why)
		}
	}
}
