package theme

import (
	"errors"
	"html/template"
	"io"
	"maps"
	"regexp"
	"slices"
	"sync"
	"text/template/parse"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/theme/compiled"
)

// layouts makes every layout ready to be executed. One with a mistake is reported and left out.
func (l *loader) layouts(files []file, t *Theme) map[string]*Layout {
	s := l.parse(files)
	made := map[string]*Layout{}
	calls := map[string]bool{} // names that some layout reaches
	for _, name := range s.layouts {
		if s.files[layoutName(name)] == nil {
			made[name] = nil
			continue
		}
		made[name] = l.layout(s, name, t)
		reached, _ := s.reached(layoutName(name))
		for _, r := range reached {
			calls[r] = true
		}
	}
	l.checkUncalled(s, calls, t)
	return made
}

// layout checks a layout with everything that it calls, and makes it ready.
func (l *loader) layout(s *sources, name string, t *Theme) *Layout {
	reached, missing := s.reached(layoutName(name))
	all := s.defined(layoutName(name))
	for _, call := range missing {
		l.unknownPart(s, call, all)
	}
	lists := t.Lists[name]
	if lists == nil {
		lists = map[string]model.Query{}
	}
	for _, r := range reached {
		l.checkNames(s, all[r].trees[r], t, lists)
	}
	if len(missing) > 0 || slices.ContainsFunc(reached, func(r string) bool { return all[r].fault }) {
		return nil
	}
	start, fault := compose(s, layoutName(name))
	if fault != nil {
		l.report(*fault)
		return nil
	}
	return &Layout{
		Name: name, Digest: layoutDigest(s, layoutName(name), reached, t), start: start, sources: s, limit: maxTime,
		program: sync.OnceValue(func() *compiled.Program { return compile(start) }),
	}
}

// start is the name of the template that everything begins with. It calls the layout only if it is given something, so
// that all that the layout reaches can be escaped, with all mistakes coming to light, before there is a page.
const start = "layouts/"

func compose(s *sources, layout string) (*template.Template, *diag.Diagnostic) {
	t := template.New(start).Option("missingkey=error").Funcs(functions())
	for name, f := range s.defined(layout) {
		if _, err := t.AddParseTree(name, ticking(f.trees[name])); err != nil {
			panic("theme: " + err.Error()) // only a template that has been executed refuses
		}
	}
	template.Must(t.Parse(`{{if .}}{{template "` + layout + `" .}}{{end}}`))
	if err := t.Execute(io.Discard, nil); err != nil {
		d := escapeError(s, layout, err)
		return nil, &d
	}
	return withAddresses(t), nil
}

// compile makes a program of a layout that has been composed; nil where there is something in it that html/template has to do.
func compile(start *template.Template) *compiled.Program {
	p, err := compiled.Compile(start, compiled.Language{Functions: compiledFunctions(), Filters: filters(), Address: checkAddress})
	if err != nil {
		return nil
	}
	return p
}

// contextDump is the state of html/template's escaper, which helps nobody.
var contextDump = regexp.MustCompile(`: \{state.*|, \{state.*|: "?context\{.*`)

// escapeError makes a diagnostic of what html/template cannot escape.
func escapeError(s *sources, layout string, err error) diag.Diagnostic {
	var e *template.Error
	if !errors.As(err, &e) {
		return diag.TemplateContext.At(s.files[layout].whole(), err.Error())
	}
	words := contextDump.ReplaceAllString(e.Description, "")
	if e.Node == nil || isTick(e.Node) { // html/template does not tell where
		return diag.TemplateContext.At(s.files[layout].whole(), words)
	}
	if place, ok := s.nodePlace(e.Node, ""); ok {
		return diag.TemplateContext.At(place, words)
	}
	return diag.TemplateContext.At(s.files[layout].whole(), "the page ends inside an element or a tag that is not closed")
}

// checkUncalled looks at what no layout calls: its names must exist all the same.
func (l *loader) checkUncalled(s *sources, calls map[string]bool, t *Theme) {
	known := maps.Clone(s.parts)
	for _, f := range s.files {
		for name := range f.trees {
			known[name] = f
		}
	}
	for _, f := range s.files {
		for name, tree := range f.trees {
			if calls[name] {
				continue
			}
			l.checkNames(s, tree, t, nil)
			walk(tree.Root, func(n parse.Node) {
				if call, ok := n.(*parse.TemplateNode); ok && known[call.Name] == nil {
					l.unknownPart(s, call, known)
				}
			})
		}
	}
}

// unknownPart reports a call that leads nowhere; not where it may lead into a part that could not be parsed.
func (l *loader) unknownPart(s *sources, call *parse.TemplateNode, known map[string]*templateFile) {
	if !s.broken {
		place, _ := s.nodePlace(call, call.Name)
		l.report(suggest(diag.UnknownPart.At(place, call.Name), call.Name, slices.Sorted(maps.Keys(known))))
	}
}

// layoutDigest is of all that a layout's pages are made from, but for their views: the files that it reaches, the texts
// and the names of assets, which views hold without being digested for them, and the functions.
func layoutDigest(s *sources, layout string, reached []string, t *Theme) output.Digest {
	all := s.defined(layout)
	texts := map[string]string{}
	for _, name := range reached {
		texts[all[name].rel] = all[name].text
	}
	return output.DigestOf(functionsVersion, layout, texts, t.Texts, t.Hrefs())
}

// checkLayouts reports layouts that are needed and missing, and lists for layouts that do not exist.
func (l *loader) checkLayouts(chain []*layer, t *Theme) {
	names := slices.Sorted(maps.Keys(t.layouts))
	for _, name := range requiredLayouts {
		if _, ok := t.layouts[name]; !ok {
			l.report(diag.ThemeFileMissing.At(chain[0].settings.place, "layouts/"+name+".html"))
		}
	}
	for _, y := range chain {
		for name, place := range y.settings.layouts {
			if _, ok := t.layouts[name]; !ok && name != Every {
				l.report(suggest(diag.UnknownLayout.At(place, name), name, append(names, Every)))
			}
		}
	}
	for name, made := range t.layouts {
		if made == nil {
			delete(t.layouts, name)
		}
	}
}
