// Package newitem writes the file that a new item begins with: in its right place, with what can be known filled in, what cannot
// be known marked, and as a draft, so that nothing is published by accident.
//
// What a type declares decides what the file holds; labels and help stand in it as comments. A new version of an item in another
// language takes over what does not depend on the language.
package newitem

import (
	"path"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// Site is what must be known of the site that gets a new item.
type Site struct {
	Config    *config.Config
	Types     map[string]*model.Type
	Roles     model.Roles
	Documents []*document.Document
	Read      func(path string) ([]byte, error) // reads a content file
	Today     locale.Date
}

// Wish is what the author has said.
type Wish struct {
	Kind   string      // the name of a type or of a collection
	Title  string      // one line
	Lang   locale.Lang // of the item; "" for the site's first language
	Of     string      // the item of which this is the version in another language: a reference, or a file; "" for none
	Folder bool        // in a folder of its own, for pictures and attachments beside it
	Below  string      // of a plain page: the folder below content/ that it stands in
	Speech locale.Lang // the language of the comments
}

// File is what is to be written.
type File struct {
	Path    string // from the source folder: "content/press/2026-11-24-x.md"
	Content []byte
}

// Fault names a reason why there can be no such item.
type Fault string

// The faults.
const (
	UnknownKind  Fault = "unknown-kind"  // the name, and what it can be
	Ambiguous    Fault = "ambiguous"     // a type of several collections: the type, and these
	NoCollection Fault = "no-collection" // a type of no collection: the type
	NoName       Fault = "no-name"       // a title that makes no name: the title
	NoLanguage   Fault = "no-language"   // a language that the site lacks: the language, and those that it has
	Exists       Fault = "exists"        // there is such an item: its file
	UnknownItem  Fault = "unknown-item"  // the item to be translated does not exist: what was written
	OtherKind    Fault = "other-kind"    // the item to be translated is of another type: its file, its type, the wanted one
	OnlyPages    Fault = "only-pages"    // Below is for plain pages
	BadFolder    Fault = "bad-folder"    // Below is no folder of content/ that pages can stand in
)

// Error is a reason why there can be no such item, with the words that belong to it.
type Error struct {
	Fault Fault
	Args  []string
	Near  string // the name that was probably meant; "" for none
}

func (e *Error) Error() string { return "new item: " + string(e.Fault) }

// Make gives the file that an item begins with. The error is an [*Error], or the machine's where a version that it is made from
// cannot be read.
func Make(s Site, w Wish) (File, error) {
	m := &maker{Site: s, Wish: w}
	if m.Lang == "" {
		m.Lang = s.Config.Languages[0]
	}
	if !slices.Contains(s.Config.Languages, m.Lang) {
		return File{}, &Error{Fault: NoLanguage, Args: []string{string(m.Lang), languages(s.Config.Languages)}}
	}
	if err := m.shelf(); err != nil {
		return File{}, err
	}
	if err := m.place(); err != nil {
		return File{}, err
	}
	content, err := m.content()
	return File{Path: m.path, Content: content}, err
}

// maker carries one wish from step to step.
type maker struct {
	Site
	Wish
	collection *config.Collection // nil for a plain page
	kind       *model.Type
	original   *document.Document // of which this is a version; nil for none
	path       string
	dated      bool // the file's name begins with the date
}

// shelf finds the type, and the collection that items of it belong to.
func (m *maker) shelf() error {
	var names, of []string
	for i, c := range m.Config.Collections {
		names = append(names, c.Name)
		if c.Name == m.Kind && m.Types[c.Type] != nil {
			m.collection, m.kind = &m.Config.Collections[i], m.Types[c.Type]
			return m.checkBelow()
		}
		if c.Type == m.Kind {
			of = append(of, c.Name)
		}
	}
	t := m.Types[m.Kind]
	page := t != nil && m.Kind == m.Roles.Page
	switch {
	case t == nil:
		for name := range m.Types {
			names = append(names, name)
		}
		slices.Sort(names)
		return &Error{Fault: UnknownKind, Args: []string{m.Kind, list(slices.Compact(names))}, Near: m.meant(names)}
	case page:
		m.kind = t
		return nil
	case len(of) == 0:
		return &Error{Fault: NoCollection, Args: []string{m.Kind}}
	case len(of) > 1:
		return &Error{Fault: Ambiguous, Args: []string{m.Kind, list(of)}}
	}
	c, _ := m.Config.Collection(of[0])
	m.collection, m.kind = &c, t
	return m.checkBelow()
}

// meant is the name that was probably meant: of the type that readers know as what was written, else the one most like it.
func (m *maker) meant(names []string) string {
	asked := locale.Slug(m.Kind)
	for _, name := range names {
		t := m.Types[name]
		for _, lang := range locale.Langs() {
			if t != nil && asked != "" && locale.Slug(t.Label.In(lang)) == asked {
				return name
			}
		}
	}
	near, _ := diag.Nearest(m.Kind, names)
	return near
}

func (m *maker) checkBelow() error {
	if m.Below != "" {
		return &Error{Fault: OnlyPages}
	}
	return nil
}

// folder is where the item stands, below content/.
func (m *maker) folder() string {
	if m.collection != nil {
		return path.Join(document.ContentRoot, m.collection.Name)
	}
	return path.Join(document.ContentRoot, m.Below)
}
