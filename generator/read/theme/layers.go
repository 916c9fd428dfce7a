package theme

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/source"
)

// maxLayers is how many themes may stand on one another.
const maxLayers = 10

// nameForm is what themes, types, layouts and parts may be called: their names are names of files.
var nameForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// layer is one theme of those that stand on one another.
type layer struct {
	name     string
	label    string // stands before paths in messages: "themes/my/", or "portal (built in): "
	dir      string // in the snapshot
	snapshot *source.Snapshot
	settings manifest
}

// path is how messages call a file of the layer.
func (y *layer) path(rel string) string { return y.label + rel }

// openBuiltin lists the themes that are part of the program.
func (l *loader) openBuiltin() error {
	if l.Builtin == nil {
		return nil
	}
	entries, err := fs.ReadDir(l.Builtin, ".")
	if err != nil {
		return fmt.Errorf("listing the built-in themes: %w", err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	snapshot, faults, err := source.Scan(l.Builtin, names)
	if err != nil {
		return fmt.Errorf("listing the built-in themes: %w", err)
	}
	l.builtin = snapshot
	l.report(faults...)
	return nil
}

// find looks for a theme in the site's folder, then in the program.
func (l *loader) find(name string, at diag.Place) (*layer, bool) {
	if !nameForm.MatchString(name) {
		l.report(diag.BadName.At(at, name).With(diag.SmallLetters))
		return nil, false
	}
	if dir := "themes/" + name; l.Snapshot != nil && l.Snapshot.IsDir(dir) {
		return &layer{name: name, label: dir + "/", dir: dir, snapshot: l.Snapshot}, true
	}
	if l.builtin != nil && l.builtin.IsDir(name) {
		return &layer{name: name, label: name + " (built in): ", dir: name, snapshot: l.builtin}, true
	}
	d := diag.NoSuchTheme.At(at, name)
	names := l.names()
	if s := suggest(d, name, names); s.Hint.Name != "" {
		d = s
	} else if len(names) > 0 {
		d = d.With(diag.OneOf, strings.Join(names, ", "))
	}
	l.report(d)
	return nil, false
}

// names lists the themes that there are.
func (l *loader) names() []string {
	set := map[string]bool{}
	add := func(s *source.Snapshot, dir string) {
		if s == nil {
			return
		}
		for _, f := range s.Files(dir) {
			rel := strings.TrimPrefix(f.Path, dir+"/")
			if name, _, below := strings.Cut(rel, "/"); below && nameForm.MatchString(name) {
				set[name] = true
			}
		}
	}
	add(l.Snapshot, "themes")
	add(l.builtin, ".")
	return slices.Sorted(maps.Keys(set))
}

// chain follows "extends": the theme that is wanted first, the one at the bottom last. It is false where one of them
// cannot be found: of a theme without what it stands on, nothing could be said but that all is missing.
func (l *loader) chain() ([]*layer, bool) {
	first, ok := l.find(l.Name, l.Place)
	if !ok {
		return nil, false
	}
	chain := []*layer{first}
	for last := first; ; last = chain[len(chain)-1] {
		last.settings = l.manifest(last)
		below := last.settings.extends
		if below.text == "" {
			return chain, true
		}
		if i := slices.IndexFunc(chain, func(y *layer) bool { return y.name == below.text }); i >= 0 {
			var loop []string
			for _, y := range chain[i:] {
				loop = append(loop, y.name)
			}
			l.report(diag.ThemeLoop.At(below.place, strings.Join(append(loop, below.text), " → ")))
			return nil, false
		}
		if len(chain) == maxLayers {
			l.report(diag.ThemeDepth.At(below.place, strconv.Itoa(maxLayers)))
			return nil, false
		}
		next, ok := l.find(below.text, below.place)
		if !ok {
			return nil, false
		}
		chain = append(chain, next)
	}
}

// file is a file of a theme; the nearest of its path.
type file struct {
	layer *layer
	rel   string // inside the theme: "layouts/home.html"
}

// label is how messages call the file.
func (f file) label() string { return f.layer.path(f.rel) }

// whole is the place of a fault of the whole file.
func (f file) whole() diag.Place { return diag.Whole(f.label()) }

// stem is the file's name without folder and extension: the name of a type, a layout, a part.
func (f file) stem() string {
	base := path.Base(f.rel)
	return strings.TrimSuffix(base, path.Ext(base))
}
