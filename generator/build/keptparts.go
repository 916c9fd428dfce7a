package build

import (
	"fmt"
	"reflect"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
)

// keptDocument is what was read of a content file. The diagnostics are as they came, and never altered.
type keptDocument struct {
	doc    *document.Document
	diags  []diag.Diagnostic
	stored bool // the memory has it
}

// placedDocument is the document of a file with these bytes.
type placedDocument struct {
	content output.Digest
	kept    *aged[keptDocument]
}

// readAs begins a build that reads documents in a way; what was read in another is looked for by its key.
func (k *Kept) readAs(settings map[string]output.Digest, types *theme.Theme) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if reading := output.DigestOf(settings); reading != k.reading || !sameTypes(types, k.types) || k.places == nil {
		k.reading, k.types, k.places = reading, types, map[string]placedDocument{}
	}
}

// unchanged is what was made of a content file that has not changed since it was read in the same way. The diagnostics are
// the caller's to alter.
func (k *Kept) unchanged(path string) (*document.Document, []diag.Diagnostic, bool) {
	if k == nil {
		return nil, nil, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	content, known := k.digests[path]
	place, ok := k.places[path]
	if !known || !ok || place.content != content {
		return nil, nil, false
	}
	place.kept.used = k.documents.round
	return place.kept.value.doc, slices.Clone(place.kept.value.diags), true
}

// place notes where the document of a file is kept.
func (k *Kept) place(path string, content, key output.Digest) {
	if k == nil || k.once {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if kept, ok := k.documents.all[key]; ok {
		k.places[path] = placedDocument{content, kept}
	}
}

type mediaKey struct {
	path    string
	content output.Digest
	what    output.Digest // what was asked of the file
}

type keptTheme struct {
	key   output.Digest
	theme *theme.Theme
	diags []diag.Diagnostic
}

// like is the theme with the parts that content and the site follow from taken from an earlier one, where they are the same: a
// layout may be another, and all that was read and made of the types stays.
func like(t, was *theme.Theme) *theme.Theme {
	if t == nil || was == nil || t.Roles != was.Roles || !reflect.DeepEqual(t.Types, was.Types) || !reflect.DeepEqual(t.Lists, was.Lists) ||
		!reflect.DeepEqual(t.Images, was.Images) || !reflect.DeepEqual(t.Own, was.Own) {
		return t
	}
	same := *t
	same.Types, same.Lists, same.Images, same.Own = was.Types, was.Lists, was.Images, was.Own
	return &same
}

// sameTypes tells whether two themes share the very types, and all else that a site is made of.
func sameTypes(a, b *theme.Theme) bool {
	return a == b || a != nil && b != nil && a.Types != nil && reflect.ValueOf(a.Types).Pointer() == reflect.ValueOf(b.Types).Pointer()
}

// document is what was made of a content file, by its key, with its type as it is declared now. The diagnostics are the
// caller's to alter.
func (k *Kept) document(key output.Digest, declared *model.Type) (*document.Document, []diag.Diagnostic, bool) {
	if k == nil {
		return nil, nil, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	d, ok := k.documents.get(key)
	if ok && d.doc != nil && d.doc.Type != declared {
		doc := *d.doc
		doc.Type = declared
		d.doc = &doc
		k.documents.put(key, d)
	}
	return d.doc, slices.Clone(d.diags), ok
}

func (k *Kept) keepDocument(key output.Digest, doc *document.Document, diags []diag.Diagnostic, stored bool) {
	if k == nil || k.once {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.documents.put(key, keptDocument{doc, slices.Clone(diags), stored})
}

// look is what was found in a file, or is found now; what is not sound is not kept.
func (k *Kept) look(key mediaKey, find func() looked, sound func() bool) looked {
	k.mu.Lock()
	l, ok := k.media.get(key)
	k.mu.Unlock()
	if ok {
		return l
	}
	l = find()
	if sound() {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.media.put(key, l)
	}
	return l
}

// loadTheme loads the theme, unless nothing that it is made of has changed.
func (k *Kept) loadTheme(req theme.Request) (*theme.Theme, []diag.Diagnostic, error) {
	if k == nil {
		return theme.Load(req)
	}
	key, err := themeKey(req)
	if err != nil {
		return nil, nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.theme.theme == nil || k.theme.key != key {
		t, diags, err := theme.Load(req)
		if err != nil {
			return nil, nil, err
		}
		k.theme = keptTheme{key, like(t, k.theme.theme), diags}
	}
	return k.theme.theme, slices.Clone(k.theme.diags), nil
}

// themeKey is the digest of all that a theme is made of; the built-in ones do not change while the program runs.
func themeKey(req theme.Request) (output.Digest, error) {
	type part struct {
		Path   string
		Digest output.Digest
	}
	var parts []part
	for _, f := range req.Snapshot.Files("themes") {
		if f.Size > source.MaxSize {
			parts = append(parts, part{Path: f.Path}) // nobody reads it
			continue
		}
		d, err := req.Snapshot.Digest(f.Path)
		if err != nil {
			return output.Digest{}, fmt.Errorf("reading the theme: %w", err)
		}
		parts = append(parts, part{f.Path, d})
	}
	return output.DigestOf(req.Name, req.Place, req.Languages, req.Brand, req.Samples, parts, req.Snapshot.IsDir("themes/"+req.Name)), nil
}

// Fresh is how many content files were read that no memory has yet.
func (k *Kept) Fresh() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	n := 0
	for _, d := range k.documents.all {
		if !d.value.stored {
			n++
		}
	}
	return n
}

// Store hands what was read of these files to a memory, for the next process. Their texts are with them, since no memory
// could take them so far.
func (k *Kept) Store(into *Recollection) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for key, d := range k.documents.all {
		if !d.value.stored {
			head, text := document.Encode(d.value.doc, d.value.diags)
			into.keepDocument(key, head, text)
			d.value.stored = true
		}
	}
}
