package theme

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/source"
)

// base is a whole theme, as small as it can be, that others extend in these tests.
const base = `
-- base/theme.yaml --
roles: {topic: topic, publisher: publisher, page: page}
lists:
  home:
    news: {types: [report], limit: 3}
    coming: {types: [event], when: coming, order: title}
  every:
    footer: {under: om}
-- base/types/page.yaml --
label: {sv: Sida, en: Page}
plural: {sv: Sidor, en: Pages}
layout: page
-- base/types/topic.yaml --
label: {sv: Ämne, en: Topic}
plural: {sv: Ämnen, en: Topics}
layout: page
order: title
-- base/types/publisher.yaml --
label: {sv: Avsändare, en: Publisher}
plural: {sv: Avsändare, en: Publishers}
layout: page
fields:
  - {name: about, kind: markdown, required: true, label: Om}
-- base/types/event.yaml --
label: {sv: Händelse, en: Event}
plural: {sv: Händelser, en: Events}
layout: page
schema: Event
traits: {span: [start, end], banner: true, people: true}
fields:
  - {name: start, kind: instant, required: true, label: {sv: Börjar, en: Starts}, help: {sv: Dag, en: Day}}
  - {name: end, kind: instant, label: {sv: Slutar, en: Ends}}
-- base/types/report.yaml --
label: {sv: Rapport, en: Report}
plural: {sv: Rapporter, en: Reports}
layout: page
permalink: ":period/"
require: [date, authors]
traits: {series: period, feed: true, boilerplate: about}
fields:
  - {name: period, kind: period, required: true, label: Period}
  - {name: roles, kind: list, of: text, label: Roller}
  - {name: level, kind: choice, label: Nivå, choices: [{value: info, label: Information}, {value: danger, label: {sv: Fara, en: Danger}}]}
  - {name: next, kind: list, label: Nästa, of: {kind: reference, to: [report, event]}}
  - name: budget
    kind: map
    label: Budget
    fields:
      - {name: title, kind: text, label: Rubrik}
      - {name: sum, kind: number, label: Summa}
-- base/layouts/page.html --
{{define "main"}}<h1>{{.Page.Title}}</h1>{{template "card" (args "card" .Page "level" 2)}}{{end -}}
{{template "frame" .}}
-- base/layouts/home.html --
{{define "main"}}{{range .List.news.Items}}<p>{{.Title}}</p>{{end}}{{end}}{{template "frame" .}}
-- base/layouts/listing.html --
{{define "main"}}{{end}}{{template "frame" .}}
-- base/layouts/gone.html --
<!doctype html><title>{{.Text.gone}}</title>
-- base/layouts/404.html --
<!doctype html><title>404</title>
-- base/layouts/redirect.html --
<!doctype html><title>{{.Target}}</title>
-- base/parts/frame.html --
<!doctype html><title>{{.Page.Title}}</title><link rel="stylesheet" href="{{index .Asset "site.css"}}">{{template "main" .}}
-- base/parts/card.html --
<b>{{.card.Title}}</b>
-- base/assets/site.css --
@font-face { font-family: "Text"; src: url("fonts/text.woff2") }
body { color: #ff0000; margin: 0px }
-- base/assets/fonts/text.woff2 --
not a font
-- base/assets/site.js --
"use strict";
const greeting = "hej";
console.log(greeting);
-- base/text/sv.yaml --
gone: Borttagen
menu: Meny
-- base/text/en.yaml --
gone: Gone
menu: Menu
`

// mapFS makes a file system of a txtar archive.
func mapFS(archive string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// request asks for the theme "my" of a site whose themes stand in an archive; base is built in.
func request(t *testing.T, site string) Request {
	t.Helper()
	snapshot, faults, err := source.Scan(mapFS(site), []string{"themes"})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return Request{
		Snapshot: snapshot, Builtin: mapFS(base), Name: "my",
		Place:     diag.Place{File: "config.yaml", Line: 3, Column: 8, EndColumn: 10},
		Languages: []locale.Lang{locale.Swedish, locale.English},
	}
}

// load gives a theme that must be without fault.
func load(t *testing.T, req Request) *Theme {
	t.Helper()
	th, faults, err := Load(req)
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		t.Fatalf("faults:\n%s", strings.Join(told(faults), "\n"))
	}
	return th
}

// builtin asks for base itself.
func builtin(t *testing.T) Request {
	req := request(t, "")
	req.Name = "base"
	return req
}

// told writes diagnostics as their place, code and words.
func told(list []diag.Diagnostic) []string {
	var lines []string
	for _, d := range list {
		line := fmt.Sprintf("%s:%d:%d-%d: %s", d.File, d.Line, d.Column, d.EndColumn, d.Code)
		for _, a := range d.Args {
			line += fmt.Sprintf(" %q", a)
		}
		if d.Hint.Name != "" {
			line += fmt.Sprintf(" (%s %s)", d.Hint.Name, strings.Join(d.Hint.Args, " "))
		}
		lines = append(lines, line)
	}
	return lines
}

// A theme that is built in is found without a themes folder, and everything that it declares arrives.
func TestBuiltin(t *testing.T) {
	th := load(t, builtin(t))
	if got, want := th.Roles, (model.Roles{Topic: "topic", Publisher: "publisher", Page: "page"}); got != want {
		t.Errorf("roles %v, want %v", got, want)
	}
	lists := map[string]map[string]model.Query{
		"home": {
			"news":   {Types: []string{"report"}, Limit: 3},
			"coming": {Types: []string{"event"}, When: "coming", Order: "title", Limit: 10},
		},
		"every": {"footer": {Under: "om", Limit: 10}},
	}
	if d := cmp.Diff(lists, th.Lists); d != "" {
		t.Error(d)
	}
	both := func(s string) model.Text { return model.Text{locale.Swedish: s, locale.English: s} }
	report := &model.Type{
		Name: "report", Layout: "page", Permalink: ":period/", Require: []string{"date", "authors"},
		Label:  model.Text{locale.Swedish: "Rapport", locale.English: "Report"},
		Plural: model.Text{locale.Swedish: "Rapporter", locale.English: "Reports"},
		Traits: model.Traits{Series: "period", Feed: true, Boilerplate: "about"},
		Fields: []model.Field{
			{Name: "period", Kind: model.KindPeriod, Required: true, Label: both("Period")},
			{Name: "roles", Kind: model.KindList, Of: &model.Field{Kind: model.KindText}, Label: both("Roller")},
			{Name: "level", Kind: model.KindChoice, Label: both("Nivå"), Choices: []model.Choice{
				{Value: "info", Label: both("Information")},
				{Value: "danger", Label: model.Text{locale.Swedish: "Fara", locale.English: "Danger"}},
			}},
			{Name: "next", Kind: model.KindList, Label: both("Nästa"),
				Of: &model.Field{Kind: model.KindReference, To: []string{"report", "event"}}},
			{Name: "budget", Kind: model.KindMap, Label: both("Budget"), Fields: []model.Field{
				{Name: "title", Kind: model.KindText, Label: both("Rubrik")},
				{Name: "sum", Kind: model.KindNumber, Label: both("Summa")},
			}},
		},
	}
	if d := cmp.Diff(report, th.Types["report"]); d != "" {
		t.Error(d)
	}
	event := th.Types["event"]
	if event.Traits.Span != [2]string{"start", "end"} || !event.Traits.Banner || !event.Traits.People || event.Permalink != ":slug/" {
		t.Errorf("event %+v", event)
	}
	if th.Types["topic"].Order != "title" || event.Schema != "Event" {
		t.Error("order or schema lost")
	}
	if got := th.Texts[locale.English]["menu"]; got != "Menu" {
		t.Errorf("text %q", got)
	}
}

// A theme that extends another holds only what differs: files replace files, texts, roles and lists merge by name, and
// themes of the site's go before those that are built in.
func TestExtends(t *testing.T) {
	req := request(t, `
-- themes/middle/theme.yaml --
extends: base
lists: {home: {news: {types: [event]}}, page: {more: {topic: skola}}}
-- themes/middle/text/sv.yaml --
menu: Innehåll
extra: Mer
-- themes/middle/text/en.yaml --
extra: More
-- themes/my/theme.yaml --
extends: middle
roles: {point: goal}
-- themes/my/types/goal.yaml --
label: Mål
plural: Mål
layout: goal
-- themes/my/layouts/goal.html --
{{.Text.extra}} {{template "card" (args "card" .Page)}}
-- themes/my/parts/card.html --
<i>{{.card.Title}}</i>
-- themes/my/README.md --
Mine.
-- themes/my/samples/goal.yaml --
anything: [
`)
	th := load(t, req)
	if th.Roles.Point != "goal" || th.Roles.Topic != "topic" {
		t.Errorf("roles %+v", th.Roles)
	}
	if got := th.Texts[locale.Swedish]; got["menu"] != "Innehåll" || got["gone"] != "Borttagen" || got["extra"] != "Mer" {
		t.Errorf("texts %v", got)
	}
	if got := th.Lists["home"]["news"].Types; !slices.Equal(got, []string{"event"}) {
		t.Errorf("news %v", got)
	}
	if th.Lists["home"]["coming"].When != "coming" || th.Lists["page"]["more"].Topic != "skola" {
		t.Errorf("lists %v", th.Lists)
	}
	page := execute(t, th, "page", map[string]any{
		"Page": map[string]string{"Title": "Å & Ö"}, "Asset": map[string]string{"site.css": "/x.css"},
	})
	want := `<!doctype html><title>Å &amp; Ö</title><link rel="stylesheet" href="/x.css"><h1>Å &amp; Ö</h1><i>Å &amp; Ö</i>`
	if got := strings.Join(strings.Fields(page), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func execute(t *testing.T, th *Theme, layout string, view any) string {
	t.Helper()
	l, ok := th.Layout(layout)
	if !ok {
		t.Fatalf("no layout %s", layout)
	}
	var b strings.Builder
	if err := l.Execute(context.Background(), &b, view); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A site that holds a theme of the same name as a built-in one means its own.
func TestOwnBeforeBuiltin(t *testing.T) {
	req := request(t, strings.ReplaceAll(strings.ReplaceAll(base, "-- base/", "-- themes/base/"), "Borttagen", "Nedtagen"))
	req.Name = "base"
	if got := load(t, req).Texts[locale.Swedish]["gone"]; got != "Nedtagen" {
		t.Errorf("got %q", got)
	}
}

// A site in one language needs no texts in the other.
func TestOneLanguage(t *testing.T) {
	req := request(t, `
-- themes/my/theme.yaml --
extends: base
-- themes/my/text/sv.yaml --
only: Bara
-- themes/my/types/goal.yaml --
label: {sv: Mål}
plural: {sv: Mål}
layout: page
`)
	req.Languages = []locale.Lang{locale.Swedish}
	th := load(t, req)
	if _, ok := th.Texts[locale.English]; ok || th.Texts[locale.Swedish]["only"] != "Bara" {
		t.Errorf("texts %v", th.Texts)
	}
}

// The same files give the same digests wherever they come from; what differs in a file, a text or a brand shows in
// those layouts that it can show in, and in no others.
func TestDigests(t *testing.T) {
	first := load(t, builtin(t))
	own := request(t, strings.ReplaceAll(base, "-- base/", "-- themes/base/"))
	own.Name = "base"
	if second := load(t, own); first.Digest != second.Digest || first.Schema != second.Schema {
		t.Error("digests depend on where the theme stands")
	}
	digests := func(req Request) map[string]string {
		th := load(t, req)
		m := map[string]string{"theme": th.Digest.String(), "schema": th.Schema.String()}
		for name, l := range th.layouts {
			m[name] = l.Digest.String()
		}
		return m
	}
	plain := digests(request(t, "-- themes/my/theme.yaml --\nextends: base\n"))
	cases := []struct {
		name    string
		site    string
		brand   []BrandColor
		changed []string
	}{
		{"a comment in theme.yaml", "-- themes/my/theme.yaml --\nextends: base # so\n", nil, nil},
		{"a layout", "-- themes/my/layouts/gone.html --\n<!doctype html>\n", nil, []string{"gone", "theme"}},
		{"a part", "-- themes/my/parts/card.html --\n<u>{{.card.Title}}</u>\n", nil, []string{"page", "theme"}},
		{"a part that nobody calls", "-- themes/my/parts/idle.html --\n<u></u>\n", nil, nil},
		{"a type", "-- themes/my/types/page.yaml --\n{label: S, plural: S, layout: page}\n", nil, []string{"schema", "theme"}},
		{"a text", "-- themes/my/text/sv.yaml --\nmenu: Innehåll\n", nil, []string{"404", "gone", "home", "listing", "page", "redirect", "theme"}},
		{"the brand", "", []BrandColor{{Name: "primary", Value: "#00558c"}}, []string{"404", "gone", "home", "listing", "page", "redirect", "theme"}},
	}
	for _, c := range cases {
		site := c.site
		if !strings.Contains(site, "my/theme.yaml") {
			site = "-- themes/my/theme.yaml --\nextends: base\n" + site
		}
		req := request(t, site)
		req.Brand = c.brand
		var changed []string
		for name, d := range digests(req) {
			if d != plain[name] {
				changed = append(changed, name)
			}
		}
		slices.Sort(changed)
		if !slices.Equal(changed, c.changed) {
			t.Errorf("%s changes %v, want %v", c.name, changed, c.changed)
		}
	}
}

// A file that cannot be read is the machine's failure, not the author's mistake.
func TestUnreadable(t *testing.T) {
	fsys := broken{mapFS(strings.ReplaceAll(base, "-- base/", "-- themes/my/"))}
	snapshot, _, err := source.Scan(fsys, []string{"themes"})
	if err != nil {
		t.Fatal(err)
	}
	req := builtin(t)
	req.Snapshot, req.Name = snapshot, "my"
	if _, _, err := Load(req); err == nil || !strings.Contains(err.Error(), "permission") {
		t.Errorf("error %v", err)
	}
}

// broken is a file system that refuses to open a part.
type broken struct{ fstest.MapFS }

func (b broken) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "card.html") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}
