package cli

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/build"
	"growthportal/generator/dev/serve"
	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// version is a plan as the server takes it.
func (sh *showing) version(s *session, plan *build.Plan) serve.Version {
	held := build.Plan{Rules: plan.Rules} // and nothing else, so that the views can go when the pages have been made
	v := serve.Version{
		Recipes: slices.Concat(plan.Recipes, plan.Samples), Base: plan.Config.URL.Href("/"), Words: s.liveWords(), Took: took(plan),
		Explain: func(err error) []serve.Problem {
			return sh.problems(s, build.Mistakes(err))
		},
		Check: func(path output.Path, content []byte) []serve.Problem {
			if strings.HasPrefix(string(path), build.SampleFolder) {
				return nil // nothing that readers load
			}
			return sh.problems(s, held.Hold(path, content))
		},
	}
	if sh.bar {
		v.Page = sh.told(s, plan)
	}
	return v
}

// told is what the bar tells of each page.
func (sh *showing) told(s *session, plan *build.Plan) func(output.Path) serve.Page {
	marks := map[site.State]string{
		site.Draft: s.say("live-draft"), site.Scheduled: s.say("live-scheduled"), site.Expired: s.say("live-expired"),
	}
	samples := map[output.Path]string{}
	for _, r := range plan.Samples {
		samples[r.Path] = r.Claim
	}
	from := plan.Site
	return func(file output.Path) serve.Page {
		if claim, ok := samples[file]; ok {
			return sh.toldOf(claim, "themes/")
		}
		p := from.PageAt(string(file))
		if p == nil {
			return serve.Page{}
		}
		it := p.Item
		if it == nil && p.Listing != nil {
			it = p.Listing.Intro
		}
		var known serve.Page
		if it != nil {
			known = sh.toldOf(it.Path(), "content/")
			known.Type, known.Mark = it.Type.Name, marks[it.State]
		}
		known.Layout = "layouts/" + p.Layout + ".html"
		return known
	}
}

// toldOf tells of a file, if it is below a folder.
func (sh *showing) toldOf(file, folder string) serve.Page {
	if !strings.HasPrefix(file, folder) {
		return serve.Page{}
	}
	return serve.Page{Source: file, Open: sh.open(diag.Place{File: file})}
}

// problems are the errors among diagnostics as the server shows them. Those who reach the server from elsewhere are told no
// more than that there are some: an excerpt may be of what is not published.
func (sh *showing) problems(s *session, list []diag.Diagnostic) []serve.Problem {
	var problems []serve.Problem
	for _, d := range list {
		if d.Severity != diag.Error {
			continue
		}
		if !sh.near {
			return []serve.Problem{{Message: s.say("live-private")}}
		}
		problems = append(problems, sh.problem(s, d))
	}
	return problems
}

func (sh *showing) problem(s *session, d diag.Diagnostic) serve.Problem {
	p := serve.Problem{Message: d.Message(s.lang), Hint: d.HintText(s.lang), Open: sh.open(d.Place)}
	if d.File != "" {
		p.Place = d.File + ":" + strconv.Itoa(d.Line) + ":" + strconv.Itoa(d.Column)
	}
	if d.Excerpt != "" {
		p.Line = strconv.Itoa(d.Line)
		p.Before, p.Marked, p.After = parts(d)
	}
	return p
}

// The characters of an excerpt that are shown before and after what is marked.
const (
	shownBefore = 60
	shownAfter  = 200
)

// parts cuts an excerpt into what comes before the place, what is at it, and what follows.
func parts(d diag.Diagnostic) (before, marked, after string) {
	line := []rune(d.Excerpt)
	from := min(max(d.Column-1, 0), len(line))
	to := min(max(d.EndColumn-1, from+1), len(line))
	cut := func(part []rune, keep int, ending bool) string {
		switch {
		case len(part) <= keep:
			return string(part)
		case ending:
			return "…" + string(part[len(part)-keep:])
		}
		return string(part[:keep]) + "…"
	}
	return cut(line[:from], shownBefore, true), cut(line[from:to], shownAfter, false), cut(line[to:], shownAfter, false)
}

// open opens a place in the editor. It is "" for what is no file in the source folder.
func (sh *showing) open(at diag.Place) string {
	if !sh.near || at.File == "" || !filepath.IsLocal(filepath.FromSlash(at.File)) || strings.Contains(at.File, "(") {
		return ""
	}
	return sh.editor.opens(filepath.ToSlash(filepath.Join(sh.src.dir, filepath.FromSlash(at.File))), at.Line, at.Column)
}

// liveWords are what the server says on pages.
func (s *session) liveWords() serve.Words {
	return serve.Words{
		Lang: string(s.lang), One: s.say("live-one"), Many: s.say("live-many"), Kept: s.say("live-kept"), Nothing: s.say("live-nothing"),
		Fault: s.say("live-fault"), Open: s.say("live-open"), Hide: s.say("live-hide"), More: s.say("live-more"), Bar: s.say("live-bar"),
		Source: s.say("live-source"), Type: s.say("live-type"), Layout: s.say("live-layout"), Took: s.say("live-took"),
	}
}
