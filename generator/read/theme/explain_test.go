package theme

import (
	"errors"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"growthportal/generator/locale"
)

// enginesWords are those of Go and its template engine that say nothing to whoever writes a theme.
var enginesWords = regexp.MustCompile(`evaluat|\bnil\b|interface|\*theme|theme\.|executing|reflect|error calling|unexpected|operand|pipeline`)

// The common mistakes in templates are told in our own words, in both languages, with the page that was being made, and
// with the mend where there is one.
func TestTemplateErrorsInOurWords(t *testing.T) {
	for _, c := range []struct{ text, part, code, says, mend string }{
		{"{{.Titel}}", "", "template-field", `view has nothing called "Titel" (while content/om/oss.md was being made)`, `did you mean "Title"?`},
		{"{{range .Items}}{{.Nam}}{{end}}", "", "template-field", `item has nothing called "Nam"`, `did you mean "Name"?`},
		{"{{.Items.Name}}", "", "template-no-fields", `.Items is a list, a text or a number, and has no "Name"`, ""},
		{"{{.Title.Name}}", "", "template-no-fields", `.Title is a list, a text or a number, and has no "Name"`, ""},
		{"{{with .Title}}{{.Name}}{{end}}", "", "template-no-fields", `. is a list, a text or a number, and has no "Name"`, ""},
		{"{{.Link.Name}}", "", "template-nothing", ".Link is not there", "write {{with .Link}}{{.Name}}{{end}}"},
		{"{{with .Title}}{{$.Link.Name}}{{end}}", "", "template-nothing", "$.Link is not there", "write {{with $.Link}}{{.Name}}{{end}}"},
		{"{{.Map.nope}}", "", "template-key", `there is no "nope" here`, `write {{if has .Map "nope"}}{{.Map.nope}}{{end}}`},
		{`{{index .Map "nope"}}`, "", "template-key", `there is no "nope" here`, ""},
		{`{{template "x" (args "a" 1)}}`, "{{.b}}", "template-key", `there is no "b" here`, ""},
		{`{{template "x" (args "a")}}`, "x", "template-arguments", `"args" is not given what it takes`, `write (args "card" . "view" $)`},
		{`{{has .Title "x"}}`, "", "template-arguments", `"has" is not given what it takes`, `write {{if has .Data "place"}}`},
		{`{{has .Map}}`, "", "template-arguments", `"has" is not given what it takes`, `write {{if has .Data "place"}}`},
		{`{{index .Map 1 2 3}}`, "", "template-arguments", `"index" is not given what it takes`, `write {{index .Asset "site.css"}}`},
		{`{{(index .Items 7).Name}}`, "", "template-index", `the list has no element number 7`, ""},
		{`{{slice .Title 100}}`, "", "template-index", `the list has no element number 100`, ""},
		{`<a href="{{printf "x:%s" .Title}}">a</a>`, "", "template-address", `a page may not lead to "x:t"`, ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			var parts []string
			if c.part != "" {
				parts = []string{"x", c.part}
			}
			err := layoutOf(t, c.text, parts...).Execute(t.Context(), io.Discard, view{Title: "t", Items: []item{{Name: "a"}}, Map: map[string]string{}})
			var e *TemplateError
			if !errors.As(OnPage(err, "content/om/oss.md"), &e) {
				t.Fatalf("error %v", err)
			}
			d := e.Diagnostic()
			if string(d.Code) != c.code || !strings.HasPrefix(d.Message(locale.English), c.says) || d.HintText(locale.English) != c.mend {
				t.Errorf("%s: %s (%s)", d.Code, d.Message(locale.English), d.HintText(locale.English))
			}
			for _, lang := range locale.Langs() {
				if m := d.Message(lang); enginesWords.MatchString(m) || !strings.Contains(m, "content/om/oss.md") {
					t.Errorf("%s", m)
				}
			}
		})
	}
}

// What is open or closed too often is found whatever stands between: comments, texts with braces, and else.
func TestUnbalanced(t *testing.T) {
	for text, want := range map[string][2]string{
		"{{if .X}}{{else if .Y}}{{else}}{{end}}":                        {"", ""},
		"{{if .X}}{{with .Y}}{{end}}":                                   {"{{if .X}}", ""},
		"{{- range .X -}}{{/* {{end}} */}}{{`{{end}}`}}":                {"{{- range .X -}}", ""},
		`{{define "a"}}{{end}}{{end}}{{end }}`:                          {"", "{{end}}"},
		"{{else}}":                                                      {"", "{{else}}"},
		"{{ end }}{{ if .X }}":                                          {"{{ if .X }}", "{{ end }}"},
		"{{.ending}}{{endless}}{{iffy}}":                                {"", ""},
		"{{block \"a\" .}}{{if .X}}{{template \"b\"}}{{end}}{{break}}x": {"{{block \"a\" .}}", ""},
	} {
		open, stray := unbalanced(text)
		word := func(a *action) string {
			if a == nil {
				return ""
			}
			return text[a.from:a.to]
		}
		if got := [2]string{word(open), word(stray)}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
}
