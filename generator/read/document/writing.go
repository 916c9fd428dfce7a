package document

import (
	"slices"
	"strings"
	"unicode"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/markdown"
	"growthportal/generator/read/prose"
	"growthportal/generator/read/yaml"
)

// Writing is a content file as its author wrote it: its words, each with its place.
type Writing struct {
	Front []prose.Block // the texts of front matter, in the order of the file; Key tells which
	Body  markdown.Prose
	Parts []markdown.Prose      // the fields of the type that are Markdown
	Keys  map[string]diag.Place // where the keys of front matter stand: "title", "image.alt", "attachments.title"
}

// Texts are all blocks of the file, those of front matter first.
func (w *Writing) Texts() []prose.Block {
	list := slices.Concat(w.Front, w.Body.Blocks)
	for _, part := range w.Parts {
		list = append(list, part.Blocks...)
	}
	return list
}

// Line is the text of front matter under a key; ok is false where there is none.
func (w *Writing) Line(key string) (block prose.Block, ok bool) {
	i := slices.IndexFunc(w.Front, func(b prose.Block) bool { return b.Key == key })
	if i < 0 {
		return block, false
	}
	return w.Front[i], true
}

// WrittenAs reads the words of a document's file. It reports nothing, and a file with faults has fewer words.
func WrittenAs(doc *Document, content []byte) Writing {
	w := Writing{Keys: map[string]diag.Place{}}
	content, _ = checkCharacters(doc.Path, content)
	if content == nil {
		return w
	}
	front, body, bodyLine, fault := split(doc.Path, content)
	if fault != nil {
		return w
	}
	root, _ := yaml.Parse(doc.Path, front, frontLine)
	s := &scribe{doc: doc, writing: &w, lines: strings.Split(string(front), "\n"), decoder: &decoder{file: doc.Path, front: front}}
	s.pairs(root, "")
	w.Body = markdown.WrittenAs(body, markdown.Options{File: doc.Path, FirstLine: bodyLine, Lang: doc.Lang, HTML: markdown.Clean})
	return w
}

// wordKeys are the keys of every type that hold words for readers.
var wordKeys = []string{
	"title", "summary", "image.alt", "image.caption", "image.credit", "attachments.title", "changes.note", "withdrawn.reason",
}

// scribe gathers the texts of front matter.
type scribe struct {
	doc     *Document
	writing *Writing
	lines   []string
	decoder *decoder
}

func (s *scribe) pairs(n *yaml.Node, under string) {
	if n == nil {
		return
	}
	for _, item := range n.Items {
		s.pairs(item, under)
	}
	for _, pair := range n.Pairs {
		key := under + pair.Key
		if _, known := s.writing.Keys[key]; !known {
			s.writing.Keys[key] = pair.KeyPlace
		}
		s.value(pair.Value, key)
		s.pairs(pair.Value, key+".")
	}
}

// value gathers the text of one key, or of each element of its list.
func (s *scribe) value(n *yaml.Node, key string) {
	kind := s.kindOf(key)
	for _, item := range append(slices.Clone(n.Items), n) {
		switch {
		case item.Kind != yaml.Scalar || kind == "":
		case kind == model.KindMarkdown:
			part := markdown.WrittenAs([]byte(item.Text), markdown.Options{File: s.doc.Path, FirstLine: s.firstLine(item), Lang: s.doc.Lang, HTML: markdown.Clean})
			s.writing.Parts = append(s.writing.Parts, moved(part, s.decoder.within(item, item.Text)))
		default:
			block := s.spelled(item)
			block.Key = key
			if strings.HasSuffix(key, ".alt") {
				block.Kind = prose.Alt
			}
			s.writing.Front = append(s.writing.Front, block)
		}
	}
}

func (s *scribe) firstLine(n *yaml.Node) int {
	if n.Block {
		return n.Place.Line + 1
	}
	return n.Place.Line
}

// kindOf tells what kind of words stands under a key; "" for none that are to be read as a text.
func (s *scribe) kindOf(key string) model.Kind {
	if slices.Contains(wordKeys, key) {
		return model.KindText
	}
	name, rest, inside := strings.Cut(key, ".")
	field, ok := s.doc.Type.Field(name)
	if field.Kind == model.KindList && field.Of != nil {
		field = *field.Of
	}
	if inside && ok {
		if field.Kind == model.KindImage && (rest == "alt" || rest == "caption") || field.Kind == model.KindFile && rest == "title" {
			return model.KindText
		}
		i := slices.IndexFunc(field.Fields, func(f model.Field) bool { return f.Name == rest })
		if i < 0 {
			return ""
		}
		field = field.Fields[i]
	}
	if ok && (field.Kind == model.KindText || field.Kind == model.KindMarkdown) {
		return field.Kind
	}
	return ""
}

// moved is a text with its places put in its file.
func moved(p markdown.Prose, to func(diag.Place) diag.Place) markdown.Prose {
	for i := range p.Blocks {
		p.Blocks[i] = p.Blocks[i].Moved(to)
	}
	for i := range p.Links {
		p.Links[i].Place = to(p.Links[i].Place)
	}
	for i := range p.Tables {
		p.Tables[i].Place = to(p.Tables[i].Place)
	}
	return p
}

// spelled is a scalar with the places of its characters. It follows the text and the file side by side, past quotation
// marks, escapes, line ends and indentation; where that leads astray, all of the text stands where the scalar does.
func (s *scribe) spelled(n *yaml.Node) prose.Block {
	line, column := n.Place.Line-frontLine, n.Place.Column-1
	if n.Block {
		line, column = line+1, 0
	} else if n.Quoted {
		column++
	}
	b := prose.Begin(s.doc.Path, prose.Line)
	for word := range strings.FieldsSeq(n.Text) {
		var ok bool
		if line, column, ok = s.find(word, line, column); !ok {
			return prose.At(n.Place, prose.Line, n.Text)
		}
		b.Add(word+" ", line+frontLine, column+1)
		column += len([]rune(word))
	}
	block := b.Block()
	block.Text = strings.TrimRight(block.Text, " ")
	return block
}

// find is where a word stands from a place on: next to it, or at the beginning of one of the next lines.
func (s *scribe) find(word string, line, column int) (atLine, atColumn int, ok bool) {
	for range 3 {
		if line < 0 || line >= len(s.lines) {
			return 0, 0, false
		}
		text := []rune(s.lines[line])
		rest := string(text[min(column, len(text)):])
		trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
		if strings.HasPrefix(trimmed, word) {
			return line, len(text) - len([]rune(trimmed)), true
		}
		if trimmed != "" {
			return 0, 0, false
		}
		line, column = line+1, 0
	}
	return 0, 0, false
}
