package theme

import (
	"reflect"
	"regexp"
	"strings"

	"growthportal/generator/diag"
)

// The ways in which text/template and our functions tell of failures that are common enough to be told in our own words.
var (
	noField   = regexp.MustCompile(`^can't evaluate field (\S+) in type (.+)$`)
	nilField  = regexp.MustCompile(`^nil pointer evaluating .+\.(\S+)$|^nil data; no entry for key "(.+)"$`)
	noKey     = regexp.MustCompile(`^(?:error calling index: )?map has no entry for key "(.+)"$`)
	badCall   = regexp.MustCompile(`^(?:wrong number of args for|error calling) (args|has|index|len|slice|printf|eq|ne|lt|le|gt|ge|and|or|not)\b`)
	manyArgs  = regexp.MustCompile(`^wrong number of args for (\S+?):`)
	outside   = regexp.MustCompile(`index out of range: (-?\d+)`)
	forbidden = regexp.MustCompile(`^a page may not lead to (.+)$`)
)

// usage shows how the functions are called that authors call most.
func usage(function string) string {
	switch function {
	case "args":
		return `(args "card" . "view" $)`
	case "has":
		return `{{if has .Data "place"}}`
	case "index":
		return `{{index .Asset "site.css"}}`
	}
	return ""
}

// Diagnostic is what the theme's author is told.
func (e *TemplateError) Diagnostic() diag.Diagnostic {
	at := diag.Place{File: e.File, Line: e.Line, Column: e.Column}
	page := e.Page
	if page == "" {
		page = "layouts/" + e.Layout + ".html"
	}
	if m := noField.FindStringSubmatch(e.cause); m != nil {
		return e.noField(at, page, m[1], m[2])
	}
	if m := nilField.FindStringSubmatch(e.cause); m != nil {
		what := strings.TrimSuffix(e.chain, "."+m[1]+m[2])
		return diag.TemplateNothing.At(at, page, what).With(diag.WriteSo, "{{with "+what+"}}{{."+m[1]+m[2]+"}}{{end}}")
	}
	if m := noKey.FindStringSubmatch(e.cause); m != nil {
		d := diag.TemplateKey.At(at, page, m[1])
		if of, found := strings.CutSuffix(e.chain, "."+m[1]); found && of != "" {
			d = d.With(diag.WriteSo, "{{if has "+of+` "`+m[1]+`"}}{{`+e.chain+"}}{{end}}")
		}
		return d
	}
	if m := outside.FindStringSubmatch(e.cause); m != nil {
		return diag.TemplateIndex.At(at, page, m[1])
	}
	for _, form := range []*regexp.Regexp{badCall, manyArgs} {
		if m := form.FindStringSubmatch(e.cause); m != nil {
			d := diag.TemplateArguments.At(at, page, m[1])
			if so := usage(m[1]); so != "" {
				d = d.With(diag.WriteSo, so)
			}
			return d
		}
	}
	if m := forbidden.FindStringSubmatch(e.cause); m != nil {
		return diag.TemplateAddress.At(at, page, m[1])
	}
	return diag.TemplateFailed.At(at, page, e.Message)
}

// noField tells that what was looked at has no such field, with the one that was probably meant.
func (e *TemplateError) noField(at diag.Place, page, field, of string) diag.Diagnostic {
	t := findType(e.view, strings.TrimPrefix(of, "*"))
	if t == nil {
		what := strings.TrimSuffix(e.chain, "."+field)
		if what == "" {
			what = "."
		}
		return diag.TemplateNoFields.At(at, page, what, field)
	}
	d := diag.TemplateField.At(at, page, t.Name(), field)
	if near, ok := diag.Nearest(field, fieldsOf(t)); ok {
		d = d.With(diag.DidYouMean, near)
	}
	return d
}

// fieldsOf lists what a template can ask a struct for.
func fieldsOf(t reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			names = append(names, f.Name)
		}
	}
	for i := range t.NumMethod() {
		if m := t.Method(i); m.Type.NumIn() == 1 {
			names = append(names, m.Name)
		}
	}
	return names
}

// findType is the struct of that name among those that a view is made of; nil for none.
func findType(view reflect.Type, name string) reflect.Type {
	queue, seen := []reflect.Type{view}, map[reflect.Type]bool{nil: true}
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if seen[t] {
			continue
		}
		seen[t] = true
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			queue = append(queue, t.Elem())
		case reflect.Struct:
			if t.String() == name {
				return t
			}
			for _, f := range reflect.VisibleFields(t) {
				queue = append(queue, f.Type)
			}
		}
	}
	return nil
}

// chainAt is the chain of fields around an offset in a template: ".Item.Image.Src", "$.Text.menu".
func chainAt(text string, at int) string {
	part := func(c byte) bool {
		return c == '.' || c == '$' || c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
	}
	from, to := min(at, len(text)), min(at, len(text))
	for from > 0 && part(text[from-1]) {
		from--
	}
	for to < len(text) && part(text[to]) {
		to++
	}
	return text[from:to]
}
