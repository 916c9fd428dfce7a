// Package theme reads a theme: types of content, layouts, texts, lists, and the assets that pages need.
//
// [Load] finds a theme among the site's own and those built into the program, follows "extends" to the themes that it
// stands on, and gives one finished [Theme] in which the nearest file of each path has won. Everything is checked then:
// every file is parsed whether it is used or not, every template is escaped in every context in which a layout calls
// it, and what files say of one another (types, fields, layouts, parts, texts, assets) must be there. What is left to
// go wrong while a page is made is a [TemplateError] or a [LimitError].
//
// # Folders of a theme
//
//	theme.yaml       extends, roles, lists, images
//	types/*.yaml     a type of content each
//	layouts/*.html   a whole page each: html/template, executed with a page.View
//	parts/*.html     templates for layouts to call, by the name of their file
//	assets/          style sheets and scripts, which are minified, and anything else, as it is
//	text/sv.yaml     the words of the interface, in each language
//	samples/         views to look at, read only if they are asked for
package theme

import (
	"io/fs"
	"maps"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/source"
)

// Request says which theme is wanted, and for which site.
type Request struct {
	Snapshot  *source.Snapshot // holds the site's themes/; nil for none
	Builtin   fs.FS            // the themes of the program, a folder each; nil for none
	Name      string           // of the theme, as config.yaml has it
	Place     diag.Place       // of that name in config.yaml
	Languages []locale.Lang    // of the site; every text must exist in all of them
	Brand     []BrandColor     // custom properties for every style sheet
	Samples   bool             // whether the samples are read
}

// BrandColor is a colour of the site's: "primary" becomes the custom property --brand-primary. Its value has been checked
// by whoever read it.
type BrandColor struct {
	Name, Value string
	Place       diag.Place // of the value in config.yaml
}

// Theme is a theme as the stages after it need it. It does not change.
type Theme struct {
	Name    string
	Types   map[string]*model.Type
	Roles   model.Roles
	Lists   map[string]map[string]model.Query // layout, or "every" -> name of a list -> what it asks for
	Images  map[model.Use]model.Preset        // how pictures are made for each use that the theme speaks of
	Own     map[model.Own]model.OwnPage       // the pages that are made of the whole site
	Texts   map[locale.Lang]map[string]string // the interface, in each language of the site; all have the same keys
	Assets  []Asset                           // by name
	Samples []Sample                          // by name; none unless they were asked for
	Schema  output.Digest                     // of what reading content depends on: types and roles
	Digest  output.Digest                     // of everything

	layouts map[string]*Layout
}

// Every is the name under which theme.yaml asks for the lists that all pages have.
const Every = "every"

// Layout is the layout of that name; false where there is none.
func (t *Theme) Layout(name string) (*Layout, bool) {
	l, ok := t.layouts[name]
	return l, ok
}

// Layouts lists the names of all layouts, in order.
func (t *Theme) Layouts() []string { return slices.Sorted(maps.Keys(t.layouts)) }

// Hrefs gives the path of every asset in public/ by its name in assets/.
func (t *Theme) Hrefs() map[string]output.Path {
	paths := make(map[string]output.Path, len(t.Assets))
	for _, a := range t.Assets {
		paths[a.Name] = a.Path
	}
	return paths
}

// requiredLayouts are those that the generator uses by itself, whatever types there are.
var requiredLayouts = [...]string{"home", "listing", "gone", "404", "redirect"}

// Load reads a theme. The diagnostics are its author's mistakes, all of them; where there are errors among them the
// theme holds what could be understood, so that content can be read for its own mistakes, and must not be published.
// It is nil where there is no such theme, or not what it extends. The error is the machine's: a file that cannot be read.
func Load(req Request) (*Theme, []diag.Diagnostic, error) {
	l := &loader{Request: req}
	if err := l.openBuiltin(); err != nil {
		return nil, nil, err
	}
	chain, found := l.chain()
	if !found {
		return nil, diag.Sort(l.diags), l.err
	}
	files := l.gather(chain)
	t := &Theme{Name: req.Name}
	decl := l.types(files)
	t.Types = decl.types
	t.Roles = l.roles(chain, decl)
	t.Texts = l.texts(chain)
	colors := l.palette(chain)
	l.checkContrast(colors)
	l.colors = colors.css(l.brandColors())
	t.Assets = l.assets(files)
	t.Samples = l.samples(files)
	t.Lists = l.lists(chain, decl)
	t.Own = l.ownPages(chain)
	t.Images = images(chain)
	t.layouts = l.layouts(files, t)
	l.checkTypes(decl, t)
	l.checkOwnPages(chain, t)
	l.checkLayouts(chain, t)
	t.Schema = output.DigestOf("schema/1", t.Types, t.Roles)
	t.Digest = t.digest()
	return t, diag.Sort(l.diags), l.err
}

// loader gathers what is found while a theme is read.
type loader struct {
	Request
	builtin *source.Snapshot
	colors  string // what every style sheet begins with
	diags   []diag.Diagnostic
	err     error // the first failure of the machine
}

func (l *loader) report(d ...diag.Diagnostic) { l.diags = append(l.diags, d...) }

// fail keeps the first failure of the machine.
func (l *loader) fail(err error) {
	if l.err == nil {
		l.err = err
	}
}

// suggest adds the name that was probably meant to a diagnostic about one that does not exist.
func suggest(d diag.Diagnostic, name string, among []string) diag.Diagnostic {
	if near, ok := diag.Nearest(name, among); ok {
		return d.With(diag.DidYouMean, near)
	}
	return d
}
