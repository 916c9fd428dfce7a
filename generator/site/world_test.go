package site_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// world is a site in words: files by path, and the instant at which it is looked at. Its types have names of their own,
// since nothing here may depend on what types are called.
type world struct {
	config string // lines more for config.yaml
	files  map[string]string
	now    string // 2026-11-23 where nothing is said
	show   site.Show
	lists  map[string]map[string]model.Query
	own    map[model.Own]model.OwnPage
	order  func(n int) []int // an order of work other than that of the paths
}

const worldConfig = `title: {sv: Portalen, en: The portal}
url: https://tillvaxt.example.se/
languages: [sv, en]
collections:
  news: {type: note, title: Nyheter, url: {sv: /nyheter/, en: /news/}, perPage: 3}
  letters: {type: letter, title: Brev, url: /brev/}
  meetings: {type: meeting, title: Träffar, url: /traffar/}
  people: {type: person, title: Folk, url: /folk/}
  bodies: {type: body, title: Organ}
  aims: {type: aim, title: Mål, url: /mal/}
  alarms: {type: alarm, title: Larm}
`

const subjects = "  subjects: {type: subject, title: Saker, url: {sv: /saker/, en: /subjects/}, perPage: 3}\n"

func worldTypes() (map[string]*model.Type, model.Roles) {
	kind := func(name string, k model.Kind, required bool) model.Field {
		return model.Field{Name: name, Kind: k, Required: required}
	}
	list := []*model.Type{
		{Name: "note", Layout: "item", Permalink: ":year/:slug/", Require: []string{"date"}, Traits: model.Traits{Feed: true}, Fields: []model.Field{
			kind("text", model.KindMarkdown, false), kind("portrait", model.KindImage, false), kind("form", model.KindFile, false),
			{Name: "taking", Kind: model.KindList, Of: &model.Field{Kind: model.KindReference, To: []string{"person"}}},
		}},
		{Name: "letter", Layout: "item", Permalink: ":period/", Traits: model.Traits{Series: "period", Feed: true}, Fields: []model.Field{kind("period", model.KindPeriod, true)}},
		{Name: "meeting", Layout: "item", Permalink: ":slug/", Traits: model.Traits{Span: [2]string{"start", "stop"}}, Fields: []model.Field{kind("start", model.KindInstant, true), kind("stop", model.KindInstant, false)}},
		{Name: "person", Layout: "item", Permalink: ":slug/", Order: "title"},
		{Name: "body", Layout: "item", Permalink: ":slug/", Order: "title"},
		{Name: "aim", Layout: "item", Permalink: ":slug/", Order: "number", Fields: []model.Field{kind("number", model.KindNumber, true)}},
		{Name: "alarm", Layout: "item", Permalink: ":slug/", Require: []string{"expires"}, Traits: model.Traits{Banner: true}},
		{Name: "subject", Layout: "item", Permalink: ":slug/", Order: "title", Plural: model.Text{"sv": "Saker", "en": "Subjects"}},
		{Name: "sheet", Layout: "sheet", Permalink: ":slug/"},
	}
	types := map[string]*model.Type{}
	for _, t := range list {
		types[t.Name] = t
	}
	return types, model.Roles{Topic: "subject", Person: "person", Publisher: "body", Point: "aim", Page: "sheet"}
}

// files tells of the files of a world: a picture's content is "WIDTHxHEIGHT".
type files struct{ files map[string]string }

func (f files) Exists(name string) bool { return f.files[name] != "" && path.Ext(name) != ".md" }

func (f files) Beside() (list []string) {
	for _, name := range slices.Sorted(maps.Keys(f.files)) {
		if path.Ext(name) != ".md" && !strings.HasPrefix(name, "content/static/") {
			list = append(list, name)
		}
	}
	return list
}

func (f files) Media(name string) (model.Media, []diag.Diagnostic) {
	return model.Media{Path: name, Size: int64(len(f.files[name])), Image: path.Ext(name) == ".png"}, nil
}

// made is a site that was made of a world, and what was said of it.
type made struct {
	*site.Site
	t     testing.TB
	found []diag.Diagnostic
}

func (w world) make(t testing.TB) made {
	t.Helper()
	req, found := w.request(t)
	s, said := site.New(req)
	return made{s, t, append(found, said...)}
}

// request is what a site is made of, and what was said of its documents.
func (w world) request(t testing.TB) (site.Request, []diag.Diagnostic) {
	t.Helper()
	cfg, found := config.Parse("config.yaml", []byte(worldConfig+w.config))
	if diag.HasErrors(found) {
		t.Fatal(found)
	}
	types, roles := worldTypes()
	now := w.now
	if now == "" {
		now = "2026-11-23"
	}
	at, err := locale.ParseInstant(now, cfg.Location)
	if err != nil {
		t.Fatal(err)
	}
	reader := &document.Reader{Languages: cfg.Languages, Location: cfg.Location, Page: types["sheet"], Shelves: map[string]document.Shelf{}}
	for _, c := range cfg.Collections {
		reader.Shelves[c.Name] = document.Shelf{Type: types[c.Type]}
	}
	req := site.Request{
		Config: cfg, Types: types, Roles: roles, Files: files{w.files}, Now: at.Time, Show: w.show, Lists: w.lists, Own: w.own,
	}
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		if strings.HasPrefix(name, "content/static/") {
			req.Static = append(req.Static, name)
		}
		if !document.IsDocument(name) {
			continue
		}
		doc, said := reader.Read(name, []byte(w.files[name]))
		found = append(found, said...)
		if doc != nil {
			req.Documents = append(req.Documents, doc)
		}
	}
	if w.order != nil {
		docs := make([]*document.Document, len(req.Documents))
		for i, from := range w.order(len(docs)) {
			docs[i] = req.Documents[from]
		}
		req.Documents = docs
	}
	return req, found
}

// sound makes the site of a world that nothing is said of.
func (w world) sound(t testing.TB) made {
	t.Helper()
	m := w.make(t)
	if codes := m.codes(); len(codes) > 0 {
		t.Fatalf("found %q", codes)
	}
	return m
}

// codes are what was said, in order: "content/x.md:3 code", with "warning" after it.
func (m made) codes() []string {
	var list []string
	for _, d := range diag.Sort(m.found) {
		said := d.File + " " + string(d.Code)
		if d.Severity == diag.Warning {
			said += " warning"
		}
		list = append(list, said)
	}
	return list
}

// page is the page at a URL, or nil.
func (m made) page(u model.URL) *site.Page {
	for _, p := range m.Pages {
		if p.URL == u {
			return p
		}
	}
	return nil
}

// at is the page at a URL, which must be there.
func (m made) at(u model.URL) *site.Page {
	m.t.Helper()
	p := m.page(u)
	if p == nil {
		m.t.Fatalf("there is no page at %s", u)
	}
	return p
}

// urls lists all pages but 404.html and the listings that a world always has.
func (m made) urls() []model.URL {
	empty := world{}.make(m.t)
	var list []model.URL
	for _, p := range m.Pages {
		if empty.page(p.URL) == nil {
			list = append(list, p.URL)
		}
	}
	return list
}

// names are the reference names of items.
func names(items []*site.Item) []string {
	list := []string{}
	for _, it := range items {
		list = append(list, site.DocOf(it).Name)
	}
	return list
}

// item is a file with a title and lines of front matter, then a text.
func item(front ...string) string {
	text := ""
	if n := len(front); n > 0 && strings.HasPrefix(front[n-1], "\n") {
		text, front = front[n-1], front[:n-1]
	}
	title := "title: T\n"
	if len(front) > 0 && strings.HasPrefix(front[0], "title:") {
		title = ""
	}
	return "---\n" + title + strings.Join(append(front, ""), "\n") + "---\n" + text
}

func moment(t testing.TB, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	m, err := locale.ParseInstant(text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return m.Time
}
