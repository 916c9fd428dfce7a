package theme

import (
	"slices"
	"strconv"
	"strings"
	texttemplate "text/template"
	"text/template/parse"

	"growthportal/generator/diag"
)

// templateFile is a file of layouts/ or parts/, parsed. It does not change.
type templateFile struct {
	file
	text  string
	trees map[string]*parse.Tree // the file itself under its name, and what it defines
	fault bool                   // its HTML has been complained about
}

// layoutName is the name of a layout as a template: no part has it, since it holds a slash.
func layoutName(layout string) string { return "layouts/" + layout }

// templateName is the name of a file as a template: that by which layouts call a part.
func templateName(f file) string {
	if strings.HasPrefix(f.rel, "parts/") {
		return f.stem()
	}
	return layoutName(f.stem())
}

// sources are all template files of a theme by their name as templates.
type sources struct {
	files   map[string]*templateFile
	parts   map[string]*templateFile // by each name that a part has or defines
	layouts []string                 // names of layouts, in order
	broken  bool                     // a part could not be parsed, so that nobody knows all names
}

// parse reads every file in layouts/ and parts/, and reports each that cannot be understood.
func (l *loader) parse(files []file) *sources {
	s := &sources{files: map[string]*templateFile{}, parts: map[string]*templateFile{}}
	for _, f := range append(under(files, "parts"), under(files, "layouts")...) {
		name := templateName(f)
		if strings.HasPrefix(f.rel, "layouts/") {
			s.layouts = append(s.layouts, f.stem())
		}
		if t := l.parseFile(f, name); t != nil {
			s.files[name] = t
		} else if strings.HasPrefix(f.rel, "parts/") {
			s.broken = true
		}
	}
	for _, name := range s.names() {
		if t := s.files[name]; strings.HasPrefix(t.rel, "parts/") {
			l.addPart(s, name, t)
		}
	}
	return s
}

// parseFile reads one file; nil where it cannot be understood.
func (l *loader) parseFile(f file, name string) *templateFile {
	text, ok := l.readText(f)
	if !ok {
		return nil
	}
	t := &templateFile{file: f, text: text, trees: map[string]*parse.Tree{}}
	parsed, err := texttemplate.New(name).Funcs(texttemplate.FuncMap(functions())).Parse(text)
	if err != nil {
		l.report(syntaxError(t, err))
		return nil
	}
	faults := scanActions(t)
	t.fault = len(faults) > 0
	l.report(faults...)
	for _, made := range parsed.Templates() {
		t.trees[made.Name()] = made.Tree
	}
	return t
}

// names lists the files that could be parsed, in order.
func (s *sources) names() []string {
	var list []string
	for name := range s.files {
		list = append(list, name)
	}
	return sorted(list)
}

// addPart adds what a part defines. Two parts that define one name would depend on the order in which they are read.
func (l *loader) addPart(s *sources, own string, t *templateFile) {
	for name := range t.trees {
		other, taken := s.parts[name]
		if file, isFile := s.files[name]; !taken && isFile && name != own {
			other, taken = file, true
		}
		if taken {
			l.report(diag.PartTwice.At(t.definition(name), name).With(diag.AlsoAt, other.label()))
			continue
		}
		s.parts[name] = t
	}
}

// definition is the place where a file defines a template.
func (t *templateFile) definition(name string) diag.Place {
	before := t.text[:min(int(t.trees[name].Root.Pos), len(t.text))]
	quoted := strconv.Quote(name)
	if at := strings.LastIndex(before, quoted); at >= 0 {
		return placeIn(t.label(), t.text, at, at+len(quoted))
	}
	return t.whole()
}

// place is the place of a position as templates tell it: the file's name as a template, the line from 1, the column in
// bytes from 0.
func (s *sources) place(name string, line, column int) diag.Place {
	t, ok := s.files[name]
	if !ok {
		return diag.Place{File: name, Line: line, Column: 1}
	}
	at := offsetIn(t.text, line, column)
	return placeIn(t.label(), t.text, at, at)
}

// Written finds a text in the theme's templates, as it is written there: the first place, in the order of their names.
func (t *Theme) Written(text string) (diag.Place, bool) {
	var s *sources // of any layout: they have them in common
	for _, layout := range t.layouts {
		s = layout.sources
	}
	if s == nil || text == "" {
		return diag.Place{}, false
	}
	for _, name := range s.names() {
		f := s.files[name]
		if at := strings.Index(f.text, text); at >= 0 {
			return placeIn(f.label(), f.text, at, at+len(text)), true
		}
	}
	return diag.Place{}, false
}

// nodePlace is the place of a node: that of a word on the node's line, if the word stands there, else that of the node.
// It is false for a node that comes from no file.
func (s *sources) nodePlace(n parse.Node, word string) (diag.Place, bool) {
	location, _ := (*parse.Tree)(nil).ErrorContext(n)
	fields := strings.Split(location, ":")
	if len(fields) != 3 {
		panic("theme: a node is at " + location)
	}
	t, ok := s.files[fields[0]]
	if !ok {
		return diag.Place{}, false
	}
	line, _ := strconv.Atoi(fields[1])
	column, _ := strconv.Atoi(fields[2])
	from := offsetIn(t.text, line, column)
	rest, _, _ := strings.Cut(t.text[from:], "\n")
	if i := strings.Index(rest, word); i >= 0 {
		return placeIn(t.label(), t.text, from+i, from+i+len(word)), true
	}
	return placeIn(t.label(), t.text, from, from), true
}

// defined lists every template that a layout can call, with the file that defines it; what the layout's own file
// defines wins over parts. layout is a name as a template.
func (s *sources) defined(layout string) map[string]*templateFile {
	all := make(map[string]*templateFile, len(s.parts)+1)
	for name, t := range s.parts {
		all[name] = t
	}
	if own, ok := s.files[layout]; ok {
		for name := range own.trees {
			all[name] = own
		}
	}
	return all
}

// reached lists the names of the templates that a layout calls, itself first, and the calls that lead nowhere.
func (s *sources) reached(layout string) (names []string, missing []*parse.TemplateNode) {
	all := s.defined(layout)
	names = []string{layout}
	for i := 0; i < len(names); i++ {
		walk(all[names[i]].trees[names[i]].Root, func(n parse.Node) {
			call, ok := n.(*parse.TemplateNode)
			if !ok || slices.Contains(names, call.Name) {
				return
			}
			if _, ok := all[call.Name]; !ok {
				missing = append(missing, call)
				return
			}
			names = append(names, call.Name)
		})
	}
	return names, missing
}
