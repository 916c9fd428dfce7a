package rendertest

import (
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/read/glossary"
	"growthportal/generator/read/markdown"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
	"growthportal/generator/site"
	"growthportal/themes"
)

// World is a site in words, to be edited: its files by path, and how it is looked at.
type World struct {
	Files map[string]string
	Now   string // an instant, as --now takes it
	Show  site.Show

	shuffle *rand.Rand // puts the documents in another order; nil for that of the paths
}

// Made is a site that was made of a world, with its theme, and the instant.
type Made struct {
	Site  *site.Site
	Theme *theme.Theme
	Now   time.Time
}

// maker makes sites, and remembers themes, which are slow to load.
type maker struct{ themes map[string]*theme.Theme }

func newMaker(testing.TB) *maker { return &maker{themes: map[string]*theme.Theme{}} }

// make makes the site of a world that has no errors.
func (m *maker) make(t testing.TB, w *World) Made {
	t.Helper()
	cfg, found := config.Parse("config.yaml", []byte(w.Files["config.yaml"]))
	if diag.HasErrors(found) {
		t.Fatalf("config.yaml: %v", found)
	}
	at, err := locale.ParseInstant(w.Now, cfg.Location)
	if err != nil {
		t.Fatal(err)
	}
	thm := m.theme(t, w, cfg)
	words, found := glossary.Parse([]byte(w.Files[glossary.File]), cfg.Languages)
	if diag.HasErrors(found) {
		t.Fatalf("the glossary: %v", found)
	}
	req := site.Request{
		Config: cfg, Types: thm.Types, Roles: thm.Roles, Lists: thm.Lists, Own: thm.Own, Images: thm.Images, Documents: w.documents(t, cfg, thm, words), Glossary: words,
		Files: worldFiles(w.Files), Now: at.Time, Show: w.Show,
	}
	s, found := site.New(req)
	if diag.HasErrors(found) {
		t.Fatalf("the site: %v", found)
	}
	return Made{s, thm, at.Time}
}

func (w *World) documents(t testing.TB, cfg *config.Config, thm *theme.Theme, words map[locale.Lang][]model.Term) []*document.Document {
	reader := &document.Reader{Languages: cfg.Languages, Location: cfg.Location, Page: thm.Types[thm.Roles.Page], Shelves: map[string]document.Shelf{}}
	reader.Terms = map[locale.Lang]*markdown.Terms{}
	for lang, list := range words {
		reader.Terms[lang] = markdown.NewTerms(list)
	}
	for _, c := range cfg.Collections {
		reader.Shelves[c.Name] = document.Shelf{Type: thm.Types[c.Type], AllowExtra: c.ExtraAllowed, CleanHTML: c.CleanHTML}
	}
	var docs []*document.Document
	for _, name := range slices.Sorted(maps.Keys(w.Files)) {
		if !document.IsDocument(name) {
			continue
		}
		doc, found := reader.Read(name, []byte(w.Files[name]))
		if diag.HasErrors(found) {
			t.Fatalf("%s: %v", name, found)
		}
		docs = append(docs, doc)
	}
	if w.shuffle != nil {
		w.shuffle.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	}
	return docs
}

// theme loads the world's theme, or remembers it.
func (m *maker) theme(t testing.TB, w *World, cfg *config.Config) *theme.Theme {
	files, key := fstest.MapFS{}, cfg.Theme+"\n"+cfg.Brand.Primary+"\n"+string(cfg.Languages[0])
	for _, name := range slices.Sorted(maps.Keys(w.Files)) {
		if strings.HasPrefix(name, "themes/") {
			files[name] = &fstest.MapFile{Data: []byte(w.Files[name])}
			key += name + "\n" + w.Files[name]
		}
	}
	if thm := m.themes[key]; thm != nil {
		return thm
	}
	snap, _, err := source.Scan(files, []string{"themes"})
	if err != nil {
		t.Fatal(err)
	}
	var brand []theme.BrandColor
	if cfg.Brand.Primary != "" {
		brand = []theme.BrandColor{{Name: "primary", Value: cfg.Brand.Primary}}
	}
	thm, found, err := theme.Load(theme.Request{Snapshot: snap, Builtin: themes.FS(), Name: cfg.Theme, Languages: cfg.Languages, Brand: brand})
	if err != nil || diag.HasErrors(found) {
		t.Fatal(err, found)
	}
	m.themes[key] = thm
	return thm
}

// worldFiles tells of the files beside items: pictures are those called so, and all are of one size.
type worldFiles map[string]string

func (f worldFiles) Exists(name string) bool { return f[name] != "" && path.Ext(name) != ".md" }

func (f worldFiles) Beside() (list []string) {
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if strings.HasPrefix(name, "content/") && path.Ext(name) != ".md" {
			list = append(list, name)
		}
	}
	return list
}

func (f worldFiles) Media(name string) (model.Media, []diag.Diagnostic) {
	m := model.Media{Path: name, Type: "application/pdf", Label: "PDF", Pages: 3, Size: int64(len(f[name])), Digest: output.Sum([]byte(f[name]))}
	if path.Ext(name) == ".png" {
		m.Type, m.Label, m.Pages, m.Image, m.Width, m.Height = "image/png", "PNG", 0, true, 800+len(f[name]), 600
	}
	return m, nil
}
