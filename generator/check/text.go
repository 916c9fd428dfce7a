package check

import (
	"path"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
	"growthportal/generator/read/prose"
)

// Text is one content file as rules see it.
type Text struct {
	Doc     *document.Document
	Subject *Subject
	Source  []byte
	Writing document.Writing
}

// lang is the language of a block.
func (t *Text) lang(b prose.Block) locale.Lang {
	if b.Lang != "" {
		return locale.Lang(b.Lang)
	}
	return t.Doc.Lang
}

// wants tells whether items of the type are to have a core key, as its declaration says.
func (t *Text) wants(key string) bool {
	return !t.Doc.Listing && slices.Contains(t.Doc.Type.Want, key)
}

// lead is the item's lead.
func (t *Text) lead() (prose.Block, bool) { return t.Writing.Line("summary") }

// running are the blocks of the body that are running text in the file's own language: paragraphs and lists.
func (t *Text) running() []prose.Block {
	var list []prose.Block
	for _, b := range t.Writing.Body.Blocks {
		if (b.Kind == prose.Paragraph || b.Kind == prose.Item) && b.Lang == "" {
			list = append(list, b)
		}
	}
	return list
}

// files are the files that the item offers or links to, with the places where it names them.
func (t *Text) files() []fileUse {
	var list []fileUse
	for _, a := range t.Doc.Attachments {
		list = append(list, fileUse{path.Join(t.Doc.Folder, a.File), a.Place})
	}
	for _, f := range t.Doc.Fields {
		for _, v := range append(slices.Clone(f.Value.List), f.Value) {
			if v.Kind == model.KindFile {
				list = append(list, fileUse{path.Join(t.Doc.Folder, v.File().File), v.File().Place})
			}
		}
	}
	for _, ref := range t.Doc.Body.Refs {
		target, _, _ := strings.Cut(ref.Target, "#")
		if ext := path.Ext(target); ref.Kind == model.LinkRef && !strings.Contains(target, ":") && ext != "" && ext != ".md" {
			list = append(list, fileUse{path.Join(path.Dir(t.Doc.Path), target), ref.Spot.In(t.Doc.Path)})
		}
	}
	return list
}

// fileUse is a file that an item names.
type fileUse struct {
	path  string
	place diag.Place
}

// texts are the words of blocks.
func texts(blocks []prose.Block) []string {
	list := make([]string, len(blocks))
	for i, b := range blocks {
		list[i] = b.Text
	}
	return list
}
