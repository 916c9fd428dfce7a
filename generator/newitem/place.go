package newitem

import (
	"path"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// maxName is how long the name of a new file may be, without its date: longer ones are a burden in addresses and references.
const maxName = 60

// place decides the file. What the item is a version of decides it; else a title that is the name of an item which lacks the
// language; else the title and the day.
func (m *maker) place() error {
	if m.Of != "" {
		return m.beside(m.find(m.Of))
	}
	if !m.validBelow() {
		return &Error{Fault: BadFolder, Args: []string{m.Below}}
	}
	name := cut(locale.Slug(m.Title))
	if name == "" || name == "index" {
		return &Error{Fault: NoName, Args: []string{m.Title}}
	}
	if m.collection == nil && m.Below == "" && m.reserved(name) {
		return &Error{Fault: Exists, Args: []string{document.ContentRoot + "/" + name}}
	}
	m.dated = m.collection != nil && m.hasDate()
	if doc := m.named(name, m.Lang); doc != nil && (!m.dated || m.sameYear(doc)) {
		return &Error{Fault: Exists, Args: []string{doc.Path}}
	}
	if original := m.lacking(name); original != nil {
		return m.beside(original)
	}
	if m.dated {
		name = m.Today.String() + "-" + name
	}
	m.path = m.file(path.Join(m.folder(), name), m.Folder)
	return m.free()
}

// beside places the item beside the one that it is a version of.
func (m *maker) beside(original *document.Document) error {
	if original == nil {
		return &Error{Fault: UnknownItem, Args: []string{m.Of}}
	}
	if original.Type.Name != m.kind.Name || (m.collection == nil) != (original.Collection == "" || original.Listing) {
		return &Error{Fault: OtherKind, Args: []string{original.Path, original.Type.Name, m.kind.Name}}
	}
	m.original = original
	m.path = m.file(original.Stem, strings.HasPrefix(path.Base(original.Path), "index."))
	m.dated = original.FileDate.Set()
	return m.free()
}

// free refuses to write where something stands already, in whichever form its file's name has.
func (m *maker) free() error {
	stem := strings.TrimSuffix(m.path, path.Ext(m.path))
	stem = strings.TrimSuffix(strings.TrimSuffix(stem, "."+string(m.Lang)), "/index")
	for _, doc := range m.Documents {
		if doc.Stem == stem && doc.Lang == m.Lang {
			return &Error{Fault: Exists, Args: []string{doc.Path}}
		}
	}
	return nil
}

// file is the path of the item with the stem.
func (m *maker) file(stem string, folder bool) string {
	if folder {
		stem += "/index"
	}
	if m.Lang != m.Config.Languages[0] {
		stem += "." + string(m.Lang)
	}
	return stem + ".md"
}

// hasDate tells whether items of the type are dated: the type requires it, or their addresses hold it.
func (m *maker) hasDate() bool {
	link := m.collection.Permalink
	if link == "" {
		link = m.kind.Permalink
	}
	return slices.Contains(m.kind.Require, "date") ||
		strings.Contains(link, ":year") || strings.Contains(link, ":month") || strings.Contains(link, ":day")
}

// named is the document of that name in the language, where the new item is to stand.
func (m *maker) named(name string, lang locale.Lang) *document.Document {
	for _, doc := range m.Documents {
		if doc.Lang == lang && m.mine(doc) && path.Base(doc.Name) == name {
			return doc
		}
	}
	return nil
}

// mine tells whether a document stands where the new item is to.
func (m *maker) mine(doc *document.Document) bool {
	if m.collection != nil {
		return doc.Collection == m.collection.Name && !doc.Listing
	}
	return doc.Collection == "" && path.Dir(doc.Name) == path.Clean(m.Below)
}

// lacking is the only item of that name, where it has no version in the wanted language.
func (m *maker) lacking(name string) *document.Document {
	var found *document.Document
	for _, doc := range m.Documents {
		switch {
		case !m.mine(doc) || path.Base(doc.Name) != name:
		case doc.Lang == m.Lang || found != nil && found.Stem != doc.Stem:
			return nil
		default:
			found = doc
		}
	}
	return found
}

// find is the item that a reference or a file's path names, in the first language that has it.
func (m *maker) find(ref string) *document.Document {
	ref = strings.TrimPrefix(path.Clean(strings.ReplaceAll(ref, `\`, "/")), "./")
	var found *document.Document
	for _, lang := range m.Config.Languages {
		for _, doc := range m.Documents {
			if doc.Lang != lang || doc.Lang == m.Lang {
				continue
			}
			switch {
			case doc.Path == ref, doc.Stem == ref, doc.Stem == path.Join(document.ContentRoot, ref):
				return doc
			case found == nil && m.mine(doc) && slices.Contains([]string{doc.Name, doc.Collection + "/" + doc.Name, path.Base(doc.Stem)}, ref):
				found = doc
			}
		}
	}
	return found
}

func (m *maker) sameYear(doc *document.Document) bool {
	return !doc.Date.Set() || doc.Date.Time.In(m.Config.Location).Year() == m.Today.Year
}

// validBelow tells whether pages can stand in the folder.
func (m *maker) validBelow() bool {
	if m.Below == "" {
		return true
	}
	m.Below = strings.Trim(strings.TrimPrefix(strings.ReplaceAll(m.Below, `\`, "/"), document.ContentRoot+"/"), "/")
	for part := range strings.SplitSeq(m.Below, "/") {
		if !locale.ValidSlug(part) {
			return false
		}
	}
	top, _, _ := strings.Cut(m.Below, "/")
	return !m.reserved(top)
}

// reserved tells whether a folder of content/ has a meaning of its own.
func (m *maker) reserved(top string) bool {
	_, collection := m.Config.Collection(top)
	return collection || top == "data" || top == "static"
}

// cut shortens a name at a hyphen.
func cut(name string) string {
	if len(name) <= maxName {
		return name
	}
	if i := strings.LastIndexByte(name[:maxName+1], '-'); i > 0 {
		return name[:i]
	}
	return name[:maxName]
}

func list(names []string) string { return strings.Join(names, ", ") }

func languages(langs []locale.Lang) string {
	names := make([]string, len(langs))
	for i, l := range langs {
		names[i] = string(l)
	}
	return list(names)
}

// isReferenceTo tells whether a reference may lead to a document.
func isReferenceTo(ref model.Ref, doc *document.Document) bool {
	return ref.Name == doc.Name || ref.Name == doc.Collection+"/"+doc.Name
}
