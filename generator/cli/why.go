package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"growthportal/generator/build"
	"growthportal/generator/explain"
	"growthportal/generator/output"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

type explainCommand struct {
	What string `arg:"" help:"${explainWhat}" placeholder:"WHAT"`
}

// Run tells why a page or a file is what it is.
func (c *explainCommand) Run(s *session) error {
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	plan, err := s.look(src, build.Request{})
	if err != nil {
		return err
	}
	all, err := s.look(src, build.Request{Show: site.Show{Drafts: true, Future: true, Expired: true}})
	if err != nil {
		return err
	}
	w := s.world(plan, all)
	answer := c.answer(s, src, w)
	told := &telling{session: s, plan: plan, unbuilt: src.unbuilt(answer)}
	if s.args.Format == "json" {
		return told.object(answer)
	}
	return told.text(answer)
}

// world is what is known of the site.
func (s *session) world(plan, all *build.Plan) *explain.World {
	w := &explain.World{
		Config: plan.Config, Shown: plan.Site, All: all.Site, Documents: plan.Documents, Assets: map[string]output.Path{},
		Findings: plan.Diagnostics, Read: plan.Sources.Read, Now: plan.Now,
	}
	for _, a := range plan.Theme.Assets {
		w.Assets[a.Name] = a.Path
	}
	return w
}

// answer explains an address, or a file: as it is seen from the working folder or from the site's, or an item by its name.
func (c *explainCommand) answer(s *session, src *siteFolder, w *explain.World) explain.Answer {
	w.Exists = func(name string) bool {
		_, err := fs.Lstat(src.sources(), name)
		return err == nil
	}
	if !strings.Contains(c.What, "://") {
		for _, name := range src.candidates(c.What) {
			if a, ok := w.File(name); ok {
				return a
			}
		}
		if a, ok := w.Name(c.What); ok {
			return a
		}
	}
	a := w.URL(c.What)
	if a.Kind == explain.Unknown && !strings.Contains(c.What, "://") {
		name := filepath.ToSlash(c.What)
		a.Nearest = append(w.NearestFiles(name), a.Nearest...)
		if strings.HasSuffix(name, ".md") || strings.HasPrefix(name, document.ContentRoot+"/") { // a file was meant
			a.URL, a.File = "", name
		}
	}
	return a
}

// candidates are the paths from the source folder that a name on the command line may stand for. A single word is a file only where it
// is written as one.
func (f *siteFolder) candidates(name string) []string {
	var list []string
	add := func(full string) {
		if rel, err := filepath.Rel(f.dir, full); err == nil && filepath.IsLocal(rel) && rel != "." {
			list = append(list, filepath.ToSlash(rel))
		}
	}
	if abs, err := filepath.Abs(name); err == nil {
		add(abs)
	}
	if filepath.IsLocal(filepath.FromSlash(name)) {
		add(filepath.Join(f.dir, filepath.FromSlash(name)))
		add(filepath.Join(f.dir, "content", filepath.FromSlash(name)))
	}
	return list
}

// unbuilt tells whether what is to be seen by readers is not in public/ yet.
func (f *siteFolder) unbuilt(a explain.Answer) bool {
	if !a.Shown || a.URL == "" {
		return false
	}
	if _, err := os.Stat(filepath.Join(f.dir, "public")); err != nil {
		return false // it is published elsewhere
	}
	_, err := os.Stat(filepath.Join(f.dir, "public", filepath.FromSlash(a.URL.File())))
	return err != nil
}

// indent is how far what is told about a thing stands in.
const indent = "  "

func (t *telling) line(format string, args ...any) {
	if _, err := fmt.Fprintf(t.Stdout, format+"\n", args...); t.err == nil && err != nil {
		t.err = fmt.Errorf("writing the explanation: %w", err)
	}
}
