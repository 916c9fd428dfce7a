// Package pdf reads what readers are told of a PDF before they open it: its pages, title and language (ISO 32000-1).
//
// It is no renderer. It follows the cross-reference table or stream, in a damaged file it looks for the objects by itself, and it
// stops where a file asks for more work than its size warrants: no input panics, hangs, or makes it allocate without bound.
package pdf

import (
	"maps"
	"slices"
	"strings"
)

// Document is what a PDF says of itself. What could not be told is zero.
type Document struct {
	Pages     int
	Title     string   // of the document information dictionary; "" in an encrypted file
	Author    string   // of the same dictionary
	Said      []string // all texts of that dictionary, in the order of their keys
	Lang      string   // a language tag, such as "sv-SE"
	Tagged    bool     // its structure is marked, as screen readers need it
	Active    bool     // it runs a script or starts a program when opened
	Encrypted bool
	XMP       []byte // the metadata packet, which may hold a title as well
}

// maxPages is where counting stops.
const maxPages = 100_000

// Read reads a PDF as far as it can be read.
func Read(data []byte) Document {
	f := newFile(data)
	if !f.load() || f.catalog() == nil {
		f = newFile(data)
		f.rebuild()
	}
	var d Document
	catalog := f.catalog()
	if catalog == nil {
		return d
	}
	d.Encrypted = f.resolve(f.trailer["Encrypt"]) != nil
	d.Pages = f.countPages(catalog)
	if mark, ok := f.resolve(catalog["MarkInfo"]).(dict); ok {
		d.Tagged, _ = f.resolve(mark["Marked"]).(bool)
	}
	d.Active = f.acts(catalog)
	if d.Encrypted { // so are all texts
		return d
	}
	if lang, ok := f.resolve(catalog["Lang"]).(text); ok {
		d.Lang = languageTag(lang.decode())
	}
	if info, ok := f.resolve(f.trailer["Info"]).(dict); ok {
		if title, ok := f.resolve(info["Title"]).(text); ok {
			d.Title = strings.TrimSpace(title.decode())
		}
		if author, ok := f.resolve(info["Author"]).(text); ok {
			d.Author = strings.TrimSpace(author.decode())
		}
		for _, key := range slices.Sorted(maps.Keys(info)) {
			if said, ok := f.resolve(info[key]).(text); ok {
				d.Said = append(d.Said, said.decode())
			}
		}
	}
	if s, ok := f.resolve(catalog["Metadata"]).(stream); ok {
		d.XMP, _ = f.decode(s)
	}
	return d
}

// catalog is the root of the document, or nil.
func (f *file) catalog() dict {
	root, _ := f.resolve(f.trailer["Root"]).(dict)
	if root["Pages"] == nil {
		return nil
	}
	return root
}

// countPages walks the page tree. Where a part of it cannot be read, the count that the tree states is believed if there are as
// many objects.
func (f *file) countPages(catalog dict) int {
	root, ok := f.resolve(catalog["Pages"]).(dict)
	if !ok {
		return 0
	}
	stated, _ := f.resolve(root["Count"]).(number)
	pages, whole := 0, true
	seen := map[ref]bool{}
	for open := []object{root}; len(open) > 0 && pages <= maxPages && len(seen) <= 4*maxPages; {
		last := len(open) - 1
		node := open[last]
		open = open[:last]
		if r, isRef := node.(ref); isRef {
			if seen[r] {
				whole = false
				continue
			}
			seen[r] = true
		}
		page, ok := f.resolve(node).(dict)
		if !ok {
			whole = false
			continue
		}
		kids, ok := f.resolve(page["Kids"]).(array)
		if !ok {
			pages++
			continue
		}
		if open = append(open, kids...); len(open) > 10*maxPages {
			return 0
		}
	}
	switch {
	case pages > maxPages || len(seen) > 4*maxPages:
		return 0
	case !whole && stated > number(pages) && int(stated) <= min(maxPages, len(f.entries)):
		return int(stated)
	}
	return pages
}

// acts tells whether the document does something when it is opened, beyond going to a page.
func (f *file) acts(catalog dict) bool {
	if open, ok := f.resolve(catalog["OpenAction"]).(dict); ok {
		kind, _ := f.resolve(open["S"]).(name)
		if slices.Contains([]name{"JavaScript", "Launch", "SubmitForm", "ImportData"}, kind) {
			return true
		}
	}
	names, _ := f.resolve(catalog["Names"]).(dict)
	return f.resolve(names["JavaScript"]) != nil
}

// languageTag is a tag as BCP 47 wants it, as far as letters, digits and hyphens go, or "".
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	strange := func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}
	if len(s) > 35 || strings.ContainsFunc(s, strange) {
		return ""
	}
	return s
}
