package theme

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// Every mistake in a theme is told at its exact place, with the mend where there is one, and with nothing else.
// A case is a site's theme "my", which extends the built-in "base" unless it has a theme.yaml of its own.
func TestFaults(t *testing.T) {
	for _, c := range faultCases {
		t.Run(c.name, func(t *testing.T) {
			site := c.site
			if !strings.Contains(site, "themes/my/theme.yaml") {
				site = "-- themes/my/theme.yaml --\nextends: base\n" + strings.TrimPrefix(site, "\n")
			}
			_, faults, err := Load(request(t, site))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, told(faults)); d != "" {
				t.Error(d)
			}
			for _, f := range faults {
				for _, lang := range locale.Langs() {
					if m := f.Message(lang) + f.HintText(lang); m == "" || strings.Contains(m, "{0}") || strings.Contains(m, "{1}") {
						t.Errorf("message %q", m)
					}
				}
			}
		})
	}
}

// typeWith is a type's file with more lines.
func typeWith(lines string) string {
	return "-- themes/my/types/goal.yaml --\nlabel: Mål\nplural: Mål\nlayout: page\n" + lines + "\n"
}

// fieldsWith is a type's file with fields, which begin on line 5.
func fieldsWith(fields string) string { return typeWith("fields:\n" + fields) }

var faultCases = []struct {
	name string
	site string
	want []string
}{
	// theme.yaml
	{"no theme.yaml", "-- themes/my/layouts/x.html --\nx\n-- themes/my/theme.yaml.txt --\n", []string{
		`themes/my/theme.yaml:1:1-0: missing-key "roles: page" (add-key roles: {page: ...})`,
		`themes/my/theme.yaml:1:1-0: theme-file-missing "layouts/404.html"`,
		`themes/my/theme.yaml:1:1-0: theme-file-missing "layouts/gone.html"`,
		`themes/my/theme.yaml:1:1-0: theme-file-missing "layouts/home.html"`,
		`themes/my/theme.yaml:1:1-0: theme-file-missing "layouts/listing.html"`,
		`themes/my/theme.yaml:1:1-0: theme-file-missing "layouts/redirect.html"`,
		`themes/my/theme.yaml:1:1-0: theme-file-missing "theme.yaml"`,
	}},
	{"an unknown key", "-- themes/my/theme.yaml --\nextend: base\nroles: {page: page}\n" + whole, []string{
		`themes/my/theme.yaml:1:1-7: unknown-key "extend" (did-you-mean extends)`,
	}},
	{"a theme below that does not exist", "-- themes/my/theme.yaml --\nextends: bas\nroles: {page: page}\n" + whole, []string{
		`themes/my/theme.yaml:1:10-13: no-such-theme "bas" (did-you-mean base)`,
	}},
	{"a theme below outside the folder", "-- themes/my/theme.yaml --\nextends: ../base\nroles: {page: page}\n" + whole, []string{
		`themes/my/theme.yaml:1:10-17: bad-name "../base" (small-letters )`,
	}},
	{"a circle", "-- themes/my/theme.yaml --\nextends: other\n-- themes/other/theme.yaml --\n\nextends: my\nroles: {page: page}\n" + whole, []string{
		`themes/other/theme.yaml:2:10-12: theme-loop "my → other → my"`,
	}},
	{"a role for an unknown type", "-- themes/my/theme.yaml --\nextends: base\nroles:\n  topic: topik\n", []string{
		`themes/my/theme.yaml:3:10-15: unknown-type "topik" (did-you-mean topic)`,
	}},
	{"an unknown role", "-- themes/my/theme.yaml --\nextends: base\nroles:\n  topics: topic\n", []string{
		`themes/my/theme.yaml:3:3-9: unknown-key "topics" (did-you-mean topic)`,
	}},
	{"lists for a layout that is not there", "-- themes/my/theme.yaml --\nextends: base\nlists:\n  hoem: {x: {under: om}}\n", []string{
		`themes/my/theme.yaml:3:3-7: unknown-layout "hoem" (did-you-mean home)`,
	}},
	{"lists", `
-- themes/my/theme.yaml --
extends: base
lists:
  page:
    a: {types: [reports]}
    b: {types: [report], when: coming}
    c: {under: om, when: past}
    d: {limit: 5}
    e: {under: ../x}
    f: {under: om, limit: 0}
    g: {types: [report], order: perod}
    h: {types: [report], order: roles}
    i: {under: om, order: weight}
    j: {types: [event], when: soon}
    k-k: {under: om}
    l: {undr: om}
`, []string{
		`themes/my/theme.yaml:4:17-24: unknown-type "reports" (did-you-mean report)`,
		`themes/my/theme.yaml:5:17-23: list-without-time "report"`,
		`themes/my/theme.yaml:6:26-30: list-without-time "past"`,
		`themes/my/theme.yaml:7:8-18: empty-list`,
		`themes/my/theme.yaml:8:16-20: bad-folder "../x"`,
		`themes/my/theme.yaml:9:27-28: number-out-of-range "limit" (number-between 1 100)`,
		`themes/my/theme.yaml:10:33-38: unknown-field "perod" "report" (did-you-mean period)`,
		`themes/my/theme.yaml:11:33-38: field-kind "roles" "list" (one-of text, number, date, instant, period, choice, reference)`,
		`themes/my/theme.yaml:12:27-33: unknown-field "weight"`,
		`themes/my/theme.yaml:13:31-35: bad-choice "when" "soon" (one-of coming, past)`,
		`themes/my/theme.yaml:14:5-8: bad-identifier "k-k"`,
		`themes/my/theme.yaml:15:8-18: empty-list`,
		`themes/my/theme.yaml:15:9-13: unknown-key "undr" (did-you-mean under)`,
	}},

	// types
	{"a type without what it needs", "-- themes/my/types/goal.yaml --\nschema: Thing\n", []string{
		`themes/my/types/goal.yaml:1:1-0: missing-key "label" (add-key label: ...)`,
		`themes/my/types/goal.yaml:1:1-0: missing-key "layout" (add-key layout: ...)`,
		`themes/my/types/goal.yaml:1:1-0: missing-key "plural" (add-key plural: ...)`,
	}},
	{"an empty type", "-- themes/my/types/goal.yaml --\n# nothing\n", []string{
		`themes/my/types/goal.yaml:1:1-0: empty-file`,
	}},
	{"a type that is no YAML", "-- themes/my/types/goal.yaml --\nlabel: [\n", []string{
		`themes/my/types/goal.yaml:1:8-9: yaml-unclosed-bracket (write-so ])`,
	}},
	{"a type's keys", typeWith("schema: a thing\norder: name\nrequire: [dat]\nlable: x\npermalink: \":yaer/\""), []string{
		`themes/my/types/goal.yaml:4:9-16: bad-schema-type "a thing"`,
		`themes/my/types/goal.yaml:5:8-12: unknown-field "name" "goal"`,
		`themes/my/types/goal.yaml:6:11-14: bad-choice "require" "dat" (did-you-mean date)`,
		`themes/my/types/goal.yaml:7:1-6: unknown-key "lable" (did-you-mean label)`,
		`themes/my/types/goal.yaml:8:12-20: bad-permalink ":yaer/" (did-you-mean :year)`,
	}},
	{"a layout that is not there", "-- themes/my/types/goal.yaml --\nlabel: Mål\nplural: Mål\nlayout: pge\n", []string{
		`themes/my/types/goal.yaml:3:9-12: unknown-layout "pge" (did-you-mean page)`,
	}},
	{"a label in one language", "-- themes/my/types/goal.yaml --\nlabel: {sv: Mål}\nplural: Mål\nlayout: page\n", []string{
		`themes/my/types/goal.yaml:1:8-17: theme-text-missing "label" "en"`,
	}},
	{"traits", typeWith("traits: {series: start, span: [start, stop], boilerplate: abuot, baner: true, feed: yes}\nfields: [{name: start, kind: date, label: Start}]"), []string{
		`themes/my/types/goal.yaml:4:18-23: field-kind "start" "date" (one-of period)`,
		`themes/my/types/goal.yaml:4:32-37: field-kind "start" "date" (one-of instant)`,
		`themes/my/types/goal.yaml:4:39-43: unknown-field "stop" "goal"`,
		`themes/my/types/goal.yaml:4:59-64: unknown-field "abuot" "publisher" (did-you-mean about)`,
		`themes/my/types/goal.yaml:4:66-71: unknown-key "baner" (did-you-mean banner)`,
		`themes/my/types/goal.yaml:4:85-88: bad-boolean "feed" (true-or-false )`,
	}},
	{"a span of one", typeWith("traits: {span: [start]}"), []string{
		`themes/my/types/goal.yaml:4:16-23: bad-span`,
	}},
	{"a boilerplate without a publisher", "-- themes/my/theme.yaml --\nroles: {page: page}\n" + whole + typeWith("traits: {boilerplate: about}"), []string{
		`themes/my/types/goal.yaml:4:23-28: boilerplate-role`,
	}},

	// fields
	{"a field without what it needs", fieldsWith("  - {help: x}"), []string{
		`themes/my/types/goal.yaml:5:5-14: missing-key "kind" (add-key kind: ...)`,
		`themes/my/types/goal.yaml:5:5-14: missing-key "label" (add-key label: ...)`,
		`themes/my/types/goal.yaml:5:5-14: missing-key "name" (add-key name: ...)`,
	}},
	{"an unknown kind", fieldsWith("  - {name: a, kind: txt, label: A}"), []string{
		`themes/my/types/goal.yaml:5:21-24: bad-choice "kind" "txt" (did-you-mean text)`,
	}},
	{"a core key", fieldsWith("  - {name: summary, kind: text, label: A}"), []string{
		`themes/my/types/goal.yaml:5:12-19: core-key-field "summary"`,
	}},
	{"a field twice", fieldsWith("  - {name: a, kind: text, label: A}\n  - {name: a, kind: date, label: A}"), []string{
		`themes/my/types/goal.yaml:6:12-13: field-twice "a" (also-at themes/my/types/goal.yaml:5)`,
	}},
	{"a field that no template could name", fieldsWith("  - {name: a-b, kind: text, label: A}"), []string{
		`themes/my/types/goal.yaml:5:12-15: bad-identifier "a-b"`,
	}},
	{"a reference to an unknown type", fieldsWith("  - {name: a, kind: reference, to: [evnt], label: A}"), []string{
		`themes/my/types/goal.yaml:5:37-41: unknown-type "evnt" (did-you-mean event)`,
	}},
	{"settings of another kind", fieldsWith("  - {name: a, kind: text, to: [event], label: A}\n  - {name: b, kind: list, label: B}\n  - {name: c, kind: choice, label: C}\n  - {name: d, kind: map, label: D}"), []string{
		`themes/my/types/goal.yaml:5:31-38: field-setting "to" "text"`,
		`themes/my/types/goal.yaml:6:5-36: missing-key "of" (add-key of: ...)`,
		`themes/my/types/goal.yaml:7:5-38: missing-key "choices" (add-key choices: ...)`,
		`themes/my/types/goal.yaml:8:5-35: missing-key "fields" (add-key fields: ...)`,
	}},
	{"a list of lists", fieldsWith("  - {name: a, kind: list, of: list, label: A}"), []string{
		`themes/my/types/goal.yaml:5:31-35: list-of-lists`,
	}},
	{"a list of nothing known", fieldsWith("  - {name: a, kind: list, of: {kind: txt}, label: A}"), []string{
		`themes/my/types/goal.yaml:5:38-41: bad-choice "kind" "txt" (did-you-mean text)`,
	}},
	{"a choice twice", fieldsWith("  - name: a\n    kind: choice\n    label: A\n    choices: [{value: x, label: X}, {value: x, label: Y}, {value: z}]"), []string{
		`themes/my/types/goal.yaml:8:45-46: choice-twice "x" (also-at themes/my/types/goal.yaml:8)`,
		`themes/my/types/goal.yaml:8:59-69: missing-key "label" (add-key label: ...)`,
	}},

	// texts
	{"a text in one language", "-- themes/my/text/sv.yaml --\nmore: Mer\n", []string{
		`themes/my/text/sv.yaml:1:1-5: theme-text-missing "more" "en" (add-key more: ...)`,
	}},
	{"a text in one language, with a file for the other", "-- themes/my/text/sv.yaml --\nmore: Mer\n-- themes/my/text/en.yaml --\nmenu: Menu\n", []string{
		`themes/my/text/en.yaml:1:1-0: theme-text-missing "more" "en" (add-key more: ...)`,
	}},
	{"a text that is none", "-- themes/my/text/sv.yaml --\nmenu: [a]\ngone:\n", []string{
		`themes/my/text/sv.yaml:1:7-10: wrong-type "menu" (expect-text )`,
		`themes/my/text/sv.yaml:2:6-0: wrong-type "gone" (fill-in )`,
	}},
	{"texts in a language that the program does not know", "-- themes/my/text/fi.yaml --\nmenu: x\n", []string{
		`themes/my/text/fi.yaml:1:1-0: unknown-language "fi"`,
	}},

	// files
	{"files that nothing reads", "-- themes/my/theme.yml --\nx\n-- themes/my/layout/x.html --\nx\n-- themes/my/layouts/x.htm --\nx\n-- themes/my/types/a/b.yaml --\nx\n-- themes/my/parts/README.md --\nx\n", []string{
		`themes/my/layout/x.html:1:1-0: theme-folder-unused "layout" (did-you-mean layouts)`,
		`themes/my/layouts/x.htm:1:1-0: theme-file-unused (rename-to layouts/x.html)`,
		`themes/my/theme.yml:1:1-0: theme-file-unused (did-you-mean theme.yaml)`,
		`themes/my/types/a/b.yaml:1:1-0: theme-file-unused (rename-to types/b.yaml)`,
	}},
	{"names that cannot be", "-- themes/my/layouts/Å.html --\nx\n-- themes/my/assets/a b.css --\nx\n", []string{
		`themes/my/assets/a b.css:1:1-0: asset-name "a b.css"`,
		`themes/my/layouts/Å.html:1:1-0: bad-name "Å" (small-letters )`,
	}},
	{"a template that is not UTF-8", "-- themes/my/parts/x.html --\n<p>\nab\xe5\n", []string{
		`themes/my/parts/x.html:2:3-0: not-utf8 (save-as-utf8 )`,
	}},

	// templates
	{"syntax, used or not", "-- themes/my/parts/idle.html --\n<p>\nåäö {{if .X}}\n-- themes/my/layouts/idle.html --\n\n <p>{{.X | nope}} {{.Y}}\n", []string{
		`themes/my/layouts/idle.html:2:12-16: template-function "nope"`,
		`themes/my/parts/idle.html:2:5-14: template-end "{{if .X}}"`,
	}},
	{"syntax without a word to look for", "-- themes/my/parts/idle.html --\n<p>å {{.X}\n", []string{
		`themes/my/parts/idle.html:1:6-0: template-unclosed`,
	}},
	{"a part that is not there", "-- themes/my/layouts/goal.html --\nå {{template \"crad\" .}}\n-- themes/my/parts/idle.html --\n{{define \"other\"}}{{template \"nope\"}}{{end}}\n", []string{
		`themes/my/layouts/goal.html:1:15-19: unknown-part "crad" (did-you-mean card)`,
		`themes/my/parts/idle.html:1:31-35: unknown-part "nope"`,
	}},
	{"a part twice", "-- themes/my/parts/idle.html --\n{{define \"card\"}}x{{end}}{{define \"own\"}}x{{end}}\n-- themes/my/parts/other.html --\n\n{{define \"own\"}}y{{end}}\n", []string{
		`themes/my/parts/idle.html:1:10-16: part-twice "card" (also-at base (built in): parts/card.html)`,
		`themes/my/parts/other.html:2:10-15: part-twice "own" (also-at themes/my/parts/idle.html)`,
	}},
	{"names that nobody says", "-- themes/my/layouts/goal.html --\n{{.Text.mneu}}{{$.Text.menu}}{{index .Asset \"site.cs\"}}\n{{range .List.news.Items}}{{end}}{{.Site.Every.foter}}\n", []string{
		`themes/my/layouts/goal.html:1:9-13: unknown-text "mneu" (did-you-mean menu)`,
		`themes/my/layouts/goal.html:1:46-53: unknown-asset "site.cs" (did-you-mean site.css)`,
		`themes/my/layouts/goal.html:2:15-19: unknown-list "news"`,
		`themes/my/layouts/goal.html:2:48-53: unknown-list "foter" (did-you-mean footer)`,
	}},
	{"HTML that can mean several things", "-- themes/my/layouts/goal.html --\n<p>\n<a {{if .X}}href=\"{{else}}title='{{end}}{{.Y}}\">x</a>\n", []string{
		`themes/my/layouts/goal.html:2:9-0: template-context "{{if}} branches end in different contexts"`,
	}},
	{"an element whose text never ends", "-- themes/my/layouts/goal.html --\n{{template \"x\" .}}<i>{{template \"x\" .}}</i>\n-- themes/my/parts/x.html --\n\n<title>å\n", []string{
		`themes/my/layouts/goal.html:1:1-0: template-context "the page ends inside an element or a tag that is not closed"`,
	}},
	{"a call in an attribute of what is no attribute", "-- themes/my/layouts/goal.html --\n<p>\n<a title={{template \"x\" .}}>x</a>\n-- themes/my/parts/x.html --\n\nå {{if .X}}'{{else}}b{{end}}\n", []string{
		`themes/my/layouts/goal.html:1:1-0: template-context "\"'\" in attribute name: \"'\""`,
	}},
	{"a tag that a layout leaves open, said once", "-- themes/my/layouts/goal.html --\n<p>\n<a title=\"{{.X}}\n", []string{
		`themes/my/layouts/goal.html:2:1-0: template-open "<"`,
	}},
	{"actions in code", `
-- themes/my/parts/idle.html --
<script>var x = {{.X}};</script><style>{{/* so */}}a{ {{"}}"}} }</style>
<p onclick="go({{.Y}})" style='color:{{.Z}}' title="{{.W}}">å<b OnLoad={{.V}}>
{{if .X}} onclick="{{.U}}"{{end}}
{{- /*/ <script onload="{{.X}}"> it's */ -}}<script src="{{.S}}">if (a < b) {}</script>{{.T}}<p data-onclick="{{.R}}">
`, []string{
		`themes/my/parts/idle.html:1:17-23: template-action "<script>"`,
		`themes/my/parts/idle.html:1:55-63: template-action "<style>"`,
		`themes/my/parts/idle.html:2:16-22: template-action "onclick=\"...\""`,
		`themes/my/parts/idle.html:2:38-44: template-action "style=\"...\""`,
		`themes/my/parts/idle.html:2:72-78: template-action "onload=\"...\""`,
		`themes/my/parts/idle.html:3:20-26: template-action "onclick=\"...\""`,
	}},
	{"a script that is left open", "-- themes/my/parts/idle.html --\n<p>\n<script>\nvar x;\n-- themes/my/parts/other.html --\n<p>å <a href=\"{{.X}}\n", []string{
		`themes/my/parts/idle.html:2:1-0: template-open "<script>"`,
		`themes/my/parts/other.html:1:6-0: template-open "<"`,
	}},

	// assets
	{"style sheets", `
-- themes/my/assets/site.css --
/* url(none.png) */
@import "other.css";
a { background: url(pic.svg), url("fonts/text.woff2?v#a"), url( 'fonts/txt.woff2' ) }
b { background: image-set("x.png" 1x); content: "y.png"; color: red }
i { src: url(https://example.se/x.png) url(/x.png) url(../x.png) url(#a) url(data:,x) }
-- themes/my/assets/pic.svg --
<svg/>
`, []string{
		`themes/my/assets/site.css:2:1-8: style-import "@import"`,
		`themes/my/assets/site.css:3:66-81: unknown-asset "fonts/txt.woff2" (did-you-mean fonts/text.woff2)`,
		`themes/my/assets/site.css:4:28-33: unknown-asset "x.png"`,
		`themes/my/assets/site.css:5:14-38: asset-outside "https://example.se/x.png"`,
		`themes/my/assets/site.css:5:44-50: asset-outside "/x.png"`,
		`themes/my/assets/site.css:5:56-64: asset-outside "../x.png"`,
	}},
	{"style sheets that cannot be read", "-- themes/my/assets/site.css --\n/* å */ a { color: red; widht: 1px }\nb { color }\n-- themes/my/assets/other.css --\na {\n", []string{
		`themes/my/assets/other.css:2:1-0: style-syntax "Expected \"}\" to go with \"{\"" (write-so })`,
		`themes/my/assets/site.css:1:25-30: style-doubt "\"widht\" is not a known CSS property" (write-so width)`,
		`themes/my/assets/site.css:2:10-0: style-syntax "Expected \":\"" (write-so :)`,
	}},
	{"scripts that cannot be read", "-- themes/my/assets/site.js --\nlet å = 1;\nlet ö = ;\nif (x === NaN) y();\n-- themes/my/assets/other.js --\nif (x === NaN) y();\n", []string{
		`themes/my/assets/other.js:1:7-10: script-doubt "Comparison with NaN using the \"===\" operator here is always false"`,
		`themes/my/assets/site.js:2:9-10: script-syntax "Unexpected \";\""`,
	}},
}

// whole is all but theme.yaml of a theme "my" that stands alone.
const whole = `
-- themes/my/types/page.yaml --
{label: Sida, plural: Sidor, layout: home}
-- themes/my/layouts/home.html --
x
-- themes/my/layouts/page.html --
x
-- themes/my/layouts/listing.html --
x
-- themes/my/layouts/gone.html --
x
-- themes/my/layouts/404.html --
x
-- themes/my/layouts/redirect.html --
x
`

// A theme that does not exist is told at config.yaml's value, with those that do; there is no theme then.
func TestNoSuchTheme(t *testing.T) {
	cases := []struct{ name, want string }{
		{"bsae", `config.yaml:3:8-10: no-such-theme "bsae" (did-you-mean base)`},
		{"elsewhere", `config.yaml:3:8-10: no-such-theme "elsewhere" (one-of base, my, other)`},
		{"../my", `config.yaml:3:8-10: bad-name "../my" (small-letters )`},
		{"a/b", `config.yaml:3:8-10: bad-name "a/b" (small-letters )`},
		{"", `config.yaml:3:8-10: bad-name "" (small-letters )`},
	}
	for _, c := range cases {
		req := request(t, "-- themes/my/theme.yaml --\n-- themes/other/theme.yaml --\n-- themes/Bad name/theme.yaml --\n")
		req.Name = c.name
		th, faults, err := Load(req)
		if th != nil || err != nil {
			t.Errorf("%q: theme %v, error %v", c.name, th, err)
		}
		if d := cmp.Diff([]string{c.want}, told(faults)); d != "" {
			t.Errorf("%q: %s", c.name, d)
		}
	}
}

// Themes that extend one another without end, each of another name, are stopped.
func TestTooManyLayers(t *testing.T) {
	var site strings.Builder
	for i := range 12 {
		name := "my"
		if i > 0 {
			name = "t" + string(rune('a'+i))
		}
		site.WriteString("-- themes/" + name + "/theme.yaml --\nextends: t" + string(rune('a'+i+1)) + "\n")
	}
	_, faults, err := Load(request(t, site.String()+whole))
	if err != nil {
		t.Fatal(err)
	}
	want := `themes/tj/theme.yaml:1:10-12: theme-depth "10"`
	if got := told(faults); len(got) == 0 || got[len(got)-1] != want {
		t.Errorf("got %q", got)
	}
}

// A fault in a theme that is part of the program says so in its place.
func TestBuiltinPlace(t *testing.T) {
	req := builtin(t)
	req.Builtin = mapFS(strings.Replace(base, "<b>{{.card.Title}}</b>", "{{if}}", 1))
	_, faults, err := Load(req)
	if err != nil || len(faults) == 0 {
		t.Fatal(err, faults)
	}
	if got, want := faults[0].Place, (diag.Place{File: "base (built in): parts/card.html", Line: 1, Column: 1}); got != want {
		t.Errorf("place %+v, want %+v", got, want)
	}
}

// What can be understood of a faulty theme is there, so that content is checked in the same run.
func TestFaultyTheme(t *testing.T) {
	th, faults, err := Load(request(t, "-- themes/my/theme.yaml --\nextends: base\n-- themes/my/layouts/page.html --\n{{if}}\n"))
	if err != nil || !diag.HasErrors(faults) || th == nil {
		t.Fatal(err, faults)
	}
	if _, ok := th.Layout("page"); ok {
		t.Error("a layout that cannot be parsed can be executed")
	}
	if th.Types["report"] == nil {
		t.Error("the types are gone")
	}
}

// A file that no page should load is not even read.
func TestTooLarge(t *testing.T) {
	req := builtin(t)
	fsys := mapFS(base)
	fsys["base/assets/film.mp4"] = &fstest.MapFile{Data: make([]byte, maxFile+1)}
	req.Builtin = fsys
	_, faults, err := Load(req)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`base (built in): assets/film.mp4:1:1-0: file-too-large "17 MB" "16 MB"`}
	if d := cmp.Diff(want, told(faults)); d != "" {
		t.Error(d)
	}
}
