package build_test

import (
	"context"
	"io"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
	"growthportal/generator/render/feed"
	"growthportal/generator/render/page"
	"growthportal/generator/site"
	"growthportal/themes"
)

// road is what the stages of a build give one another, for a benchmark of each alone. What it leaves out has a benchmark where
// it stands: listing files in read/source, Markdown by itself in read/markdown, the memory's file in build/memo, writing in output.
type road struct {
	b      *testing.B
	ctx    context.Context // of the whole benchmark, which the layouts keep
	files  fstest.MapFS
	names  []string // of the documents
	cfg    *config.Config
	theme  *theme.Theme
	reader *document.Reader
	docs   []*document.Document
	heads  [][]byte // the documents as the memory keeps them, but for their texts
	texts  [][]byte
	site   *site.Site
}

// BenchmarkStages does each stage for a site of 1,000 items, on one processor. The figures are for the whole site.
func BenchmarkStages(b *testing.B) {
	r := newRoad(b, corpus(1000))
	b.Run("read", func(b *testing.B) { r.each(b, r.read) })
	b.Run("encode", func(b *testing.B) { r.each(b, r.encode) })
	b.Run("decode", func(b *testing.B) { r.each(b, r.decode) })
	b.Run("texts", func(b *testing.B) { r.each(b, r.decodeTexts) })
	b.Run("site", func(b *testing.B) { r.each(b, r.graph) })
	var pages, feeds []output.Recipe
	b.Run("views", func(b *testing.B) { r.each(b, func() { pages = r.views() }) })
	pages = r.views()
	feeds = feed.Recipes(r.site, "growthportal test")
	b.Run("pages", func(b *testing.B) { r.each(b, func() { r.make(pages) }) })
	b.Run("feeds", func(b *testing.B) { r.each(b, func() { r.make(feeds) }) })
}

func (r *road) each(b *testing.B, stage func()) {
	r.b = b
	b.ReportAllocs()
	for b.Loop() {
		stage()
	}
}

// newRoad walks the whole road once.
func newRoad(b *testing.B, files fstest.MapFS) *road {
	r := &road{b: b, ctx: b.Context(), files: files}
	var found []diag.Diagnostic
	r.cfg, found = config.Parse("config.yaml", files["config.yaml"].Data)
	r.fine(nil, found)
	snap, _, err := source.Scan(fs.FS(fstest.MapFS{}), []string{"themes"})
	r.fine(err, nil)
	r.theme, found, err = theme.Load(theme.Request{Snapshot: snap, Builtin: themes.FS(), Name: r.cfg.Theme, Languages: r.cfg.Languages})
	r.fine(err, found)
	r.reader = &document.Reader{
		Languages: r.cfg.Languages, Location: r.cfg.Location, Page: r.theme.Types[r.theme.Roles.Page], Shelves: map[string]document.Shelf{},
	}
	for _, c := range r.cfg.Collections {
		r.reader.Shelves[c.Name] = document.Shelf{Type: r.theme.Types[c.Type], AllowExtra: c.ExtraAllowed, CleanHTML: c.CleanHTML}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if document.IsDocument(name) {
			r.names = append(r.names, name)
		}
	}
	r.read()
	r.encode()
	r.graph()
	return r
}

func (r *road) fine(err error, found []diag.Diagnostic) {
	r.b.Helper()
	if err != nil || diag.HasErrors(found) {
		r.b.Fatal(err, found)
	}
}

// read takes the documents out of their files: front matter and Markdown.
func (r *road) read() {
	r.docs = r.docs[:0]
	for _, name := range r.names {
		doc, found := r.reader.Read(name, r.files[name].Data)
		r.fine(nil, found)
		r.docs = append(r.docs, doc)
	}
}

// encode writes them as the memory keeps them.
func (r *road) encode() {
	r.heads, r.texts = r.heads[:0], r.texts[:0]
	for _, doc := range r.docs {
		head, text := document.Encode(doc, nil)
		r.heads, r.texts = append(r.heads, head), append(r.texts, text)
	}
}

// decode reads what a build with nothing changed reads of them.
func (r *road) decode() {
	for _, head := range r.heads {
		_, _, err := r.reader.Decode(head)
		r.fine(err, nil)
	}
}

// decodeTexts reads the rest, as for pages that are made anew.
func (r *road) decodeTexts() {
	for i, text := range r.texts {
		if text != nil {
			_, err := document.DecodeText(r.docs[i].Body, text)
			r.fine(err, nil)
		}
	}
}

// graph makes the site.
func (r *road) graph() {
	var found []diag.Diagnostic
	r.site, found = site.New(site.Request{
		Config: r.cfg, Types: r.theme.Types, Roles: r.theme.Roles, Lists: r.theme.Lists, Own: r.theme.Own, Images: r.theme.Images,
		Documents: r.docs, Files: noFiles{}, Now: r.now(),
	})
	r.fine(nil, found)
}

// views puts into plain data what each page shows, and digests it.
func (r *road) views() []output.Recipe {
	list := page.Recipes(page.Input{Context: r.ctx, Site: r.site, Theme: r.theme, Now: r.now(), Program: "growthportal test"})
	for i, recipe := range list {
		list[i] = recipe.Ready()
	}
	return list
}

// make executes templates, or whatever else makes the files.
func (r *road) make(list []output.Recipe) {
	for _, recipe := range list {
		r.fine(recipe.Ready().Make(io.Discard), nil)
	}
}

func (r *road) now() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, r.cfg.Location) }

// noFiles is a site without anything beside its documents.
type noFiles struct{}

func (noFiles) Exists(string) bool                            { return false }
func (noFiles) Beside() []string                              { return nil }
func (noFiles) Media(string) (model.Media, []diag.Diagnostic) { return model.Media{}, nil }
