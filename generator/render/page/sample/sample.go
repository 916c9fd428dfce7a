// Package sample shows a theme's samples: canned views of its layouts, in every state that a page can have, made into
// pages by the very layouts that make a site's. They are what a theme's author looks at while working, and what tests
// of how pages look begin with. They are never published.
//
// A file of samples/ is named for a layout and holds a mapping of samples, each of them a page.View whose keys are the
// fields' names with a small first letter. docs/themes.md is the manual. What is written is taken strictly: a key that
// no view has, a value of the wrong kind and a missing key that every view has are errors at their place.
package sample

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/theme"
	"growthportal/generator/read/yaml"
)

// Folder is where the pages stand, as seen from the site's root. No site has pages there: it begins with a dot.
const Folder = ".growthportal/samples/"

const maker = "sample/1"

// Input is what the pages follow from.
type Input struct {
	Context   context.Context // ends the making of pages
	Theme     *theme.Theme    // with its samples
	Languages []locale.Lang   // of the site; a sample that does not say its language is in the first
	Location  *time.Location  // of the times that samples tell
	Href      func(model.URL) string
	Program   string // the program's name and version, for the generator element
}

// Fault tells what is wrong with a sample: its author's mistakes, all of them.
type Fault struct{ Found []diag.Diagnostic }

// Error is the first of the mistakes.
func (f *Fault) Error() string {
	d := f.Found[0]
	return fmt.Sprintf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message(locale.English))
}

// Diagnostics are the mistakes.
func (f *Fault) Diagnostics() []diag.Diagnostic { return f.Found }

// Recipes lists a recipe for each sample, one for each picture of theirs, and one for the list of them all.
func Recipes(in Input) []output.Recipe {
	b := open(in)
	list := []output.Recipe{b.index()}
	for _, s := range b.samples {
		list = append(list, b.recipe(s))
	}
	for _, s := range in.Theme.Samples {
		if !strings.HasSuffix(s.Name, ".yaml") {
			list = append(list, output.Recipe{
				Path: Folder + output.Path(s.Name), Maker: maker, Inputs: output.Sum(s.Content), Claim: s.File,
				Make: func(w io.Writer) error {
					_, err := w.Write(s.Content)
					return err
				},
			})
		}
	}
	return list
}

// sample is a sample as it is written, or a file that holds none because of what is wrong with it.
type sample struct {
	layout string
	name   string // "" for a file
	file   string
	node   *yaml.Node
	about  model.Text
	faults []diag.Diagnostic
}

// path is where the sample's page stands below Folder.
func (s *sample) path() string {
	if s.name == "" {
		return s.layout + "/"
	}
	return s.layout + "/" + s.name + "/"
}

// book is all that the files of samples/ say.
type book struct {
	Input
	samples  []*sample
	cards    *yaml.Node
	layouts  map[string]*yaml.Node        // the samples of each layout
	faulty   map[string][]diag.Diagnostic // of layouts whose file cannot be read
	assets   map[string]string
	pictures map[string]string // file in samples/ -> its href
	sources  map[string][]byte // of the files, by what messages call them
	digest   output.Digest     // of all that samples say
}

// cardsFile is the one file that is not named for a layout: it holds cards by name, for samples to share.
const cardsFile = "cards"

func open(in Input) *book {
	b := &book{
		Input: in, layouts: map[string]*yaml.Node{}, assets: map[string]string{}, pictures: map[string]string{},
		faulty: map[string][]diag.Diagnostic{}, sources: map[string][]byte{},
	}
	for name, path := range in.Theme.Hrefs() {
		b.assets[name] = in.Href(model.URL("/" + string(path)))
	}
	for _, s := range in.Theme.Samples {
		layout, isYAML := strings.CutSuffix(s.Name, ".yaml")
		if !isYAML {
			b.pictures[s.Name] = in.Href(model.URL("/" + Folder + s.Name))
			continue
		}
		b.sources[s.File] = s.Content
		b.read(layout, s)
	}
	b.samples = slices.DeleteFunc(b.samples, b.elsewhere)
	b.digest = output.DigestOf(in.Theme.Samples, in.Theme.Types, in.Theme.Lists, in.Languages, b.pictures, b.assets, in.Program)
	return b
}

// read takes in one file.
func (b *book) read(layout string, s theme.Sample) {
	node, faults := yaml.Parse(s.File, s.Content, 1)
	r := &yaml.Reader{Diags: faults}
	if layout == cardsFile {
		if r.AnyMapping(node) {
			b.cards = node
		}
		if len(r.Diags) > 0 {
			b.faulty[layout] = r.Diags
			b.samples = append(b.samples, &sample{layout: layout, file: s.File, faults: r.Diags})
		}
		return
	}
	if _, ok := b.Theme.Layout(layout); !ok {
		r.Report(diag.UnknownLayout.At(diag.Whole(s.File), layout))
	}
	if node == nil && len(r.Diags) == 0 {
		r.Report(diag.EmptyFile.At(diag.Whole(s.File)))
	}
	var list []*sample
	if len(r.Diags) == 0 && r.AnyMapping(node) {
		b.layouts[layout] = node
		for _, p := range node.Pairs {
			if !locale.ValidSlug(p.Key) {
				r.Report(diag.BadName.At(p.KeyPlace, p.Key).With(diag.SmallLetters))
			}
			one := &sample{layout: layout, name: p.Key, file: s.File, node: p.Value}
			one.about = (&yaml.Reader{}).TextByLang(p.Value.Get("about"), locale.Langs())
			list = append(list, one)
		}
	}
	if len(r.Diags) > 0 {
		b.faulty[layout] = r.Diags
		list = []*sample{{layout: layout, file: s.File, faults: r.Diags}}
	}
	b.samples = append(b.samples, list...)
}

func (b *book) recipe(s *sample) output.Recipe {
	layout, _ := b.Theme.Layout(s.layout)
	r := output.Recipe{
		Path: Folder + output.Path(s.path()+"index.html"), Maker: maker, Claim: s.file,
		Inputs: output.DigestOf(b.digest, s.layout, s.name),
	}
	if layout != nil {
		r.Inputs = output.DigestOf(r.Inputs, layout.Digest)
	}
	r.Make = func(w io.Writer) error {
		view, faults := b.view(s)
		if len(faults) > 0 {
			return &Fault{b.excerpts(faults)}
		}
		if err := layout.Execute(b.Context, w, view); err != nil {
			return fmt.Errorf("making the sample %s: %w", s.path(), theme.OnPage(err, s.file+": "+s.name))
		}
		return nil
	}
	return r
}

// excerpts puts diagnostics in order and gives each the line that it is about.
func (b *book) excerpts(list []diag.Diagnostic) []diag.Diagnostic {
	list = diag.Sort(slices.Clone(list))
	for i, d := range list {
		if lines := bytes.Split(b.sources[d.File], []byte("\n")); d.Line >= 1 && d.Line <= len(lines) {
			list[i].Excerpt = strings.TrimSuffix(string(lines[d.Line-1]), "\r")
		}
	}
	return list
}

// among lists the samples that a sample can be like, but for those that are like it.
func (b *book) among(layout string, used map[string]bool) []string {
	var names []string
	for other, node := range b.layouts {
		for _, name := range node.Keys() {
			if full := other + "/" + name; !used[full] {
				names = append(names, full)
				if other == layout {
					names = append(names, name)
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// cardNames lists the cards, but for those that are used already.
func (b *book) cardNames(used map[string]bool) []string {
	return slices.DeleteFunc(slices.Sorted(slices.Values(b.cards.Keys())), func(name string) bool { return used[name] })
}

// layoutsWithout lists the layouts that no file has samples of.
func (b *book) layoutsWithout() []string {
	has := map[string]bool{}
	for _, s := range b.samples {
		has[s.layout] = true
	}
	return slices.DeleteFunc(b.Theme.Layouts(), func(name string) bool { return has[name] })
}

// sortedKeys are the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
