package document

import (
	"fmt"
	"sync"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/pack"
)

// version is raised when documents are read differently than before.
const version = 8

// kept is a document as the memory keeps it, without its text. The type is known from the path, and given back by Decode.
type kept struct {
	Identity Identity
	Core     Core
	Fields   []model.NamedValue
	Extra    []model.NamedValue
	Body     *model.Body
	Broken   bool
	None     bool // there is no document, only diagnostics
	Diags    []diag.Diagnostic
}

// Settings is the digest of what reading depends on besides the file: Key takes it, so that it is worked out once for
// all files of a shelf.
func (r *Reader) Settings(shelf Shelf) output.Digest {
	words := make([][]string, len(r.Languages))
	for i, lang := range r.Languages {
		words[i] = r.terms(shelf, lang).Words()
	}
	return output.DigestOf(version, words, r.Languages, r.Location.String(), shelf.Type, shelf.AllowExtra, shelf.CleanHTML)
}

// Key names what Read makes of a file of these bytes at this path. settings is that of the file's shelf.
func Key(path string, content, settings output.Digest) output.Digest {
	return output.DigestOf(path, content, settings)
}

// Encode makes bytes of what Read returned, for the memory: the document and its diagnostics, and apart from them the text
// of its body, which is nil where there is none.
func Encode(doc *Document, diags []diag.Diagnostic) (head, text []byte) {
	k := kept{None: doc == nil, Diags: diags}
	if doc != nil {
		k.Identity, k.Core, k.Fields, k.Extra, k.Broken = doc.Identity, doc.Core, doc.Fields, doc.Extra, doc.Broken
		lean := *doc.Body
		lean.Segments, lean.Plain = nil, ""
		k.Body = &lean
		text = encodeText(doc.Body)
	}
	return keptForm().Pack(&k), text
}

// keptValues lends out what documents pass through on their way from the memory: three kilobytes each.
var keptValues = sync.Pool{New: func() any { return new(kept) }}

// keptForm is worked out once: it follows from the type.
var keptForm = sync.OnceValue(pack.New[kept])

// Decode is the inverse of Encode, for a document read with the same settings (see Key). Its body is without
// its text, which DecodeText gives back.
func (r *Reader) Decode(head []byte) (*Document, []diag.Diagnostic, error) {
	k := keptValues.Get().(*kept)
	defer func() {
		*k = kept{}
		keptValues.Put(k)
	}()
	if err := keptForm().UnpackInto(k, head); err != nil {
		return nil, nil, fmt.Errorf("recalling a document: %w", err)
	}
	if k.None {
		return nil, k.Diags, nil
	}
	doc := &Document{Identity: k.Identity, Core: k.Core, Fields: k.Fields, Extra: k.Extra, Body: k.Body, Broken: k.Broken}
	shelf, ok := r.shelf(doc.Identity)
	if !ok {
		return nil, nil, fmt.Errorf("recalling %s: its collection is gone", doc.Path)
	}
	doc.Type = shelf.Type
	doc.settle(r.Location)
	return doc, k.Diags, nil
}

// settle gives the document's moments their zone back, which their kept form lacks: the length of a day depends on it.
func (d *Document) settle(loc *time.Location) {
	in := func(m *locale.Moment) {
		if !m.Time.IsZero() {
			m.Time = m.Time.In(loc)
		} else {
			m.Time = time.Time{}
		}
	}
	for _, m := range []*model.Moment{&d.FileDate, &d.Date, &d.Updated, &d.Expires, &d.Pinned} {
		in(&m.Moment)
	}
	for i := range d.Changes {
		in(&d.Changes[i].Date.Moment)
	}
	if d.Withdrawn != nil {
		in(&d.Withdrawn.Date.Moment)
	}
	if d.Review != nil {
		in(&d.Review.Date.Moment)
	}
	for i := range d.Fields {
		settleValue(&d.Fields[i].Value, in)
	}
}

func settleValue(v *model.Value, in func(*locale.Moment)) {
	if v.More != nil {
		in(&v.More.Moment)
		if p, err := locale.ParsePeriod(v.Text); v.Kind == model.KindPeriod && err == nil {
			v.More.Period = p
		}
	}
	for i := range v.List {
		settleValue(&v.List[i], in)
	}
	for i := range v.Map {
		settleValue(&v.Map[i].Value, in)
	}
}
