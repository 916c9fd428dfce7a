// Package document reads content files: Markdown with YAML front matter becomes a typed Document, or diagnostics with
// their places. It is strict: a key that nobody knows, a value of the wrong kind and a date that does not exist are
// errors. References to other items are kept as they are written; where they lead, the site decides.
//
// A document follows from its path, its bytes and the Reader's settings alone, and nothing alters it after it was read.
package document

import (
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/markdown"
)

// Document is one content file in one language, read and typed.
type Document struct {
	Identity
	Core
	Type   *model.Type
	Fields []model.NamedValue // the type's own fields that are set, in the type's order
	Extra  []model.NamedValue // undeclared keys, where the collection allows them, in the order of the file
	Body   *model.Body
	// Broken tells that the document has errors: it can be spoken about, and not be published.
	Broken bool
}

// Field returns the value of one of the type's own fields.
func (d *Document) Field(name string) (model.Value, bool) {
	for _, f := range d.Fields {
		if f.Name == name {
			return f.Value, true
		}
	}
	return model.Value{}, false
}

// Core holds the keys that every type has.
type Core struct {
	Title       string
	TitlePlace  diag.Place
	Date        model.Moment
	Updated     model.Moment
	Expires     model.Moment
	Draft       bool
	Slug        string
	SlugPlace   diag.Place
	Aliases     []Alias
	Summary     string
	Topics      []model.Ref // references, or free text where the site's topics are free
	Publisher   model.Ref
	Contacts    []model.Ref
	Authors     []model.Ref
	Related     []model.Ref
	Points      []model.Ref
	Image       *model.FileRef
	Attachments []model.FileRef
	Case        string
	Changes     []Change
	Withdrawn   *Withdrawal
	Review      *Review
	Pinned      model.Moment
	Silence     []Silence
	Typography  bool
}

// Alias is an earlier URL of the item: a site path that ends in "/" or in a file name with an extension.
type Alias struct {
	URL   model.URL
	Place diag.Place
}

// Change is what was changed after publication, and when.
type Change struct {
	Date model.Moment
	Note string
}

// Withdrawal says since when and why an item does not hold any more.
type Withdrawal struct {
	Date   model.Moment
	Reason string
}

// Review says when somebody must look at the item again, and who.
type Review struct {
	Date  model.Moment
	Owner string
}

// Silence says why a rule of check does not apply to the item.
type Silence struct {
	Rule, Reason string
	Place        diag.Place
}

// Shelf is a collection as far as reading is concerned.
type Shelf struct {
	Type       *model.Type
	AllowExtra bool // keep keys that the type does not declare
	CleanHTML  bool // clean raw HTML instead of refusing it
}

// Reader reads the documents of one site. It is plain settings, safe for concurrent use.
type Reader struct {
	Languages []locale.Lang                   // the declared ones, the site's first language first
	Location  *time.Location                  // the site's time zone
	Shelves   map[string]Shelf                // by collection
	Page      *model.Type                     // the type of what stands outside the collections
	Terms     map[locale.Lang]*markdown.Terms // the words that are explained where they stand first in a text; nil for none
}

// Read reads the file at path ("content/press/x/index.md"). Of a file that cannot be read at all the document holds
// its identity alone; it is nil where the path does not even tell that. Diagnostics of a draft are warnings: an unfinished draft stops nobody.
// Nothing keeps the memory of content.
func (r *Reader) Read(path string, content []byte) (*Document, []diag.Diagnostic) {
	doc, diags := r.read(path, content)
	return doc, withNumbers(doc, path, content, diags)
}

func (r *Reader) read(path string, content []byte) (*Document, []diag.Diagnostic) {
	id, diags := r.Identify(path)
	shelf, ok := r.shelf(id)
	if !ok || diag.HasErrors(diags) {
		if looksDraft(content) {
			Downgrade(diags)
		}
		return nil, diags
	}
	doc := &Document{Identity: id, Type: shelf.Type, Body: &model.Body{}, Broken: true}
	content, found := checkCharacters(path, content)
	if found != nil {
		return doc, r.settle(content, doc, append(diags, found...))
	}
	front, body, bodyLine, fault := split(path, content)
	if fault != nil {
		return doc, r.settle(content, doc, append(diags, *fault))
	}
	d := &decoder{reader: r, shelf: shelf, file: path, lang: id.Lang}
	d.decode(doc, front)
	doc.typeset()
	doc.join()
	var marks []diag.Diagnostic
	doc.Body, marks = markdown.Parse(body, markdown.Options{
		File: path, FirstLine: bodyLine, Lang: id.Lang, HTML: shelf.html(), Typography: doc.Typography,
		Terms: r.terms(shelf, id.Lang),
	})
	doc.Body.Digest = output.DigestOf(doc.Body)
	if doc.Summary != "" {
		doc.Body.Opening = "" // which stands in for a summary, and would take a tenth of a large site's memory
	}
	diags = r.settle(front, doc, append(append(diags, d.Diags...), marks...))
	return doc, diags
}

// Shelf tells where a content file belongs: to its collection, else to the plain pages. ok is false where the
// collection's type is not known, so that nothing can be read.
func (r *Reader) Shelf(path string) (name string, shelf Shelf, ok bool) {
	id, _ := r.Identify(path)
	name = id.Collection
	if id.Listing {
		name = ""
	}
	shelf, ok = r.shelf(id)
	return name, shelf, ok
}

func (r *Reader) shelf(id Identity) (Shelf, bool) {
	if id.Collection == "" || id.Listing {
		return Shelf{Type: r.Page}, r.Page != nil
	}
	s, ok := r.Shelves[id.Collection]
	return s, ok && s.Type != nil
}

// terms are those that are looked for in the texts of a shelf: none in what stands on every page.
func (r *Reader) terms(shelf Shelf, lang locale.Lang) *markdown.Terms {
	if shelf.Type != nil && shelf.Type.Traits.Banner {
		return nil
	}
	return r.Terms[lang]
}

func (s Shelf) html() markdown.HTMLMode {
	if s.CleanHTML {
		return markdown.Clean
	}
	return markdown.Forbid
}

// settle marks a document with errors as broken, and makes warnings of a draft's.
func (r *Reader) settle(front []byte, doc *Document, diags []diag.Diagnostic) []diag.Diagnostic {
	doc.Draft = doc.Draft || looksDraft(front)
	doc.Broken = diag.HasErrors(diags)
	if doc.Draft {
		Downgrade(diags)
	}
	return diags
}

// Downgrade makes warnings about something unpublished of all findings, in place.
func Downgrade(diags []diag.Diagnostic) {
	for i := range diags {
		diags[i].Severity = diag.Warning
		diags[i].Unpublished = true
	}
}
