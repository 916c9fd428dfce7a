package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"growthportal/generator/build"
	"growthportal/generator/check/since"
	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/themes"
)

// Each case in check/since/testdata holds files that are put over the base site as before/ and after/, and what is told at noon on the
// first of December 2026, with the words that belong to it.
func TestSince(t *testing.T) {
	files, err := filepath.Glob("check/since/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	provoked := map[diag.Code]bool{}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			before, after, want := baseSite(t), baseSite(t), ""
			for _, f := range archive.Files {
				stage, name, _ := strings.Cut(f.Name, "/")
				switch stage {
				case "before":
					before[name] = &fstest.MapFile{Data: f.Data}
				case "after":
					after[name] = &fstest.MapFile{Data: f.Data}
				default:
					want = string(f.Data)
				}
			}
			old, now := planOf(t, before), planOf(t, after)
			taken, err := since.Take(old.Site)
			if err != nil {
				t.Fatal(err)
			}
			found, err := since.Compare(taken, since.After{Site: now.Site, Documents: now.Documents, Read: now.Sources.Read})
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, d := range found {
				provoked[d.Code] = true
				fmt.Fprintf(&got, "%s: %s\n", strings.TrimSpace(told([]diag.Diagnostic{d})), strings.Join(d.Args, " "))
				if d.Message(locale.Swedish) == "" || d.Message(locale.English) == "" {
					t.Errorf("%s says nothing", d.Code)
				}
			}
			if *update {
				writeWant(t, file, archive, got.String())
			} else if got.String() != want {
				t.Errorf("told:\n%swant:\n%s", got.String(), want)
			}
		})
	}
	for _, code := range since.Codes() {
		if !provoked[code] {
			t.Errorf("no case provokes %s", code)
		}
	}
}

// A site that has not changed has nothing to tell of.
func TestSinceItself(t *testing.T) {
	plan := samplePlan(t)
	taken, err := since.Take(plan.Site)
	if err != nil {
		t.Fatal(err)
	}
	found, err := since.Compare(taken, since.After{Site: plan.Site, Documents: plan.Documents, Read: plan.Sources.Read})
	if err != nil || len(found) > 0 {
		t.Error(err, told(found))
	}
}

func planOf(t *testing.T, files fstest.MapFS) *build.Plan {
	t.Helper()
	plan, err := build.Make(context.Background(), build.Request{
		Source: files, Themes: themes.FS(), Program: "test",
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 12, 1, 12, 0, 0, 0, loc), nil },
	})
	if err != nil || plan.Failed() {
		t.Fatal(err, told(plan.Diagnostics))
	}
	return plan
}
